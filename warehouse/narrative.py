"""A verdict as one English sentence: who said what against whom, how far apart, and why if we know.

The words stand in ``figures/lexicon/narrative.csv``; two queries put them together for all pairs at
once, so that the sentence in SQL, in the CSV and on the page is one and the same.
"""

from __future__ import annotations

from figures import wordlists
from warehouse.connection import Connection
from warehouse.sql import query

# {:,} groups thousands; below 100 one decimal is kept where there is one; a share is told in per cent.
_MACROS = """
create or replace temp macro in_digits(x, is_share) as case
    when is_share then regexp_replace(format('{:.1f}', x * 100), '[.]0$', '') || ' %'
    when abs(x) >= 100 or x = round(x) then format('{:,}', round(x)::bigint)
    else format('{:,.1f}', x) end;
create or replace temp macro one_of(people) as case
    when people = 'people' then 'person'
    else regexp_replace(regexp_replace(regexp_replace(people, 'children$', 'child'), 'women$', 'woman'), 's$', '') end;
create or replace temp macro upper_first(words) as upper(words[1]) || words[2:];
create or replace temp macro other_first_word(teller) as regexp_replace(teller, ' (said|reported)$', '');
create or replace temp macro name_has(name, words) as list_has_any(string_split(lower(name), ' '), words);
-- "the United Nations", "a monitoring group", "doctors", "AFP".
create or replace temp macro with_article(name, always, named) as case
    when regexp_matches(name, '^(?i)(the|an?) ') then name
    when name_has(name, always) then 'the ' || name
    when regexp_matches(name, '^[A-Z]') then if(name_has(name, named), 'the ' || name, name)
    when regexp_matches(name, '(s|media|police|television|people|radio)$') then name
    when regexp_matches(name, '^[aeiou]') then 'an ' || name
    else 'a ' || name end;
"""


def learn_words(connection: Connection) -> None:
    """Make the temporary macros and the table ``phrase`` that the sentences are put together with."""
    connection.execute(_MACROS)
    _load_phrases(connection)


def narrate(connection: Connection) -> None:
    """Write the temporary table ``narrated``: each row of ``judged`` with its sentence. Call ``learn_words`` first."""
    connection.execute(query("told_sides"))
    connection.execute(query("narratives"))


def _load_phrases(connection: Connection) -> None:
    rows = [row for _, row in wordlists.packaged("narrative.csv")]
    columns = {name: [row[name] for row in rows] for name in ("kind", "code", "words")}
    connection.execute("create or replace temp table phrase (kind varchar, code varchar, words varchar)")
    connection.execute("insert into phrase select unnest($kind), unnest($code), unnest($words)", columns)
