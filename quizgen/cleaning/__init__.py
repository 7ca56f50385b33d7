"""What of a page is text to learn from: furniture is dropped, and each drop says why."""

from quizgen.cleaning.codes import CODES
from quizgen.cleaning.page import clean
from quizgen.cleaning.raw import EXCERPT, Cleaned, RawBlock, RawDocument

__all__ = ["CODES", "EXCERPT", "Cleaned", "RawBlock", "RawDocument", "clean"]
