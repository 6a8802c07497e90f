-- Which names of sources are known?
-- Grain: one row per name or alias, in small letters; offices are left out, since who held one depends on the day.
with names as (
    select lower(name) as known, source_id, 0 as rank from source
    union all
    select lower(alias), source_id, 1 from source_alias where not office
),
best as (
    select *
    from names
    qualify rank = min(rank) over (partition by known)
)
select
    known,
    min(source_id) as source_id
from best
group by known
having count(distinct source_id) = 1
order by known
