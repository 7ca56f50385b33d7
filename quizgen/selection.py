"""Which questions exports and quizzes take, unless they are told otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.difficulty import Span
from quizgen.model import Filter, QuestionStatus

if TYPE_CHECKING:
    from quizgen.config import Settings

REVIEWED = (QuestionStatus.KEPT, QuestionStatus.EDITED)
IN_USE = (QuestionStatus.NEW, *REVIEWED)


def chosen(
    filter: Filter,
    *,
    kinds: Sequence[str] = (),
    difficulty: Span | None = None,
    reviewed_only: bool = False,
    min_score: float | None = None,
) -> Filter:
    """Return the filter that an export or a quiz applies: without statuses of its own it takes what is in use."""
    statuses = REVIEWED if reviewed_only else IN_USE
    return replace(
        filter,
        kinds=filter.kinds or tuple(kinds),
        difficulty=filter.difficulty or difficulty,
        statuses=filter.statuses or tuple(status.value for status in statuses),
        min_score=filter.min_score if filter.min_score is not None else min_score,
    )


def asked(filter: Filter, settings: "Settings") -> Filter:
    """Return the filter of what a course's quizzes ask, which is also what is due."""
    return chosen(
        filter,
        kinds=settings.kinds,
        difficulty=settings.span,
        reviewed_only=settings.reviewed_only,
        min_score=settings.min_score,
    )
