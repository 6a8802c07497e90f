-- Steps of a chain that are there more than once.
-- Grain: one row: how many, and an example.
select
    count(*)       as broken,
    min(figure_id) as example
from (
    select figure_id
    from attribution
    group by
        figure_id,
        version,
        step
    having count(*) > 1
)
