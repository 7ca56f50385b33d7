"""Item flaws: what is wrong with a question, as reason codes.

Errors make a question unusable, warnings doubtful; an info is for the curious.
"""

from collections.abc import Mapping, Sequence

from quizgen.flaws import answer, choice, form, references, sets, times
from quizgen.flaws.code import ERROR
from quizgen.flaws.code import Code as Code
from quizgen.flaws.words import is_choice
from quizgen.model import Question

_ALWAYS = (*references.CHECKS, *times.CHECKS, *form.CHECKS, *answer.CHECKS)
_CHECKS = (*_ALWAYS, *choice.CHECKS)
CODES: Mapping[str, Code] = {check.code: Code(check.severity, check.meaning) for check in _CHECKS} | sets.CODES


def find(question: Question) -> list[str]:
    """Return the codes of the flaws that the question has by itself, in the order of ``CODES``."""
    checks = _CHECKS if is_choice(question) else _ALWAYS
    return [check.code for check in checks if check.found(question)]


def errors(codes: Sequence[str]) -> list[str]:
    """Return those codes that make a question unusable."""
    return [code for code in codes if code in CODES and CODES[code].severity == ERROR]


def set_flaws(questions: Sequence[Question]) -> dict[str, list[str]]:
    """Return uid → codes of the flaws that questions have beside each other; of two alike the later one."""
    return sets.find(questions)
