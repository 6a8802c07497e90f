-- In which sentence does each of some figures stand, and where in it?
-- Grain: one row per current figure whose evidence is a passage or that has a quote.
-- Parameters: $figure_ids
select
    {columns}
from figure
where
    list_contains($figure_ids, figure_id)
    and retired_at is null
    and sentence is not null
order by figure_id
