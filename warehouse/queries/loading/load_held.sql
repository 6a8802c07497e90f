-- What does the warehouse hold of the batch's documents?
-- Grain: one row per figure and version, with the key of its series.
create or replace temp table held as
select
    figure.*,
    series.indicator_id as indicator,
    series.holder,
    series.share_of,
    series.place_id,
    series.event_id,
    series.population,
    series.statistic
from figure
join series on series.series_id = figure.series_id
where figure.document_id in (select document_id from incoming_document where is_held)
