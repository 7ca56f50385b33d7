"""Whether a text explains how things are or tells what happened, going by the tenses of its sentences."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FEW = 8  # sentences from which on the tenses tell something
_PAST = frozenset("could might would".split())
_PART = 3  # so many sentences in the present there are for each that tells what happened
_REPORTS = 2  # sentences of the kind "X said": there are some in textbooks, but not many


class Genre:
    """Counts the sentences of a text by tense, and those that report what somebody said."""

    def __init__(self) -> None:
        self.present = self.past = self.reports = 0

    def observe(self, doc: "Doc") -> None:
        """Count the sentences of a parsed text."""
        for sent in doc.sents:
            self._count(sent)

    def _count(self, sent: "Span") -> None:
        finite = _finite(sent.root)
        if finite is None:
            return
        past = finite.tag_ == "VBD" or finite.lower_ in _PAST
        self.past += past
        self.present += not past
        self.reports += sent.root.lemma_ == "say" and sent.root == finite

    @property
    def explains(self) -> bool:
        """Whether "the …" may mean a kind, as in textbooks; so it is where too little was seen."""
        seen = self.present + self.past
        if seen < _FEW:
            return True
        return self.past <= 2 * self.present and (self.reports < _REPORTS or self.reports * 20 < seen)

    @property
    def mixed(self) -> bool:
        """Whether a good part of the text tells what happened."""
        return self.past * _PART > self.present


def _finite(verb: "Token") -> "Token | None":
    auxiliaries = (c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return next((t for t in (*auxiliaries, verb) if t.tag_ in ("VBZ", "VBP", "VBD", "MD")), None)
