-- Which documents brought or changed rows, or are better known?
-- Grain: one row per document. Parameters: {of}, a temporary table of the new rows' documents.
select document_id from {of} as brought
union
select document_id from incoming_document where not is_held
union
select document_id from updated
order by document_id
