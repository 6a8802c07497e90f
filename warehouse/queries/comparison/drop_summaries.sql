-- Take away the summaries of the series that are assessed again.
-- Grain: the rows of the series in touched_series.
-- Parameters: none.
delete from summary
where series_id in (select series_id from touched_series)
