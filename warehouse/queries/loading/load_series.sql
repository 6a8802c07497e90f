-- Which series does the batch speak of? Names become ids; the series id is made as in series.py.
-- Grain: one row per key as it is written: two names of one place give one series id.
-- Reads the registered tables new_figure, named_place and named_event. A tenth as many rows as figures or fewer, so that
-- hashing and looking up is done for these, not for each figure.
create or replace temp table incoming_series as
select
    written.*,
    coalesce(named_place.place_id, '') as place_id,
    coalesce(named_event.event_id, '') as event_id,
    written.indicator || '-' || left(sha256(concat_ws(
        chr(31),
        written.holder,
        written.share_of,
        coalesce(named_place.place_id, ''),
        coalesce(named_event.event_id, ''),
        written.population,
        written.statistic
    )), 12)                            as series_id
from (
    select distinct
        indicator,
        holder,
        share_of,
        place,
        event,
        population,
        statistic
    from new_figure
) as written
left join named_place on named_place.name = written.place
left join named_event on named_event.name = written.event
