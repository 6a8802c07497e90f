-- By which indicators, places and parties can figures be narrowed?
-- Grain: one row per choice, the most used first within its kind.
-- Parameters: none
with chosen as (
    select
        'indicator'     as kind,
        indicator       as name,
        indicator_label as label,
        count(*)        as figures
    from figures
    group by all
    union all
    select
        'place'  as kind,
        place    as name,
        place    as label,
        count(*) as figures
    from figures
    where place <> ''
    group by all
    union all
    select
        'party'  as kind,
        party    as name,
        party    as label,
        count(*) as figures
    from figures
    group by all
)
select
    {columns}
from chosen
qualify row_number() over (partition by kind order by figures desc, name) <= 200
order by
    kind,
    figures desc,
    name
