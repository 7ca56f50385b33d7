"""How good the facts and questions are: the gate over annotated sentences, and blind rating."""

from quizgen import errors

errors.UNFORESEEN = ()  # a rule that breaks off is to be seen here
