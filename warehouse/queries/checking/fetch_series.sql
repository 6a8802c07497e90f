-- Bring the series that a draft may be compared with.
-- Grain: one row per series of the temporary table wanted_series that is not there yet.
-- Parameters: none.
insert into series by name
select *
from wanted_series
where series_id not in (select series_id from series)
