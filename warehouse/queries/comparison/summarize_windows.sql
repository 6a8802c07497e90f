-- What do the voices of a series say within one as-of window, and do most of them share an interval?
-- Grain: one row per series and as-of window.
-- Parameters: none; reads the temporary tables claim, newest and narrated. period is the hash of series, unit and window. Rules: the method, section 6 (Marzullo).
insert into summary by name
with voice as (
    select
        newest.period,
        newest.series_id,
        newest.first,
        newest.last,
        claim.figure_id,
        claim.voice_id,
        claim.party_id,
        claim.alignment,
        claim.unit,
        not claim.unnamed and not claim.vague and not claim.derived and not claim.loose as counts,
        if(claim.vague or claim.derived, null, claim.low)                     as low,
        if(claim.vague or claim.derived, null, claim.high)                    as high,
        if(claim.alignment in ('party', 'aligned'), coalesce(claim.party_id, claim.voice_id), claim.voice_id) as side
    from newest
    join claim on claim.rowid = newest.claim
),
-- Most windows hold one voice: there is nothing to share, and only the others are worked out below.
shared as (
    select *
    from voice
    where period in (select period from newest group by period having count(*) > 1)
),
window_of as (
    select
        period,
        any_value(series_id)     as series_id,
        any_value(first)         as first,
        any_value(last)          as last,
        any_value(unit)          as unit,
        count(distinct voice_id) as voices,
        count(distinct side)     as parties,
        count(distinct voice_id) filter (where counts) as counted,
        min(low)                 as least_low,
        min(high)                as least_high,
        max(low)                 as most_low,
        max(high)                as most_high
    from shared
    group by period
),
figures as (
    select period, count(*) as figures
    from claim
    group by period
),
-- Every interval is tried at its low end: the most are shared there or nowhere.
tried as (
    select
        one.period,
        coalesce(one.low, 0)                                                   as consensus_low,
        min(coalesce(other.high, 'infinity'::double))                          as consensus_high,
        count(distinct other.voice_id)                                         as support,
        count(distinct other.side) filter (where other.alignment in ('party', 'aligned')) as sides,
        count(distinct other.side) filter (where other.alignment = 'unaffiliated')        as unaffiliated
    from shared as one
    join shared as other
        on  other.period = one.period
        and coalesce(other.low, 0) <= coalesce(one.low, 0)
        and coalesce(other.high, 'infinity'::double) >= coalesce(one.low, 0)
    where one.counts and other.counts
    group by one.period, one.low
    qualify row_number() over (
        partition by one.period
        order by support desc, sides + unaffiliated desc, consensus_low
    ) = 1
),
-- Of each pair both sides tell their window how bad it is.
told as (
    select figure_a as figure_id, figure_b as other_id, severity, relation from narrated where severity > 0
    union all
    select figure_b, figure_a, severity, relation from narrated where severity > 0
),
quarrel as (
    select
        voice.period,
        max(told.severity)                                                     as severity,
        bool_or(told.relation = 'conflict' and other.figure_id is not null)    as in_conflict
    from told
    join voice on voice.figure_id = told.figure_id
    left join voice as other
        on  other.figure_id = told.other_id
        and other.period = voice.period
    group by voice.period
),
-- Two voices that may have one origin are one or two.
maybe_one as (
    select one.period, count(distinct other.voice_id) as fewer
    from origin_link
    join voice as one on one.figure_id = origin_link.figure_a
    join voice as other on other.figure_id = origin_link.figure_b and other.period = one.period
    where origin_link.strength = 'possible' and other.voice_id <> one.voice_id
    group by one.period
),
judged_window as (
    select
        window_of.*,
        figures.figures,
        window_of.voices - least(coalesce(maybe_one.fewer, 0), window_of.voices - 1) as voices_certain,
        coalesce(tried.support, 0)                                             as support,
        coalesce(tried.sides, 0) + coalesce(tried.unaffiliated, 0)             as support_parties,
        tried.consensus_low,
        tried.consensus_high,
        coalesce(quarrel.severity, 0)                                          as severity,
        case
            when voices = 1 then 'single source'
            when coalesce(quarrel.in_conflict, false) then 'conflict'
            when parties = 1 then 'one party'
            when support > 1 and support > counted / 2 and (sides >= 2 or unaffiliated >= 1) then 'consensus'
            else 'no consensus'
        end                                                                    as verdict
    from window_of
    join figures using (period)
    left join tried using (period)
    left join quarrel using (period)
    left join maybe_one using (period)
)
select
    series_id,
    date '1970-01-01' + first::integer                                         as as_of_start,
    date '1970-01-01' + last::integer                                          as as_of_end,
    unit,
    if(least_low is null, null, least(least_low, coalesce(least_high, least_low)))      as low,
    if(most_high is null, null, greatest(most_high, coalesce(most_low, most_high)))     as high,
    figures,
    voices,
    voices_certain,
    parties,
    if(verdict = 'consensus', consensus_low, null)                             as consensus_low,
    if(verdict = 'consensus' and isfinite(consensus_high), consensus_high, null) as consensus_high,
    support,
    support_parties,
    verdict,
    severity
from judged_window
union all
select
    voice.series_id,
    date '1970-01-01' + voice.first::integer,
    date '1970-01-01' + voice.last::integer,
    voice.unit,
    voice.low,
    voice.high,
    figures.figures,
    1,
    1,
    1,
    null,
    null,
    if(voice.counts, 1, 0),
    if(voice.counts, 1, 0),
    'single source',
    coalesce(quarrel.severity, 0)
from voice
join figures using (period)
left join quarrel using (period)
where voice.period not in (select period from shared)
