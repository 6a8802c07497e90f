-- Record unread numbers that are not held.
-- Grain: one row per number. Parameters: $run_id.
insert into unread by name
select
    incoming_unread.*,
    $run_id as run_id
from incoming_unread
where not exists (
    select 1
    from unread
    where
        unread.document_id = incoming_unread.document_id
        and unread.char_start = incoming_unread.char_start
        and unread.char_end = incoming_unread.char_end
        and unread.reason = incoming_unread.reason
)
