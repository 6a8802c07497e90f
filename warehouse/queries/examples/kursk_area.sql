-- Who has said what about the area held in Kursk?
select
    as_of_start,
    voice,
    quantifier,
    low,
    high,
    unit,
    publisher,
    figure_id
from figures
where indicator = 'area_controlled' and place = 'Kursk'
order by as_of_start
