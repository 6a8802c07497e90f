-- Series of a place that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(series.series_id) as example
from series
anti join place on place.place_id = series.place_id
where series.place_id <> ''
