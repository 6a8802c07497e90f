-- What does each voice say in each as-of window, most exactly and most lately?
-- Grain: one row per line (a voice in a series) and as-of window; told counts its different tellings.
-- Parameters: none; reads the temporary table claim.
create or replace temp table newest as
select
    figure_id,
    comparison,
    line,
    series_id,
    statistic,
    first,
    last,
    middle,
    low,
    high,
    kind,
    count(*) over moment > 1
        and (min(centre) over moment <> max(centre) over moment
             or min(low) over moment is distinct from max(low) over moment
             or min(high) over moment is distinct from max(high) over moment
             or count(low) over moment <> count(*) over moment
             or count(high) over moment <> count(*) over moment) as retold
from claim
-- A closed interval says more than "more than 1,260"; of two closed ones the later published counts.
window moment as (partition by line, first, last)
qualify row_number() over (
    partition by line, first, last
    order by low is null or high is null, published_at desc nulls last, high - low, figure_id
) = 1
