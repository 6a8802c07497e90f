-- The figures of the batch that become rows, whole.
-- Grain: one row per figure, with its version. It is a view.
create or replace temp view fresh as
select incoming.* replace (next_version.version as version)
from incoming
join next_version on next_version.figure_id = incoming.figure_id
