-- Which figures repeat another one of their own document: in another unit, or in quotation and paraphrase?
-- Grain: one row per repeated figure.
-- Parameters: none; reads the temporary tables gathered and touched_series.
create or replace temp table restated as
with linked as (
    select figure_id as one, restates_id as other
    from gathered
    where restates_id is not null and series_id in (select series_id from touched_series)
),
-- Quotation and paraphrase: one voice, one document, one moment, and a limit in common.
told_twice as (
    select first.figure_id as one, again.figure_id as other
    from gathered as first
    join gathered as again
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
    least(one.figure_id, other.figure_id)    as figure_a,
    greatest(one.figure_id, other.figure_id) as figure_b,
    -- The pair belongs to the series of the repeating figure: whenever that is assessed again, the pair is found again.
    one.series_id                          as series_id,
    'agree'                                as relation,
    1.0                                    as gap,
    if(least(one.value, other.value) > 0, greatest(one.value, other.value) / least(one.value, other.value), null) as ratio,
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
join gathered as one on one.figure_id = repeated.one
join gathered as other on other.figure_id = repeated.other
where one.figure_id <> other.figure_id
