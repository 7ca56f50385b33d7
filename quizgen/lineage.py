"""Who inherits: finds for statements that a changed text no longer makes the new ones that replace them.

A uid is minted once and then kept by lineage, so that a typo put right, a new number or a better rule changes a card
instead of making another. Everything here is pure: two lists of sentences and two of claims go in, pairs come out.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest

from quizgen.ids import normal
from quizgen.model import FactDraft, Modality

SIMILAR = 0.6  # ratio from which two sentences are versions of one
SHARED_WORDS = 0.3  # below this share no ratio of characters is worth computing
COMPARED = 3  # candidates of a sentence whose ratio is computed
REACH = 25  # in a gap, sentences this far from the diagonal are not compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence in the order of its document; equal texts have equal uids."""

    uid: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What of a fact decides who inherits it; texts in normal form, ``slots`` the sorted roles beyond the subject."""

    statement: str
    sentence: str  # uid
    kind: str
    subject: str
    relation: str
    object: str
    slots: tuple[str, ...]
    start: int


def statement(draft: FactDraft) -> tuple[str, str, str, str, list[str]]:
    """Return what a fact's id is made of: kind, subject, relation lemma, object and qualifiers.

    Modality and voice are part of the relation and prepositions of their phrases, since "was eaten" does not state
    what "ate" does, nor "before 1959" what "in 1959" does.
    """
    object_ = _said(draft.object.prep, draft.object.text) if draft.object else ""
    qualifiers = sorted(f"{phrase.role}:{_said(phrase.prep, phrase.text)}" for phrase in draft.qualifiers)
    return draft.kind.value, draft.subject.text, relation(draft), object_, qualifiers


def relation(draft: FactDraft) -> str:
    """Return the relation without tense: "launch", "be launch" for the passive, "negated land"."""
    modality = "" if draft.modality is Modality.CERTAIN else draft.modality.value
    if draft.verb is None:
        return _said(modality, draft.relation)
    verb = draft.verb
    return _said(modality, "be" if verb.passive else "", verb.lemma, verb.particle, verb.complement)


def claim(name: str, sentence: str, draft: FactDraft) -> Claim:
    """Return the claim of a draft whose statement is called ``name``."""
    kind, subject, said, object_, qualifiers = statement(draft)
    roles = sorted(phrase.role for phrase in draft.qualifiers)
    return Claim(
        statement=name,
        sentence=sentence,
        kind=kind,
        subject=normal(subject),
        relation=normal(said),
        # A statement without an object is recognised by what it says of time, place or number instead.
        object=normal(object_ or "; ".join(qualifiers)),
        slots=(*(("object",) if draft.object else ()), *roles),
        start=draft.start,
    )


def heirs(old: Sequence[Line], new: Sequence[Line], lost: Sequence[Claim], found: Sequence[Claim]) -> dict[str, str]:
    """Map statements that are new to the lost ones that they replace, each at most once.

    An heir stands in the aligned sentence (similarity at least ``SIMILAR``), is of the same kind, has the same slots
    and an equal subject or an equal object. A statement that gained or lost slots is an heir where its relation is
    equal too and nothing closer is found.
    """
    if not lost or not found:
        return {}
    partner = align(old, new)
    waiting = defaultdict(list)
    for claim in found:
        waiting[claim.sentence].append(claim)
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in lost:
        groups[partner.get(claim.sentence, "")].append(claim)
    pairs: dict[str, str] = {}
    for sentence, claims in groups.items():
        pairs.update(_matched(claims, waiting.get(sentence, [])))
    return pairs


def align(old: Sequence[Line], new: Sequence[Line]) -> dict[str, str]:
    """Map uids of old sentences to the new sentences that are versions of them.

    Sentences that stayed are found by uid; the gaps between those are aligned by similarity. Unchanged texts take
    linear time.
    """
    places = {line.uid: index for index, line in enumerate(new)}
    pairs = {line.uid: line.uid for line in old if line.uid in places}
    anchors = _ascending([(index, places[line.uid]) for index, line in enumerate(old) if line.uid in places])
    before = (-1, -1)
    for anchor in [*anchors, (len(old), len(new))]:
        left = [line for line in old[before[0] + 1 : anchor[0]] if line.uid not in pairs]
        right = [line for line in new[before[1] + 1 : anchor[1]] if line.uid not in pairs]
        pairs.update(_gap(left, right))
        before = anchor
    return pairs


def similarity(one: str, other: str) -> float:
    """Return how much of two sentences is the same, from 0 to 1; 0 for those that share no word."""
    one, other = normal(one), normal(other)
    return _ratio(one, other, one.split(), other.split())


def _matched(lost: Sequence[Claim], found: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Pair claims best first, so that the closest versions of one statement find each other."""
    ranked = sorted(
        (-score, old.start, new.start, old.statement, new.statement)
        for old in lost
        for new in found
        if (score := _kinship(old, new))
    )
    taken: set[str] = set()
    for _, _, _, old_name, new_name in ranked:
        if old_name not in taken and new_name not in taken:
            taken.update((old_name, new_name))
            yield new_name, old_name


def _kinship(old: Claim, new: Claim) -> int:
    """Return how good a heir is, 0 where it is none."""
    same_subject, same_object = old.subject == new.subject, old.object == new.object
    same_relation = old.relation == new.relation
    if old.kind != new.kind or not (same_subject or same_object):
        return 0
    score = 1 + same_subject + same_object + 2 * same_relation
    if old.slots == new.slots:
        return score + 4
    return score if same_relation and _contains(old.slots, new.slots) else 0


def _contains(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    small, large = sorted((one, other), key=len)
    rest = list(large)
    for slot in small:
        if slot not in rest:
            return False
        rest.remove(slot)
    return True


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs (sorted by the first number) whose second numbers rise too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [place], [index]
    run, index = [], ends[-1] if ends else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _gap(left: Sequence[Line], right: Sequence[Line]) -> dict[str, str]:
    """Align the sentences of a gap in order, so that the sum of their similarities is greatest."""
    if not left or not right:
        return {}
    scores = _scores([normal(line.text) for line in left], [normal(line.text) for line in right])
    best = _greatest(scores, len(left), len(right))
    return {left[row].uid: right[column].uid for row, column in best}


def _scores(left: Sequence[str], right: Sequence[str]) -> dict[tuple[int, int], float]:
    """Return the ratios that are high enough, for the likeliest pairs near the diagonal."""
    reach = REACH + abs(len(left) - len(right)) if len(left) * len(right) < 10_000 else REACH
    words, others = [text.split() for text in left], [text.split() for text in right]
    sets = [set(found) for found in others]
    scores = {}
    for row, said in enumerate(words):
        middle = row * len(right) // len(left)
        near = range(max(0, middle - reach), min(len(right), middle + reach + 1))
        for column in _likeliest(set(said), sets, near, middle):
            ratio = _ratio(left[row], right[column], said, others[column])
            if ratio >= SIMILAR:
                scores[row, column] = ratio
    return scores


def _likeliest(said: set[str], others: Sequence[set[str]], near: Iterable[int], middle: int) -> list[int]:
    """Return the few columns that share most words; only for those a ratio is worth its time."""
    ranked = []
    for column in near:
        shared = len(said & others[column])
        if shared and shared * 2 >= SHARED_WORDS * (len(said) + len(others[column])):
            ranked.append((-shared / (len(said) + len(others[column])), abs(column - middle), column))
    return [column for _, _, column in nsmallest(COMPARED, ranked)]


def _greatest(scores: dict[tuple[int, int], float], rows: int, columns: int) -> list[tuple[int, int]]:
    """Return the rising chain of scored pairs with the greatest sum, by a Fenwick tree of the best chain so far."""
    best: list[tuple[float, int]] = [(0.0, -1)] * (columns + 1)
    chain: list[tuple[tuple[int, int], int]] = []
    by_row = defaultdict(list)
    for row, column in scores:
        by_row[row].append(column)
    for row in range(rows):
        # From right to left: pairs of one row must not follow each other.
        for column in sorted(by_row.get(row, ()), reverse=True):
            total, link = _best_before(best, column)
            chain.append(((row, column), link))
            _note(best, column, (total + scores[row, column], len(chain) - 1))
    run, link = [], _best_before(best, columns)[1]
    while link >= 0:
        pair, link = chain[link]
        run.append(pair)
    return run[::-1]


def _best_before(best: Sequence[tuple[float, int]], column: int) -> tuple[float, int]:
    found = (0.0, -1)
    while column > 0:
        found = max(found, best[column])
        column -= column & -column
    return found


def _note(best: list[tuple[float, int]], column: int, value: tuple[float, int]) -> None:
    place = column + 1
    while place < len(best):
        best[place] = max(best[place], value)
        place += place & -place


def _ratio(one: str, other: str, words: Sequence[str], others: Sequence[str]) -> float:
    """Return the ratio of equal words or, where that is low, of equal characters, which a typo hurts less."""
    if one == other:
        return 1.0
    ratio = SequenceMatcher(None, words, others, autojunk=False).ratio()
    if ratio >= SIMILAR or not set(words) & set(others):
        return ratio
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _said(*words: str) -> str:
    return " ".join(word for word in words if word)
