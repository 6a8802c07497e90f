-- Who denies a number that someone else gives, where the denial has a figure of its own?
-- Grain: one row per denied figure and the nearest claim of another voice in its series.
-- Parameters: none; reads the temporary tables claim, gathered and touched_series. A denial without a figure stands in attribution.
create or replace temp table denied as
select
    least(figure.figure_id, claim.figure_id)    as figure_a,
    greatest(figure.figure_id, claim.figure_id) as figure_b,
    figure.series_id,
    'denied'                                    as relation,
    null::double                                as gap,
    null::double                                as ratio,
    'UNEXPLAINED'                               as explanation,
    'none'                                      as explanation_strength,
    []::varchar[]                               as other_explanations,
    if(denier.party_id <> claim.party_id and denier.alignment in ('party', 'aligned') and claim.alignment in ('party', 'aligned'),
       ['OPPOSING_PARTIES'], [])                as labels,
    setting.minor_up_to                         as severity_score,
    2::tinyint                                  as severity,
    abs(date_diff('day', date '1970-01-01', figure.as_of_start) - claim.first) as days_apart,
    if(figure.figure_id < claim.figure_id, -1, 1) as order_ab,  -- the denial is the later: 1 when it is b
    false                                       as is_revision,
    true                                        as meet
from gathered as figure
join claim
    on  claim.series_id = figure.series_id
    and claim.voice_id <> figure.voice_id
cross join setting
left join source as denier on denier.source_id = figure.voice_id
where
    figure.stance = 'denies'
    and figure.reviewed <> 'rejected'
    and figure.series_id in (select series_id from touched_series)
    and abs(date_diff('day', date '1970-01-01', figure.as_of_start) - claim.first) <= claim.tolerance_days
    and not figure.denies_a_part
    -- A denial either repeats the number, or is told as what is left when the claim is false, which the claim excludes.
    and (figure.value is not null or figure.quantifier = 'vague')
        = (coalesce(figure.low, 0) <= coalesce(claim.high, 'infinity'::double)
           and coalesce(claim.low, 0) <= coalesce(figure.high, 'infinity'::double))
qualify row_number() over (
    partition by figure.figure_id
    order by claim.document_id <> figure.document_id, abs(date_diff('day', date '1970-01-01', figure.as_of_start) - claim.first), claim.figure_id
) = 1
