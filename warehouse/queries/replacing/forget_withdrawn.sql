-- Forget which file brought a withdrawn document.
-- Grain: one row per file and document.
delete from working.taken
using withdrawn
where
    taken.place = withdrawn.place
    and taken.document_id = withdrawn.document_id
