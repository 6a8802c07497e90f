-- Copy the figures into the snapshot, each with the worst disagreement it takes part in.
-- Grain: one row per figure and version. Only assessments of the newest method count.
-- In the order of the series' ids, by their rank: numbers are sorted in four fifths of the time that texts take.
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
        select figure_id, 2 from work.figure where chain_id in (select chain_id from work.attribution where stance = 'denies')
    )
    group by figure_id
),
ranked as (
    select
        series_id,
        row_number() over (order by series_id) as place
    from work.series
)
select
    figure.* replace (
        case when figure.retired_at is null and figure.reviewed <> 'rejected' then coalesce(worst.severity, 0) else 0 end
            as severity
    )
from work.figure
left join ranked on ranked.series_id = figure.series_id
left join worst on worst.figure_id = figure.figure_id
order by
    ranked.place,
    figure.as_of_start,
    figure.figure_id
