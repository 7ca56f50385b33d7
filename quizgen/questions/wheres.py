"""Places that are no names: at a receptor, in the attic of a farmhouse, at the institute, to the cathode."""

import re

from quizgen import lists
from quizgen.lexicon import words
from quizgen.model import FactDraft, Phrase, PhraseType, Verb
from quizgen.questions import wh

_REST = frozenset(
    "at in inside on under beneath underneath within near behind above below beside between along outside".split()
)
_TOWARDS = frozenset({"to", "into", "onto"})
_BODIES = frozenset({PhraseType.ORGANISATION, PhraseType.UNKNOWN})
_SOMEWHERE = _BODIES | {PhraseType.PLACE, PhraseType.COUNTRY}
_TOLD = re.compile(r" (?:who|whose|which|where) ")
_FURTHER = re.compile(r" (?:in|at|on|from) which ")
_CONDITIONS = frozenset("condition load light pressure sail strain stress tension vacuum".split())  # under which
_PLACED = re.compile(r"\b(?:in|at|near) (?:the )?[A-Z][^ ]*(?: [A-Z][^ ]*)*$")
_FORMS = frozenset("batch bundle coat cube heap layer line pile portion ring roll row sheet slice stack strip".split())
_WORDED = frozenset("compose preach print publish sing speak write".split())
_FEW = 2


def sites(draft: FactDraft) -> list[Phrase]:
    """Return the one argument that tells where something is, happens or goes although it is not the name of a place."""
    if draft.verb is None or any(q.role == "place" for q in draft.qualifiers):
        return []
    found = [q for q in draft.qualifiers if q.role == "other" and (_is_site(draft, q) or is_goal(draft, q))]
    return found if len(found) == 1 else []


def _is_site(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a phrase tells where: at a body that has a name, or in, on or under what has an inside."""
    if phrase.prep not in _REST or phrase.values or _is_bound(draft, phrase) or _TOLD.search(phrase.text):
        return False
    if phrase.proper:
        return phrase.prep == "at" and phrase.type in _BODIES
    return _is_spot(phrase) and (_is_general(draft) or len(phrase.text.split()) > _FEW)


def _is_spot(phrase: Phrase) -> bool:
    if phrase.prep == "under" and phrase.head in _CONDITIONS:
        return False
    known = phrase.head in words("nouns", "site") or phrase.head in words("nouns", "place")
    return known and phrase.text.split(" ")[0].lower() not in wh.QUANTIFIERS


def _is_general(draft: FactDraft) -> bool:
    return draft.verb is not None and draft.verb.tense == "present" and draft.verb.aux[:1] != ("has",)


def _is_bound(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a preposition belongs to its verb: "depends on the soil"."""
    assert draft.verb is not None
    pair = f"{f'{draft.verb.base} {draft.verb.particle}'.strip()} {phrase.prep}"
    return pair in words("verbs", "bound") or pair in words("verbs", "governing")


def is_goal(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a phrase tells where something goes: "to the University of Oslo", "to the cathode"."""
    verb = draft.verb
    if verb is None or phrase.prep not in _TOWARDS or phrase.values or _is_bound(draft, phrase):
        return False
    last = verb.complement.split(" ")[-1] if verb.complement else verb.base
    if last not in words("verbs", "motion", "flowing") or not _is_whole_way(draft, verb):
        return False
    if phrase.proper:
        return phrase.type in _SOMEWHERE
    return _is_spot(phrase) or (_is_general(draft) and phrase.text.startswith("the ") and _is_thing(phrase))


def _is_whole_way(draft: FactDraft, verb: Verb) -> bool:
    """Return whether one way among many is meant: it has a time, an object or a beginning, or holds in general."""
    further = (q for q in draft.qualifiers if q.role != "attribution")
    moved = draft.object is not None or verb.passive
    return not verb.particle and (_is_general(draft) or moved or len(list(further)) > 1)


def is_of_other(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a place tells where another one lies or a body has its seat, and not where something happened."""
    return _is_of_name(draft, phrase) or _is_of_goal(draft, phrase)


def _is_of_name(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a place stands behind a comma right behind what lies there: "chosen for the school, in Graz"."""
    behind = len(phrase.prep) + len(",  ")
    before = (q for q in draft.arguments if phrase.prep and phrase.start - q.end == behind and q is not draft.subject)
    return any(q.type is PhraseType.ORGANISATION or _PLACED.search(f"{q.prep} {q.text}") for q in before)


def _is_of_goal(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a place tells where that lies to which something goes: "sent to a laboratory in Leeds".

    Nor is the place asked for that its sentence begins with: "beneath the keyboard are two pedals".
    """
    if draft.extractor == "inverted" and not draft.subject.proper:
        return True
    if phrase.prep not in ("in", "at"):
        return False
    goals = (q for q in draft.qualifiers if q.prep in _TOWARDS and q.text.startswith(("a ", "an ")))
    return any(0 <= phrase.start - q.end <= len(phrase.prep) + 2 for q in goals)


def is_none(verb: Verb, phrase: Phrase) -> bool:
    """Return whether what looks like a place is none, "on a scholarship", is attacked, "moved on the airport", or only
    goes on from a place that the stem does not name."""
    if phrase.text.split(" ")[-1].lower() in words("nouns", "grants") or (
        phrase.proper and _FURTHER.search(phrase.text)
    ):
        return True
    if phrase.prep == "in" and (phrase.head in _FORMS or (verb.base in _WORDED and _is_language(phrase.text))):
        return True
    going = verb.base in words("verbs", "motion")
    return going and ((phrase.prep == "on" and not phrase.proper) or (verb.particle == "on" and phrase.prep == "to"))


def _is_language(text: str) -> bool:
    """Return whether a name is that of a language, in which a book is written but no author lives."""
    return any(each.name == "languages" for each in lists.containing(text))


def _is_thing(phrase: Phrase) -> bool:
    return phrase.type is PhraseType.THING and phrase.head not in words("nouns", "directions")


def asked(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    """Return "Where" with the whole phrase as the answer, None for what is no such place."""
    if phrase.role != "other":
        return None
    if phrase.proper and phrase.prep == "at":
        return wh.place(phrase)
    bare = phrase.prep == "to" and phrase.proper and not phrase.text.startswith("the ")  # "go? Kyoto"
    return wh.Asked(wh="Where", answer=phrase.text if bare else wh.said(phrase), kind=phrase.type)
