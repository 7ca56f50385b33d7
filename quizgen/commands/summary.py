"""What a run did, in a few lines."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from quizgen import conflicts, ids
from quizgen.commands.steps import Deck
from quizgen.config import Settings
from quizgen.counting import counted
from quizgen.model import Drop, Filter, Report
from quizgen.store import HAND, Store

UNCHANGED = "Nothing has changed since the last run."
_ASKING = ("question", "select")  # stages in which questions, not pieces of text, come to nothing
_RETIRED = "Retired: cards that an earlier deck had; the new one marks them, so that you can delete them in Anki"
_SHOWN = 3  # reasons that a summary names; `quizgen drops` has all
_CHANGES = ("new", "changed", "moved", "revived", "retired", "inherited")


def lines(
    store: Store, keys: Sequence[str], reports: Sequence[Report], decks: Sequence[Deck], settings: Settings
) -> Iterator[str]:
    """Yield what ``make`` has to say: what was read, what it gave, what was left out, where the decks are.

    ``reports`` are those of reading, extracting and asking.
    """
    here = Filter(documents=tuple(keys))
    yield f"{reading(reports[0])} in {relative(store.path)}"
    yield f"Sentences: {sum(1 for _ in store.sentences(here))}, facts: {sum(1 for _ in store.facts(here))}"
    yield asked(store, keys)
    yield from beyond(store, keys, settings)
    yield from _disputed(store, keys)
    drops = list(store.drops(here))
    yield from _left_out("Left out of the texts", (drop for drop in drops if drop.stage not in _ASKING))
    yield from _left_out("Questions not taken", (drop for drop in drops if drop.stage in _ASKING))
    for deck in decks:
        yield f"Deck: {relative(deck.path)} ({_deck(deck)})"
    if any(deck.report.counts.get("retired") for deck in decks):
        yield _RETIRED
    if not any(map(_outcomes, reports)) and not any(map(_news, decks)):
        yield UNCHANGED
    yield from _unreviewed(store, keys, settings)
    yield from _next(store, here)


def reading(report: Report) -> str:
    """Return what came of reading files."""
    outcomes = _outcomes(report) | {"unchanged": report.counts["unchanged"]}
    return f"Documents: {report.counts['documents']} ({_listed(outcomes)})"


def extracting(report: Report) -> str:
    """Return what came of extracting facts."""
    counts = report.counts
    read = f"Documents read: {counts['documents']}, unchanged: {counts['unchanged']}"
    return f"{read}. Sentences: {counts['sentences']}, facts: {counts['facts']} ({_listed(_outcomes(report))})"


def asked(store: Store, documents: Sequence[str]) -> str:
    """Return how many questions there are in use, by kind."""
    wanted = Filter(documents=tuple(documents), statuses=("new", "kept", "edited"))
    kinds = Counter(question.kind.value for question in store.questions(wanted))
    return f"Questions: {kinds.total()} ({_listed(kinds)})"


def beyond(store: Store, documents: Sequence[str], settings: Settings) -> Iterator[str]:
    """Yield how many questions there are above the wanted number, since people know them."""
    wanted = Filter(
        documents=tuple(documents),
        statuses=("new", "kept", "edited"),
        kinds=settings.kinds,
        difficulty=settings.span,
    )
    here = Counter(one.document for one in store.questions(wanted) if one.template != HAND)
    number = sum(max(0, count - settings.maximum) for count in here.values()) if settings.maximum else 0
    if number:
        yield f"More than the limit of {settings.maximum}: {number}; they stay, since they were used before"


def _disputed(store: Store, keys: Collection[str]) -> Iterator[str]:
    """Yield how many facts of documents wait for a person, since other facts contradict them."""
    open_ = [dispute.uid for group in conflicts.disputes(store) for dispute in group if dispute.open]
    number = sum(store.fact(uid).document in keys for uid in open_)
    if number:
        yield f"Contradicted facts, not asked until you decide: {number} (see them with 'quizgen check')"


def _left_out(title: str, drops: Iterable[Drop]) -> Iterator[str]:
    """Yield how much was left out, and the most frequent reasons in words."""
    from quizgen.codes import meanings

    counts = Counter(drop.code for drop in drops)
    shown = dict(counts.most_common(_SHOWN))
    meaning = meanings(shown)
    told = {f"{code}: {meaning.get(code, '')}": number for code, number in shown.items()}
    rest = counts.total() - sum(told.values())
    told |= {"for other reasons, see 'quizgen drops'": rest} if rest else {}
    size = max((len(str(number)) for number in told.values()), default=0)
    yield f"{title}: {counts.total()}"
    yield from (f"  {number:>{size}} {reason}" for reason, number in told.items())


def _outcomes(report: Report) -> dict[str, int]:
    """Return what a step changed."""
    return {name: number for name, number in report.counts.items() if name in _CHANGES and number}


def _news(deck: Deck) -> dict[str, int]:
    """Return what a deck has that it had not before."""
    return {name: deck.report.counts[name] for name in ("new", "changed") if deck.report.counts.get(name)}


def _listed(counts: Mapping[str, int]) -> str:
    """Return counts, the largest first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {number}" for name, number in ordered if number) or "none"


def _deck(deck: Deck) -> str:
    retired = {"retired": deck.report.counts["retired"]} if deck.report.counts.get("retired") else {}
    changes = _news(deck) | retired
    number = deck.report.counts["questions"]
    said = counted(number, "question") if number else "no questions"
    return said + (f"; {_listed(changes)}" if changes else "")


def relative(path: Path) -> str:
    """Return a path as seen from the current folder, where it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _unreviewed(store: Store, keys: Sequence[str], settings: Settings) -> Iterator[str]:
    """Yield how many questions nobody has looked at, and what that means for decks."""
    number = sum(1 for _ in store.questions(Filter(documents=tuple(keys), statuses=("new",))))
    if number and settings.reviewed_only:
        yield f"Not reviewed yet: {number}. Decks and quizzes leave them out, as the setting reviewed_only says."
    elif number:
        yield f"Not reviewed yet: {number}. Decks and quizzes have them too; for a deck of reviewed ones only:"
        yield "  quizgen export anki --reviewed-only -o reviewed.apkg"


def _next(store: Store, here: Filter) -> Iterator[str]:
    question = next(store.questions(here), None)
    if question is not None:
        steps = "review", "play", "questions", "drops", f"why {ids.short(question.uid)}"
        yield f"Next: {' · '.join(f'quizgen {step}' for step in steps)}"
