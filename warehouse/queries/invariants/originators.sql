-- Figures by an originator that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(figure.figure_id) as example
from figure
anti join source on source.source_id = figure.originator_id
where figure.originator_id is not null
