"""Facts that can be asked one way only: what a sign means, but not "What means a long note?"."""

from quizgen.model import FactDraft, PhraseType

_RESTING = frozenset({"lie", "consist", "rest", "reside"})


def is_one_way(draft: FactDraft) -> bool:
    """Return whether nobody would ask for the subject: of "means", "was a compromise", "lay in credit"."""
    verb, told = draft.verb, draft.object
    if verb is None or verb.passive:
        return False
    if verb.base == "mean":
        return told is not None
    if verb.base in _RESTING and told is None and draft.subject.type is PhraseType.THING:
        inside = [q for q in draft.qualifiers if q.prep == "in"]
        return len(inside) == len(draft.qualifiers) == 1 and " " not in inside[0].text and inside[0].text.islower()
    indefinite = told is not None and told.role == "attribute" and told.text.startswith(("a ", "an "))
    return verb.base == "be" and verb.tense == "past" and indefinite and not draft.subject.proper
