-- Which articles were read, newest first, and what came of each?
-- Grain: one row per article.
-- Parameters: $words ('' for all; in the title, the publisher or the file name), $limit, $offset
with chosen as (
    select
        document.document_id,
        document.file,
        document.title,
        publisher.name          as publisher,
        original_publisher.name as original_publisher,
        document.published_at,
        document.published_precision,
        document.published_basis,
        document.url,
        document.language,
        document.near_duplicate_of
    from document
    left join source as publisher on publisher.source_id = document.publisher_id
    left join source as original_publisher on original_publisher.source_id = document.original_publisher_id
    where
        document.kind = 'article'
        and (
            $words = ''
            or contains(
                lower(coalesce(document.title, '') || ' ' || coalesce(publisher.name, '') || ' ' || document.file),
                lower($words)
            )
        )
    order by
        document.published_at desc nulls last,
        document.document_id
    limit $limit
    offset $offset
),
read as (
    select
        document_id,
        count(*)                              as figures,
        count(*) filter (where severity >= 2) as disputed
    from figure
    where
        retired_at is null
        and reviewed <> 'rejected'
        and document_id in (select document_id from chosen)
    group by document_id
),
not_read as (
    select
        document_id,
        count(*) as unread
    from unread
    where document_id in (select document_id from chosen)
    group by document_id
),
counted as (
    select
        chosen.*,
        coalesce(read.figures, 0)    as figures,
        coalesce(read.disputed, 0)   as disputed,
        coalesce(not_read.unread, 0) as unread
    from chosen
    left join read on read.document_id = chosen.document_id
    left join not_read on not_read.document_id = chosen.document_id
)
select
    {columns}
from counted
order by
    published_at desc nulls last,
    document_id
