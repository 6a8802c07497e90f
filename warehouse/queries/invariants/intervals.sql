-- Figures whose ends or dates are the wrong way round, or that have no end at all.
-- Grain: one row: how many, and an example.
select
    count(*)       as broken,
    min(figure_id) as example
from figure
where
    (low is null and high is null)
    or low > high
    or value < low
    or value > high
    or as_of_start > as_of_end
