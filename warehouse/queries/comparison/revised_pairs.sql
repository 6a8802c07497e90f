-- Which figures replace an earlier one of the same voice, window and outlet?
-- Grain: one row per revising figure, the later published of its pair, added to the temporary table revised.
-- Parameters: none; reads the temporary tables judged and claim.
insert into revised
select
    if(a.published_at < b.published_at, judged.figure_b, judged.figure_a) as later,
    if(a.published_at < b.published_at, judged.figure_a, judged.figure_b) as earlier
from judged
join claim as a on a.figure_id = judged.figure_a
join claim as b on b.figure_id = judged.figure_b
where judged.is_revision
-- Of several that it replaces, the one published last; without an order the answer would change from run to run.
qualify row_number() over (
    partition by later
    order by least(a.published_at, b.published_at) desc, earlier
) = 1
