-- Where do voices disagree, or one deny another, worst first?
-- Grain: one row per pair of figures, or per denial.
-- Parameters: $severity (the least), $indicator, $place, $party, $relation, $words ('' narrows nothing), $most (rows)
select
    {columns}
from disagreements
where
    severity >= $severity
    and ($indicator = '' or indicator = $indicator)
    and ($place = '' or place = $place)
    and ($party = '' or party_a = $party or party_b = $party)
    and ($relation = '' or relation = $relation)
    and ($words = '' or contains(lower(narrative), lower($words)) or contains(lower(indicator_label || ' ' || place), lower($words)))
order by
    severity desc,
    severity_score desc,
    coalesce(as_of_start_b, as_of_start_a) desc,
    figure_a,
    figure_b
limit $most
