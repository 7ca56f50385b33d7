"""Dates and measures in brackets: the parser does not see them, patterns read them in the document's own text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.extract import openers
from quizgen.extract.context import Context

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)"
_DATE = rf"(?:(?:c\.|ca\.|circa) ?)?(?:\d{{1,2}} )?(?:{_MONTH} (?:\d{{1,2}}, )?)?\d{{3,4}}(?: ?\[[^\]]*\])?"
_WHERE = r"[^\W\d_a-z][\w’'. -]+"
_PLACE = rf"(?:, (?:in )?| in | at )(?P<{{0}}>{_WHERE}(?:, {_WHERE}){{{{0,2}}}})"
_DASH = r" ?(?:[–—-]|to) ?"
_OTHERS = r"(?:[^\d;]*[;,] )?"  # another name, how it is pronounced
LIFE = re.compile(
    rf"{_OTHERS}(?:born |b\. ?)?(?P<first>{_DATE})(?:{_PLACE.format('origin')})?(?:{_DASH}|; )"
    rf"(?:died |d\. ?)?(?P<last>{_DATE})(?:{_PLACE.format('end')})?"
)
BORN = re.compile(rf"{_OTHERS}(?:born|b\.) ?(?:on |in )?(?P<first>{_DATE})(?:{_PLACE.format('origin')})?")
DIED = re.compile(rf"(?:died|d\.) ?(?:on |in )?(?P<last>{_DATE})(?:{_PLACE.format('end')})?")
REIGN = re.compile(r"(?:r\.|reigned|ruled) ?(?:from )?(?P<span>\d{3,4}(?:[–—-]| to )\d{2,4})")
SPAN = re.compile(r"(?P<span>\d{4}[–—-]\d{2,4})")
YEAR = re.compile(r"(?P<span>\d{4})")
FULL = re.compile(rf"\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}},")
_MEASURE = re.compile(
    r"(?:about |around |some |roughly |nearly |over |or )?[−–-]?\d[\d.,–-]*(?: ?(?:to|by|x|×) \d[\d.,]*)?"
    r"(?: (?:million|billion))?(?:[ -](?:square |cubic )?[^\W\d][\w²³°]*(?:/\w+| per \w+)?|[%°]\w?)"
)
_TONGUE = re.compile(r"(?:[^();:]+[;,] )?(?:in )?[A-Z][a-z]+: [^()]+")  # what it is called elsewhere
_ASIDES = (LIFE, BORN, DIED, REIGN, SPAN, _MEASURE, _TONGUE)  # a year alone may be of a work or an entry in a list
_OPENING = 3  # blocks of a text in one of which the person is named whom it is about
_LONGEST = 6  # words of a name
_QUOTED = re.compile(r'"[^"]+"|“[^”]+”')
_ANY = re.compile(r"(?<=[\w.”\"’]) \((?P<inner>[^()]+)\)")
_EMPTY = re.compile(r" ?\( ?\)")  # a reference to a figure that is gone
_BRACKET = re.compile(r"(?<=[\w.”\"’]) \((?P<inner>[^()]*\d[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Bracket:
    """What stands in brackets, where it begins in the document, and the last word before."""

    text: str
    start: int
    before: "Token"


def parted(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without the brackets that hold only dates, a measure, other names or nothing, and without what is
    said to the reader before a statement, and the gaps: where, how long.

    A parser takes "(13 May 1888 – 21 February 1963)" or "(Greek: Athina)" for many things, but not for an aside.
    """
    cuts = [m for m in _ANY.finditer(text) if _is_aside(m)] if "(" in text else []
    opened = list(openers.found(text))
    begun = {m.end() for m in opened}
    kept, gaps, last = [], [], 0
    for cut in sorted((*cuts, *_EMPTY.finditer(text), *opened), key=re.Match.start):
        if cut.start() < last:
            continue
        kept.append(_begun(text[last : cut.start()], last in begun))
        gaps.append((sum(map(len, kept)), len(cut[0])))
        last = cut.end()
    return "".join((*kept, _begun(text[last:], last in begun))), tuple(gaps)


def _begun(text: str, anew: bool) -> str:
    """Return a text with a capital where it begins a sentence anew."""
    return text[:1].upper() + text[1:] if anew else text


def _is_aside(match: re.Match[str]) -> bool:
    return any(pattern.fullmatch(match["inner"].strip()) for pattern in _ASIDES)


def portrayed(texts: Iterable[str]) -> str:
    """Return the name with which a life begins, "" where none does: "Ida Holm (born 4 May 1901) was a …"."""
    openings = (match for text in islice(texts, _OPENING) if (match := _BRACKET.search(text)))
    lives = (match for match in openings if _tells_life(match["inner"].strip()))
    names = (_QUOTED.sub("", match.string[: match.start()]).split() for match in lives)
    return next((" ".join(parts) for parts in names if _is_name(parts)), "")


def _is_name(parts: list[str]) -> bool:
    return 1 < len(parts) <= _LONGEST and all(part[0].isupper() or lexicon.is_particle(part) for part in parts)


def _tells_life(inner: str) -> bool:
    told = FULL.search(inner) or inner.startswith(("born", "b."))
    return bool(told) and any(pattern.fullmatch(inner) for pattern in (LIFE, BORN))


def found(context: Context) -> Iterator[Bracket]:
    """Yield the brackets with a number in a sentence, as the document has them."""
    reading = context.reading
    start, end = reading.whole
    text = context.document.text[start:end]
    for match in _BRACKET.finditer(text) if "(" in text else ():
        before = [t for t in reading.tokens if reading.place(t.idx) < start + match.start()]
        yield Bracket(match["inner"].strip(), start + match.start("inner"), before[-1])
