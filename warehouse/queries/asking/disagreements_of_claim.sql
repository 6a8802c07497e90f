-- Who disagrees with one figure?
-- Grain: one row per pair of figures, or per denial.
-- Parameters: $figure_id
select
    {columns}
from disagreements
where figure_a = $figure_id or figure_b = $figure_id
order by
    severity desc,
    severity_score desc,
    figure_a,
    figure_b
