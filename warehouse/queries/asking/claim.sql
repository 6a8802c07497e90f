-- What is the newest reading of one figure, be it current, retired or rejected?
-- Grain: one row, or none.
-- Parameters: $figure_id
select
    {columns}
from figure_versions
where figure_id = $figure_id
order by version desc
limit 1
