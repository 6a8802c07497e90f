-- Which word runs of the documents are new to the index?
-- Grain: one row per document and sampled run of its words; a run is a hash, and one hash in $sample is kept.
-- Parameters: $document_ids, $words (length of a run), $sample.
insert into working.shingle
with worded as (
    select document_id, regexp_extract_all(lower(text), '[\p{L}\p{N}]+') as words
    from document_text
    where
        document_id in (select unnest($document_ids::varchar[]))
        and document_id not in (select document_id from working.shingle)
),
placed as (
    select document_id, words, unnest(range(1, greatest(len(words) - $words + 2, 1))) as place
    from worded
),
hashed as (
    select document_id, hash(words[place:place + $words - 1]) as run
    from placed
)
select distinct run, document_id
from hashed
where run % $sample = 0
