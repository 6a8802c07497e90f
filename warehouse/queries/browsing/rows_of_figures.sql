-- All figures, a page at a time, newest as-of first?
-- Grain: one row per current figure.
-- Parameters: $indicator, $place, $party, $severity (the least), $words (in excerpt or sentence); '' and 0 narrow
-- nothing; $limit, $offset
select
    {columns}
from figures
where
    severity >= $severity
    and ($indicator = '' or indicator = $indicator)
    and ($place = '' or place = $place)
    and ($party = '' or party = $party)
    and ($words = '' or contains(lower(excerpt), lower($words)) or contains(lower(sentence), lower($words)))
order by
    as_of_start desc nulls last,
    published_at desc nulls last,
    figure_id
limit $limit
offset $offset
