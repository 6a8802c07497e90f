-- Put the articles' texts into a file of their own, beside the published one.
-- Grain: one row per article.
create table snap.document_text as
select
    document_id,
    text
from work.document_text
order by document_id
