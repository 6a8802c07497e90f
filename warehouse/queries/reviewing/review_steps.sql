-- The chain of a figure as a person corrected it: another originator takes the first one's place.
-- Grain: one row per step. Parameters: $chain_id, $originator_id, $stance, $old_name, $new_name: the originators.
create or replace temp table incoming_step as
select
    'corrected' as chain_key,
    replace(chain.words, coalesce($old_name, ''), coalesce($new_name, $old_name, '')) as words,
    attribution.step,
    if(role = 'originator', coalesce($originator_id, source_id), source_id) as source_id,
    attribution.role,
    if(role = 'originator', $stance, stance) as stance,
    attribution.cue
from attribution
join chain on chain.chain_id = attribution.chain_id
where attribution.chain_id = $chain_id
