"""What a page of news is about, as a label says it: the name of its event with the year, not its headline."""

import datetime as dt
import re
from collections.abc import Sequence

from quizgen import headlines, lists
from quizgen.model import Fact, PhraseType
from quizgen.resolve.moments import MONTHS

_LEAD = 700  # characters of a page in which it says what happened
_NEAR = 200  # characters behind a dated event in which a sentence may still speak of it
_HEADLINE, _SMALL = 6, 3  # words of a headline, and small words among them
_HELD = (
    r"Cup|Prize|Awards?|Games|Olympics|Championships?|Tour|Festival|Open|Masters|Marathon|Grand Prix|Bowl|Derby|Contest"
    r"|Regatta|Rally|Medal"
)
_KNOWN = "Wimbledon|Eurovision|Roland Garros|Roland-Garros"  # which are told without "the" and a noun
_CAPITALS = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_WON = re.compile(
    rf"\b(?:won|wins?|winning|claimed|awarded)\b(?: (?P<known>{_KNOWN})\b|(?: [a-z]+)? the "
    rf"(?P<name>(?:[A-Z][\w’'-]* )*(?:{_HELD})\b(?: (?:of|de|du) (?:the )?{_CAPITALS})?)(?![\w’'-]* [A-Z]| of ))"
)
_ELECTION = re.compile(r"\b(?P<kind>general|presidential|parliamentary|legislative|mayoral|municipal) elections?\b")
_NAME = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*")
_YEAR = re.compile(rf"(?:,| (?:in|of|since|by))? (?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d$")
_PLACES = frozenset({PhraseType.COUNTRY, PhraseType.PLACE})


def name(facts: Sequence[Fact], day: dt.date | None, lead: Sequence[str] = ()) -> str:
    """Return the name of the event that a page reports, with month or year where its day is known; "" if it has none.

    The headline names it with its place ("Lisbon tram crash"), or first sentences of a dated page do: the prize that
    somebody won, the election of the country in the headline. ``lead`` are the first sentences, where they are known.
    """
    title = facts[0].evidence[0].title if facts else ""
    if not is_headline(title):
        return ""
    found = headlines.event(title)
    if found:
        return found if day is None or _has_digit(found) else f"{found}, {day:%B} {day.year}"
    if day is None:  # a life may begin with a prize too
        return _held([title]) or _election(title, [title])
    texts = [*lead, *dict.fromkeys(f.evidence[0].text for f in facts if f.evidence[0].start < _LEAD)]
    held = _held([title, *texts]) or _election(title, texts)
    return held if not held or _has_digit(held) else f"{held} {day.year}"


def is_headline(title: str) -> bool:
    """Return whether a title is a sentence of a newspaper, not the name of a thing or a heading in capitals."""
    said = title.split()
    return len(said) >= _HEADLINE - 1 and sum(word[0].islower() for word in said) >= _SMALL - 1


def is_of_another(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Return whether a bare count belongs to an event of another day, told right before: "More than 4,000 died." """
    draft, start = fact.draft, fact.evidence[0].start
    if draft.subject.type is not PhraseType.NUMBER or draft.object is not None or draft.qualifiers:
        return False
    before = (f for f in facts if 0 < start - f.evidence[0].start < _NEAR)
    return any(q.role == "time" and _has_digit(q.text) for f in before for q in f.draft.qualifiers)


def undated(label: str) -> str:
    """Return a label without the month and year at its end."""
    return _YEAR.sub("", label)


def _held(texts: Sequence[str]) -> str:
    return next((found["name"] or found["known"] for text in texts for found in _WON.finditer(text)), "")


def _election(title: str, texts: Sequence[str]) -> str:
    told = next((found["kind"] for text in texts for found in _ELECTION.finditer(text)), "")
    places = (each for run in _NAME.finditer(title) for each in [run[0].removesuffix("'s")] if _is_place(each))
    place = next(places, "")
    return f"{place} {told} election" if told and place else ""


def _is_place(name: str) -> bool:
    return any(each.type in _PLACES for each in lists.containing(name))


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)
