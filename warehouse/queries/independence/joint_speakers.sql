-- Which figures do several speakers give together?
-- Grain: one row per figure with more than one originator; voice_id is the sorted set of them.
-- Parameters: $document_ids.
create or replace temp table joint as
select
    figure.figure_id,
    string_agg(distinct attribution.source_id, '+' order by attribution.source_id)  as voice_id,
    string_agg(distinct source.name, ', ' order by source.name)                     as name,
    if(count(distinct source.party_id) = 1, any_value(source.party_id), null)       as party_id,
    if(count(distinct source.alignment) = 1, any_value(source.alignment), 'unknown') as alignment
from figure
join attribution on attribution.chain_id = figure.chain_id
join source on source.source_id = attribution.source_id
where
    attribution.role = 'originator'
    and figure.retired_at is null
    and figure.document_id in (select unnest($document_ids::varchar[]))
group by figure.figure_id
having count(distinct attribution.source_id) > 1
