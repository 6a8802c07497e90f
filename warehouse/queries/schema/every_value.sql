-- Read every value of a table, so that a damaged block is found.
-- Grain: one row. Parameters: {table}.
select
    count(*)            as rows,
    bit_xor(hash(each)) as digest
from seen."{table}" as each
