"""As of when a number holds: the time its sentence names, else the article, else the day of publication."""

from __future__ import annotations

from datetime import date

from figures.article import Article
from figures.figure import Basis, Period, Precision, Span, Statistic
from figures.periods import Moment, nearest_moment, published_period, since

FARTHEST_MONTH = 5  # sentences


def period_of(article: Article, sentence: int, span: Span, clause: Span, statistic: Statistic) -> Period | None:
    """The nearest time of the sentence, else that of the one before in its paragraph, else the day of publication."""
    if _is_count_since(article, sentence, span, statistic):
        return published_period(article.document.origin)
    moment = nearest_moment(article.text, article.moments(sentence), span, clause)
    if moment is not None:
        return _period(article, moment, Basis.STATED, opens=" when " not in article.text[moment.end : span.start])
    if statistic is Statistic.PEAK:
        first = _first_moment(article)
        if first is not None:
            return Period(first.first, first.last, first.precision, Basis.CONTEXT)
    earlier = _recent(article, sentence)
    return _period(article, earlier, Basis.CONTEXT) if earlier else published_period(article.document.origin)


def _is_count_since(article: Article, sentence: int, span: Span, statistic: Statistic) -> bool:
    """Whether the sentence counts "since" a time: such a total holds on the day it is printed."""
    moments = article.moments(sentence)
    if statistic is Statistic.CHANGE or len(moments) != 1 or not since(article.text, moments[0]):
        return False
    return " when " not in article.text[moments[0].end : span.start]  # "since 2015, when 9,000 were killed" is of 2015


def _period(article: Article, moment: Moment, basis: Basis, *, opens: bool = False) -> Period:
    if opens and article.published is not None and since(article.text, moment) and moment.first <= article.published:
        return Period(moment.first, article.published, Precision.RANGE, basis)
    return Period(moment.first, moment.last, moment.precision, basis)


def _first_moment(article: Article) -> Moment | None:
    """The earliest month, season or day of the article: when what peaked began."""
    moments = [m for k in range(min(len(article.sentences), 60)) for m in article.moments(k)]
    fine = [m for m in moments if (m.last - m.first).days <= 100 and _within_two_years(article.published, m.first)]
    return min(fine, key=lambda m: m.first, default=None)


def _within_two_years(published: date | None, day: date) -> bool:
    return published is not None and 0 <= (published - day).days <= 730


def _recent(article: Article, sentence: int) -> Moment | None:
    """What the sentences before in the paragraph are about: a day within a week of publication that the one before
    names, or a month within five sentences that has just passed.
    """
    published = article.published
    for earlier in range(sentence - 1, max(-1, sentence - 1 - FARTHEST_MONTH), -1):
        if (
            published is None
            or "\n" in article.text[article.sentences[earlier].end : article.sentences[earlier + 1].start]
        ):
            return None
        moments = article.moments(earlier)
        days = [m for m in moments if m.precision is Precision.DAY and 0 <= (published - m.first).days <= 7]
        if days:
            return days[-1] if earlier == sentence - 1 else None
        months = [m for m in moments if m.precision is Precision.MONTH and 0 <= (published - m.last).days <= 45]
        if months:
            return months[-1]
    return None
