-- What is said about one event, by its name?
-- Grain: one row per current figure.
-- Parameters: $event
select
    {columns}
from figures
where event = $event
order by
    as_of_start nulls last,
    published_at,
    figure_id
