-- Which other series stand beside one: of its family, about its place or its event?
-- Grain: one row per series with a current figure.
-- Parameters: $series_id
with here as (
    select
        series.series_id,
        series.place_id,
        series.event_id,
        indicator.family
    from series
    join indicator on indicator.indicator_id = series.indicator_id
    where series.series_id = $series_id
)

select
    series.slug,
    series.title,
    count(*) as figures
from here
join indicator on indicator.family = here.family
join series
    on  series.indicator_id = indicator.indicator_id
    and series.series_id <> here.series_id
    and (series.place_id = here.place_id or (series.event_id = here.event_id and here.event_id <> ''))
join figure on figure.series_id = series.series_id
where figure.retired_at is null and figure.reviewed <> 'rejected'
group by
    series.slug,
    series.title
order by
    figures desc,
    series.slug
limit 8
