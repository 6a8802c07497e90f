-- Which figures match, with their amounts in another unit as well?
-- Grain: one row per figure, the columns of the view figures and four more, by series, as-of and id.
-- Parameters: those of export_figures, the inner select; $unit_shown, $factor_shown
select
    *,
    value * $factor_shown as value_shown,
    low * $factor_shown   as low_shown,
    high * $factor_shown  as high_shown,
    $unit_shown           as unit_shown
from ({figures}) as converted
