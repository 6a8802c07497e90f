-- Which tolls of the documents belong to no event yet, and in what words are they told?
-- Grain: one row per current toll with a short as-of window and a passage, in order of publication.
-- Parameters: $document_ids, $longest_days (an as-of window longer than this is no day of an event).
select
    figure.figure_id,
    figure.document_id,
    figure.sentence,
    coalesce(document.title, '')                                 as title,
    series.place_id,
    coalesce(place.name, '')                                     as place,
    coalesce(place.kind, 'country')                              as place_kind,
    figure.as_of_end                                             as day,
    coalesce(document.near_duplicate_of, document.document_id)   as text_id,
    figure.as_of_basis = 'stated'                                as has_day
from figure
join series on series.series_id = figure.series_id
join indicator on indicator.indicator_id = series.indicator_id
join document on document.document_id = figure.document_id
left join place on place.place_id = series.place_id
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
