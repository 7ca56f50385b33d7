"""Capital letters: whether the word that begins a sentence is a name, or has its capital from its place."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quizgen import lexicon, lists
from quizgen.lexicon import words
from quizgen.syntax.reading import opens_name
from quizgen.words import words as listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMMON_ENDINGS = ("osis", "ism", "tion", "sion", "ment", "ity", "ness", "ology", "ers", "ists", "wise")
_PARTICIPLE = 6  # characters of the shortest word whose -ed tells that it is no name
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))
_NOUNLIKE = frozenset({"nsubj", "nsubjpass", "poss"})
_CASED = frozenset({"NOUN", "ADJ", "VERB", "ADV", "X"})
_UNNAMED = frozenset({"elements", "seasons"})  # lists of what is written in small letters
_OFTEN = 2  # capitals inside sentences that make a common noun a name: Parliament
_STEM = 4  # letters of the shortest name that makes others: Kush, Kushite
_MAKING = ("ers", "er", "ites", "ite", "ians", "ian", "ans", "an", "eans", "ean", "ese", "iots", "iot")  # from a name
_PLACED = ("shire", "moor", "stan", "borough", "burgh", "sko", "grad")  # ends of names
_VOWELS = ("a", "i", "o", "u")  # in which few adjectives of English end
_NATIVE = frozenset("bona euro extra hi-fi intra macho macro mega micro mini mono multi pro pseudo solo ultra".split())


class Capitals:
    """With which letters the words of a text stand where the place does not decide."""

    def __init__(self, title: str) -> None:
        self._lower: set[str] = set()
        self._capital: Counter[str] = Counter()
        parts = title.split()
        self._titled = {part for part in parts if part[0].isupper()}
        told = any(part.islower() and len(part) > 3 and part not in lists.words("function") for part in parts)
        self._title = {part.strip(",:;.'’").lower() for part in parts[1:] if part[0].isupper()} if told else set()

    def observe(self, docs: Iterable["Doc"]) -> None:
        """Take in the words of parsed text."""
        for doc in docs:
            for token in doc:
                if token.text.islower():
                    self._lower.add(token.text)
                elif not token.is_sent_start:
                    self._capital[token.lower_] += 1

    def is_lower(self, word: str) -> bool:
        """Return whether the text has a word in small letters."""
        return word in self._lower

    def is_common(self, word: str) -> bool:
        """Return whether a word is no name: it stands in lower case too, or is a common noun, and no name elsewhere."""
        lower = word.lower()
        if lower in self._capital or self._is_outlandish(word):
            return False
        matter = lower in words("nouns", "matter") or any(each.name == "elements" for each in lists.containing(word))
        if matter or lower in self._lower or lower.endswith(_COMMON_ENDINGS):
            return True
        return lower not in self._title and not _is_listed_name(word) and _is_noun(lower)

    def is_name(self, word: str) -> bool:
        """Return whether a word is a listed name or has its capital also inside sentences, and never a small letter."""
        lower = word.lower()
        if not word[:1].isupper() or lower in self._lower or lower in lists.words("function"):
            return False
        if word in words("nouns", "nationals"):
            return True
        if _is_noun(lower):
            return self._capital[lower] >= _OFTEN
        return (
            lower in self._capital
            or self._is_outlandish(word)
            or any(each.name not in _UNNAMED for each in lists.containing(word))
        )

    def opens_name(self, token: "Token") -> bool:
        """Return whether the first word of a sentence is one of a name's by what it stands before: Exmoor ponies, where
        no adjective of English ends so, or Dimitrios Levidis."""
        after = token.nbor(1)
        loose = token.dep_ not in ("amod", "compound", "nmod") or token.pos_ == "VERB" or after.is_punct
        if loose or not self._is_unheard(token.text):
            return False
        if after.pos_ == "PROPN" and after.text[:1].isupper() and after == token.head:
            return True
        return token.pos_ == "ADJ" and token.lower_.endswith((*_PLACED, *_VOWELS)) and token.lower_ not in _NATIVE

    def _is_unheard(self, word: str) -> bool:
        """Return whether a word with a capital is no common noun, and the text never has it in small letters."""
        lower = word.lower()
        return (
            word.istitle() and lower not in self._lower and not _is_noun(lower) and lower not in lists.words("function")
        )

    def _is_outlandish(self, word: str) -> bool:
        """Return whether a word that only begins sentences is a name by its letters, Djenné, or made from one that the
        text has, Kushite."""
        if not self._is_unheard(word):
            return False
        if not word.isascii() and _is_noun(_plain(word.lower())):
            return False
        return not word.isascii() or word.lower().endswith("shire") or self._is_of_name(word)

    def _is_of_name(self, word: str) -> bool:
        stems = (word.removesuffix(end) for end in _MAKING if word.endswith(end))
        return any(
            len(stem) >= _STEM and not _is_noun(stem.lower()) and (self._capital[stem.lower()] or _is_listed_name(stem))
            for stem in stems
        )

    def settle(self, doc: "Doc") -> None:
        """Let the words that begin sentences be what the text shows them to be: names, or common nouns."""
        for token in doc:
            if token.pos_ == "NOUN" and token.text in self._titled and not token.is_sent_start:
                token.pos_, token.tag_ = "PROPN", "NNP"
        for sent in doc.sents:
            first = sent[0]
            if self._begins_titled(first):
                _join(first)
            elif first.pos_ == "PROPN":
                self._lower_case(first)
            elif first.dep_ in _NOUNLIKE and first.pos_ in _CASED and self.is_name(first.text):
                first.pos_, first.tag_ = "PROPN", "NNP"

    def _begins_titled(self, token: "Token") -> bool:
        """Return whether a word begins a person's name and the title, whatever the tagger took it for: Cicely Holm."""
        if token.i + 1 >= len(token.doc) or token.text not in self._titled or token.pos_ in ("PROPN", "DET", "PRON"):
            return False
        after, lower = token.nbor(1), token.lower_
        known = lower in self._lower or _is_noun(lower) or lower in lists.words("function")
        return not known and after.ent_type_ == "PERSON" and after.ent_iob_ == "B" and not list(token.children)

    def _lower_case(self, token: "Token") -> None:
        if not token.text.istitle() or opens_name(token) or not self.is_common(token.text):
            return
        if any(c.dep_ == "conj" and c.left_edge.nbor(-1).text == "," for c in token.rights):
            return  # how lists are read depends on it
        alone = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor(1).ent_iob_ != "I")
        plural = token.lower_ not in listed("common") and token.lower_.endswith("s")
        participle = token.lower_.endswith("ed") and token.dep_ in ("amod", "compound")
        token.pos_, token.tag_ = ("ADJ", "JJ") if participle else ("NOUN", "NNS" if plural else "NN")
        token.lemma_ = _singular(token.lower_) if plural else token.lower_
        if alone:
            _unname(token)


def _join(token: "Token") -> None:
    """Let a word be part of the person's name behind it."""
    after, doc = token.nbor(1), token.doc
    token.pos_, token.tag_, token.dep_ = "PROPN", "NNP", "compound"
    token.head = after.head if after.dep_ == "compound" else after
    named = next(ent for ent in doc.ents if ent.start == after.i)
    kept: list[Any] = [ent for ent in doc.ents if ent.start != after.i]
    whole = doc.char_span(token.idx, named.end_char, label="PERSON")
    if whole is not None:
        doc.set_ents([*kept, whole])


def _plain(word: str) -> str:
    """Return a word without the marks on its letters: é → e."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _unname(token: "Token") -> None:
    kept: list[Any] = [ent for ent in token.doc.ents if ent.start != token.i]
    token.doc.set_ents(kept)


def _is_listed_name(word: str) -> bool:
    people = any(word in words("people", kind) for kind in ("female", "male", "either"))
    return people or bool(lists.containing(word)) or lexicon.named_type(word) is not None


def _is_noun(lower: str) -> bool:
    """Return whether a word is a common noun or participle that is no name as well."""
    if lower in listed("common") or _singular(lower) in listed("common"):
        return True
    return lower.endswith("ed") and len(lower) >= _PARTICIPLE


def _singular(lower: str) -> str:
    found = (lower.removesuffix(end) + own for end, own in _PLURALS if lower.endswith(end))
    return next((each for each in found if each in listed("common")), lower)
