-- How was one figure read, from the first reading on?
-- Grain: one row per version, oldest first.
-- Parameters: $figure_id
select
    {columns}
from figure_versions
where figure_id = $figure_id
order by version
