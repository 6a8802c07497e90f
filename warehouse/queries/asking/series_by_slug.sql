-- Which series has this address?
-- Grain: one row, or none.
-- Parameters: $slug
select
    series.series_id,
    series.slug,
    series.title,
    series.indicator_id       as indicator,
    indicator.label           as indicator_label,
    indicator.definition,
    indicator.unit,
    indicator.kind,
    indicator.family,
    series.holder,
    series.share_of,
    coalesce(place.name, '')  as place,
    coalesce(event.name, '')  as event,
    series.population,
    series.statistic
from series
join indicator on indicator.indicator_id = series.indicator_id
left join place on place.place_id = series.place_id
left join event on event.event_id = series.event_id
where series.slug = $slug
