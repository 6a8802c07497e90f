"""Text in, figures out."""

from figures.quantities import Quantity, quantities

__all__ = ["Quantity", "quantities"]
