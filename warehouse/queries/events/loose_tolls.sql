-- Which tolls of the documents belong to no event yet, and in what words are they told?
-- Grain: one row per current toll with a short as-of window and a passage, in order of publication.
-- Parameters: $document_ids, $longest_days (an as-of window longer than this is no day of an event), $context (letters to either side of its
-- sentence).
with recursive holding as (
    select distinct series.place_id, series.place_id as whole_id
    from figure
    join series on series.series_id = figure.series_id
    where figure.document_id in (select unnest($document_ids::varchar[]))
    union
    select holding.place_id, place.parent_id
    from holding
    join place on place.place_id = holding.whole_id
    where place.parent_id is not null
),
within as (
    select place_id, list(whole_id order by whole_id) as places
    from holding
    where whole_id <> place_id
    group by place_id
)
select
    figure.figure_id,
    coalesce(figure.restates_id, figure.figure_id)               as root,
    figure.document_id,
    figure.sentence,
    -- What happened, and in which street, stands around the number.
    coalesce(document_text.text[
        greatest(1, figure.sentence_start + 1 - $context) : figure.sentence_start + length(figure.sentence) + $context
    ], figure.sentence)                                          as context,
    coalesce(document.title, '')                                 as title,
    document.publisher_id                                        as publisher_id,
    series.place_id,
    coalesce(place.name, '')                                     as place,
    coalesce(place.kind, 'country')                              as place_kind,
    coalesce(within.places, [])                                  as within,
    figure.as_of_end                                             as day,
    figure.as_of_basis = 'stated'                                as has_day
from figure
join series on series.series_id = figure.series_id
join indicator on indicator.indicator_id = series.indicator_id
join document on document.document_id = figure.document_id
left join document_text on document_text.document_id = figure.document_id
left join place on place.place_id = series.place_id
left join within on within.place_id = series.place_id
where
    figure.document_id in (select unnest($document_ids::varchar[]))
    and figure.retired_at is null
    and figure.evidence = 'passage'
    and series.event_id = ''
    and indicator.family = 'casualties'
    and series.statistic in ('total', 'level', 'change')
    and figure.as_of_start is not null
    and figure.as_of_end - figure.as_of_start < $longest_days
order by document.published_at nulls last, document.document_id, figure.char_start
