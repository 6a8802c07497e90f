-- Sources or places whose parent or party is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(id)  as example
from (
    select source_id as id from source where parent_id not in (select source_id from source)
    union all
    select source_id from source where party_id not in (select source_id from source)
    union all
    select place_id from place where parent_id not in (select place_id from place)
)
