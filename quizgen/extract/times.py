"""Times in a parsed sentence: whole expressions, the verb they belong to, and what they mean in the document's days."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.model import Phrase, PhraseType, Value, Verb
from quizgen.resolve import dates
from quizgen.resolve.moments import SEASONS, is_yearless
from quizgen.syntax.described import told_of
from quizgen.syntax.phrases import is_set_off
from quizgen.syntax.reading import Reading, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

PREPOSITIONS = frozenset(
    """in on at during since until till by before after around about throughout within from between for over""".split()
)
_COUNTED_FROM = frozenset({"after", "before", "since", "until", "following"})
_WHEN = frozenset({"when", "after", "before", "until", "once"})
_EVERY_YEAR = frozenset({"in", "on", "between", "from", "during", "until", "by", "around"})
_OF_NOUNS = frozenset({"after", "about", "around", "over", "for", "from"})  # what follows them may be a dated noun
_ONWARDS = frozenset({"on", "onward", "onwards"})  # "from the 1760s on"
_SO_EARLY = ("as", "early", "as")
_INSIDE = frozenset({"compound", "nummod", "poss", "amod", "nmod"})


def locate(reading: Reading) -> list[TimeSpan]:
    """Return the time expressions of a sentence as token spans with the verb that each belongs to."""
    base = reading.sent.start_char
    found = []
    for mention in dates.find(reading.sent.text):
        span = reading.sent.doc.char_span(base + mention.start, base + mention.end, alignment_mode="expand")
        if span is not None and span.start >= reading.sent.start and span.end <= reading.sent.end:
            found.append(_placed(TimeSpan(start=span.start, end=span.end, mention=mention), reading))
    return found


def mark(reading: Reading) -> None:
    """Mark relative times within noun phrases as open, unless the sentence before told what they mean.

    A clause that tells when is said as it stands, hence those in it stay open.
    """
    for time in reading.times:
        verb = reading.sent.doc[time.head] if time.head >= 0 else None
        inside = verb is None or verb.dep_ in ("relcl", "acl")
        if time.mention.relative and ((inside and time.told is None) or (verb is not None and _tells_when(verb))):
            reading.unresolved.update(dict.fromkeys(range(time.start, time.end), "undated"))


def _tells_when(verb: "Token") -> bool:
    return verb.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in _WHEN for c in verb.lefts)


def _placed(time: TimeSpan, reading: Reading) -> TimeSpan:
    doc = reading.sent.doc
    root = doc[time.start : time.end].root
    before = _before(time, reading)
    if _is_in_brackets(time, reading) or _is_of_noun(time, reading):
        return time
    if before is not None and before.lower_ in PREPOSITIONS and before.pos_ in ("ADP", "SCONJ", "ADV"):
        time.prep, time.prep_start = before.lower_, before.i
        root = before
    elif doc[time.start].lower_ in PREPOSITIONS:
        time.prep = ""
    elif _is_so_early(time, reading):
        time.prep_start = time.start - len(_SO_EARLY)
    elif (before is not None and before.lower_ in ("of", "to")) or (root.dep_ in _INSIDE and root.head.i >= time.end):
        return time
    if time.prep == "from" and time.end < reading.sent.end and doc[time.end].lower_ in _ONWARDS:
        time.end += 1
    if not _dates_noun(time, reading) and not _is_of_subject(time, before):
        time.head = _verb_above(root)
    return time


def _before(time: TimeSpan, reading: Reading) -> "Token | None":
    """Return the word before a time, that before "as early as" where it says since when: "from as early as 1671"."""
    doc, start = reading.sent.doc, reading.sent.start
    first = time.start - len(_SO_EARLY) - 1
    if first >= start and _is_so_early(time, reading) and doc[first].lower_ in ("from", "since", "until"):
        return doc[first]
    return doc[time.start - 1] if time.start > start else None


def _is_so_early(time: TimeSpan, reading: Reading) -> bool:
    """Return whether "as early as" or "as late as" stands before a time, which goes with it."""
    first = time.start - len(_SO_EARLY)
    said = [t.lower_ for t in reading.sent.doc[max(first, reading.sent.start) : time.start]]
    return said in ([*_SO_EARLY], ["as", "late", "as"])


def _is_of_noun(time: TimeSpan, reading: Reading) -> bool:
    """Return whether a time tells which noun behind it is meant: "the 1980s programme", "2008's Storm Fay",
    "in ninth-century Riga"."""
    doc, last = reading.sent.doc, reading.sent.doc[time.end - 1]
    if time.end < reading.sent.end and doc[time.end].tag_ == "POS":
        return True
    before = doc[time.start - 1].lower_ if time.start > reading.sent.start else ""
    inside = last.dep_ in _INSIDE and last.head.i >= time.end and last.head.pos_ in ("NOUN", "PROPN")
    hyphened = doc[time.start : time.end].text.lower().endswith("-century")
    return inside and (hyphened or before not in PREPOSITIONS - _OF_NOUNS)


def _is_in_brackets(time: TimeSpan, reading: Reading) -> bool:
    """Return whether a time stands in brackets, as dates of birth and death do."""
    before = reading.sent.text[: reading.sent.doc[time.start].idx - reading.sent.start_char]
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def _verb_above(token: "Token") -> int:
    """Return the verb over a time, looking through nouns, or -1 where it says which noun is meant."""
    node = token
    while node.head != node:
        if node.dep_ in _INSIDE:
            return -1
        node = node.head
        if node.lower_ == "of" and node.dep_ == "prep":
            return -1
        if node.dep_ == "acl":
            return node.i if _is_deed(node, token) else -1
        if node.pos_ in ("VERB", "AUX") and node.dep_ not in ("aux", "auxpass", "amod"):
            return node.i
    return node.i if node.pos_ in ("VERB", "AUX") else -1


def _is_deed(participle: "Token", time: "Token") -> bool:
    """Return whether a participle behind a comma tells a deed of its own: "the bank, founded in 1619, …"."""
    told = time.pos_ == "ADP" or time.left_edge.i == participle.i + 1
    apart = is_set_off(participle) or told_of(participle) is not None
    return told and participle.tag_ in ("VBN", "VBG") and apart


def _is_of_subject(time: TimeSpan, before: "Token | None") -> bool:
    """Return whether a period tells which subject is meant: "the coin from 1882–90 was used for trade"."""
    if before is None or before.lower_ != "from" or before.head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    noun = before.head
    return noun.i == before.i - 1 and noun.head.i > time.end - 1 and before.doc[time.end].text != ","


def _dates_noun(time: TimeSpan, reading: Reading) -> bool:
    """Return whether a time dates what another time is counted from: "after the fall of the fort on 15 April 1861"."""
    for token in reversed(reading.sent.doc[reading.sent.start : time.first]):
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return False
        if token.lower_ in _COUNTED_FROM:
            return token.i + 2 < time.first and token.pos_ in ("ADP", "SCONJ")
    return False


def recurs(time: TimeSpan, verb: Verb) -> bool:
    """Return whether a day or month comes round every year: "The river rises in May"."""
    habit = verb.tense == "present" and all(word in ("is", "are") for word in verb.aux)
    return habit and is_yearless(time.mention.value.iso) and time.prep in _EVERY_YEAR


def phrase(
    time: TimeSpan, reading: Reading, reference: dt.date | None, *, future: bool = False, recurring: bool = False
) -> Phrase | None:
    """Return a time as a phrase that stays true next year, or None where its date is not certain."""
    mention = time.mention
    span = reading.sent.doc[time.start : time.end]
    start, end = reading.span(list(span))
    if mention.value.type == "duration" and not mention.relative:
        prep = time.prep or ""
        return _phrase(mention.text, start, end, prep, mention.value, PhraseType.DURATION, time, changed=False)
    if recurring:
        return _phrase(mention.text, start, end, time.prep, mention.value, PhraseType.DATE, time, changed=False)
    absolute = time.told or dates.absolute(mention.text, reference, future=future)
    if absolute is None:
        return None
    text = _with_article(absolute.text)
    if span[-1].lower_ in _ONWARDS and not text.isdigit():  # from which year is clear by itself
        text = f"{text} {span[-1].lower_}"
    value = replace(mention.value, iso=absolute.iso, text=text)
    prep = time.prep if time.prep and not (absolute.changed and time.prep in ("in", "on", "at")) else absolute.prep
    kind = PhraseType.TIME if mention.value.type == "time" else PhraseType.DATE
    return _phrase(text, start, end, prep, value, kind, time, changed=absolute.changed)


def _with_article(text: str) -> str:
    """Return a season with the article that stood before an adjective: "the Russian winter of 1812"."""
    first, _, rest = text.partition(" ")
    return f"the {text}" if first in SEASONS and rest.startswith("of ") else text


def _phrase(
    text: str, start: int, end: int, prep: str, value: Value, kind: PhraseType, time: TimeSpan, *, changed: bool
) -> Phrase:
    return Phrase(
        text=text,
        start=start,
        end=end,
        role="time",
        type=kind,
        head=text.split()[-1].lower(),
        resolved=changed,
        prep=prep,
        position=time.start,
        values=(replace(value, role="time"),),
    )
