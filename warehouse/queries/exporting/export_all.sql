-- Which figures are there?
-- Grain: one row per figure, the columns of the view figures, in the order of the published file: series, as-of, id.
-- Parameters: none
select *
from figures
