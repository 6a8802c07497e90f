-- Which events that were made from reports lie near a day, and in what words are they told?
-- Grain: one row per toll of such an event.
-- Parameters: $first, $last: days, both included.
select
    event.event_id,
    event.kind,
    event.place_id,
    event.first_day                                              as day,
    figure.sentence                                              as words
from event
join event_link on event_link.event_id = event.event_id
join figure on figure.figure_id = event_link.figure_id and figure.retired_at is null
where event_link.strength <> 'possible' and event.first_day between $first and $last
order by event.event_id, figure.figure_id
