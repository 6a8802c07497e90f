-- Of a batch of which something was held: how many figures are as they were, and how many got a next version?
-- Grain: one row.
select
    (select count(*) from incoming) - (select count(*) from next_version) as known,
    (select count(*) from next_version where version > 1)                 as revised
