"""A question as a small text that a person changes in an editor."""

from typing import Any

import click

from quizgen.errors import NothingToDo, UsageError
from quizgen.model import Question

_FIELDS = {"prompt": False, "answer": False, "accept": True, "option": True, "tag": True}  # whether one may repeat
_HINT = "# One thing a line; accept, option (a wrong one) and tag may stand several times. Empty the file to leave.\n"


def edited(question: Question) -> dict[str, Any]:
    """Return what ``curation.edit`` takes after a person has changed a question in the editor.

    Raises NothingToDo where nothing was saved, UsageError for a line that cannot be read.
    """
    return parse(written(question))


def written(question: Question, draft: str = "") -> str:
    """Return what a person wrote about a question in the editor, which opens a ``draft`` where there is one.

    Raises NothingToDo where nothing was saved.
    """
    before = form(question)
    after = click.edit(draft or before, extension=".txt")
    if after is None and draft:
        return draft
    if after is None or after == before or not after.strip():
        raise NothingToDo("The question was left as it is")
    return after


def form(question: Question) -> str:
    """Return the text that is edited."""
    return _HINT + "".join(f"{name}: {' '.join(text.split())}\n" for name, text in shown(question))


def shown(question: Question) -> list[tuple[str, str]]:
    """Return the names and values of what can be edited in a question: its prompt, its answer, then the rest."""
    lines = [("prompt", question.prompt), ("answer", question.answer)]
    lines += [("accept", text) for text in question.accept]
    lines += [("option", option.text) for option in question.options if not option.correct]
    lines += [("tag", tag) for tag in question.tags]
    return lines


def parse(text: str) -> dict[str, Any]:
    """Return the fields that an edited text names."""
    found: dict[str, list[str]] = {name: [] for name in _FIELDS}
    for number, line in enumerate(text.splitlines(), 1):
        name, colon, value = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if not colon or name.strip() not in _FIELDS:
            raise UsageError(f"Line {number} cannot be read: {line[:40]!r}", todo="Begin it with one of the names")
        found[name.strip()].append(value.strip())
    for name, many in _FIELDS.items():
        if not many and len(found[name]) != 1:
            raise UsageError(f"There must be one line {name!r}", todo="Edit the question again")
    return {
        "prompt": found["prompt"][0],
        "answer": found["answer"][0],
        "accept": tuple(found["accept"]),
        "tags": tuple(found["tag"]),
    } | ({"options": tuple(found["option"])} if found["option"] else {})
