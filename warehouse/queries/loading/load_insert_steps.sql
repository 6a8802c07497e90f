-- Record the steps of the chains that are new.
-- Grain: one row per chain and step.
insert into attribution by name
select
    incoming_chain.chain_id,
    incoming_step.step,
    incoming_step.source_id,
    incoming_step.role,
    incoming_step.stance,
    incoming_step.cue
from (
    select
        chain_id,
        min(chain_key) as chain_key
    from incoming_chain
    group by chain_id
) as incoming_chain
join incoming_step on incoming_step.chain_key = incoming_chain.chain_key
where incoming_chain.chain_id not in (select chain_id from attribution)
