-- Which claim of each voice is nearest in time to each figure of the draft?
-- Grain: one row per figure of the draft and voice (or level and peak of one voice) within the window.
-- Parameters: $document_ids (of the draft); reads the temporary tables claim, newest and setting. one and other are row ids of claim. It takes the place of voice_pairs and own_pairs.
create or replace temp table pair as
with draft as (
    select rowid as claim, *
    from claim
    where document_id in (select unnest($document_ids::varchar[]))
),
told as (
    select newest.*, claim.figure_id
    from newest
    join claim on claim.rowid = newest.claim
    where claim.document_id not in (select unnest($document_ids::varchar[]))
),
nearest as (
    select draft.claim as one, told.claim as other
    from draft
    join told on told.comparison = draft.comparison
    cross join setting
    where
        greatest(0, greatest(draft.first, told.first) - least(draft.last, told.last))
            <= greatest(draft.tolerance_days, setting.longest_window_days)
    qualify row_number() over (
        partition by draft.figure_id, told.line
        order by abs(draft.middle - told.middle), told.figure_id
    ) = 1
)
select one, other
from nearest
