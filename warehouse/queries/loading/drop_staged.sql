-- Let go of a temporary table of the load. Parameters: {table}.
drop table if exists temp.{table}
