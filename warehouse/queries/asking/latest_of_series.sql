-- What is the newest word on each of some series: the figures of its last as-of day?
-- Grain: one row per current figure of the last as-of window of a series, newest published first.
-- Parameters: $series_ids
select
    {columns}
from figures
where
    list_contains($series_ids, series_id)
    and restates_id is null
    and as_of_end is not null
qualify as_of_end = max(as_of_end) over (partition by series_id)
order by
    slug,
    published_at desc nulls last,
    figure_id
