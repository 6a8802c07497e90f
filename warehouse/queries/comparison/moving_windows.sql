-- Which wide windows did the thing itself move in: some voice lay below, within or above the figure's interval on one day and elsewhere on another?
-- Grain: one row per such claim of the pairs. What it says of a month then need not be so of a day in it.
-- Parameters: none; reads the temporary tables pair, claim and setting. claim is a row id.
create or replace temp table moving as
with paired as (
    select one as claim from pair
    union
    select other from pair
),
wide as (
    select claim.rowid as claim, claim.*
    from paired
    join claim on claim.rowid = paired.claim
    cross join setting
    where claim.kind = 'stock' and not claim.vague and claim.last - claim.first >= setting.short_window_days
)
select distinct wide.claim
from wide
join claim as told
    on  told.comparison = wide.comparison
    and told.first >= wide.first
    and told.last <= wide.last
cross join setting
where told.rowid <> wide.claim and not told.vague and told.last - told.first < setting.short_window_days
group by wide.claim, told.line
having count(distinct case when told.high < wide.low then -1 when told.low > wide.high then 1 else 0 end) > 1
