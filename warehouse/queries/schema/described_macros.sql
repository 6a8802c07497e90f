-- What macros has a database, and what does each do?
-- Grain: one row per macro, by name.
-- Parameters: none
select
    function_name,
    array_to_string(parameters, ', ') as parameters,
    coalesce(comment, '')             as comment
from duckdb_functions()
where not internal and function_type in ('macro', 'table_macro')
order by function_name
