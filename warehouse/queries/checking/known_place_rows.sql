-- Which listed places are there, as the name tables have them?
-- Grain: one row per place, in the order of figures.names.Place.
-- Parameters: none.
select
    place.name,
    place.kind,
    coalesce(parent.name, '') as parent,
    place.code,
    place.latitude,
    place.longitude,
    place.area_km2,
    coalesce((select list(alias order by alias) from place_alias where place_alias.place_id = place.place_id and strength = 'strong'), []) as aliases,
    coalesce((select list(alias order by alias) from place_alias where place_alias.place_id = place.place_id and strength = 'weak'), []) as weak_aliases
from place
left join place as parent on parent.place_id = place.parent_id
where place.listed
order by place.name
