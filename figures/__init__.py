"""Text in, figures out: every number an article prints, with what it means, or why that is not known.

The words of the house, one meaning each:

quantity    a number with its unit, of any text at all
mention     a quantity at its place in a document, with its hedge and the noun it counts
figure      a mention that means something: what is counted, where, as of when, who says so
unread      a mention without a known meaning, kept with its reason
indicator   what a figure is about, a row of ``lexicon/indicators.csv``: killed, displaced, area controlled
originator  who made the number; nobody is the outlet's own voice. The publisher only prints it
holder      the party that holds the land or the settlements
statistic   level, peak, total, change or share
as of       the days for which the number holds, with how finely they are known and from where
restates    says a figure of the same document again; derived: worked out, by a formula; part of: inside another toll
"""

from figures.document import Document, Origin
from figures.figure import Figure, Mention, Unread
from figures.quantities import Quantity, quantities
from figures.reading import read
from figures.record import record

__all__ = ["Document", "Figure", "Mention", "Origin", "Quantity", "Unread", "quantities", "read", "record"]
