-- Which figures match, of a stretch of series?
-- Grain: one row per figure, the columns of the view figures, by series, as-of and id.
-- Parameters: $first, $last (series ids, both included) and those of the condition
select *
from {source}
where
    series_id between $first and $last
    and {condition}
order by
    series_id,
    as_of_start,
    figure_id
