"""Deeds that happen often in a life or in the world, and of which nothing in the stem says which time is meant."""

import re
from collections.abc import Callable

from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType, Verb
from quizgen.questions.case import Case, has_capital

CODES = {
    "refused-often": "it happened more than once or goes on from what the page told, and the stem does not say which",
}
_REPEATED = frozenset("appear compete exhibit lecture perform play sing speak stop travel walk win".split())
_MANY_MADE = frozenset("build compose construct design find make obtain paint publish win write".split())
_LEANING = frozenset(
    "agree answer comply disagree hesitate insist object react refuse relent reply respond retaliate".split()
)
_MOVING = frozenset({PhraseType.PERSON, PhraseType.PRODUCT})
_HIDDEN = frozenset({"attribution", "reason", "day"})
_ANY = re.compile(r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some)(?: [a-z-]+){1,2}")
_NEXT = re.compile(r"the (?:first|second|third|fourth|fifth|sixth|next|final|last|leading|latest|previous) [a-z-]+")
_RANK = re.compile(r"the first ")


def reason(case: Case) -> str:
    """Return the code of ``CODES`` that speaks against an ask, "" where none does."""
    verb = case.draft.verb
    if verb is None or verb.tense != "past" or case.draft.kind in ("definition", "superlative", "alias", "list"):
        return ""
    return "refused-often" if any(holds(case, verb) for holds in _RULES) else ""


def _is_stay(case: Case, verb: Verb) -> bool:
    """Return whether it is told where somebody or a ship was at some moment: "was in the strait"."""
    bare = verb.base == "be" and not verb.passive and not verb.complement and case.draft.object is None
    if not bare or case.draft.subject.type not in _MOVING or any(q.role == "attribute" for q in case.draft.qualifiers):
        return False
    return case.slot == "time" or (case.slot == "place" and not _is_dated(case))


def _is_journey(case: Case, verb: Verb) -> bool:
    """Return whether it is asked where somebody moved, won or sang, as others and the same one did elsewhere."""
    if case.slot != "place" or verb.passive or case.draft.object is not None or _is_dated(case):
        return False
    often = verb.base in _REPEATED | words("verbs", "motion") and not verb.particle
    named = any(has_capital(p.bound or p.text) for p in _further(case))
    return often and case.draft.subject.type is PhraseType.PERSON and not named


def _is_one_of_many(case: Case, verb: Verb) -> bool:
    """Return whether it is asked what somebody wrote or built, and nothing else is said: "What did she publish?" """
    if case.slot != "object" or verb.passive or verb.complement or verb.base not in _MANY_MADE:
        return False
    named = case.asked.proper or case.asked.values or has_capital(case.answer) or case.answer.startswith("the ")
    return not named and not _is_dated(case) and not _further(case)


def _is_any(case: Case, verb: Verb) -> bool:
    """Return whether it is asked when somebody did something with what the stem leaves open: led a small team."""
    told = case.draft.object
    if (
        case.slot != "time"
        or told is None
        or verb.base in words("once", "event", "life")
        or verb.passive
        or verb.complement
    ):
        return False
    return _ANY.fullmatch(told.text) is not None and not _further(case)


def _is_anybodys(case: Case, verb: Verb) -> bool:
    """Return whether somebody is asked for by where and when he did what many did: ran a marathon in Vienna."""
    told = case.draft.object
    if case.slot != "subject" or told is None or verb.base in words("once", "event", "life") or verb.complement:
        return False
    set_ = all(p.role in ("place", "object", "time", "duration") for p in case.told if p.role not in _HIDDEN)
    return set_ and not verb.passive and _ANY.fullmatch(told.text) is not None


def _is_leaning(case: Case, verb: Verb) -> bool:
    """Return whether somebody did what only makes sense after what the page told: "answered by firing"."""
    alone = verb.base in _LEANING and case.draft.object is None and not verb.complement and not verb.particle
    return alone and not any(p.prep in ("to", "on", "with", "against") for p in case.told)


def _is_next(case: Case, verb: Verb) -> bool:
    """Return whether a thing is told by its rank alone, and not among which: the first expedition."""
    ranked = [p for p in (case.draft.subject, case.draft.object) if p is not None and _is_ranked(p)]
    sole = verb.base in words("verbs", "making") and all(map(_is_first, ranked))
    return bool(ranked) and not sole and not any(q.prep in ("of", "for", "to") for q in case.draft.qualifiers)


def _is_ranked(phrase: Phrase) -> bool:
    return not phrase.proper and not phrase.topical and _NEXT.fullmatch(phrase.text) is not None


def _is_first(phrase: Phrase) -> bool:
    return _RANK.match(phrase.text) is not None


def _is_dated(case: Case) -> bool:
    return any(p.role in ("time", "duration") for p in case.told)


def _further(case: Case) -> list[Phrase]:
    """Return what a stem says beside subject, object and time."""
    return [p for p in case.told if p.role not in _HIDDEN and p.role not in ("subject", "object", "time", "duration")]


_RULES: tuple[Callable[[Case, Verb], bool], ...] = (
    _is_stay,
    _is_journey,
    _is_one_of_many,
    _is_any,
    _is_anybodys,
    _is_leaning,
    _is_next,
)
