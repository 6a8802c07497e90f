-- Which parties speak, those with most figures first?
-- Grain: one row per party to a conflict.
-- Parameters: none
select
    party.name as party
from figure
join source as voice on voice.source_id = figure.voice_id
join source as party on party.source_id = voice.party_id
where
    figure.retired_at is null
    and voice.alignment = 'party'
group by party.name
order by
    count(*) desc,
    party.name
