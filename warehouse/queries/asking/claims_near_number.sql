-- Which figures say about this number: printed so, or so many of one of these units?
-- Grain: one row per current figure, closest first.
-- Parameters: $number (as printed), $units and $values (canonical units and the number in each), $margin (relative)
select
    {columns}
from figures
where
    abs(value_reported - $number) <= $margin * abs($number)
    or exists (
        select 1
        from (select unnest($units) as unit, unnest($values) as value) as wanted
        where wanted.unit = figures.unit and abs(figures.value - wanted.value) <= $margin * abs(wanted.value)
    )
order by
    abs(value_reported - $number),
    as_of_start,
    figure_id
limit 60
