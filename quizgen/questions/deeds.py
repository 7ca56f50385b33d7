"""What somebody or something is made or allowed to do: "the act allowed Catholics to hold office"."""

import re

from quizgen.lexicon import words
from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.questions import wh

_PRONOUN = re.compile(r"\b(?:it|them|him|her|us|me|this|that|these|those|who|which)\b", re.I)
_STATES = frozenset({"be", "have", "seem", "do", "become"})
_LONGEST_DOER, _LONGEST = 8, 14


def phrases(draft: FactDraft) -> list[Phrase]:
    """Return the one infinitive behind a verb of causing or allowing that says what its object does."""
    verb = draft.verb
    if verb is None or verb.passive or verb.complement or verb.base not in words("verbs", "inducing"):
        return []
    found = [q for q in draft.qualifiers if q.type is PhraseType.CLAUSE and q.role in ("object", "other")]
    return found if len(found) == 1 and asked(draft, found[0]) is not None else []


def asked(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    """Return "What … Catholics to do" with what they do as the answer, None where doer and deed cannot be told."""
    bare = draft.verb is not None and draft.verb.base == "help"  # "roots help trees reach water"
    link = "(?:to )?" if bare else "to "
    pattern = rf"(?P<doer>(?:.+? )?){link}(?P<deed>{re.escape(phrase.head)}\b.*)"
    told = re.fullmatch(pattern, phrase.bound or phrase.text)
    if told is None or phrase.head in _STATES or len(told["deed"].split()) > _LONGEST:
        return None
    own = told["doer"].strip()
    doer = draft.object.text if draft.object is not None and not own else own if draft.object is None else ""
    if not doer or len(doer.split()) > _LONGEST_DOER or doer.endswith(" not") or _PRONOUN.search(doer):
        return None
    return wh.Asked(wh="What", answer=told["deed"], kind=PhraseType.CLAUSE, tail=f"{doer} to do")


def spare(draft: FactDraft) -> list[Phrase]:
    """Return the object, which the words behind the verb already name."""
    return [draft.object] if draft.object is not None else []
