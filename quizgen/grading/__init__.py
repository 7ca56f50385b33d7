"""Grades typed answers as a fair teacher would: generous with form, strict with content."""

from collections.abc import Sequence

from quizgen.grading.verdict import Verdict
from quizgen.model import PhraseType

__all__ = ["Verdict", "grade", "misspelt"]


def grade(
    given: str,
    expected: str,
    accept: Sequence[str] = (),
    *,
    type: PhraseType = PhraseType.THING,
    others: Sequence[str] = (),
) -> Verdict:
    """Grade what was typed against the expected answer and its aliases ``accept``.

    ``type`` is what the answer denotes; ``others`` are answers known to be different ones, which no tolerance reaches.
    Never raises.
    """
    # The rules are loaded with the first answer, so that the first question is there sooner.
    from quizgen.grading.answers import judged

    return judged(given, [expected, *accept], type, others)


def misspelt(given: str, answers: Sequence[str]) -> bool:
    """Tell whether an answer that is right is so by tolerance only: none of ``answers`` is spelt so."""
    from quizgen.grading import typos, words

    pairs = [(one, other) for one in words.forms(given) for answer in answers for other in words.forms(answer)]
    same = any(words.same(one, other) for one, other in pairs)
    return not same and any(typos.verdict(one, other) is Verdict.RIGHT for one, other in pairs)
