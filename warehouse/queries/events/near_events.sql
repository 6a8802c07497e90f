-- Which events that were made from reports lie near a day, and in what words are they told?
-- Grain: one row per such event and document that tells of it.
-- Parameters: $first, $last: days, both included. within: the places that hold the event's.
with recursive near as (
    select *
    from event
    where not listed and first_day between $first and $last
),
holding as (
    select distinct place_id, place_id as whole_id
    from near
    union
    select holding.place_id, place.parent_id
    from holding
    join place on place.place_id = holding.whole_id
    where place.parent_id is not null
),
within as (
    select place_id, list(whole_id order by whole_id) as places
    from holding
    where whole_id <> place_id
    group by place_id
)
select
    near.event_id,
    near.kind,
    near.place_id,
    coalesce(place.name, '')                 as place,
    coalesce(place.kind, 'country')          as place_kind,
    coalesce(within.places, [])              as within,
    near.first_day                           as day,
    figure.document_id,
    any_value(document.publisher_id)         as publisher_id,
    list_distinct(flatten(list(coalesce(event_link.words, [])))) as words
from near
join event_link on event_link.event_id = near.event_id
join figure on figure.figure_id = event_link.figure_id and figure.retired_at is null
join document on document.document_id = figure.document_id
left join place on place.place_id = near.place_id
left join within on within.place_id = near.place_id
where event_link.strength <> 'possible'
group by all
order by near.event_id, figure.document_id
