-- Which series are there, and how much is said in each?
-- Grain: one row per series with a current figure, the most contested and most told first.
-- Parameters: $words (each in the title or the names of what the series is about), $most (rows)
with told as (
    select
        series_id,
        count(*)                 as figures,
        count(distinct voice_id) as voices,
        max(severity)            as severity,
        min(as_of_start)         as first_day,
        max(as_of_end)           as last_day,
        any_value(unit)          as unit
    from figure
    where retired_at is null and reviewed <> 'rejected'
    group by series_id
),

parties as (
    select
        figure.series_id,
        count(distinct coalesce(source.party_id, figure.voice_id)) as parties
    from (
        select distinct
            series_id,
            voice_id
        from figure
        where retired_at is null and reviewed <> 'rejected'
    ) as figure
    left join source on source.source_id = figure.voice_id
    group by figure.series_id
)

select
    series.slug,
    series.title,
    series.indicator_id      as indicator,
    indicator.label          as indicator_label,
    indicator.family,
    indicator.kind,
    told.unit,
    series.holder,
    coalesce(place.name, '') as place,
    coalesce(event.name, '') as event,
    series.population,
    told.figures,
    told.voices,
    parties.parties,
    told.severity,
    told.first_day,
    told.last_day,
    series.series_id
from told
join parties on parties.series_id = told.series_id
join series on series.series_id = told.series_id
join indicator on indicator.indicator_id = series.indicator_id
left join place on place.place_id = series.place_id
left join event on event.event_id = series.event_id
where len(list_filter($words, lambda word: not contains(
    lower(concat_ws(' ', series.title, indicator.label, place.name, event.name, series.population, series.holder)),
    lower(word)
))) = 0
order by
    told.severity desc,
    told.figures desc,
    series.slug
limit $most
