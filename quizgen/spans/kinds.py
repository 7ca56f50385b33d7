"""What an answer is (a person, a year, a number of things …) and the question words for it."""

import re
from enum import Enum
from typing import TYPE_CHECKING

from quizgen.lexicon import known_person, noun_type
from quizgen.model import PhraseType
from quizgen.resolve.discourse import Discourse
from quizgen.spans.trees import bracketed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


class Kind(Enum):
    """What an answer is, as far as the question word depends on it."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    THING = "thing"
    QUALITY = "quality"
    MANNER = "manner"
    CIRCUMSTANCE = "circumstance"
    ACT = "act"


_LABELS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.GROUP,
    "NORP": Kind.GROUP,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "MONEY": Kind.MONEY,
    "PERCENT": Kind.PERCENT,
    "QUANTITY": Kind.NUMBER,
    "CARDINAL": Kind.NUMBER,
    "ORDINAL": Kind.ORDINAL,
}
_YEAR = re.compile(r"^(?:1\d|20)\d\d$")
_MOMENT = re.compile(
    r"(?:^|\b)(?:1\d|20)\d\ds?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|century|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|AD|BC|BCE|CE)\b"
)
_SPELL = re.compile(r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries)\b")
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpercent\b")
_RANK = re.compile(r"^\d+(?:st|nd|rd|th)$")


def of(span: "Span", head: "Token", discourse: Discourse) -> Kind:
    """Return what an answer is, going by what is written, the passage, the recogniser, and at last by the noun."""
    named = _known(span, head, discourse)[0]
    return _written(span) or _TYPES.get(named) or _tagged(span, head) or _by_noun(head)


_TYPES = {PhraseType.PERSON: Kind.PERSON, PhraseType.PLACE: Kind.PLACE, PhraseType.COUNTRY: Kind.PLACE}


def class_noun(span: "Span", head: "Token", discourse: Discourse) -> str:
    """Return the common noun for what a name denotes ("river", "university"), "" where the passage does not say."""
    kind, noun = _known(span, head, discourse)
    if kind is PhraseType.ORGANISATION and not noun:
        return "organization"
    return noun if kind is not PhraseType.PERSON else ""


def _known(span: "Span", head: "Token", discourse: Discourse) -> tuple[PhraseType, str]:
    if head.pos_ != "PROPN" or head not in span or any(t.dep_ in ("conj", "prep") for t in span):
        return PhraseType.UNKNOWN, ""
    return discourse.type_of(span.text)


def _written(span: "Span") -> Kind | None:
    text = span.text
    if _PERCENT.search(text) or _PERCENT.match(_next(span)):
        return Kind.PERCENT
    if re.search(r"[$£€]", text):
        return Kind.MONEY
    if _YEAR.match(text) or (_MOMENT.search(text) and _is_moment(span.root)):
        return Kind.DATE
    if _RANK.match(text):
        return Kind.ORDINAL
    if _SPELL.search(span.root.text) and any(t.tag_ == "CD" for t in span):
        return Kind.DURATION
    return None


def _next(span: "Span") -> str:
    """Return the word after the answer, which may have been left out of it: "25" of "25 percent"."""
    return span.doc[span.end].text if span.end < len(span.doc) else ""


def _is_moment(root: "Token") -> bool:
    return (
        root.ent_type_ in ("DATE", "TIME")
        or bool(_MOMENT.match(root.text))
        or any(c.ent_type_ == "DATE" for c in root.rights if c.dep_ == "pobj")
    )


def _tagged(span: "Span", head: "Token") -> Kind | None:
    if head.ent_type_ in ("DATE", "TIME"):
        return Kind.DATE
    if head.ent_type_ in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP") and head.pos_ in ("PROPN", "NOUN"):
        if head.ent_type_ == "PERSON" and not _can_be_person(span, head):
            return Kind.THING
        return Kind.PERSON if known_person(span.text) else _LABELS[head.ent_type_]
    if head.tag_ == "CD" or (span[0].tag_ == "CD" and head.tag_ == "NNS" and not _is_hyphened(span)):
        return Kind.NUMBER
    if head.ent_type_ == "QUANTITY" and head.dep_ == "npadvmod":
        return Kind.NUMBER
    return Kind.ORDINAL if head.ent_type_ == "ORDINAL" else None


def _can_be_person(span: "Span", head: "Token") -> bool:
    """Return whether a name taken for a person's has no article and no digit, and is not called a thing."""
    said = [c for c in head.head.rights if c.dep_ == "attr"] if head.dep_ == "nsubj" else []
    if any(noun_type(c.lemma_) not in (None, PhraseType.PERSON, PhraseType.PEOPLE) for c in said):
        return False
    return not any(c.dep_ == "det" for c in head.lefts) and not any(c.isdigit() for c in span.text)


def _is_hyphened(span: "Span") -> bool:
    return len(span) > 1 and span[1].text in {"-", "–"}


def _by_noun(head: "Token") -> Kind:
    if head.pos_ == "ADJ" or head.tag_ in ("VBN", "VBG", "JJ"):
        return Kind.QUALITY
    if head.pos_ == "ADV":
        return Kind.MANNER
    denoted = noun_type(head.lemma_.lower()) if head.pos_ in ("NOUN", "PROPN") else None
    if denoted in (PhraseType.PERSON, PhraseType.PEOPLE):
        return Kind.PERSON
    return Kind.PLACE if denoted in (PhraseType.PLACE, PhraseType.COUNTRY) else Kind.THING


# Adverbials

_AT = frozenset({"in", "on", "at", "during", "around", "near", "within", "inside", "throughout", "across", "about"})
_SPOTS = frozenset({"inside", "outside", "near", "throughout", "across", "along", "beneath", "beside", "behind"})
_GOALS = frozenset({"to", "into", "onto", "toward", "towards"})
CAUSES = frozenset({"because", "due", "owing", "thanks"})


def adverbial(prep: "Token | None", kind: Kind, text: str = "") -> tuple[str, ...] | None:
    """Return the words that ask for a preposition and its object together, or None where it stays a preposition."""
    word = prep.lower_ if prep is not None else ""
    if kind is Kind.DATE:
        return _when(word)
    if kind is Kind.DURATION:
        return ("how long",) if word in ("for", "") else None
    if kind is Kind.PLACE or word in _SPOTS:
        return ("where",) if word in _AT | _SPOTS | _GOALS else None
    if word in CAUSES:
        return ("why",)
    if kind is Kind.MANNER or not word:
        return ("how",)
    return None


def _when(word: str) -> tuple[str, ...] | None:
    if word in ("since", "until", "till"):
        return (f"{word} when",)
    return ("when",) if word in (*_AT, "", "by", "from", "between", "as", "of") else None


def inside(kind: Kind, span: "Span") -> tuple[str, ...]:
    """Return the words that ask for the object of a preposition in its place: "in what year"."""
    if kind is Kind.DATE:
        return ("what year",) if _YEAR.match(span.text) else ("what period",)
    return ("what place",) if kind is Kind.PLACE else ("what",)


# Noun phrases

Words = tuple["str | Token", ...]


def noun_words(span: "Span", head: "Token", noun: "Token", kind: Kind, class_noun: str) -> Words:
    """Return the words that ask for a noun phrase of which the answer is the head or a modifier."""
    rest = _rest(span, noun)
    if kind is Kind.PERCENT:
        return _share(span, noun)
    if kind is Kind.MONEY and not rest:
        return ("how much",)
    if rest and str(rest[0]) in {"-", "–"}:
        return ("what kind of", *rest[2:])
    if kind is Kind.NUMBER:
        return _number(span, noun, rest)
    if head.i != noun.i and noun.i not in range(span.start, span.end):
        return _modifier(span, head, kind, rest)
    before = _class_before(span, noun)
    if class_noun and not before:
        return (f"what {class_noun}",)
    return ("what", *before) if before else (_word(kind, span, noun),)


def _word(kind: Kind, span: "Span", noun: "Token") -> str:
    if kind is Kind.PERSON or (_acts(noun) and (kind is Kind.GROUP or _is_bare_name(noun))):
        return "who"
    if kind is Kind.DATE:
        return "what year" if _YEAR.match(span.text) else "when"
    if kind is Kind.PLACE and noun.dep_ == "pobj":
        return "what place"
    return "how long" if kind is Kind.DURATION else "what"


def _share(span: "Span", noun: "Token") -> Words:
    """Return "what percentage of adults" for "12 percent of adults", "what stake" for "a 12% stake"."""
    signs = [t.i for t in noun.doc[span.start : span.end + 1] if _PERCENT.match(t.text) or t.lower_ == "cent"]
    last = max(signs, default=span.end)
    named = tuple(noun.doc[last + 1 : noun.i + 1])
    return ("what", *named) if named else ("what percentage", *_complement(noun, span))


def _acts(noun: "Token") -> bool:
    """Return whether a noun is what does something: a subject with a verb of doing, or the agent of a passive."""
    if noun.dep_ == "nsubj":
        return noun.head.lemma_ not in ("be", "have", "become", "include", "contain")
    return noun.dep_ == "pobj" and noun.head.dep_ == "agent"


def _is_bare_name(noun: "Token") -> bool:
    """Return whether a name has no article, and its capital letter is not that of the sentence."""
    return noun.pos_ == "PROPN" and not noun.is_sent_start and not any(c.dep_ == "det" for c in noun.lefts)


def _number(span: "Span", noun: "Token", rest: Words) -> Words:
    """Return "how many gems" for "154 gems", also where the answer holds the noun."""
    if any(t.dep_ == "conj" and t.head in span for t in span):
        return ("what",)
    if rest:
        return ("how many", *rest, *_complement(noun, span))
    after = [t for t in span if t.tag_ != "CD" and t.i > span.start and not t.is_punct and t.dep_ != "quantmod"]
    numbers = [t.i for t in span if t.tag_ == "CD"]
    named = [t for t in after if numbers and t.i > max(numbers)]
    if named and named[-1].tag_ == "NNS":
        return ("how many", *named, *_complement(noun, span))
    if noun.tag_ == "NNS":
        return ("how many", noun, *_complement(noun, span))
    of = _complement(noun, span)
    return ("how many", *of) if of else ("how many" if noun.dep_ in ("nsubj", "nsubjpass") else "what",)


def _modifier(span: "Span", head: "Token", kind: Kind, rest: Words) -> Words:
    """Return "what band" for the name in "the Gryphon band", "whose work" for a possessor."""
    if head.dep_ == "poss":
        return ("whose", *(t for t in rest if isinstance(t, str) or t.tag_ != "POS"))
    if kind is Kind.ORDINAL:
        return ("which", *rest)
    if kind is Kind.QUALITY:
        return ("what kind of", *rest)
    return ("what", *rest)


def _rest(span: "Span", noun: "Token") -> Words:
    """Return what follows the answer in its noun phrase, up to the noun."""
    aside = bracketed(noun.sent)
    words = (t for t in noun.doc[span.end : noun.i + 1] if t.i not in aside or t == noun)
    return tuple(t for t in words if not t.is_punct or t.text in {"-", "–", "/"})


def named_words(noun: "Token", kind: Kind, *, several: bool) -> Words:
    """Return the words for a name that stands beside the noun for its class: "what company" for "a company, Acme"."""
    if kind is Kind.PERSON:
        return ("who",)
    if noun.pos_ == "PROPN":
        return ("what",)
    return ("what", noun.text if several else noun.lemma_)


def _complement(noun: "Token", span: "Span") -> Words:
    """Return the "of …" of a noun where the answer leaves it out."""
    of = next((c for c in noun.rights if c.lower_ == "of" and c.i >= span.end), None)
    return tuple(of.subtree) if of is not None else ()


def _class_before(span: "Span", noun: "Token") -> Words:
    """Return the class noun that stands before a name: "novelist" of "novelist Jane Doe"."""
    if noun.pos_ != "PROPN" or span.start <= noun.left_edge.i:
        return ()
    before = [t for t in noun.doc[noun.left_edge.i : span.start] if t.dep_ not in ("det", "poss", "case")]
    return tuple(before) if before and before[-1].pos_ == "NOUN" else ()
