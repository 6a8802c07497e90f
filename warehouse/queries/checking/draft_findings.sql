-- What is told of each figure of the draft?
-- Grain: one row per pair with at least one figure of the draft, worst first for each.
-- Parameters: $document_ids; reads the temporary table narrated.
with side as (
    select figure_a as figure_id, figure_b as other_id, * from narrated
    union all
    select figure_b, figure_a, * from narrated
)
select
    side.figure_id,
    other.figure_id as other_id,
    coalesce(voice.name, publisher.name, 'an unnamed outlet') as voice,
    coalesce(party.name, '') as party,
    coalesce(publisher.name, '') as publisher,
    other.excerpt,
    other.value,
    other.low,
    other.high,
    other.unit,
    other.as_of_start,
    other.as_of_end,
    coalesce(document.url, '') as url,
    side.relation,
    side.explanation,
    side.severity,
    side.gap,
    side.narrative
from side
join figure as own on own.figure_id = side.figure_id and own.retired_at is null
join figure as other on other.figure_id = side.other_id and other.retired_at is null
join document on document.document_id = other.document_id
left join source as voice on voice.source_id = other.voice_id
left join source as party on party.source_id = voice.party_id
left join source as publisher on publisher.source_id = document.publisher_id
where
    own.document_id in (select unnest($document_ids::varchar[]))
    and side.relation <> 'related'
order by own.char_start, own.figure_id, side.severity_score desc,
    side.relation = 'sequence', side.relation = 'compatible', other.as_of_end desc, other.figure_id
