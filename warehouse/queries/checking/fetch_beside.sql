-- Bring what stands in another table beside the figures that were brought.
-- Grain: one row of {table} per {key} of those figures.
-- Parameters: $document_ids (of the draft); {table}, {key}: names of our own schema.
insert into {table} by name
select *
from held.{table}
where
    {key} in (select {key} from figure where document_id not in (select unnest($document_ids::varchar[])))
    and {key} not in (select {key} from {table})
