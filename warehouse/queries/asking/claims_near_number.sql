-- Which figures say about this number: printed so, or so many of one of these units?
-- Grain: one row per current figure, closest first.
-- Parameters: $number (as printed), $units and $values (canonical units and the number in each), $margin (relative)
with wanted as (
    select
        unnest($units)  as unit,
        unnest($values) as value
),

near as ( -- from the table first: the view resolves names, and a million of them take ten times as long
    select figure_id
    from figure
    where
        retired_at is null
        and reviewed <> 'rejected'
        and (
            abs(value_reported - $number) <= $margin * abs($number)
            or exists (
                select 1
                from wanted
                where wanted.unit = figure.unit and abs(figure.value - wanted.value) <= $margin * abs(wanted.value)
            )
        )
    order by
        abs(value_reported - $number),
        as_of_start,
        figure_id
    limit 60
)
select
    {columns}
from figures
where figure_id in (select figure_id from near)
order by
    abs(value_reported - $number),
    as_of_start,
    figure_id
