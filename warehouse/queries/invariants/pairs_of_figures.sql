-- Judged pairs with a figure that is not there.
-- Grain: one row: how many, and an example.
select
    count(*)    as broken,
    min(judged) as example
from (
    select figure_a as judged from assessment
    union all
    select figure_b from assessment
) as side
anti join figure on figure.figure_id = side.judged
