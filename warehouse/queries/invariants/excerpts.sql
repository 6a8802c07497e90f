-- Figures whose excerpt is not what stands at their place in the text.
-- Grain: one row: how many, and an example. Texts that are not in the file cannot be compared.
select
    count(*)              as broken,
    min(figure.figure_id) as example
from document_text
join figure on figure.document_id = document_text.document_id
where
    figure.evidence = 'passage'
    and substring(document_text.text, figure.char_start + 1, figure.char_end - figure.char_start) <> figure.excerpt
