-- Record the new versions of figures.
-- Grain: one row per figure of {fresh}. Parameters: $run_id, $now, UTC.
insert into figure by name
select
    * exclude (indicator, holder, share_of, place_id, event_id, population, statistic),
    document_id as origin_group,
    $run_id     as run_id,
    $now        as recorded_at
from {fresh} as fresh
