-- A set of joint speakers is a voice with a name of its own.
-- Grain: one row added per new set of the temporary table joint.
-- Parameters: none. Its party is that of all of them, or itself where they speak for several.
insert into source by name
select distinct
    joint.voice_id                                                as source_id,
    regexp_replace(joint.name, ', ([^,]*)$', ' and \1')           as name,
    'official'                                                    as kind,
    joint.party_id                                                as parent_id,
    coalesce(joint.party_id, joint.voice_id)                      as party_id,
    joint.alignment                                               as alignment,
    'several speak together'                                      as alignment_basis,
    false                                                         as listed
from joint
where joint.voice_id not in (select source_id from source)
