"""What a sentence calls something with a name: "the probe Rosetta", "Oslo, a city", "the town of Holm"."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.model import PhraseType
from quizgen.resolve.signs import is_title
from quizgen.syntax.kinds import is_place_of_person
from quizgen.syntax.names import NAME_LABELS, name_of
from quizgen.syntax.phrases import given_name
from quizgen.syntax.reading import is_designation

if TYPE_CHECKING:
    from spacy.tokens import Token

INHABITED = frozenset("country nation state republic kingdom territory province city town village settlement".split())
_SITES = frozenset("city county island isle kingdom province town village".split())  # "the town of X" is X


def class_pairs(token: "Token") -> list[tuple["Token", str]]:
    """Return the nouns that a token gives to names, with these names."""
    pairs = []
    named = given_name(token)
    if named is not None:
        pairs.append((token, name_of(named)))
    if token.pos_ == "NOUN":
        if is_title(token):
            pairs.append((token, name_of(token.nbor(1))))
        pairs += [(token, name_of(c)) for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
        names = [
            c
            for c in token.children
            if c.dep_ in ("compound", "nummod", "nmod") and is_designation(c) and c.i == token.i - 1
        ]
        pairs += [(token, name_of(c)) for c in names]
        if token.lemma_ in _SITES and [c.lower_ for c in token.lefts] == ["the"]:
            of = (c for c in token.rights if c.lower_ == "of" and c.i == token.i + 1)
            pairs += [(token, name_of(n)) for c in of for n in c.children if n.dep_ == "pobj" and n.pos_ == "PROPN"]
        if token.dep_ == "attr" and token.head.lemma_ == "be" and token.head.head.dep_ != "neg":
            subjects = [c for c in token.head.children if c.dep_ == "nsubj" and _is_named(c)]
            pairs += [(token, name_of(c)) for c in subjects if not _is_half(c, token)]
    if token.pos_ == "PROPN" and token.dep_ != "compound":
        pairs += [(c, name_of(token)) for c in token.children if c.dep_ == "compound" and c.pos_ == "NOUN"]
        pairs += [
            (c, name_of(token))
            for c in token.children
            if c.dep_ == "appos" and c.pos_ == "NOUN" and not is_place_of_person(token, c)
        ]
    return pairs


def second_classes(noun: "Token") -> list[str]:
    """Return island for "an island country": both nouns say what the place is; a road bridge is no road."""
    places = (PhraseType.PLACE, PhraseType.COUNTRY)
    if noun.lemma_.lower() not in INHABITED:
        return []
    before = (c.lemma_.lower() for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "NOUN")
    return [lemma for lemma in before if lexicon.noun_type(lemma) in places]


def _is_half(subject: "Token", noun: "Token") -> bool:
    """Return whether one thing has two names joined to one: "Trinidad and Tobago is a country"."""
    return noun.tag_ == "NN" and any(c.dep_ == "conj" for c in subject.rights)


def _is_named(token: "Token") -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in NAME_LABELS
