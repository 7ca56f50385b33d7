"""Descriptions that need the text at hand: "the network", "a further boundary", "each tooth".

A common noun is clear by itself if it is what the text is about (a word of its title or headings, a term that it
defines), if there is one such thing in the world, or if enough words behind or before it say which one is meant.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.flaws import words as flaw_words
from quizgen.lexicon import words
from quizgen.model import Fact, FactDraft, FactKind, Phrase, PhraseType
from quizgen.questions.asking import Ask
from quizgen.questions.predicates import is_derived

_SPLIT = re.compile(r"[^\W_][\w’'-]*")
_RESTRICTED = re.compile(r"\b(?:that|which|who|whose|where|called|known as|named)\b")
_OF = re.compile(r"\b(?:of|for|between|against|from|in|to|on|with|about) (?P<rest>.+)$")
_SURE = frozenset({PhraseType.DATE, PhraseType.TIME, PhraseType.CLAUSE, PhraseType.LANGUAGE})
_TERMS = frozenset({FactKind.DEFINITION, FactKind.ALIAS, FactKind.SUPERLATIVE})
_SINGLING = ("the", "this", "these", "that", "those", "such")
_INDEFINITE = (
    "a",
    "an",
    "another",
    "each",
    "every",
    "some",
    "any",
    "one",
    "several",
    "many",
    "most",
    "other",
    "certain",
)
_OFTEN, _SHARE = 4, 0.25  # facts of a text about somebody
_PENALTY = {"derived": 0.4, "definite": 0.4, "indefinite": 0.35, "bare": 0.3, "": 0.0}


@dataclass(frozen=True, slots=True)
class Topics:
    """What a text is about: stems of the words of its title and headings, and of the terms that its facts define."""

    words: frozenset[str]
    terms: Mapping[str, frozenset[str]]  # stem → uids of the facts that define it
    title: frozenset[str] = frozenset()
    heroes: frozenset[str] = frozenset()  # names of which a good part of the text tells

    def has(self, text: str, fact: str) -> bool:
        """Return whether a word is one of the text's own, told by its title or by another fact."""
        found = flaw_words.content(text)
        return bool(found & self.words) or any(self.terms.get(stem, frozenset()) - {fact} for stem in found)

    def is_hero(self, name: str) -> bool:
        """Return whether a name is in the title, or a good part of the text tells of it."""
        return name in self.heroes or bool(flaw_words.content(name) & self.title)


def topics(facts: Sequence[Fact], title: str) -> Topics:
    """Return what a text is about."""
    headings = (stem for fact in facts for stem in flaw_words.content(fact.evidence[0].section))
    terms: dict[str, set[str]] = {}
    for fact in facts:
        if fact.draft.kind in _TERMS and len(fact.draft.subject.text.split()) < 4:
            for stem in flaw_words.content(_head(fact.draft.subject)):
                terms.setdefault(stem, set()).add(fact.uid)
    named = flaw_words.content(title)
    found = {stem: frozenset(of) for stem, of in terms.items()}
    return Topics(named | frozenset(headings), found, named, frozenset(_heroes(facts)))


def _heroes(facts: Sequence[Fact]) -> Iterator[str]:
    told = Counter(fact.draft.subject.text for fact in facts if fact.draft.subject.proper)
    return (name for name, times in told.items() if times >= max(_OFTEN, _SHARE * len(facts)))


def vagueness(made: Ask, fact: Fact, about: Topics) -> dict[str, float]:
    """Return the penalties for a stem and for an answer that do not say which thing is meant."""
    draft = fact.draft
    told = [p for p in (draft.subject, draft.object) if p is not None and p is not made.phrase]
    told = [p for p in told if not (p is draft.subject and _is_defined(draft))]
    further = [q for q in draft.qualifiers if q is not made.phrase and q.role not in ("attribution", "day", "time")]
    past = draft.verb is None or draft.verb.tense == "past" or draft.verb.aux[:1] in (("has",), ("have",))

    def cost(phrase: Phrase) -> float:
        found = kind(phrase, about, fact.uid)
        return _PENALTY[found] if found != "bare" or (past and phrase is draft.subject) else 0.0

    stem = max([*map(cost, told), *(cost(phrase) / 2 for phrase in further), 0.0])
    return {"vague stem": stem, "vague answer": 0.0 if draft.kind in _TERMS else cost(made.phrase)}


def _is_defined(draft: FactDraft) -> bool:
    """Return whether a fact itself says what its subject is or is for: "a market is any arrangement that …"."""
    if draft.extractor == "use":  # what a kind of thing is for
        return True
    meaning = draft.object.text.split() if draft.object is not None else []
    named = _SPLIT.findall(draft.subject.text)
    short = 0 < len(named) < 3 and named[0].lower() in ("a", "an", "the")
    return draft.kind is FactKind.DEFINITION and short and len(meaning) > 3 and meaning[0] in ("a", "an", "any")


def kind(phrase: Phrase, about: Topics, fact: str = "") -> str:
    """Return how a phrase leaves open what is meant: derived, definite, indefinite or bare; "" where it does not."""
    tokens = _SPLIT.findall(phrase.text)
    if not tokens or phrase.proper or phrase.topical or phrase.values or phrase.type in _SURE or _is_named(phrase.text):
        return ""
    first, *rest = [token.lower() for token in tokens]
    if _is_topic(phrase, about, fact):
        return ""
    if is_derived(phrase):
        return "derived"
    if first not in _SINGLING and first not in _INDEFINITE:
        return "" if phrase.plural or rest else "bare"
    if _is_told(phrase.text, rest, about, fact):
        return ""
    return "definite" if first in _SINGLING else "indefinite"


def leans(phrase: Phrase, about: Topics, fact: str = "") -> bool:
    """Return whether a description is clear only to who knows what the text is about: "the lake" of Lake Vostok."""
    if kind(phrase, about, fact) in ("derived", "definite"):
        return True
    sure = phrase.proper or phrase.values or phrase.type in _SURE or _is_named(phrase.text)
    if sure or _RESTRICTED.search(phrase.text):
        return False
    behind = _OF.search(phrase.text)
    if behind is not None and behind["rest"].startswith("the ") and about.has(behind["rest"], fact):
        return True
    own = phrase.text.lower().startswith("the ") and _is_topic(phrase, about, fact)
    return own and _head(phrase).lower() not in words("nouns", "unique")


def _is_named(text: str) -> bool:
    """Return whether a name or a number stands in a description: "the mayor of Boston", "the 12 stars"."""
    return any(word[:1].isupper() or word[:1].isdigit() for word in _SPLIT.findall(text)[1:])


def _head(phrase: Phrase) -> str:
    return phrase.head or (_SPLIT.findall(phrase.text) or [""])[-1]


def _is_topic(phrase: Phrase, about: Topics, fact: str) -> bool:
    return about.has(_head(phrase), fact) or _head(phrase).lower() in words("nouns", "unique")


def _is_heap(text: str, inner: list[str]) -> bool:
    """Return whether "the" speaks of a set or a series whose members the page tells: "the full set of laws"."""
    bare = len(inner) == 1 and inner[0].islower()
    heap = text.split(" of ")[0].split(" ")[-1] in words("nouns", "collections")
    return bare and heap and text.startswith(("the ", "these ", "this "))


def _is_told(text: str, rest: list[str], about: Topics, fact: str) -> bool:
    """Return whether the words beside a noun say which one: a clause, a complement, two words that are not weak."""
    if _RESTRICTED.search(text) or any(word.endswith("est") or word in words("nouns", "singling") for word in rest):
        return True
    behind = _OF.search(text)
    if behind is not None:
        inner = behind["rest"].split(" ")
        if _is_heap(text, inner):
            return False
        unique = inner[-1].lower() in words("nouns", "unique")
        return inner[0] not in _SINGLING or len(inner) > 2 or unique or about.has(behind["rest"], fact)
    strong = [word for word in rest[:-1] if word not in words("nouns", "weak")]
    definite = text.split(" ", 1)[0].lower() in _SINGLING
    return about.has(" ".join(strong), fact) or len(strong) > 1 or (bool(strong) and not definite)
