-- What are the columns of an export, and what do they mean?
-- Grain: one row per column of the view figures, in order.
-- Parameters: none
select
    column_name,
    data_type,
    coalesce(comment, '') as meaning
from duckdb_columns()
where
    database_name = current_database()
    and table_name = 'figures'
order by column_index
