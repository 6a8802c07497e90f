"""Read a document: every number it prints, with what it means, or with the reason why that is not known."""

from __future__ import annotations

from itertools import groupby

from figures.article import Article
from figures.document import Document
from figures.figure import Figure, Unread
from figures.links import linked
from figures.mentions import find_mentions
from figures.names import Names, packaged_names
from figures.passage import read_passage
from figures.words_only import figures_in_words


def read(document: Document, names: Names | None = None) -> list[Figure | Unread]:
    """Figures and unread numbers in text order; a derived figure follows the one it comes from.

    *names* are the name tables to resolve against, those of the package when None. The same text gives the same list.
    """
    article = Article(document, packaged_names() if names is None else names)
    mentions = find_mentions(document.text, document.body.start, document.body.end, article.sentences)
    found: list[Figure | Unread] = []
    for sentence, group in groupby(mentions, key=lambda mention: article.sentence_at(mention.span.start)):
        found += read_passage(article, sentence, list(group), found)
    return linked(article, _in_order([*found, *figures_in_words(article)]))


def _in_order(found: list[Figure | Unread]) -> list[Figure | Unread]:
    return sorted(found, key=lambda item: (item.mention.span.start, item.mention.span.end))
