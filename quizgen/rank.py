"""Which questions are kept, and in which order: the best of each fact first, then the second best."""

from collections import Counter
from collections.abc import Sequence

from quizgen import flaws
from quizgen.coverage import Spread
from quizgen.difficulty import Span
from quizgen.habits import OFTEN
from quizgen.model import SETS, Drop, Question

CODES = {
    "near-duplicate": "another question asks almost the same",
    "per-fact": "better questions about the same fact were taken",
    "low-score": "the question is too likely to be vague",
    "kind": "questions of this kind were not asked for",
    "difficulty": "questions as easy or as hard were not asked for",
    "maximum": "the document already has the wanted number of questions",
}
FLOOR = 0.65  # below it one of three was rejected in blind ratings
SURE = 0.8  # from here on five of six were kept in blind ratings
_EASILY = 2  # so many questions of a fact need no more than the floor, each further one has to be sure
_VARIETY = 0.03  # what a question loses for each one of its template that was taken before it


def select(
    candidates: Sequence[Question],
    *,
    per_fact: int = 3,
    maximum: int | None = None,
    floor: float = FLOOR,
    kinds: Sequence[str] = (),
    difficulty: Span | None = None,
) -> tuple[list[Question], list[Drop]]:
    """Return the questions of a document to keep, what matters most first, and why the others are not kept.

    The first round takes the best question of each fact, the next rounds another slot of it, from the third on only one
    that is sure.
    Each round is ordered by ``coverage``. A score above 1 marks a question that people know: it goes before all others;
    what is less than sure goes behind all others.
    """
    drops: list[Drop] = []
    good = _sieved(candidates, floor, kinds, difficulty, drops)
    rounds = _rounds(sorted(good, key=lambda q: (-q.score, q.uid)), per_fact, drops)
    kept = {q.uid for q in _distinct([q for taken in rounds for q in taken], drops)}
    spread = Spread(good)
    chosen = [q for taken in rounds for q in spread.order([q for q in taken if q.uid in kept])]
    chosen.sort(key=lambda q: (q.score <= 1, q.score < SURE))
    drops += [_drop("maximum", q) for q in chosen[maximum:]] if maximum is not None else []
    return chosen[:maximum], drops


def _sieved(
    candidates: Sequence[Question], floor: float, kinds: Sequence[str], difficulty: Span | None, drops: list[Drop]
) -> list[Question]:
    """Return the questions that are good enough and of the sort that is wanted."""
    low, high = difficulty or (0.0, 1.0)
    good = []
    for question in candidates:
        if kinds and question.kind not in kinds:
            drops.append(_drop("kind", question))
        elif not low <= question.difficulty <= high:
            drops.append(_drop("difficulty", question))
        elif question.score < floor:
            drops.append(_drop(OFTEN if OFTEN in question.flaws else "low-score", question))
        else:
            good.append(question)
    return good


def _rounds(ordered: list[Question], per_fact: int, drops: list[Drop]) -> list[list[Question]]:
    single = [q for q in ordered if q.kind not in SETS]
    rounds: list[list[Question]] = []
    taken: set[str] = set()
    for number in range(per_fact):
        rounds.append(_round(single, taken, least=0.0 if number < _EASILY else SURE))
    left = [q for q in single if q.uid not in taken]
    drops += [_drop("per-fact", q) for q in left]
    first, *rest = rounds or [[]]
    return [first, [q for q in ordered if q.kind in SETS], *rest]


def _round(ordered: list[Question], taken: set[str], least: float) -> list[Question]:
    """Return one more question of each fact that has one of a slot not asked yet and of at least this score."""
    slots = {(f, _slot(q)) for q in ordered if q.uid in taken for f in q.facts}
    by_fact: dict[str, list[Question]] = {}
    for question in ordered:
        if question.uid not in taken:
            by_fact.setdefault(question.facts[0], []).append(question)
    best: list[Question] = []
    used: Counter[str] = Counter()
    for fact, everything in by_fact.items():
        offered = [q for q in everything if q.score >= least and (fact, _slot(q)) not in slots]
        if not offered:
            continue
        chosen = max(offered, key=lambda q: q.score - _VARIETY * used[_asking(q)])
        used[_asking(chosen)] += 1
        best.append(chosen)
    taken.update(q.uid for q in best)
    return sorted(best, key=lambda q: (-q.score, q.uid))


def _asking(question: Question) -> str:
    """Return what is asked, and whether with options: that is variety, the same question as a gap is none."""
    base, _, form = question.template.partition(".")
    return question.template if form == "choice" else base


def _slot(question: Question) -> str:
    return question.slot.split(":")[0]


def _distinct(chosen: list[Question], drops: list[Drop]) -> list[Question]:
    flagged = flaws.set_flaws(chosen)
    drops += [_drop("near-duplicate", q) for q in chosen if "near-duplicate" in flagged.get(q.uid, [])]
    return [q for q in chosen if "near-duplicate" not in flagged.get(q.uid, [])]


def _drop(code: str, question: Question) -> Drop:
    source = question.sources[0] if question.sources else None
    return Drop(
        stage="select",
        code=code,
        detail=f"{question.template}, score {question.score:.2f}",
        text=question.prompt,
        document=question.document,
        start=source.start if source else None,
        end=source.end if source else None,
    )
