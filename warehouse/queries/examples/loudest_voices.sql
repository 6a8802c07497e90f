-- Who says most, and how much of it is disputed?
select
    voice,
    party,
    count(*)                              as figures,
    count(*) filter (where severity >= 2) as disputed
from figures
group by all
order by figures desc
limit 50
