-- Write down which figures replace an earlier one.
-- Grain: one row changed per row of the temporary table revised. Once for all batches: each pass is over the widest table.
-- Parameters: none; reads revised (later, earlier).
update figure
set supersedes_id = revised.earlier
from revised
where figure.figure_id = revised.later and figure.retired_at is null and figure.supersedes_id is null
