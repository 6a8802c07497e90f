-- What does the current version of a figure say, with its series key and names?
-- Grain: one row, or none. Parameters: $figure_id.
select
    figure.*,
    series.indicator_id       as indicator,
    series.holder,
    series.share_of,
    series.population,
    series.statistic,
    series.place_id,
    series.event_id,
    coalesce(place.name, '')  as place,
    coalesce(event.name, '')  as event,
    originator.name           as originator
from figure
join series on series.series_id = figure.series_id
left join place on place.place_id = series.place_id
left join event on event.event_id = series.event_id
left join source as originator on originator.source_id = figure.originator_id
where
    figure.figure_id = $figure_id
    and figure.retired_at is null
