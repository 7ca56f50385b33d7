"""Which questions are bad by what the answers to them say: classical test theory, as far as the answers go.

Whoever sat down once to answer, a player in a session, is an examinee; of several answers to one question in a session
the first counts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atanh, sqrt

from quizgen.habits import wilson
from quizgen.stats.answer import Answer

CODES = {
    "too-hard": ("warning", "it is answered wrong more often than right, beyond chance"),
    "too-easy": ("info", "nobody ever missed it, not even at first"),
    "misleads": ("warning", "who does well otherwise gets it wrong more often than who does not"),
    "option-unchosen": ("info", "nobody ever chose one of its options"),
}
MEANINGS = {code: meaning for code, (_, meaning) in CODES.items()}
EASY = 8  # right answers, and no other, from which a question is too easy
SITTINGS = 10  # examinees that it takes for a discrimination
REST = 5  # other answers that an examinee has to give
CHOSEN = 10  # answers to a choice, and wrong ones among them, before an option that nobody chose means something
MISSED = 4
_DOUBT = 2.33  # standard errors that a discrimination is below nought; by chance this comes once in a hundred
_CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What the first answers of all sittings say of a question: ``share`` right (p-value), and what is wrong with it.

    ``discrimination`` is the point-biserial correlation with the rest of the sitting, None while too few sat.
    """

    question: str  # uid
    prompt: str
    answered: int
    right: int
    close: int
    seconds: float
    discrimination: float | None = None
    problems: tuple[str, ...] = ()
    unchosen: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Return the part of the answers that were right."""
        return self.right / self.answered


def items(answers: Iterable[Answer], options: Mapping[str, Sequence[str]]) -> list[Item]:
    """Return what the answers say of each question; ``options`` are the wrong ones, by uid."""
    sittings = _sittings(sorted(answers, key=lambda one: one.at))
    by_question: dict[str, list[Answer]] = defaultdict(list)
    for results in sittings:
        for uid, answer in results.items():
            by_question[uid].append(answer)
    told = _discriminations(sittings)
    return [_item(every, told.get(uid), options.get(uid, ())) for uid, every in sorted(by_question.items())]


def bad(found: Iterable[Item]) -> list[Item]:
    """Return those with a problem, the worst first: too hard, misleading, then the others."""
    order = {code: place for place, code in enumerate(("too-hard", "misleads", "option-unchosen", "too-easy"))}
    troubled = [one for one in found if one.problems]
    return sorted(troubled, key=lambda one: (min(order[code] for code in one.problems), one.share, one.question))


def _item(answers: Sequence[Answer], told: tuple[float, int] | None, options: Sequence[str]) -> Item:
    verdicts = Counter(answer.verdict for answer in answers)
    unchosen = _unchosen(answers, options)
    return Item(
        question=answers[0].question,
        prompt=answers[-1].prompt,
        answered=len(answers),
        right=verdicts["right"],
        close=verdicts["close"],
        seconds=round(sum(answer.seconds for answer in answers), 1),
        discrimination=told[0] if told else None,
        problems=tuple(_problems(verdicts, told, unchosen)),
        unchosen=unchosen,
    )


def _problems(verdicts: Counter[str], told: tuple[float, int] | None, unchosen: Sequence[str]) -> list[str]:
    number = verdicts.total()
    found = ["too-hard"] if wilson(verdicts["right"], number)[1] < 0.5 else []
    found += ["misleads"] if told and _is_negative(*told) else []
    found += ["option-unchosen"] if unchosen else []
    return found + (["too-easy"] if verdicts["right"] == number >= EASY else [])


def _is_negative(discrimination: float, sittings: int) -> bool:
    """Return whether a correlation is below nought by more than chance (Fisher's z)."""
    return atanh(min(max(discrimination, -0.999), 0.999)) * sqrt(sittings - 3) < -_DOUBT


def _unchosen(answers: Sequence[Answer], options: Sequence[str]) -> tuple[str, ...]:
    """Return the options that nobody chose, although many answered and some of them wrongly."""
    chosen = [answer for answer in answers if answer.mode == _CHOICE]
    missed = sum(not answer.right for answer in chosen)
    if len(chosen) < CHOSEN or missed < MISSED or len(options) < 2:
        return ()
    given = {answer.given for answer in chosen}
    return tuple(option for option in options if option not in given)


def _sittings(answers: Iterable[Answer]) -> list[dict[str, Answer]]:
    """Return the first answer to each question, by uid, of each examinee; one outside a session is one by itself."""
    found: dict[tuple[str, str], dict[str, Answer]] = defaultdict(dict)
    for number, answer in enumerate(answers):
        found[answer.session or str(number), answer.player].setdefault(answer.question, answer)
    return list(found.values())


def _discriminations(sittings: Iterable[Mapping[str, Answer]]) -> dict[str, tuple[float, int]]:
    """Return the correlation of each question with the rest of the sittings, and their number."""
    pairs: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for results in sittings:
        if len(results) > REST:
            right = sum(answer.right for answer in results.values())
            for uid, answer in results.items():
                pairs[uid].append((float(answer.right), (right - answer.right) / (len(results) - 1)))
    found = {uid: (_correlation(some), len(some)) for uid, some in pairs.items() if len(some) >= SITTINGS}
    return {uid: (value, number) for uid, (value, number) in found.items() if value is not None}


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Pearson's correlation, None where one side never changes."""
    xs, ys = zip(*pairs, strict=True)
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    square = sum((one - x) ** 2 for one in xs) * sum((one - y) ** 2 for one in ys)
    return sum((one - x) * (other - y) for one, other in pairs) / sqrt(square) if square > 1e-12 else None
