-- Which figures does the batch bring? Names become ids; the series id is made as in series.py. Where nothing is held of
-- the batch's documents they are all first versions.
-- Grain: one row per figure. Reads the registered tables new_figure, named_place, named_event and named_source.
create or replace temp table incoming as
select
    new_figure.* exclude (place, event, originator, originator_side),
    new_figure.place                                as place_name,
    new_figure.event                                as event_name,
    coalesce(named_place.place_id, '')              as place_id,
    coalesce(named_event.event_id, '')              as event_id,
    named_source.source_id                          as originator_id,
    coalesce(
        named_source.source_id,
        incoming_document.original_publisher_id,
        incoming_document.publisher_id,
        new_figure.document_id
    )                                               as voice_id,
    new_figure.indicator || '-' || left(sha256(concat_ws(
        chr(31),
        new_figure.holder,
        new_figure.share_of,
        coalesce(named_place.place_id, ''),
        coalesce(named_event.event_id, ''),
        new_figure.population,
        new_figure.statistic
    )), 12)                                         as series_id,
    1::integer                                      as version
from new_figure
join incoming_document on incoming_document.document_id = new_figure.document_id
left join named_place on named_place.name = new_figure.place
left join named_event on named_event.name = new_figure.event
left join named_source on named_source.name = new_figure.originator
