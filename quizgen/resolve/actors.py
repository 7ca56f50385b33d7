"""Names that their sentences show to be persons': "Ida Holm, who …", "Holm sold her house", "President Holm"."""

from typing import TYPE_CHECKING

from quizgen import lexicon, lists
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.syntax.beside import after
from quizgen.words import words as known

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 4  # words of a name
_OWN = frozenset({"his", "her"})
_AMBIGUOUS = frozenset("Count Earl General Judge King Lady Lord Prince Princess Queen Saint".split())
_BEFORE = frozenset("amod compound det nmod poss".split())  # of a ship or a team: "the steamer Portia"
_NOMINAL = frozenset({"dobj", "pobj"})


def is_person(token: "Token", name: str) -> bool:
    """Return whether a sentence shows a name to be a person's, whatever the tagger took it for."""
    if token.tag_ != "NNP" or not lexicon.is_capitalised(name) or _is_thing(name):
        return False
    if any(_is_title(part) for part in _before(token)):
        return True
    if any(c.dep_ in _BEFORE and c.text not in name for c in token.lefts):
        return False
    return _is_who(token) or _has_own(token)


def may_be_person(name: str) -> bool:
    """Return whether a name in full has nothing that only names of things have."""
    parts = name.split()
    plain = all(part.isalpha() or "-" in part for part in parts) and lexicon.is_capitalised(name)
    listed = any(lists.containing(each) for each in (name, parts[-1]))
    if not plain or listed or not 1 < len(parts) <= _LONGEST or any(part.isupper() for part in parts):
        return False
    return parts[-1].lower() not in known("general") and not _is_thing(name)


def _is_thing(name: str) -> bool:
    """Return whether a part of a name is a common noun for a thing: Cyclone Freddy, Holm Street."""
    kinds = (lexicon.noun_type(part.lower()) for part in name.split())
    return any(kind not in (None, PhraseType.PERSON) for kind in kinds) or lexicon.named_type(name) is not None


def whole(token: "Token") -> str:
    """Return a name with its first words, also where the tagger took the last one alone for a name."""
    return " ".join(part for part in [*_before(token), token.text] if not _is_title(part))


def _before(token: "Token") -> list[str]:
    return [c.text for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]


def _is_title(part: str) -> bool:
    first = part.rstrip(".")
    return first in words("names", "titles", "offices") and first not in _AMBIGUOUS


def _is_who(token: "Token") -> bool:
    """Return whether "who" stands behind a name: a team or a firm seldom has one in full."""
    told = (c for c in token.rights if c.dep_ == "relcl")
    return any(c.lower_ == "who" and after(token) == "," for verb in told for c in verb.lefts)


def _has_own(token: "Token") -> bool:
    """Return whether somebody does something to what is his or hers: "Holm sold her house"."""
    if token.dep_ != "nsubj" or token.i > token.head.i:
        return False
    objects = (c for c in token.head.rights if c.dep_ in ("dobj", "prep"))
    nouns = (n for c in objects for n in ((c,) if c.dep_ == "dobj" else c.children) if n.dep_ in _NOMINAL)
    first = next(nouns, None)
    return first is not None and any(c.lower_ in _OWN and c.dep_ == "poss" for c in first.lefts)
