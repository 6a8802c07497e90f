-- What is the verdict on every pair, of whatever kind?
-- Grain: one row per pair; where a pair is found in several ways the first of the list counts.
-- Parameters: none; reads the temporary tables summed, restated, denied, verdict and related. formula is NULL but for sums.
create or replace temp table judged as
with rare as (
    select 0 as place_in_list, * from summed
    union all by name
    select 1 as place_in_list, * from restated
    union all by name
    select 2 as place_in_list, * from denied
),
special as (
    select * exclude place_in_list
    from rare
    qualify row_number() over (partition by figure_a, figure_b order by place_in_list) = 1
),
common as (
    select *
    from verdict
    where (figure_a, figure_b) not in (select (figure_a, figure_b) from special)
),
beside as (
    select *
    from related
    where
        (figure_a, figure_b) not in (select (figure_a, figure_b) from special)
        and (figure_a, figure_b) not in (select (figure_a, figure_b) from verdict)
)
select * from special
union all by name
select * from common
union all by name
select * from beside
