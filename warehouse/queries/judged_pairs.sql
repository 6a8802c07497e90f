-- What is the verdict on every pair, of whatever kind?
-- Grain: one row per pair; where a pair is found in several ways the first of the list counts.
-- Parameters: none; reads the temporary tables summed, restated, denied, verdict and related. formula is NULL but for sums.
create or replace temp table judged as
with found as (
    select 0 as place_in_list, * from summed
    union all by name
    select 1 as place_in_list, * from restated
    union all by name
    select 2 as place_in_list, * from denied
    union all by name
    select 3 as place_in_list, * from verdict
    union all by name
    select 4 as place_in_list, * from related
)
select * exclude place_in_list
from found
qualify row_number() over (partition by figure_a, figure_b order by place_in_list) = 1
