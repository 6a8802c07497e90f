-- Which documents brought or changed rows, or are better known?
-- Grain: one row per document. {fresh}: the temporary table of new versions.
select document_id from {fresh} as fresh
union
select document_id from incoming_document where not is_held
union
select document_id from updated
order by document_id
