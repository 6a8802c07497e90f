-- What did people decide about one figure?
-- Grain: one row per review, oldest first.
-- Parameters: $figure_id
select
    {columns}
from review
where figure_id = $figure_id
order by
    reviewed_at,
    review_id
