-- Reviews of a figure that is not there.
-- Grain: one row: how many, and an example.
select
    count(*)              as broken,
    min(review.figure_id) as example
from review
anti join figure on figure.figure_id = review.figure_id
