-- Series of an indicator that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(series.series_id) as example
from series
anti join indicator on indicator.indicator_id = series.indicator_id
where true
