-- Through whose hands did the figures of the batch go? Names become ids.
-- Grain: one row per chain and step. Reads the registered tables new_chain and named_source.
create or replace temp table incoming_step as
select
    chain.chain_key,
    chain.words,
    chain.step.step,
    named_source.source_id,
    chain.step.role,
    chain.step.stance,
    chain.step.cue
from (
    select
        chain_key,
        words,
        unnest(steps) as step
    from new_chain
) as chain
join named_source on named_source.name = chain.step.source
