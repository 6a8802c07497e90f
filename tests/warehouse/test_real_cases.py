"""Forty cases of real reporting: Kursk, the losses in Ukraine, attacks in Syria. Each row is two figures and what is told of them.

The facts are those of the Economist's table of losses, of the claims on Kursk and of agency reports on Syria.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.drawn import Drawn

LOSSES = "casualties | Ukraine | Russian soldiers"
DEAD = "killed | Ukraine | Russian soldiers"
WEDDING = "killed | Hasakah | wedding@2016-10-03"
BAKERY = "killed | Hasakah | bakery@2016-07-05"

# what it shows: indicator | place | population or event@first day; then each side: voice | amount | as-of | publisher | published
CASES = [
    # Losses: many bodies, a running total, one body under several names.
    (
        "a newspaper and a ministry a few days apart",
        LOSSES,
        "NYT|350000|2024-06-27",
        "UK MoD|536537|2024-07-01",
        "conflict",
        3,
    ),
    (
        "an agency and a ministry two days apart",
        LOSSES,
        "CIA|315000|2024-01-30",
        "UK MoD|378838|2024-02-01",
        "conflict",
        2,
    ),
    ("the army's count against an agency's", LOSSES, "AFU|390580|2024-01-16", "CIA|315000|2024-01-30", "conflict", 2),
    (
        "a range that holds the other's number",
        LOSSES,
        "NATO|600000 to 700000|2024-10-15",
        "UK MoD|646804|2024-10-01",
        "agree",
        0,
    ),
    (
        "at least, and a number above it",
        LOSSES,
        "Pentagon|at least 350000|2024-06-13",
        "UK MoD|501647|2024-06-01",
        "compatible",
        0,
    ),
    ("at least, and the same number", LOSSES, "Norway|at least 600000|2025-02-05", "NYT|615000|2025-02-01", "agree", 0),
    (
        "two counts of one day, one person apart",
        LOSSES,
        "IISS|783000|2025-01-01",
        "UK MoD|783138|2025-01-01",
        "agree",
        0,
    ),
    (
        "a later, higher total beyond the tolerance",
        LOSSES,
        "CIA|315000|2024-01-30",
        "UK MoD|501647|2024-06-01",
        "sequence",
        0,
    ),
    ("a later total below an earlier one", LOSSES, "France|500000|2024-05-03", "NYT|350000|2024-06-27", "tension", 2),
    ("a later total that a range holds", DEAD, "CSIS|60000 to 70000|2023-02-28", "UK MoD|65000|2023-06-30", "agree", 0),
    (
        "dead against two other counters",
        DEAD,
        "AFU|38500|2022-07-19",
        "Economist|15000 to 20000|2022-07-24",
        "conflict",
        3,
    ),
    ("dead, and up to more", DEAD, "NYT|115000|2024-10-10", "West|up to 200000|2024-10-19", "compatible", 0),
    ("seven in a hundred apart", LOSSES, "UK MoD|900000|2025-03-20", "Pentagon|790000|2025-04-03", "tension", 1),
    ("rounding of two large numbers", LOSSES, "France|500000|2024-05-03", "UK|465000|2024-05-10", "compatible", 0),
    (
        "tens of thousands against a count",
        DEAD,
        "NGO|vague 20000 to 99999|2023-01-01",
        "UK MoD|120000|2023-01-01",
        "tension",
        1,
    ),
    ("one body a year later", LOSSES, "UK MoD|121389|2023-02-01", "UK MoD|378838|2024-02-01", None, 0),
    ("one body's total that falls", LOSSES, "UK MoD|378838|2024-02-01", "UK MoD|300000|2024-03-01", "tension", 1),
    # Syria: several outlets on one event, a toll that rises, words that bound it.
    (
        "at least 14, and 20 the same day",
        WEDDING,
        "|at least 14|2016-10-03|Sabah",
        "SOHR|at least 20|2016-10-03|TRT",
        "compatible",
        0,
    ),
    (
        "a higher toll a day later is an update",
        WEDDING,
        "SOHR|22|2016-10-03|TRT",
        "|34|2016-10-04|Sabah|2016-10-05",
        "sequence",
        0,
    ),
    (
        "a lower toll a day later is none",
        WEDDING,
        "SOHR|34|2016-10-03|TRT",
        "|22|2016-10-04|Sabah|2016-10-05",
        "conflict",
        3,
    ),
    (
        "at least 70 does not contradict 86",
        BAKERY,
        "|at least 70|2016-07-05|Sabah",
        "SOHR|86|2016-07-05|TRT",
        "compatible",
        0,
    ),
    ("more than 100 and 126", BAKERY, "|more than 100|2016-07-05|Sabah", "SOHR|126|2016-07-05|TRT", "compatible", 0),
    ("more than 126 and 100", BAKERY, "|more than 126|2016-07-05|Sabah", "SOHR|100|2016-07-05|TRT", "tension", 1),
    ("16 and 16", BAKERY, "|16|2016-07-05|Sabah", "SOHR|at least 16|2016-07-05|TRT", "agree", 0),
    ("three counts apart are a note", BAKERY, "|3|2016-07-05|Sabah", "SOHR|5|2016-07-05|TRT", "tension", 1),
    ("dozens and 30", BAKERY, "|vague 24 to 99|2016-07-05|Sabah", "SOHR|30|2016-07-05|TRT", "compatible", 0),
    ("dozens and 12", BAKERY, "|vague 24 to 99|2016-07-05|Sabah", "SOHR|12|2016-07-05|TRT", "tension", 2),
    ("the same toll months later", WEDDING, "SOHR|34|2016-10-05|TRT", "UN|34|2017-02-01|TRT", "agree", 0),
    # Kursk: levels that move, windows, hedges.
    (
        "74 settlements and 73",
        "settlements_controlled | Kursk | ",
        "Syrskyi|74|2024-08-13",
        "ISW|73|2024-08-13",
        "compatible",
        0,
    ),
    (
        "44 about, and 46",
        "settlements_controlled | Kursk | ",
        "DeepState|about 44|2024-08-12",
        "ISW|46|2024-08-12",
        "agree",
        0,
    ),
    (
        "92 and 93 a day apart",
        "settlements_controlled | Kursk | ",
        "Zelensky|92|2024-08-19",
        "Syrskyi|93|2024-08-20",
        "compatible",
        0,
    ),
    (
        "two days apart is another time",
        "settlements_controlled | Kursk | ",
        "Smirnov|28|2024-08-12",
        "Syrskyi|82|2024-08-14",
        "sequence",
        0,
    ),
    (
        "more than 1300 and 1294",
        "area_controlled | Kursk | ",
        "Ukrinform|more than 1300|2024-08-27",
        "Syrskyi|1294|2024-08-27",
        "compatible",
        0,
    ),
    (
        "500 about and 400 more than",
        "area_controlled | Kursk | ",
        "Syrskyi|about 500|2025-02-18",
        "MT|more than 400|2025-02-20",
        "compatible",
        0,
    ),
    (
        "3 km² and 58 eleven days before",
        "area_controlled | Kursk | ",
        "DeepState|58|2025-04-08",
        "Gerasimov|3|2025-04-19",
        "sequence",
        0,
    ),
    (
        "800 and 900 three weeks apart",
        "area_controlled | Kursk | ",
        "DeepState|900|2024-10-14",
        "General Staff|about 800|2024-11-23",
        "sequence",
        0,
    ),
    (
        "a month against a day in it",
        "area_controlled | Kursk | ",
        "DeepState|140|2025-03-13",
        "Reuters|about 110|2025-03",
        "tension",
        2,
    ),
    (
        "a year against a day in it",
        "area_controlled | Kursk | ",
        "ISW|about 800|2024-08-15",
        "Live|1400|2024",
        "sequence",
        0,
    ),
    (
        "missing of two dates",
        "missing | Kursk | civilians",
        "Tsukanov|789|2025-05-27",
        "Khinshtein|590|2025-08-31",
        "sequence",
        0,
    ),
    (
        "two counts of those missing on one day",
        "missing | Kursk | civilians",
        "Tsukanov|789|2025-05-27",
        "Khinshtein|590|2025-05-27",
        "conflict",
        3,
    ),
    (
        "evacuated within the week",
        "evacuated | Kursk | civilians",
        "Smirnov|121000|2024-08-12",
        "Russia|120000|2024-08-13",
        "agree",
        0,
    ),
    (
        "soldiers within the month",
        "troops | Kursk | North Korean soldiers",
        "KI|about 12000|2024-11-04",
        "UN|more than 10000|2024-11-20",
        "compatible",
        0,
    ),
    (
        "soldiers, one in three apart",
        "troops | Kursk | Russian soldiers",
        "BBC|70000|2025-04-26",
        "Syrskyi|50000|2025-04-26",
        "conflict",
        2,
    ),
]


def _figure(name: str, subject: str, side: str) -> dict[str, str]:
    indicator, place, whom = (part.strip() for part in subject.split("|"))
    voice, amount, as_of, publisher, published = [*side.split("|"), "", ""][:5]
    known = {"event": whom} if "@" in whom else {"population": whom}
    row = {
        "id": name,
        "indicator": indicator,
        "place": place,
        "voice": voice,
        "amount": amount,
        "as_of": as_of,
        "publisher": publisher,
        "published": published,
        **known,
    }
    return {column: cell for column, cell in row.items() if cell}


@pytest.mark.parametrize(
    ("subject", "one", "other", "relation", "severity"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_is_told_of_two_figures(
    tmp_path: Path, subject: str, one: str, other: str, relation: str | None, severity: int
) -> None:
    drawn = Drawn(tmp_path / "work.duckdb")
    drawn.add(**_figure("a", subject, one))
    drawn.add(**_figure("b", subject, other))

    verdict = drawn.assess().verdict("a", "b")

    assert (relation, severity) == ((verdict.relation, verdict.severity) if verdict else (None, 0))


def test_disjoint_populations_are_never_paired(tmp_path: Path) -> None:
    drawn = Drawn(tmp_path / "work.duckdb").store("""
        id | voice   | indicator | population         | amount | as_of
        a  | Syrskyi | captured  | Russian soldiers   | 594    | 2024-08-27
        b  | Smirnov | captured  | Ukrainian soldiers | 430    | 2024-08-27
        c  | ISW     | captured  | children           | 3      | 2024-08-27
    """).assess()  # fmt: skip

    assert drawn.db.execute("select * from assessment").fetchall() == []


def test_two_attacks_of_one_day_are_two_series(tmp_path: Path) -> None:
    drawn = (
        Drawn(tmp_path / "work.duckdb")
        .store("""
        id | indicator | place | event            | publisher | amount | as_of
        a  | killed    | Homs  | one@2015-12-28   | Daily     | 14     | 2015-12-28
        b  | killed    | Homs  | other@2015-12-28 | Weekly    | 32     | 2015-12-28
    """)
        .assess()
    )

    assert drawn.db.execute("select * from assessment").fetchall() == []


def test_killed_and_casualties_are_two_measures(tmp_path: Path) -> None:
    drawn = (
        Drawn(tmp_path / "work.duckdb")
        .store("""
        id | voice | indicator  | amount | as_of
        a  | CIA   | killed     | 15000  | 2022-07-20
        b  | CIA   | casualties | 60000  | 2022-07-20
    """)
        .assess()
    )

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("related", "DIFFERENT_MEASURE", 0)


def test_three_names_of_one_body_are_one_voice(tmp_path: Path) -> None:
    drawn = (
        Drawn(tmp_path / "work.duckdb")
        .store("""
        id | voice  | publisher | indicator  | amount | as_of
        a  | UK MoD | BBC       | casualties | 121389 | 2023-02-01
        b  | UK MoD | Guardian  | casualties | 121400 | 2023-02-01
    """)
        .assess()
    )

    assert drawn.flags() == set()
    assert drawn.db.execute("select voices, verdict from summary").fetchall() == [(1, "single source")]
