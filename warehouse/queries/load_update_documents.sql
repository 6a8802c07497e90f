-- Bring what is known of held documents up to date: a manifest may say more than before.
-- Grain: one row per document whose origin differs.
update document
set
    title = incoming_document.title,
    url = incoming_document.url,
    archive_url = incoming_document.archive_url,
    language = incoming_document.language,
    translated = incoming_document.translated,
    publisher_id = incoming_document.publisher_id,
    original_publisher_id = incoming_document.original_publisher_id,
    published_at = incoming_document.published_at,
    published_precision = incoming_document.published_precision,
    published_basis = incoming_document.published_basis
from incoming_document
where
    incoming_document.document_id = document.document_id
    and incoming_document.is_held
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
