-- Figures of a chain that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(figure.figure_id) as example
from figure
anti join attribution on attribution.chain_id = figure.chain_id
where figure.chain_id is not null
