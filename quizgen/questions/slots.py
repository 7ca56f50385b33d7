"""Which arguments of a fact can fill the slot of a template."""

from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.questions import bound, conditions, deeds, measures, ways, wh, wheres

LIFE = frozenset({"bear", "die", "bury"})
_SOMEWHERE = frozenset({PhraseType.UNKNOWN, PhraseType.PLACE, PhraseType.THING, PhraseType.ORGANISATION})
_OWN = {"bound": bound.phrases, "condition": conditions.phrases, "manner": ways.phrases, "deed": deeds.phrases}


def phrases(draft: FactDraft, slot: str) -> list[Phrase]:
    """Return the arguments of a fact that can fill a slot."""
    if slot == "subject":
        return [draft.subject]
    if slot in ("object", "attribute"):
        return [draft.object] if draft.object is not None and draft.object.role == slot else []
    if slot == "measured":
        found = [q for q in draft.qualifiers if q.role in ("other", "quantity", "manner")]
        told = draft.object
        return [told, *found] if told is not None and wh.share(told) is not None else found
    if slot in _OWN:
        return _OWN[slot](draft)
    if slot == "duration" and draft.verb is not None and not any(q.role == slot for q in draft.qualifiers):
        return [q for q in draft.arguments if q.role == "other" and measures.is_span(draft.verb.base, q)]
    found = [q for q in draft.qualifiers if q.role == slot and not (slot == "agent" and ways.is_way(q))]
    if slot == "place" and not found:
        return _birthplaces(draft) or wheres.sites(draft)
    if slot == "place" and any(q.role == "other" and q.prep in ("in", "at", "on") for q in draft.qualifiers):
        return []
    return found if len(found) == 1 or slot == "other" else []


def _birthplaces(draft: FactDraft) -> list[Phrase]:
    """Return the name behind "in" or "at" where somebody was born, died or was buried; it can only be a place."""
    verb = draft.verb
    if verb is None or verb.base not in LIFE or not draft.subject.proper or draft.object is not None:
        return []
    found = [q for q in draft.qualifiers if q.role == "other" and q.prep in ("in", "at") and q.proper]
    return found if len(found) == 1 and found[0].type in _SOMEWHERE else []
