-- Which claims of one voice belong beside each other: the next as-of, and the same number told differently?
-- Grain: one row per claim and the claim of the same voice and series that came before it, and one per retelling of one as-of window.
-- A voice alone in its series contradicts nobody: the view revisions tells its moves, and only a total that falls is listed here.
-- Parameters: none; reads the temporary tables claim, newest and setting. one and other are row ids of claim.
create or replace temp table own_pair as
with answered as (
    select comparison
    from newest
    group by comparison
    having min(line) <> max(line)
),
moved as (
    select
        claim as other,
        comparison,
        middle,
        lag(claim) over in_time  as one,
        lag(middle) over in_time as middle_before,
        (statistic = 'total' or kind = 'running_total') and high < lag(low) over in_time as falls
    from newest
    window in_time as (partition by line order by middle, last - first)
)
select moved.one, moved.other
from moved
cross join setting
where
    moved.one is not null
    and moved.middle - moved.middle_before <= 2 * setting.horizon_days
    and (moved.falls or moved.comparison in (select comparison from answered))
union
select newest.claim, claim.rowid
from newest
join claim on claim.moment = newest.moment and claim.rowid <> newest.claim
join claim as kept on kept.rowid = newest.claim
where
    newest.retold
    and claim.document_id <> kept.document_id
    and (claim.value, claim.low, claim.high) is distinct from (kept.value, kept.low, kept.high)
