-- Which sources changed their own number?
select
    voice,
    indicator,
    place,
    change_kind,
    previous_value,
    new_value,
    unit,
    new_published_at,
    slug
from revisions
order by new_published_at desc nulls last
limit 100
