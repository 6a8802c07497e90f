-- Which figures of two newsrooms have hedge, number and unit in the very same words?
-- Grain: one row per pair of figures of two documents, the earlier published first; at least one of them is of a touched document.
-- Parameters: $document_ids, $words (fewest words of the excerpt), $horizon_days.
with worded as (
    select
        figure.figure_id,
        figure.document_id,
        figure.sentence,
        figure.excerpt,
        figure.originator_id,
        lower(figure.excerpt)                                              as words,
        series.indicator_id,
        series.place_id,
        document.published_at,
        figure.document_id in (select unnest($document_ids::varchar[]))    as is_touched
    from figure
    join series on series.series_id = figure.series_id
    join document on document.document_id = figure.document_id
    where
        figure.retired_at is null
        and figure.evidence = 'passage'
        and figure.restates_id is null
        and figure.derived_from_id is null
        and len(regexp_extract_all(figure.excerpt, '[\p{L}\p{N}.,]+')) >= $words
)
select
    one.figure_id        as earlier,
    other.figure_id      as later,
    one.document_id      as earlier_document,
    other.document_id    as later_document,
    one.sentence         as earlier_sentence,
    other.sentence       as later_sentence,
    one.excerpt          as excerpt,
    other.originator_id is null as is_unnamed
from worded as one
join worded as other
    on  other.words = one.words
    and other.indicator_id = one.indicator_id
    and other.place_id = one.place_id
    and other.document_id <> one.document_id
where
    (one.is_touched or other.is_touched)
    and (coalesce(one.published_at, timestamp '9999-01-01'), one.document_id)
        < (coalesce(other.published_at, timestamp '9999-01-01'), other.document_id)
    and coalesce(abs(date_diff('day', one.published_at, other.published_at)), 0) <= $horizon_days
order by earlier, later
