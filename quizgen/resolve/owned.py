"""Names of things that begin with an owner, as in "Low's Peak": the owner is a part of them, and stays as it is."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.model import PhraseType
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import name_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_NAMED_AFTER = frozenset({"after", "for"})


def is_of_name(token: "Token", scene: Scene) -> bool:
    """Return whether a surname with "'s" is a part of what something is called: Holm's Rock, Holm's owl."""
    thing = token.head
    if token.dep_ != "poss" or token.i + 1 >= thing.i or token.nbor(1).text not in _POSSESSIVE:
        return False
    return _is_capitalised(token, thing, scene) or _is_named_after(token, thing)


def _is_capitalised(token: "Token", thing: "Token", scene: Scene) -> bool:
    """Return whether all that is behind an owner has capitals, and nothing but one like a peak is called so alone."""
    behind, kind = token.doc[token.i + 2 : thing.i + 1], lexicon.noun_type(thing.lower_)
    if not all(part.text[:1].isupper() for part in behind) or kind is PhraseType.WORK or lexicon.is_honour(behind.text):
        return False
    alone = scene.discourse.find(behind.text) is not None
    return not alone or (len(behind) == 1 and kind in (None, PhraseType.PLACE))


def _is_named_after(token: "Token", thing: "Token") -> bool:
    """Return whether the sentence says that this has its name from somebody: "Holm's owl, named after Ida Holm"."""
    surname = name_of(token).split()[-1]
    named = (t for t in token.sent[thing.i - token.sent.start :] if t.lemma_ == "name" and t.tag_ == "VBN")
    after = (c for verb in named for c in verb.children if c.lower_ in _NAMED_AFTER)
    givers = (c for prep in after for c in prep.children if c.dep_ == "pobj")
    return any(t.text == surname for giver in givers for t in giver.subtree)
