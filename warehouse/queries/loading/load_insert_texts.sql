-- Keep the texts of new articles.
-- Grain: one row per article.
insert into document_text by name
select
    document_id,
    text
from incoming_document
where
    not is_held
    and text is not null
