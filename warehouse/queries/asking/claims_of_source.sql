-- What did one source say, or print in its own voice, by its name?
-- Grain: one row per current figure.
-- Parameters: $source
select
    {columns}
from figures
where
    voice = $source
    or originator = $source
    or (originator is null and publisher = $source)
order by
    as_of_start nulls last,
    published_at,
    figure_id
