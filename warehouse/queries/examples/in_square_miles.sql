-- Every area in square miles, as printed and as the warehouse holds it
select
    excerpt,
    value_reported,
    unit_reported,
    value,
    unit,
    figure_id
from figures
where unit_reported = 'mi**2'
order by value desc
limit 100
