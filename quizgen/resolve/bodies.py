"""Bodies that a text calls by one word of their names: the League, of the League of Nations."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.resolve.discourse import Entity
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import strip_article

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAST = 2  # words of a full name
_TOLD = frozenset({"acl", "amod", "appos", "compound", "nmod", "nummod", "poss", "prep", "relcl"})


def spell_out(token: "Token", name: str, scene: Scene) -> None:
    """Put the one full name that a text has for "the League" in its place; mark it where there are several."""
    if token.text != name or token.i == token.sent.start or token.nbor(-1).lower_ != "the":
        return
    if any(c.dep_ in _TOLD for c in token.children):
        return
    if name.lower() not in words("nouns", "organisation") and not scene.discourse.in_title(name):
        return
    full = [entity.name for entity in scene.discourse.entities.values() if _is_called(entity, name, scene)]
    if len(full) == 1:
        scene.reading.replace[token.i] = strip_article(full[0])
    elif full:
        scene.unknown(token, "unresolved-mention")


def _is_called(entity: Entity, name: str, scene: Scene) -> bool:
    """Return whether a name is that of such a body, or begins the one in the title: the Burrell Collection."""
    parts = strip_article(entity.name).split()
    if len(parts) < _LEAST or name not in parts:
        return False
    if name.lower() in words("nouns", "organisation"):
        return parts[-1] == name or parts[parts.index(name) + 1] == "of"
    titled = parts[0] == name and scene.discourse.in_title(entity.name)
    return titled and parts[-1].lower() in words("nouns", "organisation")


def is_told_by_town(token: "Token", scene: Scene) -> bool:
    """Return whether a body is told only by the town in the title: "the Glasgow museum", for one that has a name."""
    if token.lemma_.lower() not in words("nouns", "organisation") or any(c.dep_ == "appos" for c in token.children):
        return False
    told = [c for c in token.children if c.dep_ in _TOLD]
    town = told[0] if len(told) == 1 else None
    return town is not None and town.pos_ == "PROPN" and scene.discourse.in_title(town.text)
