-- Which figures repeat another one of their own document: in another unit, or in quotation and paraphrase?
-- Grain: one row per repeated figure.
-- Parameters: none; reads the temporary table touched_series.
create or replace temp table restated as
with linked as (
    select figure_id as one, restates_id as other
    from figure
    where restates_id is not null and retired_at is null and series_id in (select series_id from touched_series)
),
-- Quotation and paraphrase: one voice, one document, one moment, and a limit in common.
told_twice as (
    select first.figure_id as one, again.figure_id as other
    from figure as first
    join figure as again
        on  again.document_id = first.document_id
        and again.series_id = first.series_id
        and again.voice_id = first.voice_id
        and again.as_of_start is not distinct from first.as_of_start
        and again.as_of_end is not distinct from first.as_of_end
        and again.char_start > first.char_start
        and (again.low = first.low or again.high = first.high)
        and coalesce(again.low, 0) <= coalesce(first.high, 'infinity'::double)
        and coalesce(first.low, 0) <= coalesce(again.high, 'infinity'::double)
    where
        first.series_id in (select series_id from touched_series)
        and first.retired_at is null
        and again.retired_at is null
        and first.restates_id is null
        and again.restates_id is null
    qualify row_number() over (partition by again.figure_id order by first.char_start, first.figure_id) = 1
),
repeated as (
    select one, other from linked
    union
    select one, other from told_twice
)
select
    least(repeated.one, repeated.other)    as figure_a,
    greatest(repeated.one, repeated.other) as figure_b,
    a.series_id                            as series_a,
    b.series_id                            as series_b,
    'agree'                                as relation,
    1.0                                    as gap,
    if(least(a.value, b.value) > 0, greatest(a.value, b.value) / least(a.value, b.value), null) as ratio,
    'RESTATEMENT'                          as explanation,
    'certain'                              as explanation_strength,
    []::varchar[]                          as other_explanations,
    []::varchar[]                          as labels,
    0.0                                    as severity_score,
    0::tinyint                             as severity,
    0                                      as days_apart,
    0                                      as order_ab,
    false                                  as is_revision,
    true                                   as meet
from repeated
join figure as a on a.figure_id = least(repeated.one, repeated.other) and a.retired_at is null
join figure as b on b.figure_id = greatest(repeated.one, repeated.other) and b.retired_at is null
where a.figure_id <> b.figure_id
