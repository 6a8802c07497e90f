"""A series has one id however it is made, a title in words, and an address that never changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.factories import new_work, reading, store
from warehouse.connection import run, transaction
from warehouse.series import SeriesKey, record_series
from warehouse.slugs import slug


def key(indicator: str = "area_controlled", **parts: str) -> SeriesKey:
    empty = dict.fromkeys(("holder", "share_of", "place_id", "event_id", "population", "place", "event"), "")
    return SeriesKey(indicator, **{**empty, "statistic": "level", **parts})


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Area of Kursk held by Ukraine", key(place="Kursk", holder="Ukraine")),
        ("Area of Kursk held by Ukraine, at the peak", key(place="Kursk", holder="Ukraine", statistic="peak")),
        ("Area", key()),
        ("People evacuated, Kursk", key("evacuated", place="Kursk")),
        ("Civilians killed, Kursk, Kursk incursion", key("killed", place="Kursk", event="Kursk incursion",
                                                        population="civilians", statistic="total")),
        ("People killed, Kursk, at the time", key("killed", place="Kursk")),
        ("Settlements in Kursk retaken by Russia", key("settlements_recaptured", place="Kursk", holder="Russia",
                                                      statistic="total")),
        ("Share of Ukraine held by Russia", key("share_of_area", share_of="Ukraine", holder="Russia", place="Ukraine",
                                               statistic="share")),
        ("Troops, Kursk", key("troops", place="Kursk")),
        ("North Korean soldiers, Kursk", key("troops", place="Kursk", population="North Korean soldiers")),
        ("Other things counted, Crimea", key("count", place="Crimea")),
    ],
)  # fmt: skip
def test_a_title_says_the_key_in_words(title: str, series: SeriesKey) -> None:
    assert series.title == title


def test_the_id_made_in_sql_is_the_one_made_in_python(tmp_path: Path) -> None:
    with new_work(tmp_path) as work:
        store(work, reading(1150, population="Zivilisten in Ämtern", share_of="Курск", event="Kursk incursion"))
        [row] = run(work, "select figure.series_id, series.series_id, place_id, event_id from figure, series")

    made = key(
        holder="Ukraine",
        share_of="Курск",
        place_id="kursk",
        event_id="kursk-incursion",
        population="Zivilisten in Ämtern",
    )
    assert row == (made.series_id, made.series_id, "kursk", "kursk-incursion")


def test_two_series_with_one_title_have_two_addresses_and_keep_them(tmp_path: Path) -> None:
    first, second = key(place="Al Bab", place_id="x"), key(place="Al-Bab", place_id="y")
    with new_work(tmp_path) as work:
        for keys in ([first], [second], [first, second]):
            with transaction(work):
                record_series(work, keys)
        slugs = dict(run(work, "select series_id, slug from series"))

    assert slugs[first.series_id] == "area-of-al-bab"
    assert slugs[second.series_id] == f"area-of-al-bab-{second.series_id[-12:]}"


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("", ""),
        ("Area of Kursk", "area-of-kursk"),
        ("Báo Lao Động", "bao-lao-dong"),
        ("  A -- b!  ", "a-b"),
    ],
)
def test_an_address_is_plain(words: str, address: str) -> None:
    assert slug(words) == address


def test_names_without_plain_letters_do_not_meet() -> None:
    addresses = {slug(name) for name in ("Курск", "Белгород", "Газета 5", "Радио 5", "!", "?", "a" * 200, "a" * 201)}

    assert len(addresses) == 8
    assert all(address.isascii() and len(address) <= 80 for address in addresses)
