-- Which figures of sister series stand beside each other, and how do their series differ?
-- Grain: one row per pair of sister series, with the two claims that are nearest in time.
-- Parameters: none; reads the temporary tables claim, newest and touched_series.
create or replace temp table related as
with recursive inside as (
    select place_id, place_id as whole_id
    from place
    union
    select inside.place_id, place.parent_id
    from inside
    join place on place.place_id = inside.whole_id
    where place.parent_id is not null
),
kept as (
    select series.*, indicator.family
    from series
    join indicator on indicator.indicator_id = series.indicator_id
    where
        series.series_id in (select series_id from newest)
        and indicator.kind <> 'attribute'
        and indicator.family <> 'other'
),
beside as (
    select
        one.series_id                                        as one,
        other.series_id                                      as other,
        one.place_id <> other.place_id
            and exists (select 1 from inside where inside.place_id = other.place_id and inside.whole_id = one.place_id)
                                                             as one_is_larger,
        one.indicator_id <> other.indicator_id               as other_measure,
        one.statistic <> other.statistic                     as other_statistic,
        one.place_id <> other.place_id
            or (one.population <> other.population and (one.population <> '' and other.population <> ''
                or one.indicator_id = other.indicator_id))   as other_scope
    from kept as one
    join kept as other
        on  other.family = one.family
        and other.series_id > one.series_id
    where
        one.event_id = other.event_id
        -- Disjoint populations are not paired: one must be all of them, or be named within the other.
        and (
            one.population = other.population
            or one.population = ''
            or other.population = ''
            or contains(' ' || lower(one.population) || ' ', ' ' || lower(other.population) || ' ')
            or contains(' ' || lower(other.population) || ' ', ' ' || lower(one.population) || ' ')
        )
        and (
            (
                one.indicator_id <> other.indicator_id
                and one.place_id = other.place_id
            )
            or (
                one.holder = other.holder
                and one.share_of = other.share_of
                and (one.place_id = other.place_id
                     or exists (select 1 from inside where inside.place_id = one.place_id and inside.whole_id = other.place_id)
                     or exists (select 1 from inside where inside.place_id = other.place_id and inside.whole_id = one.place_id))
                -- A level and its peak are compared, not shown beside each other.
                and not (one.indicator_id = other.indicator_id
                         and one.place_id = other.place_id and one.population = other.population and one.event_id = other.event_id
                         and one.statistic in ('level', 'peak') and other.statistic in ('level', 'peak'))
            )
        )
),
nearest as (
    select
        beside.*,
        a.figure_id                                                        as one_figure,
        b.figure_id                                                        as other_figure,
        greatest(0, greatest(a.first, b.first) - least(a.last, b.last))    as days_apart,
        a.first = b.first and a.last = b.last                              as one_window
    from beside
    join newest as a on a.series_id = beside.one
    join newest as b on b.series_id = beside.other
    cross join setting
    where abs(a.middle - b.middle) <= 2 * setting.horizon_days
    qualify row_number() over (
        partition by beside.one, beside.other
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
