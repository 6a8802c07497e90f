-- No figure is retired by this batch.
-- Grain: no rows.
create or replace temp table changed (
    figure_id varchar,
    series_id varchar
)
