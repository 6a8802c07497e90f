-- Unread numbers of a document that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(unread.document_id) as example
from unread
anti join document on document.document_id = unread.document_id
where true
