-- Summaries of a series that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(summary.series_id) as example
from summary
anti join series on series.series_id = summary.series_id
where true
