"""How figures of one document hang together: stated twice, part of another, worked out from another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from figures.article import Article
from figures.catalogue import catalogue
from figures.figure import Figure, Period, Quantifier, Statistic, Unread
from figures.indicators import joins_part
from figures.interval import Interval
from figures.passage import figure_id

MOST_ALIKE = 50  # equal figures that a new one is compared with
SAME = 0.10  # a conversion in brackets is printed to two digits or so
_UPPER = frozenset({Quantifier.AT_MOST, Quantifier.LESS_THAN})


class Earlier:
    """The figures read so far, by what they can be asked for."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self._alike: dict[tuple[str, float | None], list[Figure]] = {}
        self._areas: dict[str | None, list[Figure]] = {}

    def add(self, figure: Figure) -> None:
        """Add one more, in text order."""
        self.figures.append(figure)
        if figure.restates is None and figure.derivation is None:
            self._alike.setdefault((figure.indicator, figure.value), []).append(figure)
            if figure.indicator == "area_controlled":
                self._areas.setdefault(figure.place, []).append(figure)

    def alike(self, figure: Figure) -> list[Figure]:
        """The first few of the same indicator and number, none of them a restatement."""
        return self._alike.get((figure.indicator, figure.value), [])[:MOST_ALIKE]

    def areas(self, place: str | None) -> list[Figure]:
        """Areas held at *place*."""
        return self._areas.get(place, [])


def linked(article: Article, found: list[Figure | Unread]) -> list[Figure | Unread]:
    """The same list with ``restates`` and ``part_of`` filled in, and figures worked out from others after theirs."""
    known: list[Figure | Unread] = []
    earlier = Earlier()
    for item in found:
        if isinstance(item, Unread):
            known.append(item)
            continue
        figure = _restating(article, item, earlier)
        figure = figure if figure.restates else _part(article, figure, earlier.figures)
        derived = list(_rest_of_share(article, figure, earlier))
        known += [figure, *derived]
        earlier.add(figure)
    return known


def _restating(article: Article, figure: Figure, earlier: Earlier) -> Figure:
    """A conversion in brackets, or the same number said again, names the figure it restates."""
    if earlier.figures and _is_conversion(article, earlier.figures[-1], figure):
        first = earlier.figures[-1]
        return replace(
            figure,
            restates=first.restates or first.figure_id,
            indicator=first.indicator,
            figure_id=figure_id(article, figure.mention, first.indicator, None),
            holder=first.holder, place=first.place, period=first.period, statistic=first.statistic,
            population=first.population,
            originator=first.originator, stance=first.stance, chain=first.chain, share_of=first.share_of,
        )  # fmt: skip
    for other in earlier.alike(figure):
        if _says_the_same(article, other, figure):
            return replace(figure, restates=other.figure_id)
    return figure


def _is_conversion(article: Article, first: Figure, second: Figure) -> bool:
    """Whether *second* follows *first* in brackets or after "or", in another unit, and comes to about the same."""
    money = first.indicator == second.indicator and first.indicator in ("money", "stipend")
    if first.mention.unit == second.mention.unit or (first.unit != second.unit and not money):
        return False
    between = article.text[first.mention.span.end : second.mention.span.start]
    joins = between.strip().lower() in ("(", "or", ", or", "/", "[", "(about", "-", "—") or (
        len(between) < 25 and "(" in between
    )
    return joins and len(between) < 40 and (money or _about_equal(first, second))


def _about_equal(first: Figure, second: Figure) -> bool:
    if first.value is None or second.value is None:
        return first.amount.overlaps(second.amount)
    printed = second.mention.value or 0.0
    rounding = abs(second.value / printed) * 0.5 if printed and printed == int(printed) and printed < 10 else 0.0
    return abs(first.value - second.value) <= max(rounding, SAME * max(abs(first.value), abs(second.value)))


def _says_the_same(article: Article, first: Figure, second: Figure) -> bool:
    """One indicator, number, place and population: headline and lead, or a quotation and its paraphrase."""
    if (first.indicator, first.unit, first.statistic) != (second.indicator, second.unit, second.statistic):
        return False
    if first.value is None or first.value != second.value or first.indicator in ("count", "people", "money", "share"):
        return False
    if first.value < 10 and first.indicator != "distance" and not _is_headline(article, first):
        return False
    limits = first.mention.quantifier in _UPPER and second.mention.quantifier in _UPPER
    if first.indicator == "distance" and not limits:
        return False
    populations = {first.population, second.population} - {""}
    same_place = first.place == second.place or _is_headline(article, first)
    return same_place and len(populations) < 2 and _meet(first.period, second.period)


def _is_headline(article: Article, figure: Figure) -> bool:
    return figure.sentence == article.sentences[0]


def _meet(first: Period | None, second: Period | None) -> bool:
    if first is None or second is None:
        return True
    return (second.start - first.end).days <= 3 and (first.start - second.end).days <= 3


def _part(article: Article, figure: Figure, earlier: list[Figure]) -> Figure:
    """The smaller number of "86, 30 of them children" names the one it is a part of."""
    if not catalogue()[figure.indicator].people or not _joined_as_part(article, figure):
        return figure
    farthest = 2000 if _is_of_the_dead(article, figure) else 250
    for other in reversed(earlier):
        if figure.sentence.start - other.sentence.end > farthest:
            break
        if other.indicator == figure.indicator and other.part_of is None and _smaller(figure, other):
            return replace(figure, part_of=other.figure_id)
    return figure


def _is_of_the_dead(article: Article, figure: Figure) -> bool:
    """Whether it is a part of a toll that the article has named, however far away."""
    around = article.text[max(0, figure.mention.span.start - 40) : figure.mention.span.end + 30].lower()
    return "the dead" in around or "the victims" in around or "those killed" in around


def _joined_as_part(article: Article, figure: Figure) -> bool:
    span = figure.mention.span
    before = article.text[max(figure.sentence.start, span.start - 35) : span.start].lower()
    after = article.text[span.end - 14 : span.end + 18].lower()
    return bool(joins_part().search(before) or joins_part().search(after))


def _smaller(part: Figure, whole: Figure) -> bool:
    low, high = part.amount.low, whole.amount.high
    return part.unit == whole.unit and (low is None or high is None or low <= high) and part.amount != whole.amount


def _rest_of_share(article: Article, figure: Figure, earlier: Earlier) -> Iterator[Figure]:
    """Having lost two-thirds of the land they seized, they hold a third of what they held at most."""
    if figure.indicator != "share_of_area" or not figure.share_of.startswith("area taken") or figure.value is None:
        return
    areas = earlier.areas(figure.place)
    if not areas:
        return
    whole = next((f for f in areas if f.statistic is Statistic.PEAK), areas[-1])
    lost = _is_lost(article, figure)
    share = Interval(1 - (figure.amount.high or 1), 1 - (figure.amount.low or 0)) if lost else figure.amount
    amount = _product(share, whole.amount)
    if amount is None:
        return
    part = 1 - figure.value if lost else figure.value
    excerpt = article.text[whole.mention.span.start : whole.mention.span.end]
    formula = f"(1 - {figure.value:.3g}) × {excerpt}" if lost else f"{figure.value:.3g} × {excerpt}"
    yield replace(
        figure,
        figure_id=figure_id(article, figure.mention, "area_controlled", formula),
        indicator="area_controlled", unit="km**2", share_of="", statistic=Statistic.LEVEL,
        value=None if whole.value is None else whole.value * part,
        amount=amount, holder=whole.holder, derived_from=whole.figure_id, derivation=formula,
        confidence=min(figure.confidence, whole.confidence),
    )  # fmt: skip


def _is_lost(article: Article, figure: Figure) -> bool:
    before = article.text[figure.sentence.start : figure.mention.span.start].lower().split()
    return any(
        word in ("lost", "lose", "losing", "retaken", "recaptured", "regained", "reclaimed", "retook")
        for word in before[-6:]
    )


def _product(share: Interval, area: Interval) -> Interval | None:
    low = None if share.low is None or area.low is None else max(0.0, share.low) * area.low
    high = None if share.high is None or area.high is None else share.high * area.high
    return None if low is None and high is None else Interval(low, high)
