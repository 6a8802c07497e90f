-- Where do the voices of one series disagree, worst first?
-- Grain: one row per pair of figures, or per denial, one side of which is in the series.
-- Parameters: $series_id
select
    {columns}
from disagreements
where series_id = $series_id
order by
    severity desc,
    severity_score desc,
    figure_a,
    figure_b
