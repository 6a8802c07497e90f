-- Say which generation the snapshot is.
-- Grain: one row. Parameters: $generation, $now (UTC), $schema_version.
insert into snap.warehouse_meta
select
    $generation,
    $now,
    $schema_version,
    reader_version,
    method_version
from work.warehouse_meta
