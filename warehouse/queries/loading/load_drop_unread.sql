-- Forget unread numbers of the batch's documents that are read now, or for another reason unread.
-- Grain: one row per number.
delete from unread
where
    document_id in (select document_id from incoming_document where is_held)
    and not exists (
        select 1
        from incoming_unread
        where
            incoming_unread.document_id = unread.document_id
            and incoming_unread.char_start = unread.char_start
            and incoming_unread.char_end = unread.char_end
            and incoming_unread.reason = unread.reason
    )
