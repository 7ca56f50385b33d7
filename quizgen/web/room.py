"""What happens on the page: a desk that a browser works at."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from quizgen import codec
from quizgen.errors import QuizgenError, UsageError
from quizgen.model import SETS, Question
from quizgen.reviewing import REASONS, Desk, Item, Outcome
from quizgen.web import pages
from quizgen.web.messages import JSON, TEXT, Request, Response

DECISIONS = ("accepted", "rejected", "edited")

_LISTS = ("accept", "options", "tags")
_STALE = "This was another question by now, so nothing was changed. Please look again."


class Room:
    """Answers requests with pages about the questions of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._notice = ""
        self._decided: dict[str, str] = {}  # what was done last, by uid
        self._deeds: dict[str, Callable[[Mapping[str, str]], Outcome]] = {
            "accept": lambda fields: desk.accept(),
            "reject": lambda fields: desk.reject(),
            "later": lambda fields: desk.later(),
            "group": lambda fields: desk.accept_group(),
            "drop": lambda fields: desk.drop_option(_number(fields)),
        }

    @property
    def counts(self) -> Counter[str]:
        """Return of how many questions what was decided here, and not taken back: accepted, rejected or edited."""
        return Counter(self._decided.values())

    def answer(self, request: Request) -> Response:
        """Return what the browser gets; what the desk refuses is said on the page."""
        try:
            return self._get(request.path) if request.method == "GET" else self._post(request)
        except QuizgenError as error:
            self._notice = pages.notice(str(error), problem=True)
            return _back()

    def _get(self, path: str) -> Response:
        if path not in ("", "edit"):
            return Response(status=404, type=TEXT, body="There is no such page.\n")
        item = self._desk.current
        if item is None:
            return Response(body=pages.finished(self._desk.done, self._desk.total, self._taken()))
        if path == "edit":
            return Response(body=pages.editing(item, _values(item.question), ""))
        return Response(body=pages.question(item, self._desk.pace(), self._taken()))

    def _post(self, request: Request) -> Response:
        path, fields = request.path, request.fields
        if path == "finish":
            return Response(body=pages.farewell(self.counts), last=True)
        if path == "undo":
            return self._done(self._desk.undo())
        if path == "because":
            return self._because(fields.get("reason", ""))
        item = self._desk.current
        if item is None or item.question.uid != fields.get("uid"):
            self._notice = pages.notice(_STALE, problem=True)
            return _back()
        return self._about(path, item, fields)

    def _about(self, path: str, item: Item, fields: Mapping[str, str]) -> Response:
        """Do what is asked with the question on the page."""
        if path == "check":
            return Response(type=JSON, body=self._check(item, fields))
        if path == "edit":
            return self._edit(item, fields)
        if path not in self._deeds:
            return Response(status=404, type=TEXT, body="There is no such page.\n")
        return self._done(self._deeds[path](fields))

    def _done(self, outcome: Outcome) -> Response:
        for uid in outcome.uids:
            self._decided.pop(uid, None)
            if outcome.action in DECISIONS:
                self._decided[uid] = outcome.action
        self._notice = pages.notice(outcome.said, reasons=outcome.action == "rejected")
        return _back()

    def _because(self, reason: str) -> Response:
        if reason not in REASONS.values():
            raise UsageError("There is no such reason")
        self._notice = pages.notice(self._desk.because(reason).said)
        return _back()

    def _edit(self, item: Item, fields: Mapping[str, str]) -> Response:
        """Save an edit, or show the form again with what is wrong with it."""
        try:
            return self._done(self._desk.edit(**_edited(item.question, fields)))
        except QuizgenError as error:
            values = {name: fields.get(name, value) for name, value in _values(item.question).items()}
            return Response(body=pages.editing(item, values, str(error)))

    def _check(self, item: Item, fields: Mapping[str, str]) -> str:
        remarks = self._desk.check(**_edited(item.question, fields))
        return codec.dump([[remark.severity, pages.sentence(remark.text)] for remark in remarks])

    def _taken(self) -> str:
        """Return what is to be said once."""
        said, self._notice = self._notice, ""
        return said


def _back() -> Response:
    return Response(status=303, place="")


def _number(fields: Mapping[str, str]) -> int:
    text = fields.get("number", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _values(question: Question) -> dict[str, str]:
    """Return what can be edited in a question, lists as one value a line."""
    wrong = [option.text for option in question.options if not option.correct]
    values = {"prompt": question.prompt}
    if question.kind not in SETS:
        values |= {"answer": question.answer, "accept": "\n".join(question.accept)}
    if question.options:
        values["options"] = "\n".join(wrong)
    return values | {"tags": "\n".join(question.tags)}


def _edited(question: Question, fields: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of an edit that differ from the question."""
    before = _values(question)
    after = {name: fields.get(name, value).replace("\r\n", "\n") for name, value in before.items()}
    return {
        name: tuple(filter(None, map(str.strip, value.split("\n")))) if name in _LISTS else " ".join(value.split())
        for name, value in after.items()
        if value.strip() != before[name].strip()
    }
