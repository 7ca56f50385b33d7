"""Reasons and purposes in questions: which deeds have a purpose, and where a stem says it without being about it."""

import re

from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType

_INFINITIVE = re.compile(r"(?:in order )?to (?:\w+ly )?(?P<verb>[a-z]+)")
_POINTING = re.compile(r"\b(?:it|its|itself|they|them|their|themselves|he|him|his|she|her|himself|herself)\b")
_ITS = re.compile(r"so that (?:it|they|he|she|its|their|his|her)\b")
_ASSURED = ("so ", "in an ")  # what begins so is meant, whoever does it
_MADE_FOR = frozenset({"use"})
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE, PhraseType.ORGANISATION, PhraseType.COUNTRY})
_LIKE_BECAUSE = frozenset({"since", "as"})
_DENIALS = frozenset({"not", "never"})
_LONGEST = 9
_MOTIVES = frozenset({FactKind.REASON, FactKind.PURPOSE})


def answer(phrase: Phrase) -> str:
    """Return a reason or a purpose as an answer, its pronouns left to the stem: "Because of its shape"."""
    said = f"{phrase.prep} {phrase.bound or phrase.text}".strip().removeprefix("so as ")
    first, _, rest = said.partition(" ")
    return f"Because {rest}" if first in _LIKE_BECAUSE else said[:1].upper() + said[1:]


def is_told(phrase: Phrase) -> bool:
    """Return whether a stem about something else says a purpose too: "Who dug the canal to reach the coast?" """
    short = phrase.text.startswith("to ") and len(phrase.text.split()) <= _LONGEST
    return short and _POINTING.search(phrase.bound or phrase.text) is None


def spare(draft: FactDraft, slot: str) -> list[Phrase]:
    """Return the purposes that a stem about a time or a place does without; who did it is known by what it was for."""
    needed = slot in ("subject", "object", "agent") or (draft.verb is not None and draft.verb.base in _MADE_FOR)
    return [] if needed else [q for q in draft.qualifiers if q.role == "purpose"]


def is_bare(draft: FactDraft) -> bool:
    """Return whether a fact says too little for other questions than why: "flamingos are pink", "is used"."""
    verb = draft.verb
    if draft.kind not in _MOTIVES or verb is None:
        return False
    if _DENIALS & set(verb.adverbs):
        return True
    aims = [q for q in draft.qualifiers if q.role == "purpose"]
    if any(verb.base in (words("verbs", "state") if is_told(aim) else _MADE_FOR) for aim in aims):
        return True
    told = [q for q in draft.qualifiers if q.role not in ("reason", "attribution", "day", "attribute")]
    equal = verb.base == "be" and not verb.passive and not any(q.role == "place" for q in told)
    return draft.object is None and (equal or not told)


def is_aimless(draft: FactDraft) -> bool:
    """Return whether a deed has no purpose: a state, an opinion, a result that only came of it."""
    verb = draft.verb
    aim = next((q for q in draft.qualifiers if q.role == "purpose"), None)
    if verb is None or aim is None:
        return verb is not None
    if verb.passive and verb.base in words("verbs", "opinion", "regarding") | {"make", "cause"}:
        return True
    if _is_outcome(aim) and verb.base not in _MADE_FOR:
        return True
    if _is_result(draft, aim) or _is_of_object(draft, aim):
        return True
    if aim.text.startswith(_ASSURED):
        return False
    if verb.passive and verb.base == "use" and verb.tense == "present":  # "what is it used for"
        return True
    still = verb.base in words("verbs", "state", "aimless")
    return still or any(q.prep == "for" for q in draft.qualifiers) or _is_product(draft, aim)


def _is_outcome(aim: Phrase) -> bool:
    """Return whether an infinitive tells how something came out: "returned to find the house empty"."""
    found = _INFINITIVE.match(aim.text)
    return found is not None and found["verb"] in words("verbs", "outcome")


def _is_result(draft: FactDraft, aim: Phrase) -> bool:
    """Return whether things only have a result: "cliffs fall into the sea so that no path is left"."""
    verb = draft.verb
    acting = draft.subject.type in _LIVING or (verb is not None and verb.passive)
    own = _ITS.match(aim.bound or aim.text) is not None  # "beavers have flat tails so that they can steer"
    return aim.text.startswith("so that ") and not acting and not own


def _is_of_object(draft: FactDraft, aim: Phrase) -> bool:
    """Return whether an infinitive tells what right or what money somebody got: "won a scholarship to study law"."""
    told = draft.object
    if told is None or told.role != "object" or not 0 <= aim.start - told.end <= 2:
        return False
    return aim.text.startswith("to ") and told.head in words("nouns", "willed") | words("nouns", "grants")


def _is_product(draft: FactDraft, aim: Phrase) -> bool:
    """Return whether things only bring something about: "the rivers join to form a lake"."""
    verb, found = draft.verb, _INFINITIVE.match(aim.text)
    if verb is None or verb.passive or verb.base in _MADE_FOR or draft.subject.type in _LIVING or draft.subject.proper:
        return False
    yields = found is not None and found["verb"] in words("verbs", "yielding")
    return yields or draft.object is None
