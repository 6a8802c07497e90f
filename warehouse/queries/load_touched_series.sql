-- Which series have to be judged again?
-- Grain: one row per series that gained or lost a row. {fresh}: the temporary table of new versions.
select series_id from {fresh} as fresh
union
select series_id from changed
order by series_id
