-- Which figures match, each as a JSON object?
-- Grain: one row per figure, by series, as-of and id.
-- Parameters: those of export_figures, the inner select
select cast(to_json(matching) as varchar) as object
from ({figures}) as matching
