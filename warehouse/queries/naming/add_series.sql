-- Record series that are not there yet.
-- Grain: one row per series of the temporary table new_series.
insert into series by name
select
    series_id,
    slug,
    title,
    indicator as indicator_id,
    holder,
    share_of,
    place_id,
    event_id,
    population,
    statistic
from new_series
order by series_id
