-- By which indicators, places and parties can figures be narrowed?
-- Grain: one row per choice, the most used first within its kind.
-- Parameters: none
with counted as (
    select
        series_id,
        voice_id,
        count(*) as figures
    from figure
    where retired_at is null and reviewed <> 'rejected'
    group by all
),
named as (
    select
        series.indicator_id               as indicator,
        indicator.label                   as indicator_label,
        coalesce(place.name, '')          as place,
        coalesce(party.name, 'unknown')   as party,
        sum(counted.figures)              as figures
    from counted
    join series on series.series_id = counted.series_id
    join indicator on indicator.indicator_id = series.indicator_id
    left join place on place.place_id = series.place_id
    left join source as voice on voice.source_id = counted.voice_id
    left join source as party on party.source_id = voice.party_id
    group by all
),
chosen as (
    select
        'indicator'                   as kind,
        indicator                     as name,
        indicator_label               as label,
        cast(sum(figures) as bigint)  as figures
    from named
    group by all
    union all
    select
        'place'                       as kind,
        place                         as name,
        place                         as label,
        cast(sum(figures) as bigint)  as figures
    from named
    where place <> ''
    group by all
    union all
    select
        'party'                       as kind,
        party                         as name,
        party                         as label,
        cast(sum(figures) as bigint)  as figures
    from named
    group by all
)
select
    {columns}
from chosen
qualify row_number() over (partition by kind order by figures desc, name) <= 200
order by
    kind,
    figures desc,
    name
