-- How did one source's numbers move?
-- Grain: one row per number that follows another of the same voice and series, in time order.
-- Parameters: $source
select
    {columns}
from revisions
where voice = $source
order by
    slug,
    new_as_of_start nulls last,
    new_published_at,
    new_figure_id
