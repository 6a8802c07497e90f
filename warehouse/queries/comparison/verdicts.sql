-- How far apart are the two figures of each pair, why, and how much does it matter?
-- Grain: one row per pair, figure_a < figure_b.
-- Parameters: none; reads the temporary tables pair, moving, claim and setting. Rules: the method, sections 3 to 5.
create or replace temp table verdict as
with side as (
    select
        pair.one,
        pair.other,
        a.figure_id < b.figure_id                                         as in_order,
        a.figure_id                                                       as id_a,
        b.figure_id                                                       as id_b,
        a.series_id                                                       as series_a,
        b.series_id                                                       as series_b,
        a.voice_id = b.voice_id                                           as one_voice,
        a.document_id = b.document_id                                     as one_document,
        a.publisher_id is not distinct from b.publisher_id                as one_publisher,
        a.kind,
        a.statistic <> b.statistic                                        as level_and_peak,
        a.statistic = 'change' or a.kind = 'flow'                         as within_window,
        a.kind = 'running_total'                                          as running,
        a.statistic = 'total'                                             as total,
        a.statistic = 'peak' and b.statistic = 'peak'                     as peaks,
        a.tolerance_days,
        a.counted,
        a.vague or b.vague                                                as vague,
        a.derived or b.derived                                            as derived,
        a.event_possible or b.event_possible                              as event_possible,
        a.loose or b.loose                                                as loose,
        a.loose and b.loose                                               as both_loose,
        -- A paper does not contradict the source it quotes.
        a.document_id = b.document_id and a.passage and b.passage         as one_text,
        a.family in ('casualties', 'losses', 'destruction', 'forces')     as toll,
        -- Two tolls of one text are of two happenings, unless it sets the one against the other.
        a.event_first is not null and (a.is_rival or b.is_rival or not a.nameless and not b.nameless)
            and abs(a.char_start - b.char_start) <= setting.rival_letters as rival,
        one_text and not if(toll, rival, not a.nameless and not b.nameless) as quoting,
        -- Over several places more may have died than in one of them.
        toll and (a.is_wide and not b.is_wide and a.low > b.high or b.is_wide and not a.is_wide and b.low > a.high) as is_wider,
        one_text and toll and not rival and (a.unnamed or b.unnamed)      as told_apart,
        a.vague and b.vague                                               as both_vague,
        a.passage or b.passage                                            as passage,
        a.unnamed and b.unnamed and a.wording = b.wording                 as same_wording,
        least(a.confidence, b.confidence)                                 as confidence,
        greatest(0, greatest(a.first, b.first) - least(a.last, b.last))   as days_apart,
        greatest(a.last - a.first, b.last - b.first) + 1                  as window_days,
        a.first = b.first and a.last = b.last                             as one_window,
        -- Of a month in which it moved, against a day of that month.
        not a.vague and not b.vague
            and (pair.one in (select claim from moving) and b.last - b.first < setting.short_window_days
                 or pair.other in (select claim from moving) and a.last - a.first < setting.short_window_days) as moved,
        greatest(a.first, b.first) - a.event_first < setting.event_first_days as counting,
        case when a.middle <> b.middle then sign(b.middle - a.middle)
             when date_trunc('day', a.published_at) < date_trunc('day', b.published_at) then 1
             when date_trunc('day', a.published_at) > date_trunc('day', b.published_at) then -1
             else 0 end                                                   as order_ab,  -- 1: b is the later
        a.published_at <> b.published_at                                  as published_apart,
        if(a.published_at <= b.published_at, coalesce(b.digits >= a.digits, true), coalesce(a.digits >= b.digits, true)) as not_coarser,
        -- Of a part and its whole only this is a contradiction: that the part is more.
        if(a.population = '' and b.population <> '', 0, coalesce(a.low, 0))                     as low_a,
        if(a.population <> '' and b.population = '', 'infinity'::double, coalesce(a.high, 'infinity'::double)) as high_a,
        if(b.population = '' and a.population <> '', 0, coalesce(b.low, 0))                     as low_b,
        if(b.population <> '' and a.population = '', 'infinity'::double, coalesce(b.high, 'infinity'::double)) as high_b,
        a.population <> b.population                                      as part_and_whole,
        a.centre                                                          as centre_a,
        b.centre                                                          as centre_b,
        -- A peak contradicts a level only if the level lies in its time: a later level may be a new peak.
        if(a.statistic = 'peak', b.first <= a.last, a.first <= b.last)    as peak_covers,
        if(a.statistic = 'peak', b.low > a.high, a.low > b.high)          as level_above_peak,
        not a.vague and not b.vague
            and a.value is not null and b.value is not null
            and a.value - a.rounding < b.value + b.rounding
            and b.value - b.rounding < a.value + a.rounding              as bare_meet,
        a.party_id = b.party_id                                           as one_party,
        a.alignment                                                       as alignment_a,
        b.alignment                                                       as alignment_b,
        a.family = 'money' and a.unit_reported <> b.unit_reported         as converted,
        [split_part(a.unit_reported, '/', 1), split_part(b.unit_reported, '/', 1)] as currencies,
        date '1970-01-01' + least(a.first, b.first)::integer              as first_day,
        date '1970-01-01' + greatest(a.last, b.last)::integer             as last_day
    from pair
    join claim as a on a.rowid = pair.one
    join claim as b on b.rowid = pair.other
    cross join setting
),
-- By how much a rate moved around the window: a month to either side, for a publisher converts at some day near it.
span as (
    select one, other, max(span) as rate_span
    from (
        select side.one, side.other, max(fx_rate.rate) / min(fx_rate.rate) as span
        from side
        join fx_rate
            on  (list_contains(side.currencies, fx_rate.base) or list_contains(side.currencies, fx_rate.quote))
            and fx_rate.rate_date between side.first_day - 31 and side.last_day + 31
        where side.converted
        group by side.one, side.other, fx_rate.base, fx_rate.quote
    ) as moved
    group by one, other
),
measured as (
    select
        side.*,
        setting.*,
        coalesce(span.rate_span, 1)                                       as rate_span,
        low_a <= high_b and low_b <= high_a                               as meet,
        greatest(low_a, low_b)                                            as upper_low,
        least(high_a, high_b)                                             as lower_high,
        case when meet then 1
             when lower_high = 0 then (upper_low + 0.5) / 0.5
             else upper_low / lower_high end                              as gap,
        if(least(centre_a, centre_b) > 0, greatest(centre_a, centre_b) / least(centre_a, centre_b),
           if(centre_a = centre_b, 1, null))                              as ratio,
        not meet and order_ab <> 0 and (order_ab = 1) = (low_b > high_a)  as rises,
        not meet and order_ab <> 0 and (order_ab = 1) = (low_a > high_b)  as falls,
        if(running and coalesce(counting, false), least(tolerance_days, setting.event_tolerance_days), tolerance_days) as tolerance
    from side
    cross join setting
    left join span on span.one = side.one and span.other = side.other
),
timed as (
    select
        *,
        -- apart: no comparison in time; near: possibly another moment; same: the same moment.
        case
            when level_and_peak then 'same'
            when moved and days_apart = 0 and not meet then 'apart'
            when one_voice then if(one_window and window_days <= short_window_days, 'same', 'apart')
            when within_window then if(one_window or (days_apart = 0 and window_days <= short_window_days), 'same', 'apart')
            when running and coalesce(counting, false) and rises then 'apart'
            when running and days_apart > tolerance then if(meet, 'same', if(rises, 'apart', 'near'))
            when running and coalesce(counting, false) and order_ab = 0 and not one_document then 'near'
            when running then if(window_days > event_first_days, 'near', 'same')
            when days_apart = 0 and window_days <= short_window_days then 'same'
            -- A peak is the most there ever was: the year it is dated by does not make it another one.
            when window_days > longest_window_days and not one_window and not (peaks and days_apart = 0) then 'apart'
            when days_apart <= tolerance then 'near'
            else 'apart'
        end as moment
    from measured
),
tested as (
    select
        *,
        not meet and not one_voice and (told_apart or both_loose or (loose and gap > loose_toll_gap)) as is_other_toll,
        one_voice and meet and (one_window or level_and_peak)             as is_same_origin,
        one_voice and not meet and one_window and not level_and_peak and one_publisher
            and published_apart and not_coarser                           as is_revision,
        moment = 'apart' or (one_voice and one_window and not meet and running and coalesce(counting, false) and not level_and_peak)
                                                                          as is_apart,
        -- Of two tolls of one day the higher may simply be the later.
        moment = 'near' and (days_apart + window_days > 1 or (running and coalesce(counting, false))) as is_near,
        level_and_peak and not (level_above_peak is true and peak_covers) as is_level_and_peak,
        bare_meet and not (meet and ratio <= agree_ratio)                 as is_rounding,
        converted and not meet and gap <= rate_span                       as is_exchange,
        one_voice and moment = 'same' and not meet and not one_publisher and not level_and_peak and not same_wording as is_misquote,
        one_voice and moment = 'same' and not meet and not one_publisher and not level_and_peak and same_wording     as is_transcription,
        falls and not loose and if(one_voice, (running or total) and not one_window, running and days_apart > tolerance)
                                                                          as is_decrease,
        -- Texts that are an order of magnitude apart hardly speak of one thing.
        confidence < doubt_below or quoting or (passage and gap > implausible_gap) as is_doubtful
    from timed
),
-- Each list keeps the order of the method's section 5.
explained as (
    select
        *,
        list_filter([
            if(is_same_origin, 'SAME_ORIGIN', null),
            if(is_revision, 'REVISION', null),
            if(is_other_toll, 'DIFFERENT_SCOPE', null),
            if(is_apart and not (one_voice and is_decrease), 'DIFFERENT_AS_OF', null),
            if(is_level_and_peak, 'LEVEL_VS_PEAK', null),
            if(is_rounding, 'UNIT_ROUNDING', null),
            if(is_exchange, 'FX_DATE', null)
        ], lambda code: code is not null)                                      as certain,
        list_filter([if(vague and not (meet and ratio <= agree_ratio), 'VAGUE_WORDING', null)], lambda code: code is not null) as probable,
        list_filter([
            if(is_near and not is_apart and not is_decrease, 'DIFFERENT_AS_OF', null),
            if(is_misquote, 'MISQUOTE_OR_REVISION', null),
            if(is_wider is true, 'DIFFERENT_SCOPE', null),
            if(is_transcription, 'TRANSCRIPTION', null),
            if(is_decrease, 'DECREASE', null),
            if(is_doubtful, 'EXTRACTION_DOUBT', null)
        ], lambda code: code is not null)                                      as possible
    from tested
),
weighed as (
    select
        *,
        list_concat(list_concat(certain, probable), possible)             as explanations,
        case when len(certain) > 0 then 'certain'
             when len(probable) > 0 then 'probable'
             when len(possible) > 0 then 'possible'
             else 'none' end                                              as strength,
        100 * (1 - 1 / gap) * confidence
            * case when len(certain) > 0 then 0
                   when len(probable) > 0 then weight_probable
                   when len(possible) > 0 then weight_possible
                   else 1 end                                             as raw_score,
        case
            when derived or event_possible or quoting or is_wider is true or both_vague or confidence < sure_from or (passage and gap > implausible_gap) or (one_voice and is_decrease)
                or (counted and abs(centre_a - centre_b) < small_count) then note_up_to
            when vague or moment = 'near' or is_decrease then minor_up_to
            else 100
        end                                                               as score_cap,
        (is_misquote or is_transcription or (one_voice and is_decrease)) and len(certain) = 0 as always_listed
    from explained
),
scored as (
    select
        *,
        least(score_cap, case when always_listed then greatest(raw_score, silent_below)
                              when raw_score < silent_below then 0
                              else raw_score end)                         as severity_score
    from weighed
)
select
    if(in_order, id_a, id_b)                                              as figure_a,
    if(in_order, id_b, id_a)                                              as figure_b,
    if(in_order, series_a, series_b)                                      as series_id,
    case
        when is_same_origin then 'agree'
        when is_other_toll then 'related'
        when is_revision or is_apart and not (one_voice and is_decrease) then 'sequence'
        when len(certain) > 0 then if(meet and ratio <= agree_ratio, 'agree', 'compatible')
        when severity_score = 0 then if(meet and ratio <= agree_ratio, 'agree', 'compatible')
        when severity_score > note_up_to and not vague and moment <> 'near' then 'conflict'
        else 'tension'
    end                                                                   as relation,
    gap,
    ratio,
    coalesce(explanations[1], if(severity_score > 0, 'UNEXPLAINED', 'NONE')) as explanation,
    strength                                                              as explanation_strength,
    explanations[2:]                                                      as other_explanations,
    if(severity_score > 0, list_filter([
        if(not one_party and alignment_a in ('party', 'aligned') and alignment_b in ('party', 'aligned'), 'OPPOSING_PARTIES', null),
        if(one_party and not one_voice and alignment_a = 'party' and alignment_b = 'party', 'INTERNAL_INCONSISTENCY', null),
        if(part_and_whole, 'PART_ABOVE_WHOLE', null)
    ], lambda label: label is not null), [])                                   as labels,
    severity_score,
    (case when severity_score = 0 then 0
          when severity_score <= note_up_to then 1
          when severity_score <= minor_up_to then 2
          when severity_score <= major_up_to then 3
          else 4 end)::tinyint                                            as severity,
    days_apart,
    if(in_order, order_ab, -order_ab)                                     as order_ab,
    is_revision,
    meet
from scored
