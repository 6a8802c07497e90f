-- Which figures does the batch bring? Names become ids. Where nothing is held of them they are all first versions.
-- Grain: one row per figure. Parameters: {figures}, the table of what was read. Nothing is copied: it is a view.
create or replace temp view incoming as
select
    new_figure.* exclude (place, event, originator, originator_side, chain_key),
    incoming_series.place_id,
    incoming_series.event_id,
    incoming_series.series_id,
    coalesce(incoming_chain.words, '') as chain,
    incoming_chain.chain_id,
    named_source.source_id as originator_id,
    coalesce(
        named_source.source_id,
        incoming_document.original_publisher_id,
        incoming_document.publisher_id,
        new_figure.document_id
    )                      as voice_id,
    1::integer             as version
from {figures} as new_figure
join incoming_document on incoming_document.document_id = new_figure.document_id
join incoming_series
    on  incoming_series.indicator = new_figure.indicator
    and incoming_series.holder = new_figure.holder
    and incoming_series.share_of = new_figure.share_of
    and incoming_series.place = new_figure.place
    and incoming_series.event = new_figure.event
    and incoming_series.population = new_figure.population
    and incoming_series.statistic = new_figure.statistic
left join incoming_chain on incoming_chain.chain_key = new_figure.chain_key
left join named_source on named_source.name = new_figure.originator
