-- Keep one row of each step of the batch: a document that is in it twice brings its chains twice.
-- Grain: one row per figure and step.
create or replace temp table first_step as
select *
from new_step
qualify row_number() over (partition by figure_id, step) = 1
