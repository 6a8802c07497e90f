-- Copy the figures into the snapshot, each with the worst disagreement it takes part in.
-- Grain: one row per figure and version. Only assessments of the newest method count.
insert into snap.figure by name
with told as (
    select
        figure_a,
        figure_b,
        severity
    from work.assessment
    where
        severity > 0
        and method_version = (select method_version from work.warehouse_meta)
),
worst as (
    select
        figure_id,
        max(severity) as severity
    from (
        select figure_a as figure_id, severity from told
        union all
        select figure_b, severity from told
        union all
        -- A denial without a figure of its own counts as the view disagreements shows it.
        select figure_id, 2 from work.attribution where stance = 'denies'
    )
    group by figure_id
)
select
    figure.* replace (
        case when figure.retired_at is null and figure.reviewed <> 'rejected' then coalesce(worst.severity, 0) else 0 end
            as severity
    )
from work.figure
left join worst on worst.figure_id = figure.figure_id
order by
    figure.series_id,
    figure.as_of_start,
    figure.figure_id
