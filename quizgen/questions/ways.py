"""The way in which something is done, asked for with "How": by heating it, by trapping, by ship."""

import re

from quizgen.lexicon import words
from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.questions import wh

_DETERMINING = frozenset("a an the its their his her this that one almost about nearly".split())
_SPAN = re.compile(
    r"(?:about |almost |exactly |just |little |more |less |nearly |over |than |only )*(?:an?|half an?|\d+|[a-z]+) "
    r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie)|generation)s?"
)
_DOING = re.compile(r"(?P<deed>[a-z]{2,}ing)\b(?! (?:of|in|at|on) )")


def phrases(draft: FactDraft) -> list[Phrase]:
    """Return the one argument that tells by what deed or process something comes about."""
    verb = draft.verb
    if verb is None or (verb.base == "be" and not verb.passive) or verb.base in words("verbs", "wayless"):
        return []
    if verb.base in words("values", "changing"):
        return []
    found = [q for q in draft.qualifiers if is_way(q)]
    return found if len(found) == 1 else []


def is_way(phrase: Phrase) -> bool:
    """Return whether a phrase tells of a deed behind "by": "by adding salt", not "by lightning"."""
    if phrase.role == "other" and phrase.prep == "by":
        return _is_means(phrase)
    if phrase.role == "agent":
        return " " not in phrase.text and not phrase.proper and _is_deed(phrase.text)
    return phrase.role == "manner" and phrase.text.startswith("by ") and _is_deed(phrase.text.removeprefix("by "))


def _is_means(phrase: Phrase) -> bool:
    """Return whether a bare noun tells of a means: "by mule and lorry", "by mitosis"."""
    first = phrase.text.split(" ")[0]
    bare = first.islower() and not phrase.values and first not in _DETERMINING | wh.QUANTIFIERS
    known = phrase.type is PhraseType.THING and phrase.head not in words("nouns", "no_means")
    route = phrase.text.startswith("way of ")  # over what, not by what
    return bare and known and not route and " from " not in phrase.text


def _is_deed(text: str) -> bool:
    found = _DOING.match(text)
    return found is not None and found["deed"] not in words("nouns", "in_ing")


def asked(phrase: Phrase) -> wh.Asked:
    """Return "How" and the deed with its "by"."""
    text = phrase.bound or phrase.text
    span = _SPAN.fullmatch(text.removeprefix("by "))
    if span is not None:
        return wh.Asked(wh="By how long", answer=span[0], kind=PhraseType.DURATION)
    return wh.Asked(wh="How", answer=f"by {text.removeprefix('by ')}", kind=PhraseType.CLAUSE)
