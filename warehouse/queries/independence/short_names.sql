-- Whose full name is meant where a document shortens it, or where a name is a known one with words around it?
-- Grain: one row per current figure of the touched documents whose originator is such a name.
-- Parameters: $document_ids. "Observatory" is the one observatory that the same document names; "Britain-based X" is X.
create or replace temp table renamed as
with named as (
    select
        figure.figure_id,
        figure.document_id,
        source.source_id,
        source.kind,
        ' ' || lower(source.name) || ' ' as name
    from figure
    join source on source.source_id = figure.originator_id
    where
        figure.document_id in (select unnest($document_ids::varchar[]))
        and figure.retired_at is null
        and not source.listed
),
present as (
    select distinct figure.document_id, source.source_id, ' ' || lower(source.name) || ' ' as name
    from figure
    join attribution on attribution.chain_id = figure.chain_id
    join source on source.source_id = attribution.source_id
    where figure.document_id in (select unnest($document_ids::varchar[])) and figure.retired_at is null
),
longer as (
    select named.figure_id, present.source_id, len(present.name) as letters
    from named
    join present
        on  present.document_id = named.document_id
        and present.source_id <> named.source_id
        and contains(present.name, named.name)
),
listed as (
    select source_id, ' ' || lower(name) || ' ' as name
    from source
    where listed and contains(name, ' ')
    union
    select source_id, ' ' || lower(alias) || ' '
    from source_alias
    where contains(alias, ' ') and not office
),
within as (
    select named.figure_id, listed.source_id, len(listed.name) as letters
    from named
    join listed on contains(named.name, listed.name)
)
select figure_id, source_id
from (select * from longer union all select * from within)
qualify row_number() over (partition by figure_id order by letters desc, source_id) = 1
