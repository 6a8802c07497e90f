-- Give the new version of a figure the chain of the version before; another originator takes the first one's place.
-- Grain: one row per step. Parameters: $figure_id, $version (the new one), $originator_id, $stance.
insert into attribution by name
select
    figure_id,
    $version as version,
    step,
    case when role = 'originator' then coalesce($originator_id, source_id) else source_id end as source_id,
    role,
    case when role = 'originator' then $stance else stance end as stance,
    cue
from attribution
where
    figure_id = $figure_id
    and version = $version - 1
