-- Figures of a run that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(figure.figure_id) as example
from figure
anti join run on run.run_id = figure.run_id
where true
