-- Whose voice is each figure: its originator, the set of joint speakers, or the newsroom where nobody is named?
-- Grain: one row changed per current figure of the documents in the temporary table newsroom.
-- Parameters: none; reads newsroom, joint (figure_id, voice_id), renamed (figure_id, source_id) and echo (figure_id, newsroom): figures that repeat an earlier one's words.
update figure
set
    origin_group = told.origin_group,
    voice_id = told.voice_id
from (
    select
        figure.figure_id,
        coalesce(echo.newsroom, newsroom.newsroom)                                          as origin_group,
        -- Somebody without a name speaks with the newsroom's voice: "a source" of two papers is not one person.
        coalesce(joint.voice_id, renamed.source_id, if(originator.kind = 'anonymous', null, figure.originator_id),
                 echo.newsroom, newsroom.newsroom)                                          as voice_id
    from figure
    join newsroom on newsroom.document_id = figure.document_id
    left join source as originator on originator.source_id = figure.originator_id
    left join renamed on renamed.figure_id = figure.figure_id
    left join joint on joint.figure_id = figure.figure_id
    left join echo on echo.figure_id = figure.figure_id
    where figure.retired_at is null
) as told
where
    figure.figure_id = told.figure_id
    and figure.retired_at is null
    and (figure.origin_group <> told.origin_group or figure.voice_id <> told.voice_id)
