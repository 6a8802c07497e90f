-- Which figures of the batch become rows: those without a current version, and those that changed?
-- Grain: one row per figure, with its version.
create or replace temp table next_version as
select
    incoming.figure_id,
    incoming.series_id,
    incoming.document_id,
    coalesce(past.version, 0) + 1 as version
from incoming
left join (
    select
        figure_id,
        max(version) as version,
        bool_or(retired_at is null and figure_id not in (select figure_id from changed)) as is_current
    from figure
    where document_id in (select document_id from incoming_document where is_held)
    group by figure_id
) as past on past.figure_id = incoming.figure_id
where not coalesce(past.is_current, false)
