-- Record the chains that are new.
-- Grain: one row per chain.
insert into chain by name
select distinct
    chain_id,
    words
from incoming_chain
where chain_id not in (select chain_id from chain)
