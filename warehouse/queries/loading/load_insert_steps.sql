-- Record the chain of each new version.
-- Grain: one row per figure, version and step. Reads the registered table named_source.
-- {fresh}: the temporary table of new versions; {steps}: that of the steps read.
insert into attribution by name
select
    fresh.figure_id,
    fresh.version,
    new_step.step,
    named_source.source_id,
    new_step.role,
    new_step.stance,
    new_step.cue
from {fresh} as fresh
join {steps} as new_step on new_step.figure_id = fresh.figure_id
join named_source on named_source.name = new_step.source
