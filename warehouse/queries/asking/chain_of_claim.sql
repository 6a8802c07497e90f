-- Through whose hands did one figure go?
-- Grain: one row per step, in reading order.
-- Parameters: $figure_id
select
    {columns}
from provenance
where figure_id = $figure_id
order by
    step,
    source
