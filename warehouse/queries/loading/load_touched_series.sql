-- Which series have to be judged again?
-- Grain: one row per series that gained or lost a row, or whose figures stand in a document of which more is known now.
-- Parameters: {of}, a temporary table of the new rows' series.
select series_id from {of} as brought
union
select series_id from changed
union
select series_id
from figure
where
    retired_at is null
    and document_id in (select document_id from updated)
order by series_id
