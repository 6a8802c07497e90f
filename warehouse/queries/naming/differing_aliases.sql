-- Do the aliases of the things in the registered table given differ from those held?
-- Grain: one row, true or false. Parameters: {table}, an alias table; {owner}, its column of whose alias it is.
with held as (
    select *
    from {table}
    where {owner} in (select {owner} from given)
)
select exists (
    (select * from given except select * from held)
    union all
    (select * from held except select * from given)
) as differs
