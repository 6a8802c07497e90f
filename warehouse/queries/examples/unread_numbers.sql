-- Which numbers were seen and not understood, and why?
select
    reason,
    count(*)               as numbers,
    any_value(excerpt)     as such_as,
    any_value(document_id) as document_id
from unread
group by reason
order by numbers desc
