-- Which tolls stand in events whose place a later report says more exactly?
-- Grain: one row per such toll, added to the temporary table joined_event.
-- Parameters: $event_ids.
insert into joined_event by name
select figure_id, event_id, strength, basis, words, rival
from event_link
where
    event_id in (select unnest($event_ids::varchar[]))
    and figure_id not in (select figure_id from joined_event)
