"""Facts that can be asked one way only: what a sign means, but not "What means a long note?"."""

from quizgen.lexicon import words
from quizgen.model import FactDraft, PhraseType

_RESTING = frozenset({"lie", "consist", "rest", "reside"})


def is_one_way(draft: FactDraft) -> bool:
    """Return whether nobody would ask for the subject: of "means", "was a compromise", "made amends"."""
    verb, told = draft.verb, draft.object
    if verb is None or verb.passive:
        return False
    if f"{verb.base} {verb.particle}" in words("verbs", "bare_idiom") and told is None and not draft.qualifiers:
        return True
    if verb.base == "mean":
        return told is not None
    if verb.base in _RESTING and told is None and draft.subject.type is PhraseType.THING:
        inside = [q for q in draft.qualifiers if q.prep == "in"]
        return len(inside) == len(draft.qualifiers) == 1 and " " not in inside[0].text and inside[0].text.islower()
    indefinite = told is not None and told.role == "attribute" and told.text.startswith(("a ", "an "))
    return verb.base == "be" and verb.tense == "past" and indefinite and not draft.subject.proper


def is_timeless(draft: FactDraft) -> bool:
    """Return whether a name tells who somebody was, so that no time is asked for: "the last winner was Ida Holm"."""
    verb, told = draft.verb, draft.object
    same = verb is not None and verb.base == "be" and told is not None and told.role == "attribute"
    return same and told is not None and told.proper and told.text[:1].isupper() and not draft.subject.proper
