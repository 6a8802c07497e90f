-- Who says what in some pairs of figures, and how far are they apart?
-- Grain: one row per pair; the columns are those of the view disagreements.
-- Parameters: $figures_a and $figures_b (the pairs, side by side)
with wanted as (
    select
        unnest($figures_a::varchar[]) as figure_a,
        unnest($figures_b::varchar[]) as figure_b
),

told as materialized (
    select *
    from figures
    where figure_id in (select figure_a from wanted union all select figure_b from wanted)
),

pairs as (
    select
        assessment.severity,
        assessment.severity_score,
        assessment.relation,
        assessment.explanation,
        assessment.explanation_strength,
        assessment.other_explanations,
        assessment.labels,
        assessment.gap,
        assessment.ratio,
        assessment.narrative,
        a.excerpt                as excerpt_a,
        b.excerpt                as excerpt_b,
        a.voice                  as voice_a,
        b.voice                  as voice_b,
        a.party                  as party_a,
        b.party                  as party_b,
        a.publisher              as publisher_a,
        b.publisher              as publisher_b,
        a.as_of_start            as as_of_start_a,
        a.as_of_end              as as_of_end_a,
        b.as_of_start            as as_of_start_b,
        b.as_of_end              as as_of_end_b,
        a.published_at           as published_at_a,
        b.published_at           as published_at_b,
        a.url                    as url_a,
        b.url                    as url_b,
        a.sentence               as sentence_a,
        b.sentence               as sentence_b,
        a.value                  as value_a,
        b.value                  as value_b,
        a.low                    as low_a,
        b.low                    as low_b,
        a.high                   as high_a,
        b.high                   as high_b,
        a.unit                   as unit_a,
        b.unit                   as unit_b,
        a.reviewed               as reviewed_a,
        b.reviewed               as reviewed_b,
        series.indicator_id      as indicator,
        indicator.label          as indicator_label,
        coalesce(place.name, '') as place,
        coalesce(event.name, '') as event,
        series.slug,
        assessment.figure_a,
        assessment.figure_b,
        assessment.series_id
    from wanted
    join assessment
        on  assessment.figure_a = wanted.figure_a
        and assessment.figure_b = wanted.figure_b
    join series on series.series_id = assessment.series_id
    join indicator on indicator.indicator_id = series.indicator_id
    join told as a on a.figure_id = assessment.figure_a
    join told as b on b.figure_id = assessment.figure_b
    left join place on place.place_id = series.place_id
    left join event on event.event_id = series.event_id
    where assessment.method_version = (select method_version from warehouse_meta)
)
select
    {columns}
from pairs
order by
    severity desc,
    severity_score desc,
    coalesce(as_of_start_b, as_of_start_a) desc,
    figure_a,
    figure_b
