-- Versions of a figure that are there more than once.
-- Grain: one row: how many, and an example.
-- Counting first: grouping a million ids costs far more, and there is hardly ever one to show.
select
    count(*) - count(distinct (figure_id, version)) as broken,
    case when count(*) > count(distinct (figure_id, version)) then (
        select figure_id from figure group by figure_id, version having count(*) > 1 order by figure_id limit 1
    ) end as example
from figure
