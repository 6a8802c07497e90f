-- Of which events does one voice count more of a part than another of the whole?
-- Grain: one row per series of a part and series of its whole in one event, the pair that is furthest apart; one and other are row ids of claim.
-- Parameters: none; reads the temporary tables newest, claim and setting. Added to the temporary table pair.
insert into pair
with told as (
    select
        newest.claim,
        newest.first,
        newest.last,
        newest.low,
        newest.high,
        claim.figure_id,
        claim.voice_id,
        claim.series_id,
        claim.population,
        claim.whole
    from newest
    join claim on claim.rowid = newest.claim
    where claim.event_first is not null and newest.kind = 'running_total' and not claim.vague
)
select part.claim, whole.claim
from told as part
join told as whole
    on  whole.whole = part.whole
    and whole.population = ''
    and part.population <> ''
    and whole.voice_id <> part.voice_id
    and part.low > whole.high
cross join setting
where greatest(0, greatest(part.first, whole.first) - least(part.last, whole.last)) <= setting.event_tolerance_days
qualify row_number() over (
    partition by part.series_id, whole.series_id
    order by part.low / greatest(whole.high, 0.5) desc, part.figure_id, whole.figure_id
) = 1
