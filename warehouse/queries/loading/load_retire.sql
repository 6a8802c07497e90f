-- Retire the figures of the temporary table changed.
-- Grain: one row per figure. Parameters: $now, UTC.
update figure
set retired_at = $now
where
    retired_at is null
    and figure_id in (select figure_id from changed)
