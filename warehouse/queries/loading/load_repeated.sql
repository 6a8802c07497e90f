-- How many rows of the batch repeat a figure id?
-- Grain: one row. Reads the registered table new_figure.
select count(*) - count(distinct figure_id) as repeated from new_figure
