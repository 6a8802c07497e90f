-- The views that readers use. Names are resolved, so that most questions are one select on figures.
-- Inner joins wherever a row must exist: they leave the order to the optimizer, which starts from the filtered side.

create view figure_versions as
select
    figure.figure_id,
    series.indicator_id               as indicator,
    indicator.label                   as indicator_label,
    indicator.family,
    indicator.kind,
    series.holder,
    series.share_of,
    coalesce(place.name, '')          as place,
    coalesce(place.code, '')          as place_code,
    coalesce(event.name, '')          as event,
    series.population,
    series.statistic,
    figure.excerpt,
    figure.quantifier,
    figure.value_reported,
    figure.unit_reported,
    figure.value,
    figure.low,
    figure.high,
    figure.unit,
    figure.term,
    figure.as_of_start,
    figure.as_of_end,
    figure.as_of_precision,
    figure.as_of_basis,
    originator.name                   as originator,
    coalesce(voice.name, 'unnamed outlet') as voice,
    coalesce(party.name, 'unknown')   as party,
    coalesce(voice.alignment, 'unknown') as alignment,
    figure.stance,
    figure.chain,
    publisher.name                    as publisher,
    original_publisher.name           as original_publisher,
    document.published_at,
    document.published_basis,
    document.title,
    document.url,
    document.archive_url,
    document.language,
    document.translated,
    figure.evidence,
    figure.sentence,
    figure.char_start,
    figure.char_end,
    figure.restates_id,
    figure.supersedes_id,
    figure.derived_from_id,
    figure.derivation,
    figure.part_of,
    figure.confidence,
    figure.reviewed,
    figure.severity,
    figure.recorded_at,
    figure.series_id,
    series.slug,
    figure.document_id,
    document.file,
    figure.version,
    figure.retired_at,
    figure.voice_id
from figure
join series on series.series_id = figure.series_id
join indicator on indicator.indicator_id = series.indicator_id
join document on document.document_id = figure.document_id
left join place on place.place_id = series.place_id
left join event on event.event_id = series.event_id
left join source as originator on originator.source_id = figure.originator_id
left join source as voice on voice.source_id = figure.voice_id
left join source as party on party.source_id = voice.party_id
left join source as publisher on publisher.source_id = document.publisher_id
left join source as original_publisher on original_publisher.source_id = document.original_publisher_id;

create view figures as
select * exclude (version, retired_at, voice_id)
from figure_versions
where retired_at is null and reviewed <> 'rejected';

-- A filter on any column of the partition reaches the tables before the numbering.
create view latest_claims as
select * exclude (version, retired_at, voice_id)
from figure_versions
where
    retired_at is null
    and reviewed <> 'rejected'
    and restates_id is null
    and figure_id not in (select supersedes_id from figure where supersedes_id is not null and retired_at is null)
qualify row_number() over (
    partition by series_id, slug, indicator, indicator_label, family, place, event, holder, voice_id, voice, party, as_of_start, as_of_end
    order by published_at desc nulls last, recorded_at desc, figure_id
) = 1;

-- Left joins keep the assessments first: a filter on their series then leaves little to look up (3 s against 0.1 s with
-- four million pairs). Both figures of a pair are always there: what is rejected or retired is assessed again.
create view disagreements as
select
    assessment.severity,
    assessment.relation,
    assessment.explanation,
    assessment.labels,
    assessment.gap,
    assessment.narrative,
    a.excerpt               as excerpt_a,
    b.excerpt               as excerpt_b,
    a.voice                 as voice_a,
    b.voice                 as voice_b,
    a.party                 as party_a,
    b.party                 as party_b,
    a.publisher             as publisher_a,
    b.publisher             as publisher_b,
    a.as_of_start           as as_of_start_a,
    a.as_of_end             as as_of_end_a,
    b.as_of_start           as as_of_start_b,
    b.as_of_end             as as_of_end_b,
    a.published_at          as published_at_a,
    b.published_at          as published_at_b,
    a.url                   as url_a,
    b.url                   as url_b,
    series.slug,
    assessment.severity_score,
    assessment.explanation_strength,
    assessment.other_explanations,
    assessment.ratio,
    series.indicator_id     as indicator,
    indicator.label         as indicator_label,
    coalesce(place.name, '') as place,
    coalesce(event.name, '') as event,
    a.value                 as value_a,
    a.low                   as low_a,
    a.high                  as high_a,
    a.unit                  as unit_a,
    b.value                 as value_b,
    b.low                   as low_b,
    b.high                  as high_b,
    b.unit                  as unit_b,
    a.sentence              as sentence_a,
    b.sentence              as sentence_b,
    a.reviewed              as reviewed_a,
    b.reviewed              as reviewed_b,
    assessment.figure_a,
    assessment.figure_b,
    assessment.series_id,
    assessment.method_version
from assessment
join series on series.series_id = assessment.series_id
join indicator on indicator.indicator_id = series.indicator_id
left join place on place.place_id = series.place_id
left join event on event.event_id = series.event_id
left join figures as a on a.figure_id = assessment.figure_a
left join figures as b on b.figure_id = assessment.figure_b
where
    assessment.severity >= 1
    and assessment.method_version = (select method_version from warehouse_meta)
union all by name
select
    2                       as severity,
    'denied'                as relation,
    'UNEXPLAINED'           as explanation,
    []::varchar[]           as labels,
    denier.name || ' denies what '
        || case when claimed.voice_id = denied.source_id then 'is reported' else claimed.voice || ' says' end
        || ': ' || claimed.excerpt || '.' as narrative,
    claimed.excerpt         as excerpt_a,
    denied.cue              as excerpt_b,
    claimed.voice           as voice_a,
    denier.name             as voice_b,
    claimed.party           as party_a,
    denier_party.name       as party_b,
    claimed.publisher       as publisher_a,
    claimed.publisher       as publisher_b,
    claimed.as_of_start     as as_of_start_a,
    claimed.as_of_end       as as_of_end_a,
    claimed.published_at    as published_at_a,
    claimed.published_at    as published_at_b,
    claimed.url             as url_a,
    claimed.url             as url_b,
    claimed.slug,
    0                       as severity_score,
    'none'                  as explanation_strength,
    []::varchar[]           as other_explanations,
    claimed.indicator,
    claimed.indicator_label,
    claimed.place,
    claimed.event,
    claimed.value           as value_a,
    claimed.low             as low_a,
    claimed.high            as high_a,
    claimed.unit            as unit_a,
    claimed.sentence        as sentence_a,
    claimed.sentence        as sentence_b,
    claimed.reviewed        as reviewed_a,
    claimed.figure_id       as figure_a,
    claimed.series_id,
    (select method_version from warehouse_meta) as method_version
from attribution as denied
join figure_versions as claimed
    on  claimed.figure_id = denied.figure_id
    and claimed.version = denied.version
join source as denier on denier.source_id = denied.source_id
join source as denier_party on denier_party.source_id = denier.party_id
where
    denied.stance = 'denies'
    and claimed.retired_at is null
    and claimed.reviewed <> 'rejected'
    -- A denial that has a figure of its own is a pair already.
    and not exists (
        select 1
        from assessment
        where
            assessment.relation = 'denied'
            and (assessment.figure_a = denied.figure_id or assessment.figure_b = denied.figure_id)
    );

create view series_summary as
select
    series.slug,
    series.title,
    series.indicator_id      as indicator,
    indicator.label          as indicator_label,
    coalesce(place.name, '') as place,
    coalesce(event.name, '') as event,
    summary.as_of_start,
    summary.as_of_end,
    summary.unit,
    summary.low,
    summary.high,
    summary.voices,
    summary.parties,
    summary.consensus_low,
    summary.consensus_high,
    summary.support,
    summary.verdict,
    summary.severity,
    summary.figures,
    summary.voices_certain,
    summary.support_parties,
    summary.series_id
from summary
join series on series.series_id = summary.series_id
join indicator on indicator.indicator_id = series.indicator_id
left join place on place.place_id = series.place_id
left join event on event.event_id = series.event_id;

create view revisions as
with told as (
    select
        *,
        lag(figure_id) over later    as previous_figure_id,
        lag(value) over later        as previous_value,
        lag(low) over later          as previous_low,
        lag(high) over later         as previous_high,
        lag(excerpt) over later      as previous_excerpt,
        lag(as_of_start) over later  as previous_as_of_start,
        lag(as_of_end) over later    as previous_as_of_end,
        lag(published_at) over later as previous_published_at,
        lag(url) over later          as previous_url
    from figure_versions
    where
        retired_at is null
        and reviewed <> 'rejected'
        and restates_id is null
        and derived_from_id is null
    window later as (
        partition by series_id, slug, indicator, indicator_label, place, event, voice_id, voice, party, unit
        order by as_of_start nulls last, published_at nulls last, figure_id
    )
)
select
    voice,
    party,
    indicator,
    indicator_label,
    place,
    event,
    case when as_of_start <= previous_as_of_end then 'correction' else 'update' end as change_kind,
    previous_value,
    value                    as new_value,
    value - previous_value   as change,
    unit,
    previous_low,
    previous_high,
    low                      as new_low,
    high                     as new_high,
    previous_as_of_start,
    previous_as_of_end,
    as_of_start              as new_as_of_start,
    as_of_end                as new_as_of_end,
    previous_published_at,
    published_at             as new_published_at,
    previous_excerpt,
    excerpt                  as new_excerpt,
    previous_url,
    url                      as new_url,
    previous_figure_id,
    figure_id                as new_figure_id,
    series_id,
    slug
from told
where
    previous_figure_id is not null
    and (value is distinct from previous_value or low is distinct from previous_low or high is distinct from previous_high);

create view provenance as
select
    attribution.figure_id,
    attribution.step,
    source.name             as source,
    attribution.role,
    attribution.stance,
    attribution.cue,
    party.name              as party,
    source.alignment,
    source.alignment_basis,
    figure.excerpt,
    document.title,
    document.url,
    document.published_at,
    series.slug,
    attribution.source_id,
    figure.series_id,
    figure.document_id
from attribution
join figure
    on  figure.figure_id = attribution.figure_id
    and figure.version = attribution.version
join series on series.series_id = figure.series_id
join document on document.document_id = figure.document_id
join source on source.source_id = attribution.source_id
left join source as party on party.source_id = source.party_id
where figure.retired_at is null;

-- A day holds what was recorded before its end, midnight UTC.
create macro as_known_on(day) as table
select * exclude (version, retired_at, voice_id)
from figure_versions
where
    recorded_at < cast(day as date) + interval 1 day
    and (retired_at is null or retired_at >= cast(day as date) + interval 1 day)
    and reviewed <> 'rejected';
