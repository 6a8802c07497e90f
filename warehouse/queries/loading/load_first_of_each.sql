-- Keep one row of each figure of the batch.
-- Grain: one row per figure. Reads the registered table new_figure.
create or replace temp table first_figure as
select *
from new_figure
qualify row_number() over (partition by figure_id) = 1
