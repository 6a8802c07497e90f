-- Which names of places are known?
-- Grain: one row per name or certain alias, in small letters; a place's own name wins over another's alias.
with names as (
    select lower(name) as known, place_id, 0 as rank from place
    union all
    select lower(alias), place_id, 1 from place_alias where strength = 'strong'
),
best as (
    select *
    from names
    qualify rank = min(rank) over (partition by known)
)
select
    known,
    min(place_id) as place_id
from best
group by known
having count(distinct place_id) = 1
order by known
