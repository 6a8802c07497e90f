-- Versions of a figure that are there more than once.
-- Grain: one row: how many, and an example.
-- Hashes first: two that are equal have one hash, and only where hashes meet are the ids themselves grouped.
select
    count(*)       as broken,
    min(figure_id) as example
from (
    select figure_id
    from figure
    where (select count(*) > count(distinct hash(figure_id, version)) from figure)
    group by
        figure_id,
        version
    having count(*) > 1
)
