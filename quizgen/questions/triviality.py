"""Asks not worth answering: the stem gives the answer away, the answer is a word of every text, or the stem is open."""

import re
from collections.abc import Callable

from quizgen.model import FactKind, PhraseType
from quizgen.questions.case import Case, has_capital
from quizgen.questions.openness import is_telling
from quizgen.questions.predicates import FUNCTION, UNIQUE, WORD
from quizgen.questions.vagueness import Topics
from quizgen.words import words

CODES = {
    "refused-given": "a name in the stem gives the answer away: By whom was Clark's process patented?",
    "refused-plain": "the answer is one word that every text has: water, weight, the Earth",
    "refused-pointing": "the stem speaks of what only the page tells: its kind, the rest of his life, a tax he had set",
    "refused-clipped": "of a name one word only stands, and the title does not tell which it is: the League",
    "refused-word": "the answer is one verb: What did he force them to do? submit",
    "refused-shared": "many have got such an honour or learned such a language",
    "refused-bare": "it is asked when or why one bare word did something, of which nothing more is told: output peaked",
}
_ASKING = frozenset({"subject", "object", "agent", "other", "bound"})
_SHARED = frozenset({"appoint", "award", "create", "earn", "learn", "receive", "speak", "study"})
_ORDER = re.compile(r"(?:an? |the )?[KDCOM]BE")
_OCCASIONAL = frozenset({"time", "measured", "quantity", "duration", "purpose"})
_CLIPPED = frozenset(
    f"the {noun}"
    for noun in """Act Assembly Bill Board Commission Committee Company Convention Corporation Council Crown Exposition
    League Ministry Society Treaty Trust First Second Third Fourth Fifth Sixth Seventh Eighth Ninth""".split()
)
_NAME = re.compile(r"\b[A-Z][a-zÀ-ÿ][\w-]*")
_OPENERS = frozenset(
    "At By During For From How In Into Of On Since The To Until What When Where Which Who Whom Why With".split()
)
_POINTING = re.compile(r"\bof (?:its|their) kind\b|\bthe (?:rest|remainder) of (?:his|her|its|their)\b")
_OWNED = re.compile(
    r"\b(?!(?:after|as|because|before|how|if|once|since|so|than|that|though|unless|until|what|when|where|whether|which"
    r"|while|who|why|and|but|or|to|of|in|on|for|with|by|at|from) )[a-z]{3,} (?:he|she|they|it) [a-z]+"
)


def reason(case: Case, about: Topics) -> str:
    """Return the code of ``CODES`` that speaks against an ask, "" where none does."""
    return next((code for code, holds in _RULES if holds(case, about)), "")


def _is_given(case: Case, about: Topics) -> bool:
    """Return whether a name is asked for by a name that holds a word of it: "takes its name from Sir Ada Brook"."""
    if case.slot in ("reason", "purpose", "attribute", "other") or not case.asked.proper:
        return False
    if case.asked.type is PhraseType.PERSON and any(p.type is PhraseType.PERSON and p.proper for p in case.told):
        return False  # of one family
    return bool(_names(case.answer) & _names(case.prompt))


def _names(text: str) -> set[str]:
    """Return the words of names in a text, without an owner's ending."""
    return set(_NAME.findall(text)) - _OPENERS


def _is_plain(case: Case, about: Topics) -> bool:
    said = [word for word in WORD.findall(case.answer) if word not in FUNCTION]
    plain = len(said) == 1 and said[0] in words("general") and said[0].islower()
    plain = plain or case.answer.removeprefix("the ") == "Earth"
    return plain and case.slot in _ASKING and not case.asked.values


def _is_pointing(case: Case, about: Topics) -> bool:
    kind = case.draft.kind is FactKind.DEFINITION and case.slot == "attribute"
    one = kind and case.draft.subject.text.lower().startswith("one ")
    owned = case.slot == "subject" and _OWNED.search(case.prompt) is not None  # by whom, is asked
    return one or owned or _POINTING.search(case.prompt) is not None


def _is_clipped(case: Case, about: Topics) -> bool:
    """Return whether a stem or an answer names a body, a ruler or a number by one word: "the League"."""
    return any(p.text in _CLIPPED and not about.has(p.text, "") for p in (*case.told, case.asked))


def _is_a_word(case: Case, about: Topics) -> bool:
    return case.slot == "deed" and " " not in case.answer


def _is_shared(case: Case, about: Topics) -> bool:
    """Return whether who has an order is asked for, or what the text is all about by what others have as well."""
    verb, asked = case.draft.verb, case.asked
    if verb is None or case.slot != "subject" or not asked.proper:
        return False
    if verb.base in _SHARED and any(_ORDER.fullmatch(p.text) for p in case.told):
        return True
    if not about.is_hero(asked.text):
        return False
    if verb.tense == "present" or asked.type is not PhraseType.PERSON:
        return not case.named and not UNIQUE.search(case.prompt) and case.said < 7
    got = any(has_capital(p.bound or p.text) for p in case.told if p.role in ("object", "attribute"))
    return got and verb.base in _SHARED and not any(is_telling(p) for p in case.told if p.role == "other")


def _is_bare(case: Case, about: Topics) -> bool:
    subject = case.draft.subject
    bare = subject is not case.asked and subject.text.islower() and " " not in subject.text
    if case.slot not in _OCCASIONAL or not case.past or not bare or about.has(subject.text, ""):
        return False
    return not any(has_capital(p.bound or p.text) for p in case.told if p.type is not PhraseType.DATE)


_RULES: tuple[tuple[str, Callable[[Case, Topics], bool]], ...] = (
    ("refused-given", _is_given),
    ("refused-plain", _is_plain),
    ("refused-pointing", _is_pointing),
    ("refused-clipped", _is_clipped),
    ("refused-word", _is_a_word),
    ("refused-shared", _is_shared),
    ("refused-bare", _is_bare),
)
