-- Retire the figures of withdrawn documents; what a person has decided stays.
-- Grain: one row per figure, its series. Parameters: $now, UTC.
update figure
set retired_at = $now
where
    retired_at is null
    and reviewed = 'machine'
    and document_id in (select document_id from withdrawn)
returning series_id
