"""What a flaw check is: a code with its severity and meaning, and the function that looks for it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from quizgen.model import Question

ERROR, WARNING, INFO = "error", "warning", "info"


class Code(NamedTuple):
    """A reason code: an error makes a question unusable, a warning doubtful, an info is for the curious."""

    severity: str
    meaning: str


class Check(NamedTuple):
    """A code with the function that tells whether a question has the flaw."""

    code: str
    severity: str
    meaning: str
    found: Callable[[Question], bool]


def in_prompt(pattern: re.Pattern[str]) -> Callable[[Question], bool]:
    """Return the function that looks for a pattern in the prompt."""
    return lambda question: bool(pattern.search(question.prompt))
