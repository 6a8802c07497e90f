-- Which series of one family and event stand beside each other, and in what do they differ?
-- Grain: one row per pair of series.
-- Parameters: none; reads the temporary table newest.
create or replace temp table sister as
with recursive inside as (
    select place_id, place_id as whole_id
    from place
    union
    select inside.place_id, place.parent_id
    from inside
    join place on place.place_id = inside.whole_id
    where place.parent_id is not null
),
kept as (
    select
        series.*,
        indicator.family,
        hash(indicator.family, series.event_id) as topic
    from series
    join indicator on indicator.indicator_id = series.indicator_id
    where
        series.series_id in (select series_id from newest)
        and indicator.kind <> 'attribute'
        and indicator.family <> 'other'
),
-- Of one place, or of a place and one that contains it: two joins on equality, for a join on containment alone would try all pairs.
beside_in_place as (
    select one.series_id as one, other.series_id as other
    from kept as one
    join kept as other
        on  other.topic = one.topic
        and other.place_id = one.place_id
        and other.series_id > one.series_id
    where
        one.indicator_id <> other.indicator_id
        or one.holder = other.holder and one.share_of = other.share_of
            -- A level and its peak are compared, not shown beside each other.
            and not (one.population = other.population
                     and one.statistic in ('level', 'peak') and other.statistic in ('level', 'peak'))
),
beside_within as (
    select part.series_id as one, whole.series_id as other
    from kept as part
    join inside on inside.place_id = part.place_id and inside.whole_id <> part.place_id
    join kept as whole
        on  whole.topic = part.topic
        and whole.place_id = inside.whole_id
    where whole.holder = part.holder and whole.share_of = part.share_of
),
found as (
    select * from beside_in_place
    union all
    select * from beside_within
)
select
    found.one,
    found.other,
    one.indicator_id <> other.indicator_id               as other_measure,
    one.statistic <> other.statistic                     as other_statistic,
    one.place_id <> other.place_id
        or (one.population <> other.population and (one.population <> '' and other.population <> ''
            or one.indicator_id = other.indicator_id))   as other_scope
from found
join kept as one on one.series_id = found.one
join kept as other on other.series_id = found.other
where
    -- Disjoint populations are not paired: one must be all of them, or be named within the other.
    one.population = other.population
    or one.population = ''
    or other.population = ''
    or contains(' ' || lower(one.population) || ' ', ' ' || lower(other.population) || ' ')
    or contains(' ' || lower(other.population) || ' ', ' ' || lower(one.population) || ' ')
