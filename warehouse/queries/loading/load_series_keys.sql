-- Which series do the new rows belong to?
-- Grain: one row per series of {fresh} that the warehouse does not have.
select distinct
    indicator,
    holder,
    share_of,
    place_id,
    event_id,
    population,
    statistic,
    first(place_name) as place,
    first(event_name) as event
from {fresh} as fresh
where series_id not in (select series_id from series)
group by all
order by all
