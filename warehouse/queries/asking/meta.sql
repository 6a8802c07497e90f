-- Which generation of the file is this?
-- Grain: one row.
-- Parameters: none
select
    generation,
    built_at,
    reader_version,
    method_version
from warehouse_meta
