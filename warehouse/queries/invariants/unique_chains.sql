-- Chains that are there more than once.
-- Grain: one row: how many, and an example.
select
    count(*)      as broken,
    min(chain_id) as example
from (
    select chain_id
    from chain
    group by chain_id
    having count(*) > 1
)
