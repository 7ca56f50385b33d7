"""Dates in brackets behind a name: a life, a reign, the years of a war."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import brackets
from quizgen.extract.brackets import BORN, DIED, FULL, LIFE, REIGN, SPAN, YEAR, Bracket
from quizgen.extract.context import Context
from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Value, Verb
from quizgen.resolve import dates
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_STYLE = re.compile(r" ?\[[^\]]*\]")  # the day by another calendar
_CIRCA = re.compile(r"^(?:circa|ca?\.) ?")
_YEARS = re.compile(r"(?P<first>\d{3,4})(?:[–—-]| to )(?P<last>\d{2,4})")
_YEAR = re.compile(r"\d{3,4}$")
_NUMERAL = re.compile(r"(?:[IVX]+|the [A-Z][a-z]+)$")
_SHORTEST, _LONGEST = 18, 115  # years of a life; what is shorter may be a term of office
_OFTEN = 4  # mentions of a name that make a person one of those that a text is about
_NAMELIKE = frozenset({PhraseType.PERSON, PhraseType.UNKNOWN})
_BE_BORN = Verb(
    lemma="bear", text="was born", base="bear", past="bore", participle="born", aux=("was",), tense="past", passive=True
)
_DIE = Verb(lemma="die", text="died", base="die", past="died", participle="died", tense="past")
_REIGNED = Verb(lemma="reign", text="reigned", base="reign", past="reigned", participle="reigned", tense="past")
_TOOK_PLACE = Verb(
    lemma="take place", text="took place", base="take", past="took", participle="taken", particle="place", tense="past"
)


def life(context: Context) -> Iterator[FactDraft]:
    """Yield the birth and the death of a person from the dates behind the name.

    Example: Karla Brandt (13 May 1888, Copenhagen – 21 February 1963) was a Danish painter.
        -> event | Karla Brandt | was born | None
        -> event | Karla Brandt | died | None
    Example: Ruth Kessler (born 1941) is a Swiss chemist.
        -> event | Ruth Kessler | was born | None
    Example: Edward Marsh (1951–1955) was the second mayor of Leeds.
        -> none
    """
    for bracket in brackets.found(context):
        found = next((m for p in (LIFE, BORN, DIED) if (m := p.fullmatch(bracket.text))), None)
        person = _person(bracket, context) if found else None
        if found is None or person is None or not _is_life(found, person):
            continue
        said = found.groupdict()
        if said.get("first"):
            yield _event(person, _BE_BORN, _details(found, "first", "origin", bracket))
        if said.get("last"):
            yield _event(person, _DIE, _details(found, "last", "end", bracket))


def _person(bracket: Bracket, context: Context) -> Phrase | None:
    """Return the person whose name stands before a bracket, perhaps with a title behind a comma."""
    name = bracket.before
    if name.pos_ != "PROPN":
        return None
    found = phrases.phrase(_bearer(name), context.reading, context.discourse, role="subject")
    if found is None or found.type not in _NAMELIKE or not found.proper or " and " in found.text:
        return None
    if found.type is PhraseType.UNKNOWN and (found.text.startswith("the ") or not FULL.search(bracket.text)):
        return None
    own = _plain_name(found)
    return own if _matters(own, context) and not context.reading.first_unresolved([name]) else None


def _matters(person: Phrase, context: Context) -> bool:
    """Return whether a text is about a person, more than in passing, or tells who that was."""
    surname = person.text.split(" ")[-1]
    root = context.reading.sent.root
    told = root.lemma_ == "be" and any(c.dep_ == "nsubj" and c.text in person.text for c in root.children)
    return told or surname in context.document.title or context.document.text.count(surname) >= _OFTEN


def _bearer(name: "Token") -> "Token":
    """Return the head of a name, over a title behind it: "Augusta King, Countess of Lovelace"."""
    node = name
    while node.dep_ in ("compound", "flat") or (node.dep_ in ("pobj", "prep", "appos") and node.head.pos_ != "VERB"):
        above = node.head
        if above.i > name.i or above.pos_ not in ("PROPN", "ADP") or (node.dep_ == "appos" and not _is_titled(node)):
            break
        node = above
    return node if node.pos_ == "PROPN" else name


def _is_titled(node: "Token") -> bool:
    before = node.left_edge.nbor(-1) if node.left_edge.i else node
    return before.text == "," or before.is_quote


def _plain_name(found: Phrase) -> Phrase:
    """Return a name without what is said before it: "the statistician William Farr"."""
    kept = found.text.split(" ")
    while len(kept) > 1 and kept[0][:1].islower() and kept[1:] and any(w[:1].isupper() for w in kept[1:]):
        kept = kept[1:]
    text = " ".join(kept)
    start = found.start + max(0, len(found.text) - len(text)) if not found.resolved else found.start
    return replace(found, text=text, start=min(start, found.end), type=PhraseType.PERSON, bound="", plural=False)


def _is_life(found: re.Match[str], person: Phrase) -> bool:
    """Return whether two dates can be those of a life, and not the years of a reign or an office."""
    said = found.groupdict()
    if "first" not in said or "last" not in said:
        return True
    first, last = (int(_year(said[name])) for name in ("first", "last"))
    ruler = _NUMERAL.search(person.text) or words("values", "ruling") & set(person.text.lower().split(" ")[:-1])
    told = bool(FULL.search(found[0])) or "born" in found[0] or "b." in found[0]
    return _SHORTEST <= last - first <= _LONGEST and (told or not ruler)


def _year(date: str) -> str:
    found = _YEAR.search(_STYLE.sub("", date))
    assert found is not None
    return found[0]


def _details(found: re.Match[str], date: str, place: str, bracket: Bracket) -> list[Phrase]:
    """Return the place and the date of a birth or a death."""
    where = [_placed(found[place], bracket.start + found.start(place))] if found[place] else []
    when = _dated(found[date], bracket.start + found.start(date))
    return [*where, when] if when is not None else where


def _placed(text: str, start: int) -> Phrase:
    text = text.strip()
    head = text.split(" ")[-1].lower()
    end = start + len(text)
    kind = PhraseType.PLACE
    return Phrase(text=text, start=start, end=end, role="place", type=kind, head=head, proper=True, prep="in")


def _dated(text: str, start: int) -> Phrase | None:
    """Return a date in brackets as a clause would say it: "1861 to 1865" for "1861–65", "around 1340" for "c. 1340"."""
    said, circa = _CIRCA.subn("", _STYLE.sub("", text))
    span = _YEARS.fullmatch(said)
    if span:
        said = f"{span['first']} to {span['first'][: -len(span['last'])]}{span['last']}"
    absolute = dates.absolute(said, None)
    if absolute is None:
        return None
    return Phrase(
        text=said,
        start=start,
        end=start + len(text),
        role="time",
        type=PhraseType.DATE,
        head=said.split()[-1].lower(),
        resolved=said != text,
        prep="around" if circa else absolute.prep,
        values=(Value(role="time", text=said, type="date", iso=absolute.iso, approximate=bool(circa)),),
    )


def _event(subject: Phrase, verb: Verb, told: list[Phrase]) -> FactDraft:
    placed = tuple(replace(each, position=subject.position + 1 + n) for n, each in enumerate(told))
    return FactDraft(
        kind=FactKind.EVENT,
        subject=subject,
        relation=verb.text,
        qualifiers=placed,
        verb=verb,
        extractor="life" if verb in (_BE_BORN, _DIE) else "spell",
        start=subject.start,
        end=max(each.end for each in (subject, *placed)),
    )


def spell(context: Context) -> Iterator[FactDraft]:
    """Yield the years of a reign or of a war from the brackets behind its name.

    Example: The Seven Years' War (1756–1763) was fought in Europe and America.
        -> event | the Seven Years' War | took place | None
    Example: The Ritz Hotel (1906) is a building in London.
        -> none
    """
    for bracket in brackets.found(context):
        reign = REIGN.fullmatch(bracket.text)
        span = SPAN.fullmatch(bracket.text) or YEAR.fullmatch(bracket.text)
        if reign:
            person = _person(bracket, context)
            time = _dated(reign["span"], bracket.start + reign.start("span"))
            if person is not None and time is not None:
                yield _event(person, _REIGNED, [time])
        elif span:
            yield from _fought(span, bracket, context)


def _fought(span: re.Match[str], bracket: Bracket, context: Context) -> Iterator[FactDraft]:
    name = bracket.before
    subject = phrases.phrase(_topmost(name), context.reading, context.discourse, role="subject")
    time = _dated(span["span"], bracket.start + span.start("span"))
    if subject is None or time is None or not subject.proper or subject.head not in words("values", "fought"):
        return
    if subject.end <= bracket.start and not context.reading.first_unresolved([name]):
        yield _event(subject, _TOOK_PLACE, [time])


def _topmost(name: "Token") -> "Token":
    """Return the head of the name that ends before a bracket: "Battle" of "the Battle of Hastings (1066)"."""
    node = name
    while node.dep_ in ("compound", "pobj", "prep") and node.head.i < name.i and node.head.pos_ in ("PROPN", "ADP"):
        node = node.head
    return node if node.pos_ != "ADP" else name


PATTERNS = (life, spell)
