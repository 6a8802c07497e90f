-- Which current figures read differently now, or are read no longer? What a person has decided stays.
-- Grain: one row per figure of the held documents of the batch.
-- An event that the comparison assigned is not a difference, nor is its place within the place read, nor a link it made
-- (origin_group, voice, supersedes, restates).
create or replace temp table changed as
with recursive holding as (
    select distinct place_id, place_id as whole_id
    from (
        select place_id from incoming_series
        union
        select series.place_id
        from figure
        join series on series.series_id = figure.series_id
        where figure.document_id in (select document_id from incoming_document where is_held)
    ) as places
    union
    select holding.place_id, place.parent_id
    from holding
    join place on place.place_id = holding.whole_id
    where place.parent_id is not null
)
select
    figure.figure_id,
    figure.series_id
from figure
join series on series.series_id = figure.series_id
left join incoming on incoming.figure_id = figure.figure_id
where
    figure.document_id in (select document_id from incoming_document where is_held)
    and figure.retired_at is null
    and figure.reviewed = 'machine'
    and (
        incoming.figure_id is null
        or (incoming.event_id <> '' and incoming.event_id <> series.event_id)
        or not (
            incoming.place_id = series.place_id
            or figure.figure_id in (select figure_id from event_link)
            and (
                (incoming.place_id, series.place_id) in (select (place_id, whole_id) from holding)
                or (series.place_id, incoming.place_id) in (select (place_id, whole_id) from holding)
            )
        )
        or (incoming.restates_id is not null and incoming.restates_id is distinct from figure.restates_id)
        or row(
            incoming.indicator,
            incoming.holder,
            incoming.share_of,
            incoming.population,
            incoming.statistic,
            incoming.char_start,
            incoming.char_end,
            incoming.excerpt,
            incoming.sentence,
            incoming.quantifier,
            incoming.value_reported,
            incoming.low_reported,
            incoming.high_reported,
            incoming.unit_reported,
            incoming.value,
            incoming.low,
            incoming.high,
            incoming.unit,
            incoming.term,
            incoming.part_of,
            incoming.as_of_start,
            incoming.as_of_end,
            incoming.as_of_precision,
            incoming.as_of_basis,
            incoming.originator_id,
            incoming.stance,
            incoming.chain_id,
            incoming.derived_from_id,
            incoming.derivation,
            incoming.confidence
        ) is distinct from row(
            series.indicator_id,
            series.holder,
            series.share_of,
            series.population,
            series.statistic,
            figure.char_start,
            figure.char_end,
            figure.excerpt,
            figure.sentence,
            figure.quantifier::varchar,
            figure.value_reported,
            figure.low_reported,
            figure.high_reported,
            figure.unit_reported,
            figure.value,
            figure.low,
            figure.high,
            figure.unit,
            figure.term,
            figure.part_of,
            figure.as_of_start,
            figure.as_of_end,
            figure.as_of_precision::varchar,
            figure.as_of_basis::varchar,
            figure.originator_id,
            figure.stance::varchar,
            figure.chain_id,
            figure.derived_from_id,
            figure.derivation,
            figure.confidence
        )
    )
