-- Copy a table into the snapshot, sorted so that what is asked for together lies together.
-- Grain: one row per row. Parameters: {table}; {order}, the columns to sort by.
insert into snap.{table} by name
select * from work.{table}
order by {order}
