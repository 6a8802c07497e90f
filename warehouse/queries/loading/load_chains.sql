-- Which chains are these? The id is of the words and the steps, so that one way has one id for ever.
-- Grain: one row per chain as it is written: two spellings of one name give one id where the words are equal.
-- Reads the temporary table incoming_step.
create or replace temp table incoming_chain as
select
    chain_key,
    any_value(words) as words,
    left(sha256(any_value(words) || chr(30) || string_agg(
        concat_ws(chr(31), step, source_id, role, stance, coalesce(cue, '')),
        chr(30) order by step
    )), 16)          as chain_id
from incoming_step
group by chain_key
