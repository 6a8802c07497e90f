-- Record the aliases of the registered table given.
-- Grain: one row per alias. Parameters: {table}, an alias table.
insert into {table}
select distinct * from given
