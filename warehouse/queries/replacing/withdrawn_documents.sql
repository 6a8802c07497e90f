-- Which documents did their files bring before and do not bring any more?
-- Grain: one row per file and document. Reads the registered table seen_file.
-- An article is withdrawn only by another of the same address and date; a row of a claims table by its absence.
-- What another file still brings stands.
create or replace temp table withdrawn as
select
    taken.place,
    taken.document_id
from working.taken
join document on document.document_id = taken.document_id
where
    taken.place in (select place from seen_file)
    and taken.document_id not in (select document_id from seen_file)
    and (
        document.kind = 'claims'
        or exists (
            select 1
            from seen_file
            join document as present on present.document_id = seen_file.document_id
            where
                seen_file.place = taken.place
                and present.url is not distinct from document.url
                and present.published_at is not distinct from document.published_at
        )
    )
    and not exists (
        select 1
        from working.taken as elsewhere
        where
            elsewhere.document_id = taken.document_id
            and elsewhere.place not in (select place from seen_file)
    )
