-- Series or addresses of series that are there more than once.
-- Grain: one row: how many, and an example.
select
    count(*)       as broken,
    min(series_id) as example
from series
where
    series_id in (select series_id from series group by series_id having count(*) > 1)
    or slug in (select slug from series group by slug having count(*) > 1)
