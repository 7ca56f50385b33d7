"""Flaws of a set of questions: one gives another away, two ask the same, the keys stand in one place."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quizgen import labels
from quizgen.flaws.code import INFO, WARNING, Code
from quizgen.flaws.words import BLANK, content, split
from quizgen.model import Question, QuestionKind

CODES = {
    "near-duplicate": Code(WARNING, "an earlier question asks almost the same"),
    "answers-another": Code(WARNING, "the prompt gives the answer of another question away"),
    "key-position": Code(INFO, "too many keys of the set stand in this place"),
    "truefalse-balance": Code(INFO, "nearly all statements of the set are true, or nearly all are false"),
}
_ALIKE = 0.8
_SAME_ANSWER_ALIKE = 0.6
_MOST_SHARED = 200  # a word in more prompts than this says nothing


def find(questions: Sequence[Question]) -> dict[str, list[str]]:
    """Return uid → codes for the questions that spoil the set; of two alike the later one."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, uids in (
        ("near-duplicate", _near_duplicates(questions)),
        ("answers-another", _giving_away(questions)),
        ("key-position", _crowded(questions)),
        ("truefalse-balance", _one_sided(questions)),
    ):
        for uid in uids:
            if code not in found[uid]:
                found[uid].append(code)
    return dict(found)


def alike(one: Question, other: Question) -> bool:
    """Return whether two questions of one kind ask almost the same."""
    first, second = (content(BLANK.sub(" ", labels.bare(question))) for question in (one, other))
    return _alike(one, other, first, second)


def _near_duplicates(questions: Sequence[Question]) -> Iterator[str]:
    contents = [content(BLANK.sub(" ", labels.bare(question))) for question in questions]
    common = Counter(word for words in contents for word in words)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(contents):
        # Two sets that overlap enough share one of their rarest words
        rare = sorted(words, key=lambda word: (common[word], word))
        prefix = rare[: len(rare) - math.ceil(_SAME_ANSWER_ALIKE * len(rare)) + 1]
        earlier = {j for word in prefix for j in seen[word][-_MOST_SHARED:]}
        if any(_alike(questions[j], questions[i], contents[j], words) for j in earlier):
            yield questions[i].uid
        for word in prefix:
            seen[word].append(i)


def _alike(one: Question, other: Question, first: frozenset[str], second: frozenset[str]) -> bool:
    if one.kind is not other.kind or not first or not second:
        return False
    alike = len(first & second) / len(first | second)
    if _distinct(first - second, one.prompt) and _distinct(second - first, other.prompt):
        return False
    same = content(one.answer) == content(other.answer)
    return alike >= (_SAME_ANSWER_ALIKE if same else _ALIKE)


def _distinct(words: frozenset[str], prompt: str) -> bool:
    """Tell whether one of the words is a number or a name: Luna 2 is not Luna 24."""
    named = {word.casefold() for word in split(prompt)[1:] if word[0].isupper()}
    return any(word[0].isdigit() or word in named for word in words)


def _giving_away(questions: Sequence[Question]) -> Iterator[str]:
    stems = [content(BLANK.sub(" ", labels.bare(question))) for question in questions]
    answers = [content(question.answer) for question in questions]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(stems):
        for word in words:
            places[word].append(i)
    for i, answer in enumerate(answers):
        if len(stems[i]) > 1 and answer and questions[i].kind is not QuestionKind.TRUEFALSE:
            for j in _rarest(answer, places):
                if j > i and answer <= stems[j] and _covers(stems[i], stems[j] | answers[j]):
                    yield questions[j].uid


def _rarest(words: Iterable[str], places: dict[str, list[int]]) -> list[int]:
    fewest = min((places.get(word, []) for word in words), key=len)
    return fewest if len(fewest) <= _MOST_SHARED else []


def _covers(asked: frozenset[str], told: frozenset[str]) -> bool:
    return len(asked & told) >= max(2, 0.75 * len(asked))


def _crowded(questions: Sequence[Question]) -> Iterator[str]:
    places: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    totals: Counter[int] = Counter()
    for question in questions:
        place = next((i for i, option in enumerate(question.options) if option.correct), None)
        if place is not None and question.kind is QuestionKind.CHOICE:
            totals[len(question.options)] += 1
            places[len(question.options), place].append(question.uid)
    for (size, _), uids in places.items():
        if len(uids) > _expected(totals[size], size):
            yield from uids


def _expected(total: int, size: int) -> float:
    """Return how many keys in one place chance allows, at two and a half standard deviations."""
    return total / size + 2.5 * math.sqrt(total * (size - 1)) / size if total >= 8 and size > 1 else math.inf


def _one_sided(questions: Sequence[Question]) -> Iterator[str]:
    statements = [question for question in questions if question.kind is QuestionKind.TRUEFALSE]
    for answer in ("True", "False"):
        same = [question.uid for question in statements if question.answer == answer]
        if len(statements) >= 8 and len(same) > 0.8 * len(statements):
            yield from same
