-- How many figures of each series match?
-- Grain: one row per series that has one, in the order of the file.
-- Parameters: those of the condition
select
    series_id,
    count(*) as figures
from {source}
where {condition}
group by series_id
order by series_id
