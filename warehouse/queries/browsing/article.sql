-- What is known of one document: an article, or a row of a claims table?
-- Grain: one row, or none.
-- Parameters: $document_id
with named as (
    select
        document.document_id,
        document.kind,
        document.file,
        document.title,
        publisher.name          as publisher,
        original_publisher.name as original_publisher,
        document.published_at,
        document.published_precision,
        document.published_basis,
        document.url,
        document.archive_url,
        document.language,
        document.translated,
        document.accessed_at,
        document.content_sha256,
        document.near_duplicate_of
    from document
    left join source as publisher on publisher.source_id = document.publisher_id
    left join source as original_publisher on original_publisher.source_id = document.original_publisher_id
    where document.document_id = $document_id
)
select
    {columns}
from named
order by document_id
