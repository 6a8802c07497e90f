-- Leave out the pairs that the draft has no part in.
-- Grain: the rows of the temporary table judged without a figure of the draft.
-- Parameters: $document_ids.
delete from judged
where
    figure_a not in (select figure_id from figure where document_id in (select unnest($document_ids::varchar[])))
    and figure_b not in (select figure_id from figure where document_id in (select unnest($document_ids::varchar[])))
