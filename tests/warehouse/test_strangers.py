"""Of a source that no table knows only what its name says for certain is believed."""

from __future__ import annotations

import pytest

from warehouse.strangers import country_of, kind_of


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("a senior Ukrainian official", "anonymous", "Ukraine"),
        ("unnamed military insider", "anonymous", None),
        ("a Russian army spokesman", "anonymous", "Russia"),
        ("Russian army", "military", "Russia"),
        ("Russian government", "government", "Russia"),
        ("Syrian Observatory", "monitor", "Syria"),
        ("a South Sudanese official", "anonymous", "South Sudan"),
        ("Kyiv, Seoul and Washington", "joint", None),
        ("Russian and Ukrainian officials", "anonymous", None),
        ("Ann Lee", "person", None),
        ("Ivan Sourcebook", "person", None),
    ],
)
def test_a_name_says_what_kind_of_source_it_is_and_of_which_country(name: str, kind: str, country: str | None) -> None:
    assert (kind_of(name), country_of(name)) == (kind, country)
