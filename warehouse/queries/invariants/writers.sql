-- Documents of an original publisher that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(document.document_id) as example
from document
anti join source on source.source_id = document.original_publisher_id
where document.original_publisher_id is not null
