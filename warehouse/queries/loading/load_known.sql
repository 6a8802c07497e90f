-- Of a batch of which something was held: how many figures are as they were, and how many got a next version?
-- Grain: one row. Parameters: {figures}, the table of what was read.
select
    (select count(*) from {figures} where document_id in (select document_id from incoming_document))
        - (select count(*) from next_version)             as known,
    (select count(*) from next_version where version > 1)                 as revised
