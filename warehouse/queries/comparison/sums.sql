-- Do the numbers of one text, and of one voice on one day, add up?
-- Grain: one row per finding: a part and its whole, or a part whose share implies a whole that others put elsewhere.
-- Parameters: none; reads the temporary tables gathered, touched_series and setting. A finding never rises above severity 1.
create or replace temp table summed as
with told as (
    select
        figure.*,
        series.indicator_id,
        series.place_id,
        series.holder,
        series.event_id,
        series.share_of,
        series.statistic,
        greatest(
            abs(figure.value / nullif(figure.value_reported, 0)) * least(0.1 * abs(figure.value_reported),
                0.5 * pow(10, floor(log10(nullif(abs(figure.value_reported), 0))) + 1 - coalesce(figure.significant_digits, 15))),
            if(figure.quantifier = 'approximately', 0.05 * abs(figure.value), 0)
        ) as rounding
    from gathered as figure
    join series on series.series_id = figure.series_id
    where
        figure.series_id in (select series_id from touched_series)
        and figure.reviewed <> 'rejected'
        and figure.stance <> 'denies'
        and figure.quantifier <> 'vague'
        and figure.derived_from_id is null
),
-- "800 km² ... 64 % of the territory": one sentence, or one voice on one day.
tied as (
    select
        part.figure_id,
        part.series_id,
        part.place_id,
        part.holder,
        part.indicator_id,
        part.document_id,
        part.unit,
        part.value / share.value                 as whole,
        coalesce(part.low, 0) / share.high       as low,
        part.high / nullif(share.low, 0)         as high,
        part.value                               as part_value,
        share.value                              as share_value
    from told as part
    join told as share
        on  share.place_id = part.place_id
        and share.holder = part.holder
        and share.voice_id = part.voice_id
        and (share.document_id = part.document_id and share.sentence = part.sentence
             or share.evidence = 'table_row' and part.evidence = 'table_row'
             and share.as_of_start = part.as_of_start and share.as_of_end = part.as_of_end)
    where
        share.indicator_id = 'share_of_area'
        and share.value > 0
        and share.high > 0
        and part.unit = 'km**2'
        and part.value is not null
        and part.statistic in ('total', 'level')
        and part.indicator_id in ('area_recaptured', 'area_controlled')
),
implied as (
    select
        tied.figure_id as one,
        whole.figure_id as other,
        tied.low,
        tied.high,
        whole.low      as other_low,
        whole.high     as other_high,
        tied.whole     as value,
        whole.value    as other_value,
        in_digits(tied.part_value, false) || ' km² as ' || in_digits(tied.share_value, true) || ' of it implies '
            || in_digits(tied.whole, false) || ' km² in all' as formula
    from tied
    join told as whole
        on  whole.place_id = tied.place_id
        and whole.indicator_id = 'area_controlled'
        and whole.statistic = 'peak'
        and whole.document_id <> tied.document_id
        -- What one side has retaken was held by another; what it still holds was its own.
        and (tied.indicator_id = 'area_recaptured') = (whole.holder <> tied.holder)
    qualify row_number() over (
        partition by tied.figure_id
        order by whole.low is null or whole.high is null, whole.significant_digits desc, whole.as_of_end desc, whole.figure_id
    ) = 1
),
parted as (
    select
        part.figure_id  as one,
        whole.figure_id as other,
        part.low,
        part.high,
        whole.low       as other_low,
        whole.high      as other_high,
        part.value,
        whole.value     as other_value,
        in_digits(coalesce(part.value, part.low), false) || ' are said to be a part of '
            || in_digits(coalesce(whole.value, whole.high), false) as formula
    from told as part
    join told as whole on whole.figure_id = part.part_of and whole.unit = part.unit
    where part.low > whole.high
),
added as (
    select
        arg_max(part.figure_id, part.low)  as one,
        whole.figure_id                    as other,
        sum(part.low)                      as low,
        null::double                       as high,
        any_value(whole.low)               as other_low,
        any_value(whole.high)              as other_high,
        sum(part.value)                    as value,
        any_value(whole.value)             as other_value,
        string_agg(in_digits(coalesce(part.value, part.low), false), ' and ' order by part.char_start)
            || ' come to ' || in_digits(sum(coalesce(part.value, part.low)), false)
            || ', more than the ' || in_digits(any_value(coalesce(whole.value, whole.high)), false)
            || ' they are part of'         as formula
    from told as part
    join told as whole on whole.figure_id = part.part_of and whole.unit = part.unit
    -- Parts of one kind: the wounded are no part of the same sum as the dead, children none as women and children.
    group by whole.figure_id, part.indicator_id
    having count(*) > 1 and sum(part.low) > any_value(whole.high) and max(part.low) <= any_value(whole.high)
),
converted as (
    select
        again.figure_id as one,
        first.figure_id as other,
        again.value - again.rounding as low,
        again.value + again.rounding as high,
        first.value - first.rounding as other_low,
        first.value + first.rounding as other_high,
        again.value,
        first.value     as other_value,
        '“' || again.excerpt || '” is ' || coalesce(replace(unit_phrase.words, '{n}', in_digits(again.value, false)), in_digits(again.value, false))
            || ', not “' || first.excerpt || '”' as formula
    from told as again
    join told as first on first.figure_id = again.restates_id and first.unit = again.unit
    left join phrase as unit_phrase on unit_phrase.kind = 'unit' and unit_phrase.code = again.unit
    where
        again.unit_reported <> first.unit_reported
        and again.value - again.rounding > first.value + first.rounding
        or again.unit_reported <> first.unit_reported
        and first.value - first.rounding > again.value + again.rounding
),
found as (
    select * from implied
    union all
    select * from parted
    union all
    select * from added
    union all
    select * from converted
),
measured as (
    select
        found.*,
        greatest(coalesce(low, 0), coalesce(other_low, 0))                                       as upper_low,
        least(coalesce(high, 'infinity'::double), coalesce(other_high, 'infinity'::double))      as lower_high,
        if(lower_high = 0, (upper_low + 0.5) / 0.5, upper_low / lower_high)                      as gap
    from found
)
select
    least(one, other)                as figure_a,
    greatest(one, other)             as figure_b,
    a.series_id,
    'tension'                        as relation,
    gap,
    if(least(measured.value, other_value) > 0, greatest(measured.value, other_value) / least(measured.value, other_value), null) as ratio,
    'IMPLIED_WHOLE'                  as explanation,
    'possible'                       as explanation_strength,
    []::varchar[]                    as other_explanations,
    []::varchar[]                    as labels,
    least(setting.note_up_to, greatest(setting.silent_below, 100 * (1 - 1 / gap))) as severity_score,
    1::tinyint                       as severity,
    0                                as days_apart,
    0                                as order_ab,
    false                            as is_revision,
    false                            as meet,
    formula
from measured
join told as a on a.figure_id = least(one, other)
join told as b on b.figure_id = greatest(one, other)
cross join setting
where gap > 1
qualify row_number() over (partition by figure_a, figure_b order by gap desc, formula) = 1
