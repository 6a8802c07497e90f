-- What does everybody say about one series?
-- Grain: one row per current figure.
-- Parameters: $series_id
select
    {columns}
from figures
where series_id = $series_id
order by
    as_of_start nulls last,
    published_at,
    figure_id
