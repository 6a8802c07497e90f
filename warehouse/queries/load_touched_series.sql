-- Which series have to be judged again?
-- Grain: one row per series that gained or lost a row.
select series_id from fresh
union
select series_id from changed
order by series_id
