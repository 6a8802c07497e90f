-- Which figures of sister series stand beside each other, and how do their series differ?
-- Grain: one row per pair of sister series, with the two claims that are nearest in time.
-- Parameters: none; reads the temporary tables sister, claim, newest and setting.
create or replace temp table related as
with nearest as (
    select
        sister.*,
        a.figure_id                                                        as one_figure,
        b.figure_id                                                        as other_figure,
        greatest(0, greatest(a.first, b.first) - least(a.last, b.last))    as days_apart,
        a.first = b.first and a.last = b.last                              as one_window
    from sister
    join newest as a on a.series_id = sister.one
    join newest as b on b.series_id = sister.other
    cross join setting
    where abs(a.middle - b.middle) <= 2 * setting.horizon_days
    qualify row_number() over (
        partition by sister.one, sister.other
        order by abs(a.middle - b.middle), a.figure_id, b.figure_id
    ) = 1
),
coded as (
    select
        nearest.*,
        list_filter([
            if(other_scope, 'DIFFERENT_SCOPE', null),
            if(other_measure, 'DIFFERENT_MEASURE', null),
            if(not one_window and days_apart > 0, 'DIFFERENT_AS_OF', null),
            if(other_statistic, 'STOCK_VS_CUMULATIVE', null)
        ], lambda code: code is not null) as explanations
    from nearest
)
select
    least(one_figure, other_figure)    as figure_a,
    greatest(one_figure, other_figure) as figure_b,
    -- The pair belongs to the series of the smaller place: whenever that is assessed again, the larger is there too.
    if(one_is_larger, other, one)      as series_a,
    if(one_is_larger, one, other)      as series_b,
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
join claim as a on a.figure_id = least(one_figure, other_figure)
join claim as b on b.figure_id = greatest(one_figure, other_figure)
where len(explanations) > 0
