-- What is the newest word on each of some series: the figures of its last as-of day?
-- Grain: one row per current figure of the last as-of window of a series, newest published first.
-- Parameters: $series_ids
with newest as ( -- from the table first: over the view of a million figures the window needs more than 256 MB
    select figure_id
    from figure
    where
        list_contains($series_ids, series_id)
        and retired_at is null
        and reviewed <> 'rejected'
        and as_of_end is not null
    -- what is said again counts only where nothing else is there
    qualify
        as_of_end = max(as_of_end) over (partition by series_id, restates_id is null)
        and (restates_id is null or not bool_or(restates_id is null) over (partition by series_id))
)
select
    {columns}
from figures
where figure_id in (select figure_id from newest)
order by
    slug,
    published_at desc nulls last,
    figure_id
