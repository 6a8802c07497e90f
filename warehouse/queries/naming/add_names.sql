-- Add to a name table the rows of the registered table given whose id is not there yet.
-- Grain: one row per new id. Parameters: {table}, a name table with a primary key.
insert or ignore into {table}
select * from given
