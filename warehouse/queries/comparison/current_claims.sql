-- Which figures may be compared, and what of each does a comparison need?
-- Grain: one row per current figure of the batch; lesser tellings, superseded, denied, rejected and copied ones left out.
-- Parameters: none; reads the temporary tables gathered, telling, touched_series and setting. Days are counted from 1970-01-01; middle is twice the middle day.
-- comparison, line (a voice in a series), moment (a voice's as-of window), period (a series' one), wording and sentence are hashes:
-- the pairs are sought by them and by the row ids of this table, for numbers join several times as fast as texts.
create or replace temp table claim as
with superseded as (
    select supersedes_id as figure_id
    from gathered
    where supersedes_id is not null
),
copied as (
    select copy.figure_id
    from document
    join gathered as copy on copy.document_id = document.document_id
    join gathered as original
        on  original.document_id = document.near_duplicate_of
        and original.series_id = copy.series_id
        and original.value is not distinct from copy.value
        and original.low is not distinct from copy.low
        and original.high is not distinct from copy.high
    where document.near_duplicate_of is not null
),
-- Of one number told several times the fullest telling is compared: who says it, what, where and when may stand in any of them.
lesser as (
    select gathered.figure_id
    from gathered
    join telling on telling.figure_id = gathered.figure_id
    join gathered as first_told on first_told.figure_id = telling.root
    join series on series.series_id = gathered.series_id
    left join source as originator on originator.source_id = gathered.originator_id
    where gathered.reviewed <> 'rejected'
    qualify row_number() over (
        partition by telling.root
        order by
            gathered.unit_reported <> first_told.unit_reported,
            coalesce(originator.kind, 'anonymous') = 'anonymous',
            gathered.confidence desc,
            series.event_id = '',
            -- The first telling of an article is its headline, which leaves out what it can.
            gathered.figure_id = telling.root and gathered.evidence = 'passage',
            gathered.char_start,
            gathered.figure_id
    ) > 1
),
-- A headline drops the "at least" of its text: one number told several times is as wide as its widest telling.
widest as (
    select
        telling.root,
        gathered.value_reported,
        gathered.unit_reported,
        if(count(gathered.low) < count(*), null, min(gathered.low))   as low,
        if(count(gathered.high) < count(*), null, max(gathered.high)) as high
    from gathered
    join telling on telling.figure_id = gathered.figure_id
    group by telling.root, gathered.value_reported, gathered.unit_reported
),
-- A vague number in a report ("days after dozens were killed") seldom tells of the report's own event.
possible_event as (
    select distinct event_link.figure_id
    from event_link
    join gathered as figure on figure.figure_id = event_link.figure_id
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
    hash(series.indicator_id, series.holder, series.share_of, series.place_id, series.event_id, series.statistic, figure.unit) as whole,
    hash(figure.series_id, figure.voice_id, figure.unit)                                    as line,
    series.statistic,
    series.population,
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
    if(widest.root is null, figure.low, widest.low)                                         as low,
    if(widest.root is null, figure.high, widest.high)                                       as high,
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
    figure.sentence,
    figure.is_wide,
    coalesce(event_link.rival, false)                                                       as is_rival,
    figure.char_start,
    figure.unit_reported,
    figure.unit,
    -- Whatever the text left open of place and day, the event says.
    case when possible_event.figure_id is not null then least(figure.confidence, setting.event_possible_confidence)
         when event_link.figure_id is not null then greatest(figure.confidence, setting.event_sure_confidence)
         else figure.confidence end                                                          as confidence
from gathered as figure
join series on series.series_id = figure.series_id
join indicator on indicator.indicator_id = series.indicator_id
join document on document.document_id = figure.document_id
cross join setting
left join event on event.event_id = series.event_id
left join source on source.source_id = figure.voice_id
left join telling on telling.figure_id = figure.figure_id
left join widest
    on  widest.root = telling.root
    and widest.value_reported is not distinct from figure.value_reported
    and widest.unit_reported = figure.unit_reported
left join event_link on event_link.figure_id = figure.figure_id
left join possible_event on possible_event.figure_id = figure.figure_id
where
    figure.reviewed <> 'rejected'
    and figure.series_id in (select series_id from touched_series)
    and figure.figure_id not in (select figure_id from lesser)
    and figure.stance <> 'denies'
    and figure.as_of_start is not null
    and indicator.kind <> 'attribute'
    and indicator.family <> 'other'      -- "other" things: nothing says that two such figures count the same
    and figure.figure_id not in (select figure_id from superseded)
    and not (figure.is_of_whole and indicator.counts_people)
    -- "killed three and wounded eight others": only of the dead are others the rest.
    and not (figure.is_rest and indicator.indicator_id = 'killed')
    and not (figure.is_included and indicator.family = 'casualties' and series.population = '')
    and figure.figure_id not in (select figure_id from copied)
