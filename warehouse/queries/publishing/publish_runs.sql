-- Copy the runs into the snapshot; those that no reader has seen are of this generation.
-- Grain: one row per run. Parameters: $generation.
insert into snap.run by name
select * replace (coalesce(generation, $generation) as generation)
from work.run
order by started_at, run_id
