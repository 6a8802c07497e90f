-- Which figures of the batch become rows: those without a current version, and those that changed?
-- Grain: one row per figure, with its version.
create or replace temp table fresh as
select incoming.* replace (coalesce(past.version, 0) + 1 as version)
from incoming
left join (
    select
        figure_id,
        max(version) as version,
        bool_or(retired_at is null and figure_id not in (select figure_id from changed)) as is_current
    from held
    group by figure_id
) as past on past.figure_id = incoming.figure_id
where not coalesce(past.is_current, false)
