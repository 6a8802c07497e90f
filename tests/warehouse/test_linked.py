"""One figure as JSON-LD."""

from __future__ import annotations

from pathlib import Path

from tests.warehouse.claimtables import publish
from warehouse.asking import claim
from warehouse.linked import linked_data

ADDRESS = "https://figures.example/figure/1"
ROW = {
    "quantifier": "more_than",
    "quote": "They hold more than 1,150 square kilometres.",
    "url": "https://example.org/a",
}


def graph(folder: Path, **cells: str) -> tuple[dict[str, object], dict[str, object]]:
    published = publish(folder, ROW | cells)
    with published.reading() as cursor:
        [(figure_id,)] = cursor.execute("select figure_id from figures").fetchall()
    found = claim(published, figure_id)
    assert found is not None
    observation, said = linked_data(found, ADDRESS)["@graph"]  # type: ignore[misc]  # a list of two by the module
    return observation, said


def test_an_observation_has_its_interval_place_and_time_and_leads_to_its_claim(tmp_path: Path) -> None:
    observation, said = graph(tmp_path)

    assert observation["@id"] == ADDRESS
    assert observation["value"] == {
        "@type": "QuantitativeValue",
        "value": 1150.0,
        "minValue": 1150.0,
        "unitText": "km**2",
    }
    assert observation["observationAbout"] == {"@type": "Place", "name": "Kursk"}
    assert observation["observationPeriod"] == "2024-08-15/2024-08-15"
    assert observation["prov:wasDerivedFrom"] == {"@id": said["@id"]}


def test_a_claim_has_its_words_author_and_appearance(tmp_path: Path) -> None:
    _, said = graph(tmp_path)

    assert said["text"] == "They hold more than 1,150 square kilometres."
    assert said["author"] == {"@type": "Thing", "name": "Oleksandr Syrskyi"}
    assert said["appearance"] == {
        "@type": "CreativeWork",
        "url": "https://example.org/a",
        "publisher": {"@type": "Organization", "name": "The Independent"},
        "datePublished": "2024-08-19T00:00:00Z",
    }


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    observation, said = graph(tmp_path, speaker="", place="", quote="")

    assert "observationAbout" not in observation
    assert "author" not in said
    assert said["text"] == "more than 1150 km**2"
