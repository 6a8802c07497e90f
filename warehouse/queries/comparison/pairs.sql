-- Which two claims are compared?
-- Grain: one row per unordered pair; one < other are row ids of claim.
-- Parameters: none; reads the temporary tables claim, newest, voice_pair and own_pair.
create or replace temp table pair as
with told as (
    select newest.claim as kept, claim.rowid as claim, claim.figure_id, claim.low, claim.high
    from newest
    join claim on claim.moment = newest.moment
    where newest.retold
),
-- Of a voice that tells one number for its moment, that one; else each of its tellings.
side as (
    select kept, claim, figure_id, low, high from told
    union all
    select newest.claim, newest.claim, claim.figure_id, newest.low, newest.high
    from newest
    join claim on claim.rowid = newest.claim
    where not newest.retold
),
-- Where a voice gives several numbers for one moment, its nearest one is meant: the others are its own affair.
chosen as (
    select one.claim as one, other.claim as other
    from voice_pair
    join side as one on one.kept = voice_pair.one
    join side as other on other.kept = voice_pair.other
    where voice_pair.one in (select kept from told) or voice_pair.other in (select kept from told)
    qualify row_number() over (
        partition by voice_pair.one, voice_pair.other
        order by
            greatest(
                coalesce(one.low, 0) - coalesce(other.high, 'infinity'::double),
                coalesce(other.low, 0) - coalesce(one.high, 'infinity'::double),
                0
            ),
            one.claim <> one.kept,
            other.claim <> other.kept,
            one.figure_id,
            other.figure_id
    ) = 1
),
untold as (
    select one, other
    from voice_pair
    where one not in (select kept from told) and other not in (select kept from told)
)
select least(one, other) as one, greatest(one, other) as other
from untold
union
select least(one, other), greatest(one, other)
from chosen
union
select least(one, other), greatest(one, other)
from own_pair
