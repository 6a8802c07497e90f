-- What does the selection hold, and of which generation is it?
-- Grain: one row.
-- Parameters: those of the condition
select
    matching.figures,
    matching.first_day,
    matching.last_day,
    matching.units,
    warehouse_meta.generation,
    warehouse_meta.built_at,
    warehouse_meta.reader_version,
    warehouse_meta.method_version
from warehouse_meta
cross join (
    select
        count(*)         as figures,
        min(as_of_start) as first_day,
        max(as_of_end)   as last_day,
        list_sort(list(distinct unit)) as units
    from {source}
    where {condition}
) as matching
