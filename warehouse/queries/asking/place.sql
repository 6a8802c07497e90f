-- What is known of one place?
-- Grain: one row, or none.
-- Parameters: $place_id
select
    place.place_id,
    place.name,
    place.kind,
    coalesce(parent.name, '')     as parent,
    coalesce(parent.place_id, '') as parent_id,
    place.code,
    place.latitude,
    place.longitude,
    place.area_km2
from place
left join place as parent on parent.place_id = place.parent_id
where place.place_id = $place_id
