-- Which documents of the batch are taken in? Names become ids.
-- Grain: one row per document. Reads the registered tables new_document and named_source.
-- A text that is held under another file name is a copy: it brings nothing, and the first one keeps its origin.
create or replace temp table incoming_document as
select
    new_document.* exclude (publisher, original_publisher),
    publisher.source_id          as publisher_id,
    original_publisher.source_id as original_publisher_id,
    document.document_id is not null as is_held
from new_document
left join named_source as publisher on publisher.name = new_document.publisher
left join named_source as original_publisher on original_publisher.name = new_document.original_publisher
left join document on document.document_id = new_document.document_id
where
    document.document_id is null
    or document.file = new_document.file
qualify row_number() over (partition by new_document.document_id) = 1
