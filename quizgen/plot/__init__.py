"""Figures as pictures: one self-contained HTML page, for light and dark screens and for paper."""

from quizgen.plot.page import page

__all__ = ["page"]
