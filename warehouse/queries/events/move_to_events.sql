-- Put tolls into the series of their events.
-- Grain: one row changed per toll of the temporary table joined_event.
-- Parameters: none; the series are there already, their keys in the temporary table event_series.
update figure
set series_id = event_series.series_id
from joined_event
join event_series on event_series.figure_id = joined_event.figure_id
where figure.figure_id = joined_event.figure_id and figure.retired_at is null
