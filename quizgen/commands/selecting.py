"""The options that say which questions a command is about."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from quizgen.commands import common

_OPTIONS = (
    common.document,
    common.section,
    common.kinds(common.QUESTION_KINDS),
    common.statuses(common.QUESTION_STATUSES),
    common.tag,
    common.min_score,
    common.difficulty,
    common.search,
)


def questions(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that select questions; ``common.chosen`` makes a filter of them."""
    return reduce(lambda done, option: option(done), reversed(_OPTIONS), command)
