-- How many figures does a filter leave?
-- Grain: one row.
-- Parameters: as rows_of_figures.sql, without limit and offset
with counted as (
    select count(*) as rows
    from figures
    where
        severity >= $severity
        and ($indicator = '' or indicator = $indicator)
        and ($place = '' or place = $place)
        and ($party = '' or party = $party)
        and ($words = '' or contains(lower(excerpt), lower($words)) or contains(lower(sentence), lower($words)))
)
select
    {columns}
from counted
order by rows
