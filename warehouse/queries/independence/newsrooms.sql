-- Which newsroom wrote each document?
-- Grain: one row per document that is touched; newsroom is a source, or the document itself where none is known.
-- Parameters: $document_ids; reads the temporary table credited (document_id, source_id): newsrooms that a text itself names.
create or replace temp table newsroom as
select
    document.document_id,
    coalesce(
        first_told.original_publisher_id,
        document.original_publisher_id,
        first_credited.source_id,
        credited.source_id,
        first_told.publisher_id,
        document.publisher_id,
        document.near_duplicate_of,
        document.document_id
    ) as newsroom
from document
left join document as first_told on first_told.document_id = document.near_duplicate_of
left join credited on credited.document_id = document.document_id
left join credited as first_credited on first_credited.document_id = document.near_duplicate_of
where document.document_id in (select unnest($document_ids::varchar[]))
   or document.document_id in (select document_id from duplicate)
