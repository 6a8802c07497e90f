-- Figures of a series that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(figure.figure_id) as example
from figure
anti join series on series.series_id = figure.series_id
where true
