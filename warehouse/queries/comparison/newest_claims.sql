-- What does each voice say in each as-of window, most exactly and most lately?
-- Grain: one row per line (a voice in a series) and as-of window; retold where its tellings differ.
-- Parameters: none; reads the temporary table claim. claim is the row id there.
create or replace temp table newest as
with told as (
    select
        moment,
        min(centre) <> max(centre)
            or min(low) is distinct from max(low)
            or min(high) is distinct from max(high)
            or count(low) <> count(*)
            or count(high) <> count(*) as retold
    from claim
    group by moment
    having count(*) > 1
),
-- A closed interval says more than "more than 1,260"; of two closed ones the later published counts.
kept as (
    select claim.rowid as claim, claim.*, told.retold
    from claim
    join told on told.moment = claim.moment
    qualify row_number() over (
        partition by claim.moment
        order by low is null or high is null, published_at desc nulls last, high - low, figure_id
    ) = 1
    union all
    select rowid, *, false
    from claim
    where moment not in (select moment from told)
)
select
    claim,
    comparison,
    line,
    moment,
    period,
    series_id,
    statistic,
    first,
    last,
    middle,
    low,
    high,
    kind,
    retold
from kept
