-- Which figures were read in one document?
-- Grain: one row per current figure.
-- Parameters: $document_id
select
    {columns}
from figures
where document_id = $document_id
order by
    as_of_start nulls last,
    published_at,
    figure_id
