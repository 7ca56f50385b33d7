"""What happens on the page: a desk that a browser works at."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from quizgen import codec
from quizgen.errors import NothingToDo, QuizgenError, UsageError
from quizgen.model import SETS, Question
from quizgen.reviewing import UNFIT, Desk, Item, Outcome, Quarrel, Remark
from quizgen.web import pages, sides
from quizgen.web.messages import JSON, TEXT, Request, Response

DECISIONS = ("accepted", "rejected", "edited")

_LISTS = ("accept", "options", "tags")
_STALE = "This was another question by now, so nothing was changed. Please look again."


class Room:
    """Answers requests with pages about the questions of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._notice = sides.contradicting(len(self._contradictions()))
        self._wanted = ""  # words that all questions have which are shown
        self._decided: dict[str, str] = {}  # what was done last, by uid
        self._deeds: dict[str, Callable[[Mapping[str, str]], Outcome]] = {
            "accept": lambda fields: desk.accept(),
            "reject": lambda fields: desk.reject(),
            "later": lambda fields: desk.later(),
            "group": lambda fields: desk.accept_group(),
            "drop": lambda fields: desk.drop_option(_number(fields)),
            "merge": self._merge,
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
        if path not in ("", "edit", "similar", "conflicts"):
            return Response(status=404, type=TEXT, body="There is no such page.\n")
        if path == "conflicts":
            return self._conflicts()
        item = self._desk.current
        if item is None and self._wanted:
            self._search("")
            item = self._desk.current
        if item is None:
            waiting = bool(self._contradictions())
            return Response(body=pages.finished(self._desk.done, self._desk.total, self._taken(), conflicts=waiting))
        if path == "edit":
            return Response(body=pages.editing(item, _values(item.question)))
        if path == "similar":
            return self._similar(item)
        return Response(body=pages.question(item, self._desk.pace(), self._taken(), self._wanted))

    def _post(self, request: Request) -> Response:
        path, fields = request.path, request.fields
        if path == "finish":
            return Response(body=pages.farewell(self.counts), last=True)
        if path == "undo":
            return self._done(self._desk.undo())
        if path == "because":
            return self._because(fields.get("reason", ""))
        if path == "search":
            return self._search(fields.get("text", ""))
        if path == "settle":
            self._done(self._settle(fields))
            return _back("conflicts" if self._contradictions() else "")
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
        for place, uid in enumerate(outcome.uids):
            merged = "rejected" if place else "accepted"
            action = merged if outcome.action == "merged" else outcome.action
            self._decided.pop(uid, None)
            if action in DECISIONS:
                self._decided[uid] = action
        self._notice = pages.notice(outcome.said, reasons=outcome.action == "rejected")
        return _back()

    def _because(self, reason: str) -> Response:
        if not reason.strip():
            raise UsageError("No reason was given")
        self._notice = pages.notice(self._desk.because(reason.strip()).said)
        return _back()

    def _search(self, text: str) -> Response:
        count = self._desk.search(text)
        self._wanted = text.strip()
        self._notice = "" if self._wanted else pages.notice(f"All {count} are shown again")
        return _back()

    def _similar(self, item: Item) -> Response:
        others = self._desk.duplicates()
        if not others:
            raise NothingToDo("No other question asks almost the same")
        return Response(body=sides.similar(item, others))

    def _conflicts(self) -> Response:
        waiting = self._contradictions()
        if not waiting:
            raise NothingToDo("The texts do not contradict each other")
        return Response(body=sides.conflicts(waiting, self._taken()))

    def _contradictions(self) -> list[Quarrel]:
        return [quarrel for quarrel in self._desk.conflicts() if quarrel.open]

    def _settle(self, fields: Mapping[str, str]) -> Outcome:
        """Decide a contradiction: the fact ``right``, or ``all``, or none, beside the fact ``wrong``."""
        for quarrel in self._desk.conflicts():
            every = [claim.uid for claim in quarrel.claims]
            for field, right in (("right", [fields.get("right", "")]), ("all", every), ("wrong", [])):
                if fields.get(field) in every:
                    return self._desk.settle(quarrel, right)
        raise UsageError("There is no such contradiction any more")

    def _merge(self, fields: Mapping[str, str]) -> Outcome:
        """Keep the question ``into`` of those that were shown as similar."""
        others = [uid for name, uid in fields.items() if name.startswith("other")]
        known = {question.uid for question in self._desk.duplicates()}
        if not set(others) <= known:
            raise UsageError("The questions are not the same any more", todo="Look again")
        return self._desk.merge(others, into=fields.get("into", ""))

    def _edit(self, item: Item, fields: Mapping[str, str]) -> Response:
        """Save an edit, or show the form again with what is wrong with it."""
        try:
            return self._done(self._desk.edit(**_edited(item.question, fields)))
        except QuizgenError as error:
            own = _values(item.question)
            values = {name: fields.get(name, value) for name, value in own.items()}
            return Response(body=pages.editing(item, values, str(error), unsaved=values != own))

    def _check(self, item: Item, fields: Mapping[str, str]) -> str:
        remarks = self._desk.check(**_edited(item.question, fields))
        return codec.dump([[_severity(remark), pages.sentence(remark.text)] for remark in remarks])

    def _taken(self) -> str:
        """Return what is to be said once."""
        said, self._notice = self._notice, ""
        return said


def _back(place: str = "") -> Response:
    return Response(status=303, place=place)


def _severity(remark: Remark) -> str:
    return "refused" if remark.code == UNFIT else remark.severity


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
