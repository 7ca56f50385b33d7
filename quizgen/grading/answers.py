"""The order in which the rules are tried."""

import re
from collections.abc import Sequence

from quizgen.grading import amounts, dates, equations, formulas, lists, phrases, words
from quizgen.grading.verdict import Verdict, best, worst
from quizgen.grading.wordlist import wordset
from quizgen.model import AMOUNTS, PhraseType

_LONGEST = 500  # characters of an answer; a longer text is right only as it stands
_LEAD_IN = re.compile(
    r"(?:(?:well|um+|uh|erm?|ok(?:ay)?|maybe|perhaps|probably|possibly|definitely|certainly|surely)[\s,]+"
    r"|(?:i'm |i am )?not (?:quite |really |so |too )?sure[\s,:]+(?:but\s+)?"
    r"|i(?:'m| am|'d| would)? (?:think|believe|guess|say|pretty sure|sure)\s+(?:that\s+)?"
    r"|(?:is|was) (?:it|that|this)\s+"
    r"|(?:(?:it|that|this)\s+)?(?:must|might|could|should|may|would|will)\s+be\s+|(?:it|that|this)'(?:d|ll)\s+be\s+"
    r"|(?:it|that|this|he|she|they|there)(?:'s|'re| is| was| are| were)\s+(?:called\s+|named\s+)?"
    r"|(?:the |my )?(?:correct |right )?answer(?: is|'s|:)\s*|(?:called|named)\s+|its\s+(?=[A-Z]))+",
    re.IGNORECASE,
)
_LEAD_OUT = re.compile(
    r"(?:[\s,(]+(?:i(?:'m| am)? (?:think|believe|guess|suppose|pretty sure|sure)|maybe|perhaps|probably|please))+"
    r"[\s?!.)]*$",
    re.IGNORECASE,
)
_HEDGES = wordset(
    "or nor not no never neither none cannot without except isnt wasnt arent werent dont doesnt didnt cant wont but "
    "versus vs"
)


def judged(given: str, answers: Sequence[str], type: PhraseType, others: Sequence[str]) -> Verdict:
    """Return the verdict on ``given`` where each of ``answers`` is right; see ``quizgen.grading.grade``."""
    if any(" ".join(given.split()) == " ".join(answer.split()) for answer in answers):
        return Verdict.RIGHT
    answers = [answer for answer in answers if len(answer) <= _LONGEST]
    others = [other for other in others if len(other) <= _LONGEST]
    given = _plain_speech(given, answers) if len(given) <= _LONGEST else ""
    if not words.forms(given)[0]:
        return Verdict.WRONG
    if any(_same(given, answer, type) for answer in answers):
        return Verdict.RIGHT
    if any(_same(given, other, type) for other in others if not any(_same(other, answer, type) for answer in answers)):
        return Verdict.WRONG
    return best([_grade(given, answer, type, others) for answer in answers])


def _plain_speech(given: str, answers: Sequence[str]) -> str:
    """Return what was typed without "it's", "I think", unless an answer itself begins so."""
    given = given.replace("’", "'").strip()
    end = _LEAD_OUT.search(given)
    if end and given[: end.start()].strip() and not any(answer.endswith(end.group()) for answer in answers):
        given = given[: end.start()]
    lead = _LEAD_IN.match(given)
    if not lead or not given[lead.end() :].strip():
        return given
    opening = words.fold(lead.group()).strip()
    return given if any(opening in words.fold(answer) for answer in answers) else given[lead.end() :]


def _same(given: str, answer: str, type: PhraseType) -> bool:
    """Tell whether two answers are the same value, or the same words where they are no values."""
    by_value = _by_value(given, answer, type)
    return phrases.same(given, answer) if by_value is None else by_value is Verdict.RIGHT


def _grade(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict:
    by_value = _by_value(given, expected, type)
    if by_value is not None:
        return by_value
    if _hedged(given, expected):
        return Verdict.WRONG
    if formulas.same_ion(given, expected):
        return Verdict.RIGHT
    if words.equal(given, expected):
        return Verdict.CLOSE if formulas.differ(given, expected) else Verdict.WRONG
    verdicts = [phrases.grade(given, expected, type, others)]
    shorter, core = lists.without_larger_place(given), lists.without_larger_place(expected)
    if shorter != given or core != expected:
        agreed = phrases.grade(shorter, core, type, others) if _larger_agree(given, expected) else Verdict.WRONG
        verdicts = [agreed] if core != expected else [*verdicts, agreed]
    several = _several(given, expected, type, others)
    return best(verdicts if several is None else [*verdicts, several])


def _by_value(given: str, expected: str, type: PhraseType) -> Verdict | None:
    found = None if type in AMOUNTS else dates.grade(given, expected)
    if found is None and (type in AMOUNTS or not dates.is_day_or_time(expected)):
        found = amounts.grade(given, expected)
    return found or equations.grade(given, expected)


def _hedged(given: str, expected: str) -> bool:
    """Tell whether the answer names alternatives or denies something that the expected answer does not."""
    one, other = (sorted(_HEDGES & set(words.tokens(text))) for text in (given, expected))
    return one != other


def _larger_agree(given: str, expected: str) -> bool:
    """Tell whether the larger places of two texts do not contradict each other."""
    one, other = ([words.forms(part)[0] for part in text.split(",")[1:]] for text in (given, expected))
    return not one or not other or one[-1] == other[-1]


def _several(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict | None:
    """Grade an enumeration item by item in any order; None if a single thing is expected."""
    wanted = lists.items(expected)
    if len(wanted) < 2:
        return None
    typed = lists.items(given)
    if len(typed) == 1 and all(len(item.split()) == 1 for item in wanted):
        typed = given.split()
    left, verdicts = list(wanted), []
    for item in typed:
        graded = [(_item(item, candidate, type, others), -i) for i, candidate in enumerate(left)]
        verdict, place = max(graded, key=lambda pair: (pair[0].rank, pair[1]), default=(Verdict.WRONG, 0))
        verdicts.append(verdict)
        if verdict is not Verdict.WRONG:
            left.pop(-place)
    if not left and len(verdicts) == len(wanted):
        return worst(verdicts)
    found = sum(verdict is Verdict.RIGHT for verdict in verdicts)
    strangers = len(verdicts) - found
    return Verdict.CLOSE if found * 2 >= len(wanted) and strangers <= 1 and found > strangers else Verdict.WRONG


def _item(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict:
    if phrases.same(given, expected):
        return Verdict.RIGHT
    return phrases.grade(given, expected, type, others)
