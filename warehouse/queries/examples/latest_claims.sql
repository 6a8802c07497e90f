-- What is the newest claim of each voice in each series?
select
    slug,
    voice,
    low,
    high,
    unit,
    as_of_end,
    published_at
from latest_claims
qualify row_number() over (partition by slug, voice order by as_of_end desc nulls last) = 1
order by
    slug,
    voice
