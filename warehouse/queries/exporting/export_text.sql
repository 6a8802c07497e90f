-- Which figures match, with moments as text in ISO 8601?
-- Grain: one row per figure, the columns of the view figures, by series, as-of and id.
-- Parameters: those of export_figures, the inner select
select
    * replace (
        strftime(published_at, '%Y-%m-%dT%H:%M:%SZ') as published_at,
        strftime(recorded_at, '%Y-%m-%dT%H:%M:%S.%fZ') as recorded_at
    )
from ({figures}) as matching
