-- Which listed sources are there, as the name tables have them?
-- Grain: one row per source, in the order of figures.names.Source; an office is title, first and last day.
-- Parameters: none.
with told as (
    select
        source_id,
        list(alias order by alias) filter (where not office)                                       as aliases,
        list({'title': alias, 'start': valid_from, 'end': valid_to} order by alias, valid_from) filter (where office) as offices
    from source_alias
    group by source_id
)
select
    source.name,
    source.kind,
    coalesce(parent.name, '')          as parent,
    source.alignment,
    coalesce(source.alignment_basis, '') as alignment_basis,
    coalesce(told.aliases, [])         as aliases,
    coalesce(told.offices, [])         as offices
from source
left join source as parent on parent.source_id = source.parent_id
left join told on told.source_id = source.source_id
where source.listed
order by source.name
