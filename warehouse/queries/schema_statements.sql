-- By which statements would the schema of the published file come into being again?
-- Grain: one row per statement: tables, then views, in the order they were made (a view may use those before it), each
-- followed by its comments.
-- Parameters: none
with named as (
    select
        table_oid  as place,
        table_name as name,
        sql,
        'comment on table ' || table_name || ' is ''' || replace(comment, '''', '''''') || ''';' as comment
    from duckdb_tables()
    where database_name = 'figures' and table_name not like 'schema_%'
    union all
    select
        1e9 + view_oid as place,
        view_name      as name,
        sql,
        'comment on view ' || view_name || ' is ''' || replace(comment, '''', '''''') || ''';' as comment
    from duckdb_views()
    where database_name = 'figures' and not internal
),
statements as (
    select
        place,
        name,
        0 as step,
        sql as statement
    from named
    union all
    select
        place,
        name,
        1 as step,
        comment as statement
    from named
    where comment is not null
    union all
    select
        named.place,
        named.name,
        2 + duckdb_columns.column_index as step,
        'comment on column ' || named.name || '.' || duckdb_columns.column_name
            || ' is ''' || replace(duckdb_columns.comment, '''', '''''') || ''';' as statement
    from named
    join duckdb_columns()
        on  duckdb_columns.table_name = named.name
        and duckdb_columns.database_name = 'figures'
    where duckdb_columns.comment is not null
)
select
    {columns}
from statements
order by
    place,
    step
