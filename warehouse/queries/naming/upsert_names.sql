-- Bring a name table up to date with the registered table given; rows that are the same are not written.
-- Grain: one row per new or changed name. Parameters: {table}, a name table with a primary key.
insert or replace into {table}
select * from given
except
select * from {table}
