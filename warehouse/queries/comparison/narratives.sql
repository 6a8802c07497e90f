-- What is each verdict as one English sentence?
-- Grain: one row per row of the temporary table judged, with its narrative.
-- Parameters: none; reads judged, told_side, phrase and event_link.
create or replace temp table narrated as
with joined as (
    select figure_id, min(basis) as basis
    from event_link
    where figure_id in (select figure_id from told_side)
    group by figure_id
),
sided as (
    select
        judged.*,
        -- The earlier side is told first, then the smaller.
        case when relation = 'denied' then order_ab = -1
             when a.as_of_start <> b.as_of_start then a.as_of_start > b.as_of_start
             else coalesce(a.value, a.low, 0) > coalesce(b.value, b.low, 0) end as swapped,
        if(swapped, b.teller, a.teller)                                   as teller,
        if(swapped, b.short_teller, a.short_teller)                       as first_teller,
        if(swapped, b.clause, a.clause)                                   as clause,
        if(swapped, b.moment, a.moment)                                   as moment,
        if(swapped, a.teller, b.teller)                                   as other_teller,
        if(swapped, a.moment, b.moment)                                   as other_moment,
        if(swapped, b.publisher, a.publisher)                             as publisher,
        if(swapped, a.publisher, b.publisher)                             as other_publisher,
        a.as_of_start = b.as_of_start and a.as_of_end = b.as_of_end       as one_moment,
        a.short_teller = b.short_teller                                   as one_teller,
        a.is_official and b.is_official                                   as officials,
        a.voice_id = b.voice_id                                           as one_voice,
        -- Of one series the second number alone is enough; of two, each is told in full.
        a.series_id = b.series_id                                         as one_series,
        case when one_series and explanation = 'RESTATEMENT' and a.amount = b.amount then a.amount || ' again'
             when one_series then if(swapped, a.amount, b.amount)
             when a.place = b.place then if(swapped, a.bare_clause, b.bare_clause)
             else if(swapped, a.clause, b.clause) end                     as other_words,
        a.document_id = b.document_id                                     as one_text,
        a.is_named = b.is_named and one_series                            as elliptic,
        a.evidence = 'passage' and b.evidence = 'passage'                 as articles,
        case when link.basis <> 'its own report' then 'taken as one event by ' || link.basis
             when other_link.basis <> 'its own report' then 'taken as one event by ' || other_link.basis
             when link.basis is not null then 'both told in one article' end as basis
    from judged
    join told_side as a on a.figure_id = judged.figure_a
    join told_side as b on b.figure_id = judged.figure_b
    left join joined as link on link.figure_id = judged.figure_a
    left join joined as other_link on other_link.figure_id = judged.figure_b
),
parts as (
    select
        sided.*,
        case when explanation = 'RESTATEMENT' or not one_teller or not articles or one_voice and not one_moment then ' and '
             when one_text then ' and, in the same article, '
             else ' and, in another article, ' end                        as joint,
        if(one_teller, '', if(elliptic, other_first_word(other_teller), other_teller) || ' ') || other_words as other_told,
        case
            when relation = 'denied' then
                upper_first(other_moment) || if(other_moment = '', '', ', ')
                || if(other_moment = '', upper_first(other_first_word(other_teller)), other_first_word(other_teller))
                || ' denied what ' || first_teller || ' had said' || if(one_moment or moment = '', '', ' ' || moment) || ', that ' || clause
            when one_teller and one_moment and publisher <> other_publisher and other_teller not like '% reported' then
                upper_first(moment) || ', ' || teller || ' ' || clause || ' according to ' || publisher
                || ' and ' || other_words || ' according to ' || other_publisher
            when one_moment and moment <> '' then upper_first(moment) || ', ' || teller || ' ' || clause || joint || other_told
            else
                upper_first(teller) || ' ' || clause || if(moment = '', '', ' ' || moment) || joint || other_told
                || if(other_moment = '', '', ' ' || other_moment)
        end                                                               as told,
        case
            when relation in ('denied', 'related') then ''
            when meet and relation = 'agree' then 'they agree'
            -- Where the difference is explained for certain its size would only mislead.
            when relation in ('sequence', 'compatible') and explanation_strength = 'certain' then ''
            when meet then 'both can be true'
            when gap >= 2 then regexp_replace(format('{:,.1f}', gap), '[.]0$', '') || ' times apart beyond rounding'
            when gap < 1.01 then 'less than 1 % apart beyond rounding'
            else round((gap - 1) * 100)::integer || ' % apart beyond rounding'
        end                                                               as apart,
        case when explanation = 'DIFFERENT_AS_OF' and one_voice and relation = 'sequence' then 'one voice at two times'
             when explanation = 'DIFFERENT_AS_OF' and explanation_strength = 'possible' and days_apart > 0
             then if(days_apart = 1, 'one day', days_apart || ' days') || ' apart in time'
             else coalesce(if(explanation_strength = 'possible', perhaps.words, reason.words), '') end as why,
        coalesce(if(labels[1] = 'INTERNAL_INCONSISTENCY' and officials, 'two officials of one party', label.words), '') as who,
        coalesce(other_label.words, '')                                   as what_else,
        if(array_has(other_explanations, 'DIFFERENT_AS_OF') and relation in ('tension', 'conflict') and days_apart > 0,
           if(days_apart = 1, 'one day', days_apart || ' days') || ' apart in time', '') as when_else,
        if(relation in ('tension', 'conflict'), coalesce(basis, ''), '')  as joined_by,
        coalesce(formula, '')                                             as worked_out
    from sided
    left join phrase as reason on reason.kind = 'reason' and reason.code = sided.explanation
    left join phrase as perhaps on perhaps.kind = 'perhaps' and perhaps.code = sided.explanation
    left join phrase as label on label.kind = 'label' and label.code = sided.labels[1]
    left join phrase as other_label on other_label.kind = 'label' and other_label.code = sided.labels[2]
)
select
    parts.* exclude (joint, other_told, told, apart, why, who, what_else, when_else, joined_by, worked_out),
    told
        || coalesce(': ' || nullif(concat_ws(', ',
               nullif(apart, ''), nullif(worked_out, ''), nullif(who, ''), nullif(what_else, ''),
               nullif(if(relation = 'denied', '', why), ''), nullif(when_else, ''), nullif(joined_by, '')), ''), '')
        || '.' as narrative
from parts
