-- Steps of a chain of a figure that is not there.
-- Grain: one row: how many, and an example.
select
    count(*)                   as broken,
    min(attribution.figure_id) as example
from attribution
anti join figure
    on  figure.figure_id = attribution.figure_id
    and figure.version = attribution.version
