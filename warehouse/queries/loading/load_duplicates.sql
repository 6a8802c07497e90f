-- How many rows of the batch repeat a figure id?
-- Grain: one row.
select count(*) - count(distinct figure_id) as repeated from incoming
