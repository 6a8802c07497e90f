-- By which short name is a source known: its initials, or its last word where that alone is one of its names?
-- Grain: one row per source that has one.
-- Parameters: none
select
    source.name,
    arg_min(source_alias.alias, length(source_alias.alias)) as short
from source
join source_alias on source_alias.source_id = source.source_id
where
    not source_alias.office
    and length(source_alias.alias) < length(source.name)
    and (
        regexp_full_match(source_alias.alias, '[A-Z][A-Za-z]{0,2}[A-Z]{1,4}')
        or source_alias.alias = regexp_extract(source.name, '\S+$')
    )
group by source.name
order by source.name
