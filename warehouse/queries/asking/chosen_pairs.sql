-- Which pairs of figures disagree, worst first?
-- Grain: one row per pair. From the tables alone: names are looked up for the pairs that are left (told_pairs.sql), since
-- the view disagreements resolves every figure on both sides, which a million of them need more than 256 MB for.
-- Parameters: $series_id, $figure_id (either side), $severity (the least), $indicator, $place, $party, $relation, $words
-- ('' and 0 narrow nothing), $most (rows)
with of_party as (
    select figure.figure_id
    from figure
    join source as voice on voice.source_id = figure.voice_id
    join source as party on party.source_id = voice.party_id
    where party.name = $party
)
select
    assessment.figure_a,
    assessment.figure_b
from assessment
join series on series.series_id = assessment.series_id
join indicator on indicator.indicator_id = series.indicator_id
left join place on place.place_id = series.place_id
where
    assessment.method_version = (select method_version from warehouse_meta)
    and assessment.severity >= greatest($severity, 1)
    and ($series_id = '' or assessment.series_id = $series_id)
    and ($figure_id = '' or assessment.figure_a = $figure_id or assessment.figure_b = $figure_id)
    and ($indicator = '' or series.indicator_id = $indicator)
    and ($place = '' or place.name = $place)
    and ($relation = '' or assessment.relation = $relation)
    and (
        $party = ''
        or assessment.figure_a in (select figure_id from of_party)
        or assessment.figure_b in (select figure_id from of_party)
    )
    and (
        $words = ''
        or contains(lower(assessment.narrative), lower($words))
        or contains(lower(indicator.label || ' ' || coalesce(place.name, '')), lower($words))
    )
order by
    assessment.severity desc,
    assessment.severity_score desc,
    assessment.figure_a,
    assessment.figure_b
limit $most
