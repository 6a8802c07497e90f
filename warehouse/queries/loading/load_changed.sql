-- Which current figures read differently now, or are read no longer? What a person has decided stays.
-- Grain: one row per figure; is_gone tells the two apart.
-- An event that the comparison assigned is not a difference, nor is its place within the place read, nor a link it made
-- (origin_group, voice, supersedes, restates).
create or replace temp table changed as
with recursive holding as (
    select distinct place_id, place_id as whole_id
    from (select place_id from held union select place_id from incoming) as places
    union
    select holding.place_id, place.parent_id
    from holding
    join place on place.place_id = holding.whole_id
    where place.parent_id is not null
)
select
    held.figure_id,
    held.series_id,
    incoming.figure_id is null as is_gone
from held
left join incoming on incoming.figure_id = held.figure_id
where
    held.retired_at is null
    and held.reviewed = 'machine'
    and (
        incoming.figure_id is null
        or (incoming.event_id <> '' and incoming.event_id <> held.event_id)
        or not (
            incoming.place_id = held.place_id
            or held.figure_id in (select figure_id from event_link)
            and (
                (incoming.place_id, held.place_id) in (select (place_id, whole_id) from holding)
                or (held.place_id, incoming.place_id) in (select (place_id, whole_id) from holding)
            )
        )
        or (incoming.restates_id is not null and incoming.restates_id is distinct from held.restates_id)
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
            incoming.chain,
            incoming.derived_from_id,
            incoming.derivation,
            incoming.confidence
        ) is distinct from row(
            held.indicator,
            held.holder,
            held.share_of,
            held.population,
            held.statistic,
            held.char_start,
            held.char_end,
            held.excerpt,
            held.sentence,
            held.quantifier,
            held.value_reported,
            held.low_reported,
            held.high_reported,
            held.unit_reported,
            held.value,
            held.low,
            held.high,
            held.unit,
            held.term,
            held.part_of,
            held.as_of_start,
            held.as_of_end,
            held.as_of_precision,
            held.as_of_basis,
            held.originator_id,
            held.stance,
            held.chain,
            held.derived_from_id,
            held.derivation,
            held.confidence
        )
    )
