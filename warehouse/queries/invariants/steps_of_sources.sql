-- Steps of a chain by a source that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(attribution.chain_id) as example
from attribution
anti join source on source.source_id = attribution.source_id
where true
