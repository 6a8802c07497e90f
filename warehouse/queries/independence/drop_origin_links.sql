-- Take away the links of the documents that are looked at again.
-- Grain: the links with a figure of one of them.
-- Parameters: $document_ids.
delete from origin_link
where
    figure_a in (select figure_id from figure where document_id in (select unnest($document_ids::varchar[])))
    or figure_b in (select figure_id from figure where document_id in (select unnest($document_ids::varchar[])))
