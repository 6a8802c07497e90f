-- Judged pairs with a figure that is not there.
-- Grain: one row: how many, and an example.
select
    count(*)      as broken,
    min(figure_a) as example
from assessment
where
    figure_a not in (select figure_id from figure)
    or figure_b not in (select figure_id from figure)
