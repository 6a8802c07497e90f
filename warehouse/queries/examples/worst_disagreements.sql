-- Where do sources disagree most?
select
    severity,
    relation,
    narrative,
    slug
from disagreements
order by
    severity desc,
    severity_score desc
limit 50
