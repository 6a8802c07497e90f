-- Who is one source?
-- Grain: one row, or none.
-- Parameters: $source_id
select
    source.source_id,
    source.name,
    source.kind,
    coalesce(parent.name, '')      as parent,
    coalesce(parent.source_id, '') as parent_id,
    coalesce(party.name, '')       as party,
    source.alignment,
    source.alignment_basis,
    source.listed
from source
left join source as parent on parent.source_id = source.parent_id
left join source as party on party.source_id = source.party_id
where source.source_id = $source_id
