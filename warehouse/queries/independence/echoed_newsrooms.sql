-- Whose words does each unnamed figure repeat?
-- Grain: one row per figure that echoes an earlier one, with the newsroom of the earliest.
-- Parameters: $later, $earlier: lists of one length; reads the temporary table newsroom.
create or replace temp table echo as
select
    pair.later as figure_id,
    min_by(coalesce(newsroom.newsroom, figure.origin_group), (document.published_at, pair.earlier)) as newsroom
from (select unnest($later::varchar[]) as later, unnest($earlier::varchar[]) as earlier) as pair
join figure on figure.figure_id = pair.earlier and figure.retired_at is null
join document on document.document_id = figure.document_id
left join newsroom on newsroom.document_id = figure.document_id
group by pair.later
