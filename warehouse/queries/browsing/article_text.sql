-- What is the text of one article?
-- Grain: one row, or none where texts are not kept beside the published file.
-- Parameters: $document_id
select
    {columns}
from texts.document_text
where document_id = $document_id
order by document_id
