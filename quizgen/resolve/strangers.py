"""Persons whom a text only tells by a noun, or brings in behind "is": a monk on his way, "The witness is Yijing"."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import signs
from quizgen.resolve.discourse import Mention
from quizgen.resolve.scene import Scene
from quizgen.words import words as listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_OTHER = {"f": "male_nouns", "m": "female_nouns"}


def is_owner(token: "Token", gender: str, scene: Scene) -> bool:
    """Return whether the phrase or clause tells whose by a noun: "a monk who stopped on his way"."""
    noun = _subject(token) if token.tag_ == "PRP$" and not signs.is_of_another(token) else None
    if noun is None or noun.i > token.i or noun.tag_ != "NN" or _is_known(scene.at(noun)):
        return False
    lemma = noun.lemma_.lower()
    return _is_human(lemma) and lemma not in words("names", _OTHER[gender])


def _subject(token: "Token") -> "Token | None":
    verb = signs.verb_above(token)
    relative = verb.dep_ == "relcl" and any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.lefts)
    return verb.head if relative else signs.clause_subject(verb)


def _is_known(mention: Mention | None) -> bool:
    return mention is not None and (mention.type is PhraseType.PERSON or mention.proper)


def _is_human(lemma: str) -> bool:
    return lexicon.noun_type(lemma) is PhraseType.PERSON or lemma in listed("persons")


def remember(token: "Token", scene: Scene) -> None:
    """Take in that "The first witness is Yijing, a monk" brings somebody in, whom "he" may mean from then on."""
    told = (c for c in token.rights if c.dep_ == "appos" and c.pos_ == "NOUN")
    if token.pos_ == "PROPN" and token.dep_ == "attr" and any(_is_human(c.lemma_.lower()) for c in told):
        scene.discourse.lost |= dict.fromkeys("fm", scene.sentence)
