-- Each document that repeats an earlier one names the first of them.
-- Grain: one row changed per document of the temporary table duplicate.
-- Parameters: none.
update document
set near_duplicate_of = coalesce(first_told.near_duplicate_of, duplicate.original_id)
from duplicate
join document as first_told on first_told.document_id = duplicate.original_id
where
    document.document_id = duplicate.document_id
    and document.near_duplicate_of is distinct from coalesce(first_told.near_duplicate_of, duplicate.original_id)
