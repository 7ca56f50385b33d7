"""What the facts of a document answer to one stem: none of it may be a wrong option."""

from collections.abc import Sequence

from quizgen import ids
from quizgen.model import Fact

_SLOTS = ("subject", "object", "attribute", "time", "place", "agent", "other", "measured")
Key = tuple[str, ...]


def key(fact: Fact, slot: str) -> Key:
    """Return what facts share that answer one stem: the relation and the arguments that are not asked."""
    draft = fact.draft
    said = {"subject": draft.subject.text, "object": draft.object.text if draft.object else "", "attribute": ""}
    said.pop(slot, None)
    verb = draft.verb.lemma if draft.verb else draft.relation
    return (slot, verb, *(ids.normal(text) for _, text in sorted(said.items())))


def of(facts: Sequence[Fact]) -> dict[Key, list[str]]:
    """Return, for the key of each stem, everything that the facts answer to it."""
    found: dict[Key, dict[str, None]] = {}
    for fact in facts:
        for slot in _SLOTS:
            said = [p.text for p in fact.draft.arguments if p.role == slot]
            found.setdefault(key(fact, slot), {}).update(dict.fromkeys(said))
    return {one: list(said) for one, said in found.items()}
