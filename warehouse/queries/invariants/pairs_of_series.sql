-- Judged pairs of a series that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(assessment.figure_a) as example
from assessment
anti join series on series.series_id = assessment.series_id
where true
