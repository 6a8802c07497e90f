-- What did this file say at the end of a day?
select
    figure_id,
    slug,
    voice,
    excerpt,
    recorded_at
from as_known_on(current_date)
order by recorded_at desc
limit 100
