-- What did the batch bring?
-- Grain: one row.
select
    (select count(*) from incoming_document where not is_held) as documents_added,
    (select count(*) from fresh where version = 1)             as added,
    (select count(*) from incoming) - (select count(*) from fresh) as known,
    (select count(*) from changed)                             as retired,
    (select count(*) from fresh where version > 1)             as revised,
    (select count(*) from incoming_unread)                     as unread
