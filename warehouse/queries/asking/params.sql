-- With which settings was the newest assessment made?
-- Grain: one row, or none before the first run.
-- Parameters: none
select
    params::varchar as params,
    method_version,
    reader_version,
    started_at
from run
order by started_at desc
limit 1
