-- Steps of a chain that are there more than once.
-- Grain: one row: how many, and an example.
select
    count(*)      as broken,
    min(chain_id) as example
from (
    select chain_id
    from attribution
    group by
        chain_id,
        step
    having count(*) > 1
)
