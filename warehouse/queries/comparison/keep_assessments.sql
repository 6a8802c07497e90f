-- Keep the verdicts with their sentences.
-- Grain: one row per pair, under the series of its first figure.
-- Parameters: $method_version, $run_id; reads the temporary table narrated.
insert into assessment by name
select
    series_id,
    figure_a,
    figure_b,
    $method_version as method_version,
    relation,
    gap,
    ratio,
    explanation,
    explanation_strength,
    other_explanations,
    labels,
    severity_score,
    severity,
    narrative,
    $run_id as run_id
from narrated
