-- How many documents are new, how many figures are to be retired, and how many numbers stayed unread?
-- Grain: one row.
select
    (select count(*) from incoming_document where not is_held) as documents_added,
    (select count(*) from changed)                             as retired,
    (select count(*) from incoming_unread)                     as unread
