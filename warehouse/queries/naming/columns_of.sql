-- The columns of a table and no rows. Parameters: {table}.
select * from {table} limit 0
