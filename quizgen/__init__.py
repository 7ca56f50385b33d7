"""quizgen turns a text into facts, facts into questions, and questions into decks and quizzes."""

__version__ = "0.1.0"
