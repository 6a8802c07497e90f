-- Which numbers were seen in one document, read or not?
-- Grain: one row per figure or unread number, in text order, one that is worked out from another after it; a row of a
-- claims table has no offsets.
-- Parameters: $document_id
with seen as (
    select
        figures.char_start,
        figures.char_end,
        figures.excerpt,
        figures.figure_id,
        series.title            as series_title,
        figures.slug,
        figures.voice,
        figures.sentence,
        figures.severity,
        figures.reviewed,
        figures.restates_id,
        figures.derivation,
        cast(null as varchar)   as reason
    from figures
    join series on series.series_id = figures.series_id
    where figures.document_id = $document_id
    union all by name
    select
        char_start,
        char_end,
        excerpt,
        reason
    from unread
    where document_id = $document_id
)
select
    {columns}
from seen
order by
    char_start nulls last,
    char_end,
    derivation nulls first,
    figure_id
