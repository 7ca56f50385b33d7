"""How often a text says its nouns, and how: what it keeps calling "the island" is the one that it is about."""

from collections import Counter
from typing import TYPE_CHECKING

from quizgen import labels, lexicon
from quizgen.flaws.words import content, stem_of
from quizgen.model import PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFTEN = 3  # times that a text says a noun that it is about
_KEPT = 2  # times among them with "the" right before it; enough for the union, the lander and the control room
_CLASSES = frozenset({PhraseType.ORGANISATION, PhraseType.PLACE, PhraseType.PRODUCT, PhraseType.EVENT, PhraseType.WORK})
_ALL = frozenset({"whole", "entire"})  # "the whole island" is the island
_ONE_OF_MANY = frozenset("a an another each every any one some two three other such".split())


class Recurrence:
    """Counts the nouns of a text by lemma, in all and behind "the" or "a"."""

    def __init__(self, title: str) -> None:
        self._label = content(labels.of(title))
        self.labelled = False  # whether the title can say what a question is about
        self._all: Counter[str] = Counter()
        self._definite: Counter[str] = Counter()
        self._indefinite: Counter[str] = Counter()

    def hear(self, text: str) -> None:
        """Look for a word of the title in a text; a file's name is often none of its words."""
        if self._label and not self.labelled:
            folded = text.casefold()
            self.labelled = any(word in folded for word in self._label)

    def see(self, noun: "Token") -> None:
        """Count a noun, and count it with the word before it."""
        lemma = noun.lemma_.lower()
        before = noun.nbor(-1).lower_ if noun.i else ""
        if before in _ALL and noun.i > 1:
            before = noun.nbor(-2).lower_
        self._count(lemma, before)
        if noun.i > 1:
            self._count(f"{before} {lemma}", noun.nbor(-2).lower_)

    def _count(self, noun: str, before: str) -> None:
        self._all[noun] += 1
        self._definite[noun] += before == "the"
        self._indefinite[noun] += before in _ONE_OF_MANY

    def in_label(self, lemma: str) -> bool:
        """Return whether the title has a noun, so that it says which one is meant."""
        return stem_of(lemma) in self._label

    def recurs(self, noun: str) -> bool:
        """Return whether a noun, or one with a word before it, is said often, mostly of the one that readers know."""
        definite = self._definite[noun]
        often = _KEPT if " " in noun or lexicon.noun_type(noun) in _CLASSES else _OFTEN
        return self._all[noun] >= often and definite >= _KEPT and self._indefinite[noun] <= definite

    def is_one_of_many(self, noun: str) -> bool:
        """Return whether a text brings a noun in more than once: one bridge, another bridge."""
        return self._indefinite[noun] > 1

    def is_sole(self, noun: str) -> bool:
        """Return whether a text says a noun, or one with a word before it, behind "the" alone."""
        return 0 < self._all[noun] == self._definite[noun]

    def is_single(self, noun: str) -> bool:
        """Return whether a text says a noun behind "the" but once, where it brings it in."""
        return self._all[noun] - self._definite[noun] <= 1
