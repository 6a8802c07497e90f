-- Which names of events are known?
-- Grain: one row per name or alias, in small letters.
with names as (
    select lower(name) as known, event_id, 0 as rank from event
    union all
    select lower(alias), event_id, 1 from event_alias
),
best as (
    select *
    from names
    qualify rank = min(rank) over (partition by known)
)
select
    known,
    min(event_id) as event_id
from best
group by known
having count(distinct event_id) = 1
order by known
