-- Which series are assessed again?
-- Grain: one row per series; slot is equal for series that are compared with or shown beside each other.
-- Parameters: $every (all of them), $series_ids (those touched; their sisters of one family in the same and the containing places are added).
create or replace temp table chosen_series as
with recursive keyed as (
    select
        series.series_id,
        indicator.family,
        series.place_id,
        series.event_id
    from series
    join indicator on indicator.indicator_id = series.indicator_id
),
touched as (
    select family, place_id
    from keyed
    where series_id in (select unnest($series_ids::varchar[]))
    union
    select touched.family, place.parent_id
    from touched
    join place on place.place_id = touched.place_id
    where place.parent_id is not null
)
select keyed.series_id, (hash(keyed.family, keyed.place_id) % 1024)::integer as slot
from keyed
where
    $every
    or (keyed.family, keyed.place_id) in (select (family, place_id) from touched)
