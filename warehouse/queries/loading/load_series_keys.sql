-- Which series of the new rows does the warehouse not have?
-- Grain: one row per series, with the names for its title. Parameters: {of}, a temporary table of the new rows' series.
select
    indicator,
    holder,
    share_of,
    place_id,
    event_id,
    population,
    statistic,
    place,
    event
from incoming_series
where
    series_id not in (select series_id from series)
    and series_id in (select series_id from {of})
qualify row_number() over (partition by series_id order by place, event) = 1
order by series_id
