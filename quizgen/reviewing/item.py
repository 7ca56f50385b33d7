"""One question as a teacher looks at it: what is asked, what is doubtful about it, and the words that answer it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quizgen import flaws, habits, rank, session
from quizgen.flaws import sets
from quizgen.flaws.code import ERROR, INFO, WARNING, Code
from quizgen.marks import Marked
from quizgen.model import Question, QuestionStatus
from quizgen.store import CHANGED, HAND

UNFIT = "unfit"  # code of a remark: the question could not be asked so, and is refused
FLAGGED = "flagged"  # the tag, or the first part of the tag, of a question that a player found bad
REASONS = {str(number): reason for number, reason in enumerate(session.REASONS, 1)}  # of rejections, by key
_OTHERS = {"order": "asks for the right order", "match": "asks what belongs together", HAND: "written by hand"}
_CODES = {**flaws.CODES, **{code: Code(*said) for code, said in habits.CODES.items()}}
_LASTING = {*sets.CODES, *habits.CODES}  # flaws that are not in the wording
_TWIN = "near-duplicate"
SURE = 2  # the doubt of a question that needs no closer look
_ORDER = (ERROR, WARNING, INFO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to look at in a question; ``severity`` is error, warning or info."""

    code: str
    severity: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question that waits for a decision, and where it stands in the work.

    ``warnings`` are remarks in words, worst first; ``marked`` is the sentence of the source with the answer marked.
    ``place`` of ``total`` is its number, ``done`` how many are decided; ``alike`` says how many of its ``group`` wait,
    with it.
    """

    question: Question
    warnings: tuple[Remark, ...]
    marked: Marked
    group: str
    alike: int
    done: int
    total: int

    @property
    def place(self) -> int:
        """Return the number of the question among all, from 1."""
        return self.done + 1


def group_name(template: str, about: Mapping[str, str]) -> str:
    """Return in words what the questions of a template ask; ``about`` tells it by the template's id."""
    base = template.partition(".")[0]
    return about.get(template) or about.get(base) or _OTHERS.get(base, base)


def remarks(question: Question, *, twin: Question | None = None) -> tuple[Remark, ...]:
    """Return what is doubtful about a question, worst first; ``twin`` asks almost the same."""
    # The others of its flaws are looked for anew, since an edit may have mended them.
    lasting = [_flaw(code) for code in question.flaws if code in _LASTING and not (twin and code == _TWIN)]
    twins = [_remark(_TWIN, f"another question asks almost the same: {twin.prompt}")] if twin else []
    return _sorted([*_signs(question), *wording(question), *lasting, *twins, *_low(question)])


def _low(question: Question) -> Iterator[Remark]:
    """Yield that a question has a low score, which is no flaw of its own."""
    if question.score < rank.SURE:
        said = f"score {question.score:.2f}: one of four like it was too vague or not worth asking"
        yield Remark(code="low-score", severity=INFO, text=said)


def wording(question: Question) -> tuple[Remark, ...]:
    """Return the flaws of a question as it is worded now, worst first."""
    return _sorted(map(_flaw, flaws.find(question)))


def _flaw(code: str) -> Remark:
    return Remark(code=code, severity=_CODES[code].severity, text=_CODES[code].meaning)


def _sorted(found: Iterable[Remark]) -> tuple[Remark, ...]:
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.severity)))


SURE = 2  # as little doubtful as can be


def doubt(question: Question) -> int:
    """Return how much a question needs a closer look, as it was made: 0 very, 1 more than others, SURE as others."""
    if flags(question) or _is_changed(question):
        return 0
    flawed = any(_CODES[code].severity in (ERROR, WARNING) for code in question.flaws if code in _CODES)
    return 1 if flawed or question.score < rank.SURE else SURE


def flags(question: Question) -> list[str]:
    """Return the tags with which players called a question bad."""
    return [tag for tag in question.tags if tag == FLAGGED or tag.startswith(f"{FLAGGED}::")]


def _signs(question: Question) -> Iterator[Remark]:
    """Yield what the history of a question says against it."""
    for tag in flags(question):
        why = tag.removeprefix(FLAGGED).removeprefix("::").replace("-", " ")
        yield _remark("flagged", f"a player flagged it{': ' if why else ''}{why}")
    if _is_changed(question):
        yield _remark("changed", "its answer changed since it was decided about")


def _is_changed(question: Question) -> bool:
    return CHANGED in question.tags and question.status is not QuestionStatus.NEW


def _remark(code: str, text: str) -> Remark:
    return Remark(code=code, severity=WARNING, text=text)
