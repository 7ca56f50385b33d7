"""Keeps the options of a choice question as they were first made, but for those that are wrong to offer now."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.ids import normal
from quizgen.model import Option, Question

ALSO_TRUE = "also-true"  # a flaw that names an option: also-true:Mars


def frozen(question: Question, stored: Sequence[Option]) -> Question:
    """Return a newly made question with its ``stored`` options.

    A stored option is replaced where it stands, by one that was newly made, when it is a right answer now, appears
    twice, or a flaw ``also-true:TEXT`` names it. Where too few are left to replace it, it goes.
    """
    question, flagged = replace(question, flaws=_other_flaws(question)), _flagged(question)
    key = next((option for option in question.options if option.correct), None)
    if key is None or not any(option.correct for option in stored):
        return question
    spares = _spares(question, stored, flagged)
    kept: list[Option] = []
    seen = _right(question) | flagged
    for option in stored:
        if option.correct:
            kept.append(replace(option, text=key.text))
        elif normal(option.text) not in seen:
            seen.add(normal(option.text))
            kept.append(option)
        elif spare := next(spares, None):
            kept.append(spare)
    enough = len(kept) >= min(len(stored), len(question.options))
    return replace(question, options=tuple(kept) if enough else question.options)


def _spares(question: Question, stored: Sequence[Option], flagged: set[str]) -> Iterator[Option]:
    """Yield the newly made wrong options that are not offered yet."""
    offered = {normal(option.text) for option in stored} | _right(question) | flagged
    for option in question.options:
        if not option.correct and normal(option.text) not in offered:
            offered.add(normal(option.text))
            yield option


def _right(question: Question) -> set[str]:
    return {normal(text) for text in (question.answer, *question.accept)}


def _other_flaws(question: Question) -> tuple[str, ...]:
    """Return the flaws without those that name an option, which is replaced."""
    return tuple(flaw for flaw in question.flaws if flaw.partition(":")[0] != ALSO_TRUE)


def _flagged(question: Question) -> set[str]:
    codes = (flaw.partition(":") for flaw in question.flaws)
    return {normal(text) for code, _, text in codes if code == ALSO_TRUE and text}
