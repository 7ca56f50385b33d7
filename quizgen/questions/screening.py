"""The last look at a question, with its label and the whole text: whether it is open, of a story or trivial."""

from collections.abc import Mapping

from quizgen.questions import generals, meanings, objections, often, openness, scenes, triviality, unsaid, wholes
from quizgen.questions.case import Case
from quizgen.questions.vagueness import Topics

CODES = {
    **generals.CODES,
    **meanings.CODES,
    **often.CODES,
    **openness.CODES,
    **scenes.CODES,
    **triviality.CODES,
    **unsaid.CODES,
    **wholes.CODES,
}


def reason(case: Case, *, label: str, against: Mapping[str, float], about: Topics) -> str:
    """Return the code of ``CODES`` that speaks most against an ask whose stem has a ``label``, "" where none does."""
    return objections.strictest(
        (
            openness.reason(case, labelled=bool(label), against=against, about=about),
            scenes.reason(case, label=label),
            often.reason(case),
            triviality.reason(case, about),
            unsaid.reason(case, about),
            generals.reason(case),
            meanings.reason(case),
            wholes.reason(case),
        )
    )
