-- Documents that are there more than once.
-- Grain: one row: how many, and an example.
select
    count(*)         as broken,
    min(document_id) as example
from (
    select document_id
    from document
    group by document_id
    having count(*) > 1
)
