-- Which sources have this in their name, and how much do they say?
-- Grain: one row per source with a current figure of its own, who says most first.
-- Parameters: $words, $most (rows)
select
    source.name,
    count(*) as figures
from source
join figure on figure.voice_id = source.source_id
where
    contains(lower(source.name), lower($words))
    and figure.retired_at is null
    and figure.reviewed <> 'rejected'
group by source.name
order by
    figures desc,
    source.name
limit $most
