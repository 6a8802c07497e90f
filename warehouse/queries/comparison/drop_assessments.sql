-- Take away what this method said of the series that are assessed again; other methods' words stay.
-- Grain: the assessments of the series in touched_series.
-- Parameters: $method_version.
delete from assessment
where method_version = $method_version and series_id in (select series_id from touched_series)
