-- By which statements would the schema of the published file come into being again?
-- Grain: one row per statement: tables, then views, those that use others after them; each followed by its comments.
-- Parameters: none
with recursive views as (
    select
        view_name as name,
        sql,
        comment
    from duckdb_views()
    where database_name = 'figures' and not internal
),
uses as (
    select
        one.name   as name,
        other.name as used
    from views as one
    join views as other
        on  other.name <> one.name
        and regexp_matches(one.sql, '\b' || other.name || '\b')
),
steps as (
    select
        name,
        0 as depth
    from views
    union all
    select
        uses.name,
        steps.depth + 1 as depth
    from uses
    join steps on steps.name = uses.used
),
named as (
    select
        -1 as place,
        table_name as name,
        'table' as kind,
        sql,
        comment
    from duckdb_tables()
    where database_name = 'figures' and table_name not like 'schema_%'
    union all
    select
        (select max(depth) from steps where steps.name = views.name) as place,
        name,
        'view' as kind,
        sql,
        comment
    from views
),
statements as (
    select
        place,
        name,
        0 as step,
        rtrim(sql, ';') || ';' as statement
    from named
    union all
    select
        place,
        name,
        1 as step,
        'comment on ' || kind || ' ' || name || ' is ''' || replace(comment, '''', '''''') || ''';' as statement
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
    name,
    step
