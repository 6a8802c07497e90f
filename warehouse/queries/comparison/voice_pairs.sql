-- Which claim of one voice is nearest in time to which claim of another, each to each?
-- Grain: one row per pair of lines of one comparison (two voices of a series, or a level and a peak) and pair of mutually nearest claims.
-- Parameters: none; reads the temporary tables newest and setting. one and other are row ids of claim.
create or replace temp table voice_pair as
with line as (
    select distinct comparison, line, statistic
    from newest
),
tie as (
    select
        hash(one.line, other.line) as tie,
        one.line                   as one,
        other.line                 as other
    from line as one
    join line as other
        on  other.comparison = one.comparison
        and other.line > one.line
),
member as (
    select tie, one as line from tie
    union all
    select tie, other from tie
),
-- In one order of time, claims that are nearest to each other stand side by side.
placed as (
    select
        member.tie,
        newest.line,
        newest.claim,
        newest.middle,
        lead(newest.line) over in_time      as next_line,
        lead(newest.claim) over in_time     as next_claim,
        lead(newest.middle) over in_time    as next_middle,
        lag(newest.line) over in_time       as line_before,
        lag(newest.middle) over in_time     as middle_before,
        lead(newest.line, 2) over in_time   as line_after,
        lead(newest.middle, 2) over in_time as middle_after
    from member
    join newest on newest.line = member.line
    window in_time as (partition by member.tie order by newest.middle, newest.last - newest.first, newest.line)
)
select
    placed.tie,
    placed.claim      as one,
    placed.next_claim as other
from placed
cross join setting
where
    placed.line <> placed.next_line
    and placed.next_middle - placed.middle <= 2 * setting.horizon_days
    and (
        placed.line_before is null
        or placed.line_before = placed.line
        or placed.middle - placed.middle_before > placed.next_middle - placed.middle
    )
    and (
        placed.line_after is null
        or placed.line_after = placed.next_line
        or placed.middle_after - placed.next_middle >= placed.next_middle - placed.middle
    )
