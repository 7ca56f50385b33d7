"""Definitions with the clause that makes them complete: “a mass of ice, formed from snow, that moves”."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import Context
from quizgen.lexicon import known_person, noun_type, words
from quizgen.lists import containing
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType
from quizgen.syntax.beside import after

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset({"WDT", "WP", "WP$", "WRB"})
_LINKING = frozenset({"in", "from", "by", "through", "on", "at", "with", "into", "of"})
_RELATIVES = frozenset({"that", "which", "who", "whose"})
_MARKS = frozenset(",;:()—–")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset("the and for that which from with into".split())
_NAMED = frozenset({PhraseType.PERSON, PhraseType.COUNTRY, PhraseType.WORK})
_DESCRIBING = ("a ", "an ", "the loss ", "the process ", "the movement ", "the study ", "the practice ", "the use ")
_BEARING = frozenset(  # kinds whose members have names
    """language dialect religion faith god goddess deity spirit giant monster hero month day holiday festival brand
    software program system website app game sport film series show character cartoon band song tune dance award
    prize scheme project horse dog cat breed tribe clan house family movement school style magazine journal drug
    medicine protocol format code firm business maker chain label platform service network community parish
    district region zone site complex""".split()
)
_BRIEF, _LONGEST = 3, 16
_BARE = 2


def completed(draft: FactDraft, context: Context) -> FactDraft:
    """Return a definition of few words with the relative clause that ends its sentence behind a comma.

    A description that says enough by itself stays as it is: what follows is told of it in passing.
    """
    told = draft.object
    if draft.kind is not FactKind.DEFINITION or told is None:
        return draft
    joined = _joined(told.end, context)
    if joined:
        return _with(draft, told, joined, context, " ")
    if len(_content(told.text)) > _BRIEF:
        return draft
    clause = _behind(told.end, context)
    passing = bool(clause) and clause[0].tag_ != "VBN" and len(_content(told.text)) > _BARE
    passing = passing or (draft.relation in ("is", "are") and any(t.tag_ == "VBD" for t in clause))
    if not clause or passing or context.reading.first_unresolved(t for t in clause if not _is_own(t)):
        return draft
    return _with(draft, told, clause, context, ", ")


def lowered(draft: FactDraft, context: Context) -> FactDraft:
    """Return a definition with its term in small letters where only the place gave it a capital: "Fustian was a …".

    A word that begins its sentence and is no listed name is a common noun where its kind has no names: a cloth, a loss.
    """
    told, first = draft.object, context.reading.sent[0]
    single = first.text == draft.subject.text and first.text.istitle() and first.is_alpha
    if draft.kind is not FactKind.DEFINITION or told is None or not single or not draft.subject.proper:
        return draft
    if told.proper and draft.relation not in ("is", "are"):
        return draft  # an event or a policy of one time
    bearing = noun_type(told.head) is not None or told.head in _BEARING or told.head in words("nouns", "human", "kin")
    named = context.discourse.capitals.is_name(first.text) or known_person(first.text) or bool(containing(first.text))
    several = draft.subject.plural and told.plural and told.text[:1].islower()
    if bearing or named or draft.subject.type in _NAMED or not (several or told.text.lower().startswith(_DESCRIBING)):
        return draft
    return replace(draft, subject=replace(draft.subject, text=first.lower_, proper=False, type=PhraseType.TERM))


def _with(draft: FactDraft, told: Phrase, clause: "list[Token]", context: Context, joint: str) -> FactDraft:
    """Return a definition with a clause; a pronoun there is not spelled out as the term, which would say it twice."""
    _, end = context.reading.span(clause)
    said = context.reading.text(clause)
    if draft.subject.text.casefold().removeprefix("a ").removeprefix("the ") in said.casefold():
        said = "".join(t.text_with_ws for t in clause).strip()
    text = f"{told.text}{joint}{said}"
    return replace(draft, object=replace(told, text=text, end=end), end=max(draft.end, end))


def _joined(end: int, context: Context) -> "list[Token]":
    """Return the relative clause that goes on right behind a description and was not read as a part of it."""
    reading = context.reading
    rest = [t for t in reading.tokens if reading.place(t.idx) >= end]
    if not 3 < len(rest) <= _LONGEST or rest[0].lower_ not in _RELATIVES or rest[-1].text != ".":
        return []
    clause = rest[:-1]
    plain = not any(t.text in _MARKS for t in clause) and any(t.tag_ in _FINITE for t in clause)
    return clause if plain and not reading.first_unresolved(clause) else []


def _is_own(token: "Token") -> bool:
    """Return whether "its own" can only mean what the clause is about."""
    return token.tag_ == "PRP$" and after(token) == "own"


def _content(text: str) -> list[str]:
    return [word for word in _CONTENT.findall(text.lower()) if word not in _SMALL]


def _behind(end: int, context: Context) -> "list[Token]":
    """Return what stands between the comma behind a description and the end of its sentence, [] if no such clause."""
    reading = context.reading
    rest = [t for t in reading.tokens if reading.place(t.idx) >= end]
    if len(rest) < 4 or rest[0].text != "," or rest[-1].text != "." or len(rest) > _LONGEST + 2:
        return []
    clause = rest[1:-1]
    opened = next((n for n, t in enumerate(clause) if t.tag_ in _PRONOUNS or (t.lower_ == "that" and n)), -1)
    if opened < 0 or not _leads(clause[:opened]) or sum(t.tag_ in _FINITE for t in clause) != 1:
        return []
    return clause if clause[opened].lower_ == "that" or _is_of(clause[opened:], end, context) else []


def _leads(before: "list[Token]") -> bool:
    """Return whether only a preposition or a participle with its own comma stands before a relative pronoun."""
    if not before:
        return True
    if len(before) == 1:
        return before[0].lower_ in _LINKING
    return before[0].tag_ == "VBN" and before[-1].text == "," and not any(t.text == "," for t in before[:-1])


def _is_of(clause: "list[Token]", end: int, context: Context) -> bool:
    """Return whether a relative clause was read of a noun of the description, not of one before it."""
    verbs = [t for t in clause if t.dep_ == "relcl"]
    if not verbs or verbs[0].head.i >= clause[0].i:
        return False
    head = verbs[0].head
    return context.reading.place(head.idx) < end and head.pos_ == "NOUN"
