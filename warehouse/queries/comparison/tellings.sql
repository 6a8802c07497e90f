-- Which figures does their document tell several times?
-- Grain: one row per telling of a number that has several, where one of them is in a chosen series; root is the first telling.
-- Parameters: none; reads the temporary table chosen_series.
create or replace temp table telling as
with again as (
    select figure_id, restates_id as root, series_id
    from figure
    where restates_id is not null and retired_at is null
),
told as (
    select * from again
    union all
    select figure_id, figure_id, series_id
    from figure
    where figure_id in (select root from again) and retired_at is null
)
select figure_id, root, series_id
from told
where root in (select root from told where series_id in (select series_id from chosen_series))
