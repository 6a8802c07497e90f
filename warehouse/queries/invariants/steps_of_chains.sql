-- Steps of a chain that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(attribution.chain_id) as example
from attribution
anti join chain on chain.chain_id = attribution.chain_id
where true
