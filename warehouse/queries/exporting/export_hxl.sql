-- Which tags of the Humanitarian Exchange Language do the indicators of the matching figures have?
-- Grain: one row per indicator, by its id.
-- Parameters: those of the condition
select
    indicator.hxl,
    indicator.indicator_id
from indicator
where indicator.indicator_id in (select indicator from {source} where {condition})
order by indicator.indicator_id
