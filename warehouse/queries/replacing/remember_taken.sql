-- Remember which file brought which document.
-- Grain: one row per file and document that is not remembered. Reads the registered table seen_file.
insert into working.taken
select distinct
    place,
    document_id
from seen_file
except
select
    place,
    document_id
from working.taken
