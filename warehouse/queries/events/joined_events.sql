-- Which toll joins which event, how surely and by what?
-- Grain: one row per toll.
-- Parameters: $figure_id, $event_id, $strength, $basis, $words, $rival: lists of one length.
create or replace temp table joined_event as
select
    unnest($figure_id::varchar[]) as figure_id,
    unnest($event_id::varchar[])  as event_id,
    unnest($strength::varchar[])  as strength,
    unnest($basis::varchar[])     as basis,
    unnest($words::varchar[][])   as words,
    unnest($rival::boolean[])     as rival
