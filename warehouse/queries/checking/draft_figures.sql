-- Which series is each figure of the draft in?
-- Grain: one row per figure of the draft: its id, the series' title, and its address where the warehouse has that series ('' else).
-- Parameters: $document_ids.
select
    figure.figure_id,
    series.title,
    coalesce(held_series.slug, '') as slug
from figure
join series on series.series_id = figure.series_id
left join held.series as held_series on held_series.series_id = figure.series_id
where figure.document_id in (select unnest($document_ids::varchar[])) and figure.retired_at is null
