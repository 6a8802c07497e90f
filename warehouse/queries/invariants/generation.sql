-- The file does not say which generation it is.
-- Grain: one row: how many, and an example.
select
    abs(count(*) - 1) as broken,
    'warehouse_meta'  as example
from warehouse_meta
