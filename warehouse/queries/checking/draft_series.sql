-- Which series may hold what a draft's figures say?
-- Grain: one row per series: those of the draft's figures, those of one family in the same place, and levels and peaks of one another.
-- Parameters: none; reads the draft's own series and the attached file held.
create or replace temp table wanted_series as
with draft as (
    select distinct indicator.family, series.place_id
    from figure
    join series on series.series_id = figure.series_id
    join indicator on indicator.indicator_id = series.indicator_id
)
select series.*
from held.series
join held.indicator on indicator.indicator_id = series.indicator_id
where (indicator.family, series.place_id) in (select (family, place_id) from draft)
