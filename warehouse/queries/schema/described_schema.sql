-- What tables and views has a database, and what does each column hold?
-- Grain: one row per column, the view for most questions first, then the others by name, columns in their order.
-- Parameters: none
with described as (
    select
        view_name as name,
        'view'    as kind,
        comment
    from duckdb_views()
    where not internal
    union all
    select
        table_name,
        'table',
        comment
    from duckdb_tables()
    where not internal and table_name not like 'schema_%'
)
select
    described.name,
    described.kind,
    coalesce(described.comment, '')      as comment,
    duckdb_columns.column_name,
    regexp_replace(duckdb_columns.data_type, '^ENUM.*', 'ENUM') as data_type,  -- the comment says which words
    coalesce(duckdb_columns.comment, '') as column_comment
from described
join duckdb_columns() on duckdb_columns.table_name = described.name
order by
    described.name <> 'figures',
    described.kind desc,
    described.name,
    duckdb_columns.column_index
