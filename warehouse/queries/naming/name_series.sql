-- Which of these series are new, and where is each to be found?
-- Grain: one row per series of the registered table given that is not there yet.
-- An address that is taken, or that an earlier series of the same lot takes, gets the digits of the id behind it.
create temp table new_series as
select
    given.* exclude (slug),
    case
        when series.slug is null and row_number() over (partition by given.slug order by given.series_id) = 1 then given.slug
        else given.slug || '-' || right(given.series_id, 12)
    end as slug
from given
left join series on series.slug = given.slug
where given.series_id not in (select series_id from series)
