-- What is known of one event?
-- Grain: one row, or none.
-- Parameters: $event_id
select
    event.event_id,
    event.name,
    event.kind,
    coalesce(place.name, '')     as place,
    coalesce(place.place_id, '') as place_id,
    event.first_day,
    event.last_day,
    array_to_string(event.external_ids, ' · ') as external_ids
from event
left join place on place.place_id = event.place_id
where event.event_id = $event_id
