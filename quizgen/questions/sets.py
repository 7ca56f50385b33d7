"""Questions about several facts of a document: dated events to put in order, terms to match with their meanings."""

import re
from collections.abc import Iterator, Sequence

from quizgen.model import Fact, FactKind, Modality, Phrase, PhraseType
from quizgen.questions import grammar
from quizgen.questions.fitness import is_unfit

_SIZE = 4
_YEAR = re.compile(r"^(-?\d{4})$|^(-?\d{4})-")


def ordered(facts: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Yield groups of three or four events of different years, earliest first; each event stands in one group."""
    dated: dict[int, Fact] = {}
    for fact in facts:
        year = _year(fact)
        if year is not None and fact.draft.modality is Modality.CERTAIN and _is_short(fact):
            dated.setdefault(year, fact)
    years = sorted(dated)
    for start in range(0, len(years), _SIZE):
        group = tuple(dated[year] for year in years[start : start + _SIZE])
        if len(group) >= 3:
            yield group


def event_text(fact: Fact) -> str:
    """Return an event as a statement without its date."""
    times = [q for q in fact.draft.qualifiers if q.role in ("time", "day")]
    return grammar.statement(fact.draft, without=times).rstrip(".")


def _year(fact: Fact) -> int | None:
    times = [q for q in fact.draft.qualifiers if q.role == "time"]
    if (
        fact.draft.kind is not FactKind.EVENT
        or not fact.draft.subject.proper
        or len(times) != 1
        or times[0].prep not in ("in", "on", "")
    ):
        return None
    match = _YEAR.match(times[0].values[0].iso) if times[0].values else None
    return int(match[1] or match[2]) if match else None


def _is_short(fact: Fact) -> bool:
    return 3 <= len(event_text(fact).split()) <= 16


def defined(facts: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Yield groups of four facts that define different terms."""
    seen: set[str] = set()
    group: list[Fact] = []
    for fact in facts:
        left, right = pair(fact)
        if (
            fact.draft.kind is FactKind.DEFINITION
            and left.type is not PhraseType.PERSON
            and _is_pair(left, right)
            and not is_unfit(fact.draft)
            and left.text.casefold() not in seen
        ):
            seen.add(left.text.casefold())
            group.append(fact)
        if len(group) == _SIZE:
            yield tuple(group)
            group = []


def pair(fact: Fact) -> tuple[Phrase, Phrase]:
    """Return the term and the meaning of a definition."""
    return fact.draft.subject, fact.draft.object or fact.draft.subject


def _is_pair(left: Phrase, right: Phrase) -> bool:
    return (
        len(left.text.split()) <= 5
        and 3 <= len(right.text.split()) <= 18
        and left.text.casefold() not in right.text.casefold()
    )
