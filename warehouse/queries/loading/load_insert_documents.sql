-- Record the documents that are new. A new text at a known address is a version of the first one there.
-- Grain: one row per document. Parameters: $now, UTC.
insert into document by name
select
    incoming_document.* exclude (text, is_held),
    $now as accessed_at,
    case when incoming_document.kind = 'article' then (
        select arg_min(coalesce(earlier.version_of, earlier.document_id), earlier.accessed_at)
        from document as earlier
        where
            earlier.kind = 'article'
            and earlier.url = incoming_document.url
    ) end as version_of
from incoming_document
where not incoming_document.is_held
