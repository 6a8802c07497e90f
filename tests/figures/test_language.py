"""Only English is read; other languages are named, and English is never taken for one."""

from __future__ import annotations

import pytest

from figures.language import foreign_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("French", "Selon le ministère, douze personnes sont mortes dans les inondations qui ont touché la ville."),
        ("German", "Nach Angaben der Behörden wurden bei dem Angriff zwölf Menschen getötet und das Dorf zerstört."),
        ("Spanish", "Doce personas han muerto por las inundaciones que afectan a la ciudad, según el alcalde."),
        ("Italian", "Dodici persone sono morte per le inondazioni che hanno colpito la regione, ha detto il sindaco."),
        ("Dutch", "Twaalf mensen zijn om het leven gekomen door een overstroming van de rivier, meldt het ministerie."),
        ("Cyrillic script", "По словам губернатора, эвакуированы сто двадцать одна тысяча человек."),
        ("Greek script", "Τουλάχιστον δώδεκα άμαχοι νεκροί στην περιοχή του Κουρσκ."),
        ("Arabic script", "قتل اثنا عشر شخصا على الأقل في الفيضانات التي ضربت المدينة"),
    ],
)  # fmt: skip
def test_a_text_in_another_language_is_named(language: str, text: str) -> None:
    assert language == foreign_language(text)


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 people were killed on Monday, the mayor said.",
        "58 km2. Kursk.",
        "",
        "1" * 5000,
        "DeepState: 140 sq km held; 330 sq km grey zone.",
        "Le Monde wrote that « la guerre est la guerre » and the minister of the region of Île-de-France agreed.",
        "Gen. Валерий Герасимов told the president that 259 square kilometers were retaken in five days by the army.",
    ],
)
def test_english_or_too_little_to_tell_is_read(text: str) -> None:
    assert foreign_language(text) is None
