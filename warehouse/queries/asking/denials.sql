-- Which figures does somebody deny without a number against them?
-- Grain: one row per denial; the columns are those of the view disagreements, whose second half this is.
-- Parameters: $series_id, $figure_id, $severity (the least), $indicator, $place, $party, $relation, $words ('' and 0
-- narrow nothing), $most (rows)
with denied as ( -- few chains hold a denial: names are looked up for their figures only
    select
        figure.figure_id,
        figure.version,
        attribution.source_id,
        attribution.cue
    from attribution
    join figure on figure.chain_id = attribution.chain_id
    where
        attribution.stance = 'denies'
        and figure.retired_at is null
        and figure.reviewed <> 'rejected'
),

claimed as materialized (
    select *
    from figure_versions
    where
        figure_id in (select figure_id from denied)
        and retired_at is null
),

denials as (
    select
        2                                           as severity,
        0                                           as severity_score,
        'denied'                                    as relation,
        'UNEXPLAINED'                               as explanation,
        'none'                                      as explanation_strength,
        []::varchar[]                               as other_explanations,
        []::varchar[]                               as labels,
        null::double                                as gap,
        null::double                                as ratio,
        denier.name || ' denies what '
            || case when claimed.voice_id = denied.source_id then 'is reported' else claimed.voice || ' says' end
            || ': ' || claimed.excerpt || '.'       as narrative,
        claimed.excerpt                             as excerpt_a,
        denied.cue                                  as excerpt_b,
        claimed.voice                               as voice_a,
        denier.name                                 as voice_b,
        claimed.party                               as party_a,
        denier_party.name                           as party_b,
        claimed.publisher                           as publisher_a,
        claimed.publisher                           as publisher_b,
        claimed.as_of_start                         as as_of_start_a,
        claimed.as_of_end                           as as_of_end_a,
        null::date                                  as as_of_start_b,
        null::date                                  as as_of_end_b,
        claimed.published_at                        as published_at_a,
        claimed.published_at                        as published_at_b,
        claimed.url                                 as url_a,
        claimed.url                                 as url_b,
        claimed.sentence                            as sentence_a,
        claimed.sentence                            as sentence_b,
        claimed.value                               as value_a,
        null::double                                as value_b,
        claimed.low                                 as low_a,
        null::double                                as low_b,
        claimed.high                                as high_a,
        null::double                                as high_b,
        claimed.unit                                as unit_a,
        null::varchar                               as unit_b,
        claimed.reviewed                            as reviewed_a,
        null::varchar                               as reviewed_b,
        claimed.indicator,
        claimed.indicator_label,
        claimed.place,
        claimed.event,
        claimed.slug,
        claimed.figure_id                           as figure_a,
        null::varchar                               as figure_b,
        claimed.series_id
    from denied
    join claimed
        on  claimed.figure_id = denied.figure_id
        and claimed.version = denied.version
    join source as denier on denier.source_id = denied.source_id
    join source as denier_party on denier_party.source_id = denier.party_id
    -- A denial that has a figure of its own is a pair already.
    where not exists (
        select 1
        from assessment
        where
            assessment.relation = 'denied'
            and (assessment.figure_a = claimed.figure_id or assessment.figure_b = claimed.figure_id)
    )
)
select
    {columns}
from denials
where
    severity >= $severity
    and ($series_id = '' or series_id = $series_id)
    and ($figure_id = '' or figure_a = $figure_id)
    and ($indicator = '' or indicator = $indicator)
    and ($place = '' or place = $place)
    and ($party = '' or party_a = $party or party_b = $party)
    and ($relation = '' or relation = $relation)
    and (
        $words = ''
        or contains(lower(narrative), lower($words))
        or contains(lower(indicator_label || ' ' || place), lower($words))
    )
order by
    as_of_start_a desc,
    figure_a
limit $most
