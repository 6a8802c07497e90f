-- What do the comparison and its sentences need of the figures of a batch of series?
-- Grain: one row per current figure of the series in touched_series, and per other telling of it. The texts stay in the widest table, which is passed once.
-- Parameters: none; reads the temporary tables touched_series and telling. sentence is a hash.
create or replace temp table gathered as
with known_as as (
    select source_id, list(alias) as aliases
    from source_alias
    group by source_id
),
held as (
    select *
    from figure
    where series_id in (select series_id from touched_series) and retired_at is null
    union all
    select *
    from figure
    where
        figure_id in (
            select figure_id
            from telling
            where
                root in (select root from telling where series_id in (select series_id from touched_series))
                and series_id not in (select series_id from touched_series)
        )
        and retired_at is null
)
select
    held.figure_id,
    held.document_id,
    held.series_id,
    held.evidence,
    held.char_start,
    held.excerpt,
    held.quantifier,
    held.value_reported,
    held.unit_reported,
    held.significant_digits,
    held.value,
    held.low,
    held.high,
    held.unit,
    held.part_of,
    held.as_of_start,
    held.as_of_end,
    held.voice_id,
    held.originator_id,
    held.stance,
    held.origin_group,
    held.restates_id,
    held.supersedes_id,
    held.derived_from_id,
    held.confidence,
    held.reviewed,
    hash(held.sentence) as sentence,
    -- A speaker is named only where the attribution stands beside the number.
    held.originator_id is not null
        and (held.evidence = 'table_row'
             or contains(held.sentence, voice.name)
             or coalesce(list_bool_or(list_transform(known_as.aliases, lambda alias: contains(held.sentence, alias))), false))
                          as is_named,
    -- "15 of the wounded": a part told of its whole is no total of its own.
    held.evidence = 'passage' and coalesce(regexp_matches(
        held.sentence[held.char_end - held.sentence_start + 1:],
        '^\s*of (the|them|those|these|whom|its|their)\b'
    ), false)             as is_of_whole,
    -- "21 others died", "those killed included 11 of one family": a part of a toll, told apart.
    held.evidence = 'passage' and coalesce(regexp_matches(
        replace(held.sentence[
            greatest(1, held.char_start - held.sentence_start - 12) : held.char_end - held.sentence_start + 8
        ], 'more than', ''),
        '(?i)\b(another|other|others|further|additional|more)\b'
    ), false)             as is_rest,
    held.evidence = 'passage' and coalesce(regexp_matches(
        held.sentence[: held.char_start - held.sentence_start],
        '(?i)\b(includ(ed|es|ing)|among (them|those killed|the dead)( were)?|of (those|them|whom|the dead|the victims)[^,.;]{0,24})\s*$'
    ), false)             as is_included,
    -- "Raids in and around the city killed 31": over several places more may have died than in one of them.
    held.evidence = 'passage' and coalesce(regexp_matches(
        held.sentence,
        '(?i)\b(across|throughout|in and around|surrounding|separate|several (areas|districts|neighbou?rhoods|parts|places|towns|villages)|various (areas|parts|places))\b'
    ), false)             as is_wide,
    -- Who denies a part in it does not deny the number.
    case when held.stance = 'denies' then coalesce(regexp_matches(
        held.sentence,
        '(?i)den(y|ies|ied|ying)\b.*\b(involve|responsib|role|behind|carr(y|ied|ying) out|link|knowledge)'
    ), false) else false end as denies_a_part
from held
left join source as voice on voice.source_id = held.voice_id
left join known_as on known_as.source_id = held.originator_id
