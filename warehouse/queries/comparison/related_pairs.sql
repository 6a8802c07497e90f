-- Which figures of sister series stand beside each other, and how do their series differ?
-- Grain: one row per pair of sister series, with the two claims that are nearest in time.
-- Parameters: none; reads the temporary tables sister, claim, newest and setting.
create or replace temp table related as
with member as (
    select one, other, one as series_id from sister
    union all
    select one, other, other from sister
),
-- In one order of time, claims that are nearest to each other stand side by side.
placed as (
    select
        member.one,
        member.other,
        newest.series_id,
        claim.figure_id,
        newest.claim,
        lead(newest.series_id) over in_time              as next_series,
        lead(newest.claim) over in_time                  as next_claim,
        lead(newest.middle) over in_time - newest.middle as apart
    from member
    join newest on newest.series_id = member.series_id
    join claim on claim.rowid = newest.claim
    window in_time as (partition by member.one, member.other order by newest.middle, newest.series_id, claim.figure_id)
),
nearest as (
    select
        one,
        other,
        if(series_id = one, claim, next_claim) as one_claim,
        if(series_id = one, next_claim, claim) as other_claim
    from placed
    cross join setting
    where series_id <> next_series and apart <= 2 * setting.horizon_days
    qualify row_number() over (partition by one, other order by apart, figure_id) = 1
),
coded as (
    select
        nearest.one_claim,
        nearest.other_claim,
        greatest(0, greatest(a.first, b.first) - least(a.last, b.last)) as days_apart,
        list_filter([
            if(sister.other_scope, 'DIFFERENT_SCOPE', null),
            if(sister.other_measure, 'DIFFERENT_MEASURE', null),
            if((a.first <> b.first or a.last <> b.last) and days_apart > 0, 'DIFFERENT_AS_OF', null),
            if(sister.other_statistic, 'STOCK_VS_CUMULATIVE', null)
        ], lambda code: code is not null)                               as explanations
    from nearest
    join sister on sister.one = nearest.one and sister.other = nearest.other
    join claim as a on a.rowid = nearest.one_claim
    join claim as b on b.rowid = nearest.other_claim
)
select
    least(a.figure_id, b.figure_id)    as figure_a,
    greatest(a.figure_id, b.figure_id) as figure_b,
    -- The pair belongs to the series of the smaller place: whenever that is assessed again, the larger is there too.
    a.series_id,
    'related'                          as relation,
    null::double                       as gap,
    if(a.unit = b.unit and least(a.centre, b.centre) > 0,
       greatest(a.centre, b.centre) / least(a.centre, b.centre), null) as ratio,
    explanations[1]                    as explanation,
    'certain'                          as explanation_strength,
    explanations[2:]                   as other_explanations,
    []::varchar[]                      as labels,
    0.0                                as severity_score,
    0::tinyint                         as severity,
    days_apart,
    0                                  as order_ab,
    false                              as is_revision,
    false                              as meet
from coded
join claim as a on a.rowid = coded.one_claim
join claim as b on b.rowid = coded.other_claim
where len(explanations) > 0
