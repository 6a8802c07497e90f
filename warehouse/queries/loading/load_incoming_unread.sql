-- Which numbers of the batch stayed unread?
-- Grain: one row per number. Reads the registered table new_unread.
create or replace temp table incoming_unread as
select distinct new_unread.*
from new_unread
join incoming_document on incoming_document.document_id = new_unread.document_id
