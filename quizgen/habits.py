"""What people kept, changed and rejected so far, and what a new question of the same making loses for it.

A score is the chance that a strict teacher keeps a question. Where people kept fewer questions of one template on one
pattern than their scores promised, new ones of that sort lose as much in log odds as the promise was wrong, drawn to
nothing by ``CAUTION`` decisions that nobody took:

    promised = mean score of the questions decided about
    kept     = (accepted + CAUTION * promised) / (decided + CAUTION)
    loss     = max(0, logit(promised) - logit(kept))

Nothing is ever gained: what one teacher likes is no reason to take what is doubtful.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import exp, log, sqrt
from typing import Protocol

from quizgen.model import Fact, Question

OFTEN = "often-rejected"
CODES = {OFTEN: ("warning", "people rejected or changed most questions like it, so it lost score")}
CAUTION = 32.0  # decisions; measured on blind ratings, see docs/stats.md

_WORTH = {"kept": 1.0, "edited": 0.5, "rejected": 0.0}
_OTHER_FORM = 0.5  # what a decision about another form of the question weighs
_LEFT_ALONE = 0.5  # what it weighs that a question was answered in a quiz and nobody rejected it
_BLAMELESS = "duplicate"  # begins the reasons for which the making is not at fault
_PLACES = 9  # of a loss: what promise and verdicts differ by beyond them is the arithmetic's
_EVEN = 0.5  # what scores less is not taken anyway
_CERTAIN = 0.95
_Z = 1.96  # of the 95 % interval
VERDICTS = (*_WORTH, "waiting")  # that are counted; one that is settled (by its tags, say) is neither


class Judgement(Protocol):
    """What became of one question: ``verdict`` is kept, edited, rejected, waiting or settled."""

    @property
    def template(self) -> str:
        """Return the template, with the form it was asked in."""

    @property
    def pattern(self) -> str:
        """Return the pattern that read its fact, as ``pattern`` names it."""

    @property
    def score(self) -> float:
        """Return the score, the chance of being kept that it was given."""

    @property
    def verdict(self) -> str:
        """Return what a person decided."""

    @property
    def reason(self) -> str:
        """Return why it was rejected, where somebody said."""

    @property
    def answered(self) -> bool:
        """Return whether it was answered in a quiz."""


@dataclass(slots=True)
class Weighed:
    """Decisions added up, each as much as it says: how many, what they accepted, what the scores had promised."""

    decided: float = 0.0
    accepted: float = 0.0
    promised: float = 0.0

    def add(self, worth: float, score: float, weight: float) -> None:
        """Add a decision."""
        self.decided += weight
        self.accepted += weight * worth
        self.promised += weight * score

    @property
    def loss(self) -> float:
        """Return what a new question loses, in log odds."""
        if not self.decided:
            return 0.0
        promised = min(max(self.promised / self.decided, 1 - _CERTAIN), _CERTAIN)
        kept = (self.accepted + CAUTION * promised) / (self.decided + CAUTION)
        return max(0.0, round(_logit(promised) - _logit(min(kept, _CERTAIN)), _PLACES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """How the questions of one template, one pattern or both fared; ``low`` and ``high`` bound ``share`` (95 %)."""

    group: str  # total, template, pattern, pair
    template: str = ""
    pattern: str = ""
    kept: int = 0
    edited: int = 0
    rejected: int = 0
    waiting: int = 0
    lost: float = 0.0  # what a score of 0.8 loses

    @property
    def decided(self) -> int:
        """Return how many questions somebody decided about."""
        return self.kept + self.edited + self.rejected

    @property
    def share(self) -> float | None:
        """Return the part of them that was kept unchanged, None where nobody decided."""
        return self.kept / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return the Wilson interval of the share."""
        return wilson(self.kept, self.decided) if self.decided else None


class Habits:
    """What was decided so far, by template and pattern."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._forms: dict[tuple[str, str], Weighed] = defaultdict(Weighed)
        self._bases: dict[tuple[str, str], Weighed] = defaultdict(Weighed)
        for one in judgements:
            worth, weight = _said(one)
            if weight:
                self._forms[one.template, one.pattern].add(worth, one.score, weight)
                self._bases[_base(one.template), one.pattern].add(worth, one.score, weight)

    def loss(self, template: str, pattern: str) -> float:
        """Return what a question of a template, in its form, on a pattern loses in log odds."""
        return self._weighed(template, pattern).loss

    def lowered(self, question: Question, pattern: str, *, least: float = 0.0) -> Question:
        """Return a question with the score that is left to it, and the flaw that says so.

        It sinks no lower than to ``least``, what it had when people came to know it.
        """
        loss = self.loss(question.template, pattern)
        if not loss or question.score < _EVEN:
            return question
        left = max(round(moved(question.score, -loss), 3), min(least, question.score))
        return replace(question, score=left, flaws=(*question.flaws, OFTEN))

    def _weighed(self, template: str, pattern: str) -> Weighed:
        form = self._forms.get((template, pattern), Weighed())
        base = self._bases.get((_base(template), pattern), Weighed())
        return Weighed(
            decided=_mixed(form.decided, base.decided),
            accepted=_mixed(form.accepted, base.accepted),
            promised=_mixed(form.promised, base.promised),
        )


def pattern(fact: Fact) -> str:
    """Return the name of the pattern that read a fact."""
    return pattern_name(fact.draft.kind.value, fact.evidence[0].extractor if fact.evidence else fact.draft.extractor)


def pattern_name(kind: str, extractor: str) -> str:
    """Return the name of a pattern: what read the fact and, where that reads several, the kind of fact."""
    return extractor if extractor == kind else f"{extractor}: {kind}"


def acceptance(judgements: Iterable[Judgement], habits: Habits) -> list[Acceptance]:
    """Return how questions fared: all, by template, by pattern and by both, what was decided about most often first."""
    counts: dict[tuple[str, str, str], dict[str, int]] = {("total", "", ""): dict.fromkeys(VERDICTS, 0)}
    for one in judgements:
        for key in _keys(one) if one.verdict in VERDICTS else ():
            counts.setdefault(key, dict.fromkeys(VERDICTS, 0))[one.verdict] += 1
    found = [_acceptance(key, habits, number) for key, number in counts.items()]
    return sorted(found, key=lambda one: (_GROUPS.index(one.group), -one.decided, one.template, one.pattern))


def wilson(hits: float, number: float) -> tuple[float, float]:
    """Return the bounds of the 95 % interval of a share."""
    share, square = hits / number, _Z * _Z
    middle = share + square / (2 * number)
    reach = _Z * sqrt(share * (1 - share) / number + square / (4 * number * number))
    whole = 1 + square / number
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def moved(score: float, by: float) -> float:
    """Return a score, moved in log odds."""
    return 1 / (1 + exp(-_logit(min(max(score, 0.001), 0.999)) - by))


_GROUPS = ("total", "template", "pattern", "pair")
_SHOWN = 0.8  # the score by which a loss is shown to people


def _acceptance(key: tuple[str, str, str], habits: Habits, counts: dict[str, int]) -> Acceptance:
    group, template, pattern = key
    loss = habits.loss(template, pattern) if group == "pair" else 0.0
    lost = round(_SHOWN - moved(_SHOWN, -loss), 3)
    return Acceptance(group=group, template=template, pattern=pattern, lost=lost, **counts)


def _keys(one: Judgement) -> Iterator[tuple[str, str, str]]:
    yield "total", "", ""
    yield "template", one.template, ""
    yield "pattern", "", one.pattern
    yield "pair", one.template, one.pattern


def _said(one: Judgement) -> tuple[float, float]:
    """Return what a judgement says of the making, 0 bad to 1 good, and how much it weighs."""
    if one.verdict not in _WORTH:
        return 1.0, _LEFT_ALONE if one.answered else 0.0
    return _WORTH[one.verdict], 0.0 if one.reason.startswith(_BLAMELESS) else 1.0


def _base(template: str) -> str:
    """Return a template without the form: a stem is asked as it is, with options, as a gap …"""
    return template.partition(".")[0]


def _mixed(form: float, base: float) -> float:
    return form + _OTHER_FORM * (base - form)


def _logit(share: float) -> float:
    return log(share / (1 - share))
