-- Forget the unread numbers of withdrawn documents.
-- Grain: one row per number.
delete from unread
where document_id in (select document_id from withdrawn)
