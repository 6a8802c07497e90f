-- What did the file hold on one series at the end of a day?
-- Grain: one row per figure that was current then.
-- Parameters: $series_id, $day
select
    {columns}
from as_known_on($day)
where series_id = $series_id
order by
    as_of_start nulls last,
    published_at,
    figure_id
