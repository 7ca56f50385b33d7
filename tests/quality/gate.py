"""Measures what the patterns read in the annotated sentences, and holds the figures against their floors."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import floor
from pathlib import Path

from quizgen import readers
from quizgen.extract import harvest
from quizgen.model import Document, FactDraft
from quizgen.nlp import Pipeline

from .gold import Annotated, Expected, Passage, matches, pairs

FLOORS = Path(__file__).with_name("floors.json")
Floors = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a sentence: facts as expected, facts that nobody expects, and expected facts that did not come."""

    sentence: Annotated
    right: tuple[tuple[FactDraft, Expected], ...] = ()
    wrong: tuple[FactDraft, ...] = ()
    missed: tuple[Expected, ...] = ()
    subject: str = ""  # stem of the file


@dataclass(slots=True)
class Figures:
    """Counts of a pattern and what follows from them, as shares of one."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Return the share of right facts among those that were read; 1 where none was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Return the share of expected facts that were read; 1 where none was expected."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass(slots=True)
class Result:
    """All figures of a run: by pattern, in total, and how many sentences kept their silence."""

    patterns: dict[str, Figures] = field(default_factory=dict)
    total: Figures = field(default_factory=Figures)
    sentences: int = 0
    silent: int = 0  # sentences that must give nothing
    broken: int = 0  # those of them that gave a fact
    qualifiers: int = 0  # of right facts, with a role that was expected
    roles: int = 0  # those of them whose role was read, so that they can be asked for


def judge(sentence: Annotated, drafts: Iterable[FactDraft]) -> Judged:
    """Hold the facts of a sentence against what is expected; each expected fact answers for one fact only."""
    left = list(sentence.facts)
    right: list[tuple[FactDraft, Expected]] = []
    wrong: list[FactDraft] = []
    for draft in drafts:
        fitting = next((each for each in left if matches(draft, each)), None)
        if fitting is None:
            wrong.append(draft)
            continue
        left.remove(fitting)
        right += [] if fitting.allowed else [(draft, fitting)]
    return Judged(sentence, tuple(right), tuple(wrong), tuple(each for each in left if not each.allowed))


def measure(judged: Sequence[Judged]) -> Result:
    """Count by pattern; what is missed counts for the first pattern that the annotation names."""
    result = Result()
    counts = {
        "right": Counter(draft.extractor for one in judged for draft, _ in one.right),
        "wrong": Counter(draft.extractor for one in judged for draft in one.wrong),
        "missed": Counter(each.forms[0] for one in judged for each in one.missed),
    }
    for name in sorted(set().union(*counts.values())):
        result.patterns[name] = Figures(*(counts[sort][name] for sort in ("right", "wrong", "missed")))
    result.total = Figures(*(counts[sort].total() for sort in ("right", "wrong", "missed")))
    result.sentences = len(judged)
    result.silent = sum(bool(one.sentence.silent) for one in judged)
    result.broken = sum(bool(one.sentence.silent and one.wrong) for one in judged)
    _count_roles(result, judged)
    return result


def subjects(judged: Sequence[Judged]) -> dict[str, Figures]:
    """Return the figures of each file."""
    names = sorted({one.subject for one in judged})
    return {name: measure([one for one in judged if one.subject == name]).total for name in names}


def _count_roles(result: Result, judged: Sequence[Judged]) -> None:
    found = [pair for one in judged for right in one.right for pair in pairs(*right) or () if pair[1].role]
    result.qualifiers = len(found)
    result.roles = sum(phrase.role == wanted.role for phrase, wanted in found)


# --- reading --------------------------------------------------------------------------------------------------------


def judged(passages: Iterable[Passage], pipeline: Pipeline) -> Iterator[Judged]:
    """Yield each annotated sentence with what came of it; the passages go through the reader as any text does."""
    with tempfile.TemporaryDirectory() as folder:
        for number, passage in enumerate(passages):
            path = Path(folder) / f"{number}.md"
            between = "\n\n" if passage.separate else " "
            text = between.join(one.text for one in passage.sentences)
            path.write_text(f"# {passage.title}\n\n{text}\n", encoding="utf-8")
            yield from _of_passage(passage, readers.read(path, key=path.name, date=passage.date), pipeline)


def _of_passage(passage: Passage, document: Document, pipeline: Pipeline) -> Iterator[Judged]:
    ends = _ends(passage, document.text)
    drafts: dict[int, list[FactDraft]] = {}
    for each in harvest(document, pipeline):
        for draft in each.drafts:
            # The parser may join two sentences: then the clause tells which one it is.
            start = min(max(draft.start, each.sentence.start), each.sentence.end - 1)
            place = next(place for place, end in enumerate(ends) if start < end)
            drafts.setdefault(place, []).append(draft)
    for place, one in enumerate(passage.sentences):
        yield replace(judge(one, drafts.get(place, ())), subject=passage.subject)


def _ends(passage: Passage, text: str) -> list[int]:
    """Return where each sentence ends; one that the reader left out ends where the last one did."""
    ends, position = [], 0
    for one in passage.sentences:
        start = text.find(one.text, position)
        if start < 0 and one.facts:
            raise ValueError(f"the reader changed a sentence: {one.text}")
        position = start + len(one.text) if start >= 0 else position
        ends.append(position)
    return ends


# --- floors ---------------------------------------------------------------------------------------------------------


def shares(result: Result) -> Floors:
    """Return the figures that have floors, shares cut after the third digit."""
    named = {**result.patterns, "total": result.total}
    made = {name: _figures(each) for name, each in named.items()}
    made["total"]["roles"] = _share(result.roles, result.qualifiers)
    made["total"]["silence"] = _share(result.silent - result.broken, result.silent)
    made["gold"] = {"sentences": result.sentences, "silent": result.silent}
    return made


def _figures(counts: Figures) -> dict[str, float]:
    """A share of nothing is no figure to hold."""
    read, wanted = counts.right + counts.wrong, counts.right + counts.missed
    found = {"precision": _share(counts.right, read)} if read else {}
    return {**found, "recall": _share(counts.right, wanted)} if wanted else found


def _share(part: int, whole: int) -> float:
    return _cut(part / whole) if whole else 1.0


def _cut(share: float) -> float:
    return floor(share * 1000 + 1e-9) / 1000


def sunk(found: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a line for each figure below its floor; a pattern that gives and misses nothing any more has sunk too."""
    return [
        f"{name}: {figure} {found.get(name, {}).get(figure, 0):g} is below its floor {low:g}"
        for name, lows in floors.items()
        for figure, low in lows.items()
        if found.get(name, {}).get(figure, 0) < low
    ]


def lifted(found: Floors, floors: Floors) -> Floors:
    """Return floors at the height of the figures where those are higher, and as they were elsewhere."""
    return {name: _higher(found.get(name, {}), floors.get(name, {})) for name in sorted(found | floors)}


def _higher(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {figure: max(one.get(figure, 0), other.get(figure, 0)) for figure in sorted({*one, *other})}


def read_floors(path: Path | None = None) -> Floors:
    """Return the floors of a file, none where there is no file yet."""
    path = path or FLOORS
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_floors(floors: Floors, path: Path | None = None) -> None:
    """Write floors, sorted, a figure a line."""
    (path or FLOORS).write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
