-- In which canonical units are the figures?
-- Grain: one row per unit.
-- Parameters: none
select distinct unit
from figure
where
    retired_at is null
    and reviewed <> 'rejected'
order by unit
