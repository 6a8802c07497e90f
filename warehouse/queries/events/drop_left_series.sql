-- Take away series that no figure is in any more.
-- Grain: those of $series_ids.
-- Parameters: $series_ids: series that figures have just left.
delete from series
where
    series_id in (select unnest($series_ids::varchar[]))
    and series_id not in (select series_id from figure)
