"""What goes on whenever something else does, asked for with "When": fisheries close when a whale is sighted."""

import re

from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.questions import wh

_MARKS = ("when ", "whenever ", "after ", "before ", "until ")
_COUNTED = re.compile(
    r"(?:(?:about|almost|around|just|less than|more than|nearly|only|over|some) )?(?:an?|[a-z]+|\d+)(?: [a-z]+)? "
    r"(?:minute|hour|day|week|fortnight|month|year|decade|centur(?:y|ie))s? (?:after|before) "
)
_LONGEST = 14


def phrases(draft: FactDraft) -> list[Phrase]:
    """Return the one clause that tells when something goes on, or after what it happened once."""
    found = [q for q in draft.qualifiers if _is_condition(q)]
    dated = any(q.role in ("time", "day", "duration") for q in draft.qualifiers)  # "for years before it was proved"
    return found if len(found) == 1 and not dated and _is_plain(draft) and not _leads(found[0], draft) else []


def _leads(phrase: Phrase, draft: FactDraft) -> bool:
    """Return whether a general statement begins with its condition, of which it is asked what happens then."""
    general = draft.verb is not None and draft.verb.tense == "present" and not draft.subject.proper
    return general and phrase.position < draft.subject.position


def _is_condition(phrase: Phrase) -> bool:
    marked = phrase.text.startswith(_MARKS) or _COUNTED.match(phrase.text) is not None
    told = marked and not phrase.text.startswith("when to ") and not phrase.prep
    return told and phrase.role == "other" and phrase.type is PhraseType.CLAUSE and len(phrase.text.split()) <= _LONGEST


def _is_plain(draft: FactDraft) -> bool:
    """Return whether a statement says something without its condition: a verb that is more than "is"."""
    verb = draft.verb
    return verb is not None and (verb.base != "be" or verb.passive or draft.object is not None)


def asked(phrase: Phrase) -> wh.Asked:
    """Return "When" or "Until when" with the clause as the answer."""
    word = "Until when" if phrase.text.startswith("until ") else "When"
    return wh.Asked(wh=word, answer=phrase.text, kind=PhraseType.CLAUSE)
