-- Record exchange rates that are not there yet.
-- Grain: one row per rate of the registered table given.
insert or ignore into fx_rate by name
select
    base,
    quote,
    rate,
    rate_date,
    rate_source
from given
