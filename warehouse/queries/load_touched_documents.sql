-- Which documents brought or changed rows?
-- Grain: one row per document.
select document_id from fresh
union
select document_id from incoming_document where not is_held
order by document_id
