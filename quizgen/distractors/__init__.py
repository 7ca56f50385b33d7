"""Wrong options: of the same type, grain and grammar as the key, and not right themselves.

They come from the document, then from the store, then from closed lists (only where the key is on one), and for
numbers and dates from the neighbourhood of the value. Same arguments, same options.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from quizgen import ids, lists
from quizgen.distractors import likeness, moments, numbers, regions
from quizgen.distractors.lenders import Lenders as Lenders
from quizgen.distractors.numbers import Variant
from quizgen.distractors.pool import Candidate as Candidate
from quizgen.distractors.pool import Pool as Pool
from quizgen.distractors.said import Said, said
from quizgen.lexicon import words
from quizgen.model import AMOUNTS, Option, Phrase, PhraseType

_NUMBERS = AMOUNTS | {PhraseType.ORDINAL}
_DATES = frozenset({PhraseType.DATE, PhraseType.TIME})
_WHEREABOUTS = frozenset({PhraseType.PLACE, PhraseType.COUNTRY})
_FAR_APART = ("capitals", "cities", "rivers")  # of all parts of the world: nobody takes Accra for a city of Chile
_NO_PLACES = frozenset({"languages", "nationalities", "religions"})
_ROUGH = re.compile(r"(?:some|about|around|roughly|nearly|almost|over) (?:a|[a-z]+) (?:decades?|centur(?:y|ies))\b")
_APART = 5  # years that a false date lies away, about
ALWAYS = (0, 9999)  # years that a date may lie in
_TRIES = 24  # candidates that are compared before the best are taken


_UNLIKE = frozenset("army church club college court museum navy newspaper parliament school university".split())
_AGED = re.compile(r"\b[Aa]t what age\b|\bthe age of\b|\baged\b|\byears old\b")
_OLDEST = 105.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    key: Phrase
    answer: str
    pool: Pool
    right: Said  # the key, as it is and as the question says it
    true: Said
    stem: str
    seed: str
    lent: tuple[Candidate, ...] = ()
    years: tuple[int, int] = ALWAYS
    told_apart: bool = True  # the options stand side by side, so that their lengths can be compared

    def is_true(self, text: str) -> bool:
        return self.right.has(text) or self.true.has(text)

    def hash(self, text: str) -> str:
        return ids.digest(f"{self.seed}|{ids.normal(text)}")

    def chance(self, name: str, below: int) -> int:
        return int(ids.digest(f"{self.seed}|{name}")[:8], 16) % below

    @property
    def sort(self) -> tuple[PhraseType, bool, bool]:
        return self.key.type, self.key.plural, self.key.proper


def _task(key: Phrase, answer: str, also_true: Collection[str], **more: Any) -> _Task:
    return _Task(key=key, answer=answer, right=Said((answer, key.text)), true=said(tuple(also_true)), **more)


def options(
    key: Phrase,
    *,
    answer: str,
    pool: Pool,
    also_true: Collection[str],
    stem: str,
    seed: str,
    count: int = 3,
    lent: Collection[Candidate] = (),
    years: tuple[int, int] = ALWAYS,
) -> tuple[Option, ...]:
    """Return the answer and ``count`` wrong options, or () where there are not enough good ones.

    ``also_true`` are other right answers (never offered), ``stem`` the question, ``lent`` what other documents have
    for this question alone, ``years`` the first and the last that a date may lie in. Numbers and dates come in
    ascending order, everything else in an order that ``seed`` decides.
    """
    return _made(_task(key, answer, also_true, pool=pool, stem=stem, seed=seed, lent=tuple(lent), years=years), count)


def _made(task: _Task, count: int) -> tuple[Option, ...]:
    key = task.key
    if key.type in _NUMBERS or (key.type in _DATES and not _listed(task)):
        return _numeric(task, count)
    return _named(task, count)


def false_value(
    key: Phrase,
    *,
    answer: str,
    pool: Pool,
    also_true: Collection[str],
    stem: str,
    seed: str,
    years: tuple[int, int] = ALWAYS,
) -> str | None:
    """Return one wrong value that could stand in the answer's place in a statement, or None.

    A place comes from a text: one of a closed list is implausible there. A day moves to another year: who has read the
    text knows the year, not the day.
    """
    if numbers.is_bound(answer):
        return None
    task = _task(key, answer, also_true, pool=pool, stem=stem, seed=f"{seed}|false", told_apart=False, years=years)
    if key.type in _DATES and (other := moments.in_another_year(answer, seed=task.seed)):
        return other if _fits(task, other) and _is_timely(task, other) else None
    for count in (3, 1):
        found = [option for option in _made(task, count) if option.origin != "list" or key.type not in _WHEREABOUTS]
        found = [option for option in found if option.correct or numbers.value_of(option.text) != 1]  # one broad groups
        if any(not option.correct for option in found):
            return _far(found, seed) if key.type in _NUMBERS | _DATES else _wrong(found, seed)
    return None


def _wrong(found: Sequence[Option], seed: str) -> str:
    texts = [option.text for option in found if not option.correct]
    return min(texts, key=lambda text: ids.digest(f"{seed}|{text}"))


def _far(found: Sequence[Option], seed: str) -> str:
    """Return the smallest or the largest value, whichever is not the key, of years one some years away."""
    own = next(moments.latest_year(option.text) for option in found if option.correct)
    years = [option.text for option in found if not option.correct and moments.latest_year(option.text) != own]
    if own and years:
        return min(years, key=lambda text: (abs(abs(moments.latest_year(text) - own) - _APART), text))
    ends = [option.text for option in (found[0], found[-1]) if not option.correct]
    if len(ends) == 2:
        return min(ends, key=lambda text: ids.digest(f"{seed}|{text}"))
    return ends[0]


def _listed(task: _Task) -> bool:
    return bool(lists.containing(task.answer, task.key.type))


# --- names and things -----------------------------------------------------------------------------------------------


def _named(task: _Task, count: int) -> tuple[Option, ...]:
    if task.key.type is PhraseType.CLAUSE:
        return ()
    found: list[Option] = []
    for origin, candidates in _sources(task):
        for text in _best(task, candidates, [option.text for option in found], count - len(found)):
            found.append(Option(text=text, origin=origin))
        if len(found) == count:
            break
    if len(found) < count or _tells(task, [option.text for option in found]):
        return ()
    everything = [Option(text=task.answer, correct=True, origin="key"), *found]
    return tuple(sorted(everything, key=lambda option: _place(task, option.text)))


def _place(task: _Task, text: str) -> tuple[int, str]:
    """Return where an option stands: months and weekdays as the calendar has them, the rest by chance."""
    found = lists.containing(text, PhraseType.DATE) if task.key.type in _DATES else ()
    return (found[0].items.index(found[0].forms[lists.bare(text)]) if found else 0), task.hash(text)


def _sources(task: _Task) -> Iterator[tuple[str, list[Candidate]]]:
    yield "document", task.pool.here(task.sort, task.seed)
    lent = [*task.pool.elsewhere(task.sort, task.seed), *task.lent]
    near = (each for each in lent if not regions.far(each.text, task.answer))
    yield "store", [each for each in near if not regions.is_past(each.text, task.answer)]
    for listed in lists.containing(task.answer, task.key.type):
        if listed.name in _FAR_APART:
            continue
        known = lists.canonical(task.answer) in map(lists.bare, listed.common)
        for names in (listed.common, listed.items) if known else (listed.items,):
            yield (
                "list",
                [
                    Candidate(text=name, type=listed.type)
                    for name in names
                    if not regions.is_stranger(name, task.answer)
                ],
            )


def _best(task: _Task, candidates: Iterable[Candidate], taken: list[str], wanted: int) -> list[str]:
    """Return up to ``wanted`` texts that go best with the key, none that clashes with those taken."""
    ordered = sorted(candidates, key=lambda each: task.hash(each.text))
    fit = list(islice((each for each in ordered if _fits(task, each.text) and _is_of_class(task, each)), _TRIES))
    if not _listed(task):
        fit.sort(key=lambda each: -likeness.likeness(each.text, task.answer, same_head=_same_head(task, each)))
    chosen: list[str] = []
    shown = Said(taken)
    for text in (_cased(each.text, task.answer) for each in fit):
        if len(chosen) < wanted and not shown.has(text):
            chosen.append(text)
            shown.add(text)
    return chosen


def _is_of_class(task: _Task, candidate: Candidate) -> bool:
    """Tell whether a place may stand for another: beside a delta that is called one, only a delta, not a dam; and a
    church for no firm."""
    if task.key.type is PhraseType.ORGANISATION and {task.key.head, candidate.head} & _UNLIKE:
        return _same_head(task, candidate)
    known = words("nouns", "place", "natural", "country")
    named = task.key.type in _WHEREABOUTS and task.key.proper and bool(candidate.head)  # none: of a closed list
    return not (named and {task.key.head, candidate.head} & known) or _same_head(task, candidate)


def _same_head(task: _Task, candidate: Candidate) -> bool:
    return bool(task.key.head) and candidate.head == task.key.head


def _fits(task: _Task, text: str) -> bool:
    if not likeness.alike(text, task.answer, task.key.type) or (likeness.is_cut(text) and text != task.answer):
        return False
    if task.key.type is PhraseType.PERSON and not _is_possible(task, text):
        return False
    if task.key.type is PhraseType.COUNTRY and regions.overlap(text, task.answer):
        return False
    if task.key.type in _WHEREABOUTS and any(each.name in _NO_PLACES for each in lists.containing(text)):
        return False
    return not task.is_true(text) and not likeness.stands_in(text, task.stem)


def _is_possible(task: _Task, text: str) -> bool:
    """Tell whether somebody can be meant: not the son of whom the stem is about, nor a man as somebody's wife."""
    owner = likeness.owner(text)
    if owner and likeness.stands_in(owner, task.stem):
        return False
    return likeness.fits_kin(text, task.answer, task.stem)


def _cased(text: str, like: str) -> str:
    """Return an option whose article has the capital of the key's."""
    if not likeness.article(text) or not likeness.article(like):
        return text
    return (text[0].upper() if like[0].isupper() else text[0].lower()) + text[1:]


# --- numbers and dates ----------------------------------------------------------------------------------------------


def _numeric(task: _Task, count: int) -> tuple[Option, ...]:
    if _ROUGH.match(task.answer):
        return ()
    if task.key.type in _DATES:
        own, near = moments.order(task.answer), _date_sides(task)
    else:
        own, near = numbers.value_of(task.answer), _number_sides(task)
    below, above = (_usable(task, variants) for variants in near(own))
    first = task.chance("below", count + 1)
    tries = (_spread(below, above, count, (first + turn) % (count + 1)) for turn in range(count + 1))
    fit = (each for each in tries if len(each) == count and not _tells(task, [variant.text for variant in each]))
    chosen = next(fit, None)
    if chosen is None:
        return ()
    everything = [(own, Option(text=task.answer, correct=True, origin="key"))]
    everything += [(each.value, Option(text=each.text, origin=each.origin)) for each in chosen]
    return tuple(option for _, option in sorted(everything, key=lambda pair: pair[0]))


def _tells(task: _Task, texts: list[str]) -> bool:
    return task.told_apart and likeness.gives_away(task.answer, texts)


def _usable(task: _Task, variants: Iterable[Variant]) -> list[Variant]:
    usable: list[Variant] = []
    shown = Said()
    told = {token for token in likeness.tokens(task.stem) if token[0].isdigit()}
    for each in variants:
        fresh = not task.is_true(each.text) and not shown.has(each.text) and _is_timely(task, each.text)
        news = {token for token in likeness.tokens(each.text) if token[0].isdigit() and token not in task.answer}
        if fresh and not told & news and not likeness.within(likeness.tokens(each.text), likeness.tokens(task.stem)):
            usable.append(each)
            shown.add(each.text)
    return usable


def _is_timely(task: _Task, text: str) -> bool:
    """Tell whether a date lies in the years that it may lie in, which those of the key itself extend."""
    if task.key.type not in _DATES or not (year := moments.latest_year(text)):
        return True
    own = moments.latest_year(task.answer) or year
    return min(task.years[0], own) <= year <= max(task.years[1], own)


def _spread(below: list[Variant], above: list[Variant], count: int, lower: int) -> list[Variant]:
    """Return ``count`` variants, ``lower`` of them below the key where there are that many."""
    lower = max(min(lower, len(below)), count - len(above))
    return below[:lower] + above[: count - lower]


Sides = Callable[[float], tuple[Iterable[Variant], Iterable[Variant]]]


def _number_sides(task: _Task) -> Sides:
    if shares := numbers.fractions(task.answer):
        ordered = sorted(shares, key=lambda each: task.hash(each.text))
        return lambda own: ((), ordered)
    ceiling = 100.0 if task.key.type is PhraseType.PERCENT else _OLDEST if _AGED.search(task.stem) else None
    told = list(_told_numbers(task))

    def sides(own: float) -> tuple[Iterable[Variant], Iterable[Variant]]:
        made = [numbers.variants(task.answer, seed=task.seed, side=side, ceiling=ceiling) for side in (-1, 1)]
        return _merge(told, made, own)

    return sides


def _told_numbers(task: _Task) -> Iterator[Variant]:
    """Yield the numbers of the document that count or measure the same, in the words of the answer."""
    mine = numbers.numerals_of(task.answer)
    if len(mine) != 1 or mine[0].value <= 0:
        return
    for each in sorted(task.pool.here(task.sort, task.seed), key=lambda each: task.hash(each.text)):
        other = numbers.numerals_of(each.text)
        if len(other) == 1 and _comparable(mine[0], other[0], task.answer, each.text):
            yield Variant(numbers.frame(task.answer, mine, [other[0].value]), float(other[0].value), "document")


def _comparable(mine: numbers.Numeral, other: numbers.Numeral, answer: str, text: str) -> bool:
    same_words = answer[mine.end :].casefold() == text[other.end :].casefold()
    same_form = mine.form == other.form and (mine.step < 1) == (other.step < 1)
    ratio = other.value / mine.value
    return same_words and same_form and len(mine.text) >= len(other.text) - 2 and 0.2 <= ratio <= 5 and ratio != 1


def _date_sides(task: _Task) -> Sides:
    told = list(_told_dates(task))
    last = max((moments.latest_year(each.text) for each in _dates_here(task)), default=0)

    def sides(own: float) -> tuple[Iterable[Variant], Iterable[Variant]]:
        made = [moments.variants(task.answer, seed=task.seed, side=side, last_year=last) for side in (-1, 1)]
        return _merge(told, made, own)

    return sides


def _dates_here(task: _Task) -> list[Candidate]:
    sorts = {(task.key.type, plural, proper) for plural in (False, True) for proper in (False, True)}
    return [each for sort in sorted(sorts) for each in task.pool.here(sort)]


def _told_dates(task: _Task) -> Iterator[Variant]:
    """Yield the dates of the document that have the grain and the format of the answer and lie near it."""
    shape, year = moments.shape(task.answer), moments.latest_year(task.answer)
    alike = [each for each in _dates_here(task) if shape and moments.shape(each.text) == shape]
    for each in sorted(alike, key=lambda each: task.hash(each.text)):
        far = abs(moments.latest_year(each.text) - year)
        if far <= 40 and each.text != task.answer:
            yield Variant(each.text, moments.order(each.text), "document")


def _merge(
    told: list[Variant], made: list[Iterator[Variant]], own: float
) -> tuple[Iterable[Variant], Iterable[Variant]]:
    """Return what lies below and above the key, from the text first."""
    below, above = ([each for each in told if (each.value > own) == up] for up in (False, True))
    return [*below, *made[0]], [*above, *made[1]]
