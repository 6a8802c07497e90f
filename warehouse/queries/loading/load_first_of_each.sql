-- Keep one row of each figure of the batch.
-- Grain: one row per figure.
create or replace temp table incoming as
select *
from incoming
qualify row_number() over (partition by figure_id) = 1
