-- Figures with more than one current version.
-- Grain: one row: how many, and an example.
-- Only figures with a second version can have two current ones.
select
    count(*)       as broken,
    min(figure_id) as example
from (
    select figure_id
    from figure
    where
        retired_at is null
        and figure_id in (select figure_id from figure where version > 1)
    group by figure_id
    having count(*) > 1
)
