-- Figures of a document that is not there.
-- Grain: one row: how many, and an example.
select
    count(*) as broken,
    min(figure.figure_id) as example
from figure
anti join document on document.document_id = figure.document_id
where true
