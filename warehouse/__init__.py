"""Figures in; rows, comparisons and exports out."""
