"""Where "there" and "here" are in a text about a place."""

from typing import TYPE_CHECKING

from quizgen.model import PhraseType
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import strip_article

if TYPE_CHECKING:
    from spacy.tokens import Token

_LANDS = frozenset({PhraseType.PLACE, PhraseType.COUNTRY})
_RIVALS = _LANDS | {PhraseType.UNKNOWN, PhraseType.CELESTIAL}
_MOVING = frozenset(
    "bring carry come deport emigrate exile flee go move return sail send ship take transfer travel walk".split()
)
_UPON = frozenset({"archipelago", "isle", "island"})


def spelled_out(token: "Token", scene: Scene) -> bool:
    """Replace "there" by the place that a text is about; return whether that was possible."""
    verb = token.head
    place = "" if token.dep_ != "advmod" or verb.pos_ != "VERB" or token.i < verb.i else _topic(verb, scene)
    if not place or any(c.dep_ != "punct" for c in token.children) or (_is_far(token) and _has_rival(scene)):
        return False
    scene.reading.replace[token.i] = place
    return True


def _is_far(token: "Token") -> bool:
    return token.lower_ == "there"


def _topic(verb: "Token", scene: Scene) -> str:
    """Return the place that a text is about, with its preposition: "on Iceland"; "" if it is about something else."""
    discourse = scene.discourse
    entity = discourse.find(discourse.lead)
    if entity is None or discourse.type_of(entity.name)[0] not in _LANDS or " of " in discourse.lead:
        return ""
    where = "on" if entity.classes & _UPON else "in"
    return f"{'to' if verb.lemma_ in _MOVING else where} {discourse.shown(entity)}"


def _has_rival(scene: Scene) -> bool:
    """Return whether another place was named just before."""
    doc = scene.reading.sent.doc
    here = (m for m in scene.mentions if doc[m.token].dep_ not in ("amod", "compound", "nmod"))
    near = (m for m in (*scene.before(), *here) if m.named and m.type in _RIVALS)
    return any(not scene.discourse.is_topic(strip_article(m.text)) for m in near)
