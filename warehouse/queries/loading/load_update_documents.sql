-- Bring what is known of held documents up to date.
-- Grain: one row per document of the temporary table updated.
update document
set
    title = updated.title,
    url = updated.url,
    archive_url = updated.archive_url,
    language = updated.language,
    translated = updated.translated,
    publisher_id = updated.publisher_id,
    original_publisher_id = updated.original_publisher_id,
    published_at = updated.published_at,
    published_precision = updated.published_precision,
    published_basis = updated.published_basis
from updated
where updated.document_id = document.document_id
