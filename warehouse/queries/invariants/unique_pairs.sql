-- Pairs of figures that one method judged more than once.
-- Grain: one row: how many, and an example.
select
    count(*)      as broken,
    min(figure_a) as example
from (
    select figure_a
    from assessment
    group by
        figure_a,
        figure_b,
        method_version
    having count(*) > 1
)
