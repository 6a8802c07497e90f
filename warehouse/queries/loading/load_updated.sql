-- Of which held documents is more known now: a manifest may say more than before?
-- Grain: one row per document whose origin differs.
create or replace temp table updated as
select incoming_document.*
from incoming_document
join document on document.document_id = incoming_document.document_id
where
    incoming_document.is_held
    and row(
        incoming_document.title,
        incoming_document.url,
        incoming_document.archive_url,
        incoming_document.language,
        incoming_document.translated,
        incoming_document.publisher_id,
        incoming_document.original_publisher_id,
        incoming_document.published_at,
        incoming_document.published_precision,
        incoming_document.published_basis
    ) is distinct from row(
        document.title,
        document.url,
        document.archive_url,
        document.language,
        document.translated,
        document.publisher_id,
        document.original_publisher_id,
        document.published_at,
        document.published_precision,
        document.published_basis
    )
