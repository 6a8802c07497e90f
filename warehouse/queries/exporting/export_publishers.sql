-- Who published what the selection holds?
-- Grain: one row per publisher, those with most figures first.
-- Parameters: those of the condition
select
    publisher,
    count(*)            as figures,
    coalesce(min(url), '') as example_url
from {source}
where
    publisher is not null
    and {condition}
group by publisher
order by
    figures desc,
    publisher
