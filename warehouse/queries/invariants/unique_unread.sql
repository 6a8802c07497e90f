-- Unread numbers that are there more than once.
-- Grain: one row: how many, and an example.
select
    count(*)         as broken,
    min(document_id) as example
from (
    select document_id
    from unread
    group by
        document_id,
        char_start,
        char_end,
        reason
    having count(*) > 1
)
