"""What somebody is made, allowed or forbidden to do: "allowed Catholics to hold office", "keeps dust from settling"."""

import re

from quizgen.lexicon import words
from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.questions import wh

_PRONOUN = re.compile(r"\b(?:it|them|him|her|us|me|this|that|these|those|who|which)\b", re.I)
_FROM_DOING = re.compile(r"from [a-z]{2,}ing\b")
_STATES = frozenset({"be", "have", "seem", "do", "become"})
_LONGEST_DOER, _LONGEST = 8, 14


def phrases(draft: FactDraft) -> list[Phrase]:
    """Return the one infinitive behind a verb of causing or allowing that says what its object does."""
    verb = draft.verb
    if verb is None or verb.passive or verb.complement:
        return []
    hindered = _hindered(draft)
    if hindered is not None or verb.base not in words("verbs", "inducing"):
        return [hindered] if hindered is not None else []
    found = [q for q in draft.qualifiers if q.type is PhraseType.CLAUSE and q.role in ("object", "other")]
    return found if len(found) == 1 and asked(draft, found[0]) is not None else []


def _hindered(draft: FactDraft) -> Phrase | None:
    """Return what something is kept from doing: "from settling on the lens"."""
    base = draft.verb.base if draft.verb is not None else ""
    found = (q for q in draft.qualifiers if q.role == "manner" and _FROM_DOING.match(q.text))
    return next(found, None) if base in words("verbs", "hindering") and draft.object is not None else None


def is_hindered(draft: FactDraft) -> bool:
    """Return whether the object alone says too little: "what does a lid keep from settling?" """
    return _hindered(draft) is not None


def asked(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    """Return "What … Catholics to do" with what they do as the answer, None where doer and deed cannot be told."""
    if phrase.text.startswith("from ") and draft.object is not None:
        deed = (phrase.bound or phrase.text).removeprefix("from ")
        open_ = _PRONOUN.search(f"{draft.object.text} {deed}") or len(deed.split()) > _LONGEST
        tail = f"{draft.object.text} from doing"
        return None if open_ else wh.Asked(wh="What", answer=deed, kind=PhraseType.CLAUSE, tail=tail)
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
