-- Which figures may be compared, and what of each does a comparison need?
-- Grain: one row per current figure of the series in touched_series; restated, superseded, denied, rejected and copied ones left out.
-- Parameters: none; reads the temporary tables touched_series and setting. Days are counted from 1970-01-01; middle is twice the middle day.
-- comparison, line (a voice in a series), moment (a voice's as-of window), period (a series' one), wording and sentence are hashes:
-- the pairs are sought by them and by the row ids of this table, for numbers join several times as fast as texts.
create or replace temp table claim as
with superseded as (
    select supersedes_id as figure_id
    from figure
    where supersedes_id is not null and retired_at is null
),
copied as (
    select copy.figure_id
    from document
    join figure as copy on copy.document_id = document.document_id
    join figure as original
        on  original.document_id = document.near_duplicate_of
        and original.series_id = copy.series_id
        and original.value is not distinct from copy.value
        and original.low is not distinct from copy.low
        and original.high is not distinct from copy.high
    where document.near_duplicate_of is not null and copy.retired_at is null and original.retired_at is null
),
-- A vague number in a report ("days after dozens were killed") seldom tells of the report's own event.
possible_event as (
    select distinct event_link.figure_id
    from event_link
    join figure on figure.figure_id = event_link.figure_id
    where event_link.strength = 'possible' or figure.quantifier = 'vague'
)
select
    figure.figure_id,
    figure.series_id,
    figure.document_id,
    figure.voice_id,
    source.party_id,
    source.alignment,
    hash(series.indicator_id, series.holder, series.share_of, series.place_id, series.event_id, series.population,
         if(series.statistic in ('level', 'peak'), 'level', series.statistic), figure.unit) as comparison,
    hash(figure.series_id, figure.voice_id, figure.unit)                                    as line,
    series.statistic,
    indicator.kind,
    indicator.family,
    indicator.tolerance_days,
    figure.unit in ('person', 'household', 'settlement', 'building', 'dimensionless') and indicator.kind <> 'share' as counted,
    date_diff('day', date '1970-01-01', event.first_day)                                    as event_first,
    date_diff('day', date '1970-01-01', figure.as_of_start)                                 as first,
    date_diff('day', date '1970-01-01', figure.as_of_end)                                   as last,
    first + last                                                                            as middle,
    hash(line, first, last)                                                                 as moment,
    hash(figure.series_id, figure.unit, first, last)                                        as period,
    document.published_at,
    document.publisher_id,
    figure.quantifier = 'vague'                                                             as vague,
    figure.value,
    figure.low,
    figure.high,
    coalesce(figure.value,
             case when figure.low > 0 and figure.high > 0 then sqrt(figure.low * figure.high)
                  when figure.low is null then figure.high
                  when figure.high is null then figure.low
                  else (figure.low + figure.high) / 2 end)                                  as centre,
    -- Half the place value of the last digit printed, at most a tenth; whole counts below 1,000 are exact (method, section 1).
    case when figure.value is null or figure.value_reported is null or figure.value_reported = 0 then 0
         when counted and abs(figure.value_reported) < 1000 and figure.value_reported % 100 <> 0 then 0
         else abs(figure.value / figure.value_reported) * least(0.1 * abs(figure.value_reported),
              0.5 * pow(10, floor(log10(abs(figure.value_reported))) + 1 - coalesce(figure.significant_digits, 15))) end
                                                                                            as rounding,
    figure.significant_digits                                                               as digits,
    if(figure.originator_id is null, hash(regexp_replace(figure.excerpt, '[0-9][0-9.,]*', '#', 'g')), null) as wording,
    figure.originator_id is null                                                            as unnamed,
    -- The outlet itself, or somebody it does not name.
    figure.originator_id is null or figure.voice_id <> figure.originator_id and figure.voice_id = figure.origin_group as nameless,
    figure.evidence = 'passage'                                                             as passage,
    figure.derived_from_id is not null                                                      as derived,
    possible_event.figure_id is not null                                                    as event_possible,
    -- A toll in a text that tells of no event: nothing says that another one counts the same dead.
    indicator.family in ('casualties', 'losses', 'destruction', 'forces') and series.event_id = '' and figure.evidence = 'passage' as loose,
    hash(figure.sentence)                                                                   as sentence,
    figure.unit_reported,
    figure.unit,
    if(possible_event.figure_id is not null, least(figure.confidence, setting.event_possible_confidence), figure.confidence) as confidence
from figure
join touched_series on touched_series.series_id = figure.series_id
join series on series.series_id = figure.series_id
join indicator on indicator.indicator_id = series.indicator_id
join document on document.document_id = figure.document_id
cross join setting
left join event on event.event_id = series.event_id
left join source on source.source_id = figure.voice_id
left join possible_event on possible_event.figure_id = figure.figure_id
where
    figure.retired_at is null
    and figure.reviewed <> 'rejected'
    and figure.restates_id is null
    and figure.stance <> 'denies'
    and figure.as_of_start is not null
    and indicator.kind <> 'attribute'
    and indicator.family <> 'other'      -- "other" things: nothing says that two such figures count the same
    and figure.figure_id not in (select figure_id from superseded)
    -- "15 of the wounded": a part told of its whole is no total of its own.
    and not (
        figure.evidence = 'passage'
        and indicator.counts_people
        and coalesce(regexp_matches(
            figure.sentence[figure.char_end - figure.sentence_start + 1:],
            '^\s*of (the|them|those|these|whom|its|their)\b'
        ), false)
    )
    and figure.figure_id not in (select figure_id from copied)
