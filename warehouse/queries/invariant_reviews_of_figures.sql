-- Reviews of a figure that is not there.
-- Grain: one row: how many, and an example.
select
    count(*)       as broken,
    min(figure_id) as example
from review
where figure_id not in (select figure_id from figure)
