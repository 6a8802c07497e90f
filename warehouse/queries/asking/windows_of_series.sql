-- What do the voices of some series come to, window by window?
-- Grain: one row per series and as-of window, in time order.
-- Parameters: $series_ids
select
    {columns}
from series_summary
where list_contains($series_ids, series_id)
order by
    slug,
    as_of_start,
    as_of_end
