-- Which series did runs touch that never came to their end?
-- Grain: one row per series.
with undone as (
    select
        run_id,
        started_at
    from run
    where ended_at is null
)
select distinct series_id
from figure
where
    run_id in (select run_id from undone)
    or retired_at >= (select min(started_at) from undone)
order by series_id
