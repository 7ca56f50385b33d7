"""Stems and answers that speak of one thing of a story, which only the page tells."""

import re
from collections.abc import Callable
from dataclasses import replace

from quizgen.lexicon import words
from quizgen.model import FactKind, Phrase, PhraseType
from quizgen.questions.case import Case, has_capital, is_setting
from quizgen.questions.predicates import begins_indefinite, is_derived

CODES = {
    "refused-scene": "a war, a person or a thing is meant that only the page tells: war, the boy, the ensuing quarrel",
    "refused-version": "a copy, a rival or another version is asked for or told of, and it is not said of what",
    "refused-office": "somebody got an office, and it is not said of what: became governor",
    "refused-owner": "a place is told by somebody who comes from there: his country",
    "refused-count": "it is asked when so many things were done, which is what was counted in a year: opened 220 shops",
    "refused-respect": "the stem says that there is one more thing to tell: in an important respect",
}
_MEANT = frozenset({FactKind.ALIAS, FactKind.DEFINITION, FactKind.SUPERLATIVE})
_CROWNED = frozenset({"king", "queen"})
_AGED = re.compile(r"(?:the|an?) (?:[\w-]+ )*[\w-]+-year-olds?")
_BEHIND = re.compile(  # the war that followed, ships equipped to deal with one, the worst of all
    r"(?:the|an?) .*\b(?:that|which) (?:followed|ensued|resulted)"
    r"|.+ (?:about|against|by|for|from|of|to|with) ones?|the [a-z]+st of all(?:,? with .*)?"
)
_LETTER = re.compile(r"[\"“‘'][A-Z][\"”’']")
_POST = re.compile(r"(?:(?:an?|the) )?(?:[a-z-]+ ){0,2}(?P<office>[a-z-]+)")
_POSTS = frozenset("ambassador chief commissioner envoy examiner manager officer superintendent supervisor".split())
_HOMES = re.compile(
    r".+['’]s? (?:own |home |native )?(?:country|nation|state|city|town|village|region|hometown|homeland)"
)
_RESPECT = re.compile(
    r"(?:an?|one|another|some|several|many|two|three) (?:[\w-]+ )*(?:respect|regard|sense|way|aspect)s?"
)
_SCORE = re.compile(r"\d+[-–]\d+")
_OCCASIONS = frozenset({PhraseType.DATE, PhraseType.EVENT})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LAND = re.compile(r"an? (?:[a-z-]+ )*(?:country|nation|state|city|town|village)\b")


def reason(case: Case, *, label: str) -> str:
    """Return the code of ``CODES`` that speaks against an ask, "" where none does."""
    return next((code for code, holds in _RULES if holds(case, label)), "")


def _is_of_a_story(case: Case, label: str) -> bool:
    phrases = [*case.told, case.asked]
    if any(map(_is_pointing, phrases)) or _LETTER.search(case.prompt):
        return True
    told = any(_is_somebody(p) or _is_some_land(p, case) for p in case.told)
    return told or any(_is_some_war(p, case, label) for p in phrases) or _is_loose_occasion(case)


def _is_pointing(phrase: Phrase) -> bool:
    """Return whether a description points to what the page told before: the ensuing quarrel."""
    if phrase.type is not PhraseType.CLAUSE and _BEHIND.fullmatch(phrase.text):
        return True
    first, *rest = phrase.text.lower().split(" ")
    return first in ("the", "this") and not words("nouns", "pointing").isdisjoint(rest)


def _is_somebody(phrase: Phrase) -> bool:
    """Return whether somebody is told by age alone: the reluctant 14-year-old."""
    return _AGED.fullmatch(phrase.text) is not None and not has_capital(phrase.text)


def _is_some_land(phrase: Phrase, case: Case) -> bool:
    """Return whether a place that the page names is only described: "arrived in a country of nine million"."""
    return case.past and phrase.prep != "" and not has_capital(phrase.text) and _LAND.match(phrase.text) is not None


def _is_some_war(phrase: Phrase, case: Case, label: str) -> bool:
    """Return whether a war, a peace or a strike has no name, and no label tells which it was."""
    bare = phrase.role == "subject" and " " not in phrase.text and not has_capital(phrase.text)
    if not bare or not case.past or phrase.head not in words("nouns", "strife"):
        return False
    return phrase.head not in label.lower() and not any(has_capital(p.text) for p in case.told if p.role == "other")


def _is_loose_occasion(case: Case) -> bool:
    """Return whether it is asked when or where something without a name happened, of which little is told."""
    subject = case.draft.subject
    some = begins_indefinite(subject) or (subject.type is PhraseType.NUMBER and case.slot == "time")
    named = any(has_capital(p.bound or p.text) for p in case.told if p.type is not PhraseType.DATE)
    if case.slot not in ("time", "place") or not case.past or named or not some:
        return False
    return all(is_setting(p) or p is subject for p in case.told)


def _is_version(case: Case, label: str) -> bool:
    """Return whether an answer is a copy or a rival, or a stem tells of one, and not of what: its successor."""
    if case.draft.kind in _MEANT:
        return is_derived(case.asked) and case.slot != "attribute"
    told = (p for p in case.told if p.role != "time" and not _is_brought_in(p))
    own = (replace(p, bound="") if case.slot == "subject" else p for p in told)
    return any(map(is_derived, (case.asked, *own)))


def _is_brought_in(thing: Phrase) -> bool:
    """Return whether somebody did something to one that is new: "built an early forerunner"."""
    return thing.role == "object" and thing.text.startswith(("a ", "an ")) and " of " not in thing.text


def _is_some_office(case: Case, label: str) -> bool:
    """Return whether somebody became or was made something, and it is not said of what: governor."""
    verb = case.draft.verb
    if verb is None or verb.base not in words("verbs", "appointing") | {"become"}:
        return False
    posts = (p for p in case.draft.arguments if p.role in ("object", "attribute") and not p.proper)
    if not any(map(_is_post, posts)) or any(p.prep in ("of", "at", "for") for p in case.told):
        return False
    placed = any(p.role == "place" and p.proper for p in (*case.told, case.asked))
    return not placed or (case.slot == "subject" and not any(p.role == "time" for p in case.told))


def _is_post(phrase: Phrase) -> bool:
    """Return whether a phrase is an office and does not say of what: medical director."""
    found = _POST.fullmatch(phrase.text)
    return found is not None and found["office"] in (words("nouns", "office") | _POSTS) - _CROWNED


def _is_told_by_owner(case: Case, label: str) -> bool:
    """Return whether a place stands as somebody's, whose name is no help: Mr Boko's country."""
    places = (p for p in (*case.told, case.asked) if p.type is not PhraseType.PERSON)
    return any(_HOMES.fullmatch(p.bound or p.text) for p in places)


def _is_half_told(case: Case, label: str) -> bool:
    """Return whether a stem says that something was so in one way, and not in which: in an important respect."""
    return any(p.prep == "in" and _RESPECT.fullmatch(p.text) for p in case.told)


def _is_count_of_a_year(case: Case, label: str) -> bool:
    """Return whether it is asked in which year so many things were made or opened: a sum, and no event."""
    told = case.draft.object
    if case.slot != "time" or told is None or told.type is not PhraseType.NUMBER or case.draft.subject.plural:
        return False
    dead = told.head in ("people", "person") or told.text.split(" ")[0] == "one"
    return not dead and _YEAR.fullmatch(case.asked.text) is not None and not has_capital(told.text)


def _is_in_a_match(case: Case, label: str) -> bool:
    """Return whether something of a match is told, and neither a name nor a label says of which: 31 errors, 20-3."""
    if label or not case.past or any(p.type in _OCCASIONS for p in case.draft.qualifiers):
        return False
    told = (p for p in (*case.told, case.asked) if p.role in ("object", "quantity", "other"))
    return any(_SCORE.fullmatch(p.text) or (p.values and p.head in words("valency", "match")) for p in told)


_RULES: tuple[tuple[str, Callable[[Case, str], bool]], ...] = (
    ("refused-version", _is_version),
    ("refused-scene", _is_of_a_story),
    ("refused-scene", _is_in_a_match),
    ("refused-office", _is_some_office),
    ("refused-owner", _is_told_by_owner),
    ("refused-respect", _is_half_told),
    ("refused-count", _is_count_of_a_year),
)
