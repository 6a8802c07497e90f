-- Series of an event that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(series.series_id) as example
from series
anti join event on event.event_id = series.event_id
where series.event_id <> ''
