-- Forget the aliases of the things in the registered table given.
-- Grain: one row per alias. Parameters: {table}, an alias table; {owner}, its column of whose alias it is.
delete from {table}
where {owner} in (select {owner} from given)
