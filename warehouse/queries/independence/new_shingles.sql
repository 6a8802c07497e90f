-- Which word runs of the documents are new to the index?
-- Grain: one row per document and sampled run of its words; a run is a hash, and one hash in $sample is kept.
-- Parameters: $document_ids, $words (length of a run), $sample.
insert into working.shingle
with texts as (
    select document_id, regexp_extract_all(lower(text), '[\p{L}\p{N}]+') as words
    from document_text
    where
        document_id in (select unnest($document_ids::varchar[]))
        and document_id not in (select document_id from working.shingle)
),
worded as ( -- a row a word: beside the whole list each place would copy it, 15 s for 25,000 words
    select document_id, unnest(words) as word, generate_subscripts(words, 1) as place
    from texts
),
runs as (
    select
        document_id,
        list(word) over (
            partition by document_id
            order by place
            rows between current row and $words - 1 following
        ) as run
    from worded
)
select distinct
    hash(run) as run,
    document_id
from runs
where
    len(run) = $words
    and hash(run) % $sample = 0
