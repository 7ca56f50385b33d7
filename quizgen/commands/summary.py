"""What a run did, in a few lines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quizgen.commands.steps import Deck
from quizgen.model import Filter, Report
from quizgen.store import Store

UNCHANGED = "Nothing has changed since the last run."
_CHANGES = ("new", "changed", "moved", "revived", "retired", "inherited")


def lines(
    store: Store, keys: Sequence[str], read: Report, extracted: Report, generated: Report, decks: Sequence[Deck]
) -> Iterator[str]:
    """Yield what ``make`` has to say: what was read, what it gave, what was left out, where the decks are."""
    here = Filter(documents=tuple(keys))
    yield reading(read)
    yield f"Sentences: {sum(1 for _ in store.sentences(here))}, facts: {generated.counts['facts']}"
    yield generating(generated)
    dropped = Counter(drop.code for drop in store.drops(here))
    if dropped:
        yield f"Left out: {dropped.total()} ({_listed(dropped)})"
    for deck in decks:
        yield f"Deck: {_relative(deck.path)} ({_deck(deck.report)})"
    if not any(map(_changed, (read, extracted, generated, *(deck.report for deck in decks)))):
        yield UNCHANGED
    yield from _next(store, here)


def reading(report: Report) -> str:
    """Return what came of reading files."""
    return f"Documents: {report.counts['documents']} ({_listed(_outcomes(report))})"


def extracting(report: Report) -> str:
    """Return what came of extracting facts."""
    counts = report.counts
    read = f"Documents read: {counts['documents']}, unchanged: {counts['unchanged']}"
    return f"{read}. Sentences: {counts['sentences']}, facts: {counts['facts']} ({_listed(_outcomes(report))})"


def generating(report: Report) -> str:
    """Return what came of making questions."""
    kinds = {name.partition(".")[2]: number for name, number in report.counts.items() if "." in name}
    return f"Questions: {report.counts['questions']} ({_listed(kinds)})"


def _outcomes(report: Report) -> dict[str, int]:
    return {name: number for name, number in report.counts.items() if name in (*_CHANGES, "unchanged") and number}


def _changed(report: Report) -> bool:
    return any(report.counts.get(name) for name in _CHANGES if name != "retired")


def _listed(counts: Mapping[str, int]) -> str:
    """Return counts, the largest first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {number}" for name, number in ordered) or "none"


def _deck(report: Report) -> str:
    changes = {name: report.counts[name] for name in ("new", "changed", "retired") if report.counts.get(name)}
    return f"{report.counts['questions']} questions" + (f"; {_listed(changes)}" if changes else "")


def _relative(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _next(store: Store, here: Filter) -> Iterator[str]:
    question = next(store.questions(here), None)
    if question is not None:
        yield f"Next: quizgen play · quizgen questions · quizgen drops · quizgen why {question.uid[:10]}"
