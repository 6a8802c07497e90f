-- What does each side of a pair say, who says it, and of when, in words?
-- Grain: one row per figure that is in the temporary table judged.
-- Parameters: none; reads judged, gathered and phrase (kind, code, words: lexicon/narrative.csv).
create or replace temp table told_side as
with wanted as (
    select figure_a as figure_id from judged
    union
    select figure_b from judged
),
article as (
    select
        list(code) filter (where words = 'always') as always,
        list(code) filter (where words = 'named')  as named
    from phrase
    where kind = 'the'
),
called as (
    select source_id, kind, name as bare_name, with_article(name, always, named) as name
    from source
    cross join article
),
spelled as (
    select
        figure.figure_id,
        figure.series_id,
        figure.voice_id,
        figure.document_id,
        coalesce(voice.name, '')                         as voice,
        coalesce(voice.bare_name, '')                    as bare_voice,
        coalesce(voice.kind in ('official', 'government', 'military', 'person'), false) as is_official,
        coalesce(publisher.name, 'an unnamed outlet')    as publisher,
        -- A number in the outlet's own voice is the newsroom's, whoever reprints it.
        coalesce(if(figure.originator_id is null, voice.name, null), publisher.name, 'an unnamed outlet') as outlet,
        document.publisher_id,
        figure.is_named,
        figure.as_of_start,
        figure.as_of_end,
        figure.value,
        figure.low,
        figure.high,
        figure.unit,
        figure.quantifier,
        figure.excerpt,
        figure.evidence,
        figure.unit_reported <> figure.unit
            and coalesce(figure.value_reported <> figure.value, true) as is_converted,
        series.indicator_id,
        series.holder,
        with_article(series.holder, article.always, article.named) as holder_name,
        series.population,
        series.statistic,
        coalesce(place.name, '')                         as place,
        indicator.kind = 'share'                         as is_share,
        indicator.counts_people
    from wanted
    join gathered as figure on figure.figure_id = wanted.figure_id
    join document on document.document_id = figure.document_id
    join series on series.series_id = figure.series_id
    join indicator on indicator.indicator_id = series.indicator_id
    cross join article
    left join place on place.place_id = series.place_id
    left join called as voice on voice.source_id = figure.voice_id
    left join called as publisher on publisher.source_id = document.publisher_id
),
worded as (
    select
        spelled.*,
        trim(coalesce(hedge.words, '') || ' ' || case
            when quantifier = 'vague' then '“' || excerpt || '”'
            when value = 0 and not is_share then 'no'
            when value is not null then in_digits(value, is_share)
            when low is null then 'up to ' || in_digits(high, is_share)
            when high is null then 'at least ' || in_digits(low, is_share)
            else in_digits(low, is_share) || ' to ' || in_digits(high, is_share)
        end)                                             as number,
        case
            when as_of_start is null then ''
            when as_of_start = as_of_end then 'on ' || strftime(as_of_start, '%-d %B %Y')
            when as_of_start = date_trunc('year', as_of_start) and as_of_end = date_trunc('year', as_of_start) + interval 1 year - interval 1 day
                then 'in ' || strftime(as_of_start, '%Y')
            when as_of_start = date_trunc('month', as_of_start) and as_of_end = last_day(as_of_start)
                then 'in ' || strftime(as_of_start, '%B %Y')
            else 'between ' || strftime(as_of_start, '%-d %B %Y') || ' and ' || strftime(as_of_end, '%-d %B %Y')
        end                                              as moment
    from spelled
    left join phrase as hedge on hedge.kind = 'hedge' and hedge.code = spelled.quantifier
),
counted as (
    select
        worded.*,
        if(quantifier = 'vague', number, coalesce(replace(unit_phrase.words, '{n}', number), number))
            || if(is_converted and quantifier <> 'vague' and evidence = 'passage', ' (printed “' || excerpt || '”)', '') as amount,
        coalesce(if(statistic = 'peak', peak.words, null), clause.words, 'it was {n}') as indicator_words,
        -- Vague words bring their own noun: “dozens of villages” settlements would say it twice.
        if(quantifier = 'vague',
           regexp_replace(indicator_words, '[{]n[}] (settlements|buildings|vehicles or weapons)', '{n}'),
           indicator_words)                              as clause_words
    from worded
    left join phrase as unit_phrase on unit_phrase.kind = 'unit' and unit_phrase.code = worded.unit
    left join phrase as clause on clause.kind = 'clause' and clause.code = worded.indicator_id
    left join phrase as peak on peak.kind = 'peak' and peak.code = worded.indicator_id
)
select
    counted.*,
    case when is_named then voice || ' said' else outlet || ' reported' end as teller,
    case when is_named then voice else outlet end        as short_teller,
    trim(replace(replace(replace(replace(
        clause_words,
        '{n}', amount),
        '{holder}', case when holder = '' then 'one side' when is_named and holder = bare_voice then 'it' else holder_name end),
        '{who}', case when quantifier = 'vague' then ''
                      when value = 1 then one_of(if(population = '', 'people', population))
                      when population <> '' then population else 'people' end),
        '  ', ' '))                                      as bare_clause,
    bare_clause || if(place = '', '', ' in ' || place)   as clause
from counted
