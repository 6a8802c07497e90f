-- How much is there?
-- Grain: one row.
-- Parameters: none
with counted as (
    select
        (select count(*) from figure where retired_at is null and reviewed <> 'rejected') as figures,
        (select count(*) from series)                                                     as series,
        (select count(*) from document where kind = 'article')                            as articles,
        (select count(*) from document where kind = 'claims')                             as claims,
        (select count(*) from unread)                                                     as unread,
        (select count(*) from assessment where severity >= 1)                             as disagreements,
        (select count(*) from source)                                                     as sources
)
select
    {columns}
from counted
order by figures
