-- Figures whose voice is neither a source nor a document.
-- Grain: one row: how many, and an example.
select
    count(*)              as broken,
    min(figure.figure_id) as example
from figure
anti join source on source.source_id = figure.voice_id
anti join document on document.document_id = figure.voice_id
