-- Which pairs of figures disagree, of one indicator or place if asked?
-- Grain: one row per pair, the columns of the view disagreements, worst first.
-- Parameters: $severity (at least), $indicator and $place (NULL is any)
select *
from disagreements
where
    severity >= $severity
    and ($indicator is null or indicator = $indicator)
    and ($place is null or place = $place)
order by
    severity desc,
    severity_score desc,
    narrative
