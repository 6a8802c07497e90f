-- What is the key of the series that each joined toll moves to?
-- Grain: one row per toll of the temporary table joined_event: its id, the series it leaves, then the parts of SeriesKey in order.
-- Parameters: none.
select
    figure.figure_id,
    figure.series_id,
    series.indicator_id,
    series.holder,
    series.share_of,
    -- An event has one place: what a report tells only of its country happened there too.
    event.place_id,
    event.event_id,
    series.population,
    series.statistic,
    coalesce(place.name, '') as place,
    event.name               as event
from joined_event
join figure on figure.figure_id = joined_event.figure_id and figure.retired_at is null
join series on series.series_id = figure.series_id
join event on event.event_id = joined_event.event_id
left join place on place.place_id = event.place_id
order by figure.figure_id
