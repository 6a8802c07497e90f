-- What did the batch bring?
-- Grain: one row. {fresh}: the temporary table of new versions.
select
    (select count(*) from incoming_document where not is_held) as documents_added,
    (select count(*) from {fresh} as fresh where version = 1)             as added,
    (select count(*) from incoming) - (select count(*) from {fresh} as fresh) as known,
    (select count(*) from changed)                             as retired,
    (select count(*) from {fresh} as fresh where version > 1)             as revised,
    (select count(*) from incoming_unread)                     as unread
