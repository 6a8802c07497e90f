-- What is said about one place, by its name?
-- Grain: one row per current figure.
-- Parameters: $place
select
    {columns}
from figures
where place = $place
order by
    as_of_start nulls last,
    published_at,
    figure_id
