-- Bring the current figures of the series that a draft may be compared with.
-- Grain: one row per figure of the attached file held, but for those of the draft itself.
-- Parameters: $document_ids; reads the temporary table wanted_series.
insert into figure by name
select *
from held.figure
where
    retired_at is null
    and series_id in (select series_id from wanted_series)
    and document_id not in (select unnest($document_ids::varchar[]))
