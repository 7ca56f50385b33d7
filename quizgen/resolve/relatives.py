"""Whose something is that a relative clause tells: "Delta Cephei, whose changes were discovered in 1784"."""

from typing import TYPE_CHECKING

from quizgen.resolve import signs
from quizgen.resolve.pronouns import possessive_of
from quizgen.resolve.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 4  # words of a name that can be said as an owner


def owner(token: "Token", scene: Scene) -> bool:
    """Spell out "whose" right behind a name and a comma, and return whether that was done."""
    name = _antecedent(token) if token.tag_ == "WP$" else None
    told = scene.at(name) if name is not None else None
    if name is None or told is None or not told.named or told.plural or len(told.text.split()) > _LONGEST:
        return False
    scene.reading.replace[token.i] = possessive_of(told.text, plural=name.tag_ == "NNPS")
    return True


def _antecedent(whose: "Token") -> "Token | None":
    """Return the name before the comma of "whose", unless the clause may tell of a noun before that."""
    verb = signs.verb_above(whose)
    name = verb.head
    near = whose.i > whose.sent.start + 1 and whose.nbor(-1).text == "," and whose.nbor(-2) == name
    if verb.dep_ != "relcl" or not near or name.pos_ != "PROPN" or name.dep_ == "conj":
        return None
    of_noun = name.dep_ == "pobj" and name.head.head.pos_ in ("NOUN", "PROPN")
    return None if of_noun else name
