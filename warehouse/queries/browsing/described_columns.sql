-- What tables and views are there, and what does each column hold?
-- Grain: one row per column, the view for most questions first, then the other views, then the tables, columns in their order.
-- Parameters: none
with described as (
    select
        view_name as name,
        'view'    as kind,
        comment
    from duckdb_views()
    where database_name = 'figures' and not internal
    union all
    select
        table_name as name,
        'table'    as kind,
        comment
    from duckdb_tables()
    where database_name = 'figures' and table_name not like 'schema_%'
)
select
    described.name                    as table_name,
    described.kind                    as table_kind,
    coalesce(described.comment, '')   as table_comment,
    duckdb_columns.column_name,
    regexp_replace(duckdb_columns.data_type, '^ENUM.*', 'ENUM') as column_type,  -- the comment says which words
    coalesce(duckdb_columns.comment, '') as column_comment
from described
join duckdb_columns()
    on  duckdb_columns.table_name = described.name
    and duckdb_columns.database_name = 'figures'
order by
    described.name <> 'figures',
    described.kind desc,
    described.name,
    duckdb_columns.column_index
