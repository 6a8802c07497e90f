-- Which documents are nearly one text with an earlier one?
-- Grain: one row per document that is touched or whose match is, with the earliest document that it repeats.
-- Parameters: $document_ids, $containment: share of the runs of the shorter one that the two have in common.
create or replace temp table duplicate as
with size as (
    select document_id, count(*) as runs
    from working.shingle
    group by document_id
),
shared as (
    select one.document_id as one, other.document_id as other, count(*) as runs
    from working.shingle as one
    join working.shingle as other
        on  other.run = one.run
        and other.document_id <> one.document_id
    where one.document_id in (select unnest($document_ids::varchar[]))
    group by one.document_id, other.document_id
),
alike as (
    select shared.one, shared.other
    from shared
    join size as one_size on one_size.document_id = shared.one
    join size as other_size on other_size.document_id = shared.other
    -- Fewer runs than these are a quotation or a boilerplate line, not a text.
    where
        shared.runs >= 3
        and shared.runs >= $containment * least(one_size.runs, other_size.runs)
),
dated as (
    select
        if(is_later, one.document_id, other.document_id)  as document_id,
        if(is_later, other.document_id, one.document_id)  as original_id,
        coalesce(if(is_later, other.published_at, one.published_at), timestamp '9999-01-01') as published_at
    from (
        select
            alike.*,
            (coalesce(a.published_at, timestamp '9999-01-01'), a.document_id)
                > (coalesce(b.published_at, timestamp '9999-01-01'), b.document_id) as is_later
        from alike
        join document as a on a.document_id = alike.one
        join document as b on b.document_id = alike.other
    ) as pair
    join document as one on one.document_id = pair.one
    join document as other on other.document_id = pair.other
)
select document_id, original_id
from dated
qualify row_number() over (partition by document_id order by published_at, original_id) = 1
