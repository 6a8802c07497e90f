"""Rupees and shillings are those of the country that an article is about; a currency named in full stays itself."""

from __future__ import annotations

import pytest

from figures.figure import Figure
from tests.figures.corpus import read_text


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Floods hit Sindh in Pakistan. The government gave Rs25,000 to each family in Sindh.", "PKR"),
        ("Floods hit Sindh in Pakistan. Damage in Sindh came to 86 billion rupees.", "PKR"),
        ("Floods hit Sindh in Pakistan. Damage in Sindh came to 86 billion Indian rupees.", "INR"),
        ("Floods hit Assam in India. Damage in Assam came to Rs 86 crore.", "INR"),
        ("Floods hit Uganda. The government of Uganda paid 10,000 shillings to each family.", "UGX"),
        ("Floods hit Kenya. The government of Kenya paid Sh10,000 to each family.", "KES"),
        ("Floods hit Uganda. The government of Uganda paid $75 to each family.", "USD"),
    ],
)
def test_a_shared_name_of_money_means_that_of_the_country_the_article_is_about(text: str, unit: str) -> None:
    money = [item for item in read_text(text) if isinstance(item, Figure) and item.mention.value != 1]

    assert [figure.unit.partition("/")[0] for figure in money] == [unit]
