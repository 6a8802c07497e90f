-- Which side does each source speak for: the last of its parents?
-- Grain: one row per source whose party has changed. A chain of parents that never ends stops at 20.
with recursive climb as (
    select
        source_id,
        source_id as party_id,
        parent_id,
        0 as steps
    from source
    union all
    select
        climb.source_id,
        parent.source_id,
        parent.parent_id,
        climb.steps + 1
    from climb
    join source as parent on parent.source_id = climb.parent_id
    where climb.steps < 20
),
root as (
    select
        source_id,
        arg_max(party_id, steps) as party_id
    from climb
    group by source_id
)
update source
set party_id = root.party_id
from root
where
    root.source_id = source.source_id
    and root.party_id <> source.party_id
