"""What an answer to a step is worth, why the right one is right, and what helps to find it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quizgen import ids, marks
from quizgen.errors import UsageError
from quizgen.grading import Verdict, grade, misspelt
from quizgen.marks import Marked
from quizgen.model import Question, QuestionKind
from quizgen.schedule import Rating, rating_of
from quizgen.session.steps import LETTERS, Mode, Step

# What a player may say of an answer that was only thought: the verdict, and the rating where the word is one.
_OWN = {verdict.value[:length]: (verdict, 0) for verdict in Verdict for length in (1, len(verdict.value))}
_OWN |= {str(number): (verdict, 0) for number, verdict in enumerate(Verdict, 1)}
_OWN |= {
    "again": (Verdict.WRONG, int(Rating.AGAIN)),
    "hard": (Verdict.CLOSE, int(Rating.HARD)),
    "good": (Verdict.RIGHT, int(Rating.GOOD)),
}
_OWN |= dict.fromkeys(("easy", "e", "4"), (Verdict.RIGHT, int(Rating.EASY)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an answer is right: the sentence of the source as resolved, the answer's spans in it, and where it stands.

    There is no span where the sentence does not say the answer. ``resolved``: it says it in other words there, such as
    a pronoun.
    """

    said: Marked = field(default_factory=lambda: Marked(""))
    title: str = ""
    section: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was understood, its verdict, and for an order or match whether each item was in its place.

    ``typo``: it is right, but misspelt. ``rating`` is what the player said it was worth, 0 where nothing was said.
    """

    given: str
    verdict: Verdict
    marks: tuple[bool, ...] = ()
    typo: bool = False
    rating: int = 0


def judge(step: Step, given: str | int, others: tuple[str, ...], aliases: Callable[[str], Sequence[str]]) -> Judgement:
    """Grade ``given``; ``others`` are answers known to be different ones. Raises UsageError if it is no answer.

    ``aliases`` tells other names of what has one; those that the question itself says are no answer to it.
    """
    text = str(given).strip()
    if step.mode is Mode.CHOICE:
        place = _place(step, given)
        chosen = text if place is None else step.options[place]
        return Judgement(chosen, Verdict.RIGHT if chosen in step.key else Verdict.WRONG)
    if step.mode is Mode.FLIP:
        return _own(text)
    if not text:
        raise UsageError("Nothing was typed", todo="Type an answer, or :show if you do not know it")
    if step.mode is Mode.ORDER:
        return _ordered(step, text)
    question = step.question
    accept = [*question.accept, *(alias for alias in aliases(question.answer) if not _says(question, alias))]
    others = (*others, text) if _says(question, text) else others
    verdict = grade(text, question.answer, accept, type=question.answer_type, others=others)
    typo = verdict is Verdict.RIGHT and misspelt(text, [question.answer, *accept])
    return Judgement(text, verdict, typo=typo)


def _says(question: Question, text: str) -> bool:
    """Tell whether a question says a text itself: "ESA" is no answer to what ESA stands for."""
    return f" {_words(text)} " in f" {_words(question.prompt)} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def rating(judgement: Judgement, hints: int) -> int:
    """Return what an answer says about memory: 1 again, 2 hard, 3 good, 4 easy; a player's own word goes first."""
    return judgement.rating or int(rating_of(judgement.verdict, hints, typo=judgement.typo))


def _place(step: Step, given: str | int) -> int | None:
    """Return the 0-based place of the option meant by a place, number, letter or words; None for no option."""
    count = len(step.options)
    text = str(given + 1) if isinstance(given, int) else given.strip().rstrip(".)").casefold()
    if text.isdecimal() and 1 <= int(text[:9]) <= count:
        return int(text) - 1
    begun = [i for i, option in enumerate(step.options) if text and option.casefold().startswith(text)]
    if len(begun) == 1 and (len(text) > 1 or count == 2):
        return begun[0]
    if len(text) == 1 and text in LETTERS[:count]:
        return LETTERS.index(text)
    same = [i for i, option in enumerate(step.options) if grade(text, option) is Verdict.RIGHT]
    if len(same) == 1:
        return same[0]
    if len(text) < 2 or text.lstrip("-").isdecimal():
        raise UsageError(f"Answer with a number from 1 to {count}")
    return None


def _own(text: str) -> Judgement:
    own = _OWN.get(text.casefold())
    if own is None:
        raise UsageError("Say how it went: 1 right, 2 close, 3 wrong, 4 easy")
    return Judgement("", own[0], rating=own[1])


def _ordered(step: Step, text: str) -> Judgement:
    """Grade "c a b" or "cab" item by item: at least half in their place is close."""
    letters = re.sub(r"[\W\d_]", "", text.casefold())
    available = LETTERS[: len(step.options)]
    if sorted(letters) != sorted(available):
        raise UsageError(f"Type each of the letters {' '.join(available)} once")
    chosen = [step.options[available.index(letter)] for letter in letters]
    marks = tuple(one == other for one, other in zip(chosen, step.key, strict=True))
    verdict = Verdict.RIGHT if all(marks) else Verdict.CLOSE if sum(marks) * 2 >= len(marks) else Verdict.WRONG
    return Judgement(" ".join(letters), verdict, marks)


def explanation(question: Question) -> Explanation:
    """Return the sentence that answers a question, with the answer's span in it."""
    said = marks.once(marks.sentence(question), [source.sentence for source in question.sources])
    if not question.sources:
        return Explanation(said=said)
    source = question.sources[0]
    told = any(question.answer.casefold() in said.text[start:end].casefold() for start, end in said.spans)
    asks = question.kind not in (QuestionKind.TRUEFALSE, QuestionKind.ORDER, QuestionKind.MATCH)
    return Explanation(
        said=said,
        title=source.title,
        section=source.section,
        resolved=source.resolved and asks and bool(said.spans) and not told,
    )


def hints(step: Step, seed: str) -> list[str]:
    """Return the hints for a step, the vaguest first, each of which says more than those before."""
    question = step.question
    own = [question.hint] if question.hint else []
    if step.mode is Mode.CHOICE:
        return own + _eliminations(step, seed)
    if step.mode is Mode.ORDER:
        name = f"{step.lefts[0]} belongs to" if step.lefts else "The first is"
        return [*own, f"{name} {step.key[0]}"]
    return own + _outlines(question.answer, question.hint)


def _eliminations(step: Step, seed: str) -> list[str]:
    """Name wrong options until two are left."""
    wrong = [option for option in step.options if option not in step.key]
    wrong.sort(key=lambda option: ids.digest(f"{seed}\x1f{step.question.uid}\x1f{option}"), reverse=True)
    return [f"Not {option}" for option in wrong[: max(0, len(step.options) - 2)]]


def _outlines(answer: str, known: str) -> list[str]:
    """Show the first letter with a line for each other one, then half of every word, beside what is ``known``."""
    if sum(char.isalnum() for char in answer) < 3:
        return []
    outline = "".join("_" if char.isalnum() and i else char for i, char in enumerate(answer))
    half = re.sub(r"\w+", lambda word: word[0][: (len(word[0]) + 1) // 2] + "_" * (len(word[0]) // 2), answer)
    found: list[str] = []
    for more in (outline, half):
        shown = _both(known, more, answer)
        if shown != known:
            found.append(shown)
            known = shown
    return found


def _both(known: str, more: str, answer: str) -> str:
    """Return an outline with the letters that another outline of the same answer shows; a hint in words shows none."""
    if len(known) != len(answer) or any(one not in ("_", char) for one, char in zip(known, answer, strict=True)):
        return more
    return "".join(two if one == "_" else one for one, two in zip(known, more, strict=True))


def answer_of(step: Step) -> str:
    """Return the right answer as it is shown: the letters of an order or match, whose items ``Step.solution`` has."""
    if step.mode is not Mode.ORDER:
        return step.question.answer
    return " ".join(LETTERS[step.options.index(item)] for item in step.key)
