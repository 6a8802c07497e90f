-- Which listed events are there, as the name tables have them?
-- Grain: one row per event, in the order of figures.names.Event.
-- Parameters: none.
select
    event.name,
    event.kind,
    coalesce(place.name, '') as place,
    event.first_day,
    event.last_day,
    coalesce(event.external_ids, []) as external_ids,
    coalesce((select list(alias order by alias) from event_alias where event_alias.event_id = event.event_id), []) as aliases
from event
left join place on place.place_id = event.place_id
where event.listed
order by event.name
