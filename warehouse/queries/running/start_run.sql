-- Record that a run begins.
-- Grain: one row.
insert into run by name
select
    $run_id           as run_id,
    $software_version as software_version,
    $reader_version   as reader_version,
    $method_version   as method_version,
    $params           as params,
    $now              as started_at
