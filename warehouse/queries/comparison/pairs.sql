-- Which two figures are compared, and as what?
-- Grain: one row per unordered pair, figure_a < figure_b.
-- Parameters: none; reads the temporary tables claim, newest, voice_pair and own_pair.
create or replace temp table pair as
with told as (
    select newest.figure_id as kept, claim.figure_id, claim.low, claim.high
    from newest
    join claim
        on  claim.line = newest.line
        and claim.first = newest.first
        and claim.last = newest.last
    where newest.retold
),
-- Where a voice gives several numbers for one moment, its nearest one is meant: the others are its own affair.
choice as (
    select
        voice_pair.one,
        voice_pair.other,
        coalesce(one_told.figure_id, one.figure_id)     as chosen_one,
        coalesce(other_told.figure_id, other.figure_id) as chosen_other,
        coalesce(one_told.low, one.low, 0)
            - coalesce(other_told.high, if(other_told.figure_id is null, other.high, null), 'infinity'::double) as above,
        coalesce(other_told.low, other.low, 0)
            - coalesce(one_told.high, if(one_told.figure_id is null, one.high, null), 'infinity'::double)       as below
    from voice_pair
    join claim as one on one.figure_id = voice_pair.one
    join claim as other on other.figure_id = voice_pair.other
    left join told as one_told on one_told.kept = voice_pair.one
    left join told as other_told on other_told.kept = voice_pair.other
    where voice_pair.one in (select kept from told) or voice_pair.other in (select kept from told)
),
chosen as (
    select chosen_one as one, chosen_other as other
    from choice
    qualify row_number() over (
        partition by one, other
        order by greatest(above, below, 0), chosen_one <> one, chosen_other <> other, chosen_one, chosen_other
    ) = 1
),
untold as (
    select one, other
    from voice_pair
    where one not in (select kept from told) and other not in (select kept from told)
)
select least(one, other) as figure_a, greatest(one, other) as figure_b
from untold
union
select least(one, other), greatest(one, other)
from chosen
union
select least(one, other), greatest(one, other)
from own_pair
