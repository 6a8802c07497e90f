-- Keep which figures have, or may have, one origin.
-- Grain: one row per link.
-- Parameters: $figure_a, $figure_b, $strength, $basis: lists of one length.
insert into origin_link by name
select
    unnest($figure_a::varchar[]) as figure_a,
    unnest($figure_b::varchar[]) as figure_b,
    unnest($strength::varchar[]) as strength,
    unnest($basis::varchar[])    as basis
