-- Is every document of the batch new and taken in?
-- Grain: one row. Reads the registered table new_document.
select
    not coalesce(bool_or(is_held), false)
    and count(*) = (select count(distinct document_id) from new_document) as is_all_new
from incoming_document
