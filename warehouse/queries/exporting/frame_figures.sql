-- Which figures match?
-- Grain: one row per figure, the columns of the view figures, by series, as-of and id.
-- Parameters: those of the condition
select *
from {source}
where {condition}
order by
    series_id,
    as_of_start,
    figure_id
