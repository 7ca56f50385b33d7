"""A parsed sentence together with what is known about its references and dates: what patterns read from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.resolve.anchor import Absolute
    from quizgen.resolve.dates import DateMention

YEAR = re.compile(r"(?:1\d|20)\d\d$")  # of a word: the years of modern times
_BEFORE_MARK = re.compile(r"\s+([,.;:!?%)\]’”])")
_OPENING_QUOTE = re.compile(r"(?<![\w’'])['‘](?=\w)")
_CLOSING_QUOTE = re.compile(r"(?<=\w)['’](?!\w)")
_STOPPED_UNIT = re.compile(r"(?<=/[a-zA-Z])\.$")
_MANY = re.compile(r" [a-z]+(?<![siu])s$")  # a noun phrase that ends in a plural
_EDGE = " ,;:–—-"
_PROPER_ENTITIES = frozenset("PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE".split())
_CLOSING = {")": "(", "]": "[", "”": "“", "’": "‘"}


@dataclass(slots=True)
class TimeSpan:
    """Tokens ``start:end`` that name a time, with the preposition before them, if any."""

    start: int
    end: int
    mention: "DateMention"
    prep: str = ""
    prep_start: int = -1
    head: int = -1  # index of the verb that it belongs to; -1 where it is part of a noun phrase
    told: "Absolute | None" = None  # what a relative one means where the sentence before tells

    @property
    def first(self) -> int:
        """Index of the first token, the preposition included."""
        return self.prep_start if self.prep_start >= 0 else self.start


@dataclass(slots=True)
class Reading:
    """One sentence as patterns see it.

    ``offset`` is the document offset of the spaCy doc's first character, ``gaps`` where the doc leaves out how many of
    the document's characters. ``replace`` maps token indices to what is said
    instead ("" = swallowed by a replacement before it); ``bound`` are possessives that the clause's subject explains,
    ``echoed`` pronouns that the sentence's subject explains, ``anchors`` tells of a pronoun which noun of the sentence
    explains it; ``topical`` are nouns and pronouns that only the topic of the text explains;
    ``unresolved`` maps tokens that refer to something unknown to a reason code.
    """

    sent: "Span"
    offset: int
    replace: dict[int, str] = field(default_factory=dict)
    bound: set[int] = field(default_factory=set)
    echoed: set[int] = field(default_factory=set)
    anchors: dict[int, int] = field(default_factory=dict)
    topical: set[int] = field(default_factory=set)
    unresolved: dict[int, str] = field(default_factory=dict)
    times: list[TimeSpan] = field(default_factory=list)
    plain_start: bool = False  # the first word is a common one, capital letter or not
    named_start: bool = False  # the first word has its capital elsewhere too
    gaps: tuple[tuple[int, int], ...] = ()
    tokens: list["Token"] = field(init=False)  # those of the sentence, made once: patterns go through them often
    nouns: dict[int, list["Token"]] = field(default_factory=dict)  # the tokens of noun phrases by their head, likewise

    def __post_init__(self) -> None:
        self.tokens = list(self.sent)

    def text(self, tokens: Iterable["Token"], *, keep_bound: bool = False, keep_echoed: bool = False) -> str:
        """Return tokens as text, references spelled out, in sentence order."""
        kept = (self.bound if keep_bound else set()) | (self.echoed if keep_echoed else set())
        if self.anchors:
            tokens = list(tokens)
            kept = kept | self._anchored({token.i for token in tokens})
        pieces: list[str] = []
        last = -2
        for token in tokens:
            word = self._word(token, kept)
            if pieces and last + 1 != token.i and not pieces[-1].endswith(" "):
                pieces.append(" ")
            if word:
                pieces.append(word + token.whitespace_)
            last = token.i
        return tidy("".join(pieces))

    def _anchored(self, said: set[int]) -> set[int]:
        """Return the pronouns that something in the same words explains: "tuna swim with their mouths open"."""
        return {token for token, noun in self.anchors.items() if token in said and noun in said}

    def _word(self, token: "Token", kept: set[int]) -> str:
        if token.i in self.replace and token.i not in kept:
            return self.replace[token.i]
        if token.tag_ == "POS" and _MANY.search(self.replace.get(token.i - 1, "")):
            return token.text[:1]  # the band of sailors' captain
        text = token.text
        if self.named_start or not self._is_first(token) or not text[:1].isupper():
            return text
        if len(text) == 1 and text not in "AI":  # V-shaped valleys, X rays
            return text
        plain = not is_proper(token) or (self.plain_start and not opens_name(token))
        return text[0].lower() + text[1:] if plain and (len(text) == 1 or not text.isupper()) else text

    def _is_first(self, token: "Token") -> bool:
        """Return whether a token is the first word of the sentence, an opening bracket put aside."""
        return token.i == self.sent.start or (token.lower_ == "the" and token.nbor(-1).text == "(")

    def span(self, tokens: list["Token"]) -> tuple[int, int]:
        """Return the document offsets from the first to the last of ``tokens``."""
        last = tokens[-1]
        return self.place(tokens[0].idx), self.place(last.idx) + len(last.text)

    @property
    def whole(self) -> tuple[int, int]:
        """The document offsets of the sentence, with what stands in brackets in it or is said to the reader before."""
        first = self.sent.start_char
        start = self.offset + first + sum(length for gap, length in self.gaps if gap < first)
        return start, self.place(self.sent.end_char - 1) + 1

    def place(self, at: int) -> int:
        """Return the document offset of a character of the spaCy doc."""
        return self.offset + at + sum(length for gap, length in self.gaps if gap <= at)

    def first_unresolved(self, tokens: Iterable["Token"]) -> str:
        """Return the reason code of the first token that refers to something unknown, or ""."""
        return next((self.unresolved[t.i] for t in tokens if t.i in self.unresolved), "")

    def changed(self, tokens: Iterable["Token"]) -> bool:
        """Return whether a reference among the tokens was spelled out."""
        return any(t.i in self.replace for t in tokens)


def is_proper(token: "Token") -> bool:
    """Return whether a capital letter belongs to the word itself, not to its place in the sentence."""
    if token.pos_ == "DET" or (token.tag_ == "NNPS" and not token.ent_type_):
        return False
    return (
        token.pos_ == "PROPN"
        or token.ent_type_ in _PROPER_ENTITIES
        or token.text == "I"
        or any(c.isdigit() for c in token.text)
    )


def opens_name(token: "Token") -> bool:
    """Return whether a common word is the first of a name: New Zealand, Green Bank."""
    if token.pos_ != "PROPN" or token.i + 1 >= len(token.doc):
        return False
    after = token.nbor(1)
    return after.pos_ == "PROPN" and after.text[:1].isupper() and token.head in (after, after.head)


def is_designation(token: "Token") -> bool:
    """Return whether a modifier is a proper designation with a digit (Chang'e-5): "Mars probe" is not called Mars."""
    return any(c.isdigit() for c in token.text) and any(c.isupper() for c in token.text)


def tidy(text: str) -> str:
    """Return text without stray spaces, edge punctuation and brackets or quotes that lost their partner."""
    text = _BEFORE_MARK.sub(r"\1", " ".join(text.split())).replace("( ", "(").replace("“ ", "“")
    text = _STOPPED_UNIT.sub("", text)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text).replace(" ,", ",").replace(",,", ",")
    return _balanced(" ".join(text.split()).strip(_EDGE))


def _balanced(text: str) -> str:
    for close, opening in _CLOSING.items():
        if text.endswith(close) and opening not in text and close != "’":
            text = text[:-1].rstrip(_EDGE)
        if text.startswith(opening) and close not in text:
            text = text[1:]
    if len(_OPENING_QUOTE.findall(text)) != len(_CLOSING_QUOTE.findall(text)):
        text = _OPENING_QUOTE.sub("", text)
    if text.count('"') == 1:
        text = text.replace('"', "")
    return text
