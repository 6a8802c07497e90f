-- Which documents brought or changed rows?
-- Grain: one row per document. {fresh}: the temporary table of new versions.
select document_id from {fresh} as fresh
union
select document_id from incoming_document where not is_held
order by document_id
