-- The chain of a figure as a person corrected it: another originator takes the first one's place.
-- Grain: one row per step. Parameters: $chain_id, $words (the chain in words), $originator_id, $stance.
create or replace temp table incoming_step as
select
    'corrected' as chain_key,
    $words as words,
    step,
    if(role = 'originator', coalesce($originator_id, source_id), source_id) as source_id,
    role,
    if(role = 'originator', $stance, stance) as stance,
    cue
from attribution
where chain_id = $chain_id
