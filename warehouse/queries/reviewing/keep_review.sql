-- Keep what a person decided.
-- Grain: one row.
insert into review by name
select
    $review_id   as review_id,
    $figure_id   as figure_id,
    $action      as action,
    $field       as field,
    $old_value   as old_value,
    $new_value   as new_value,
    $reason      as reason,
    $reviewer    as reviewer,
    $reviewed_at as reviewed_at
