"""What a document is about, put before a stem that needs it: "Halifax Explosion: What caused eye injuries?" """

import re
from dataclasses import replace
from functools import lru_cache

from quizgen.model import Question

_NUMBERED = re.compile(
    r"^(?:(?:(?:chapter|section|unit|lesson|part|module|topic|week)\s+(?:\d+(?:\.\d+)*|[IVXL]+)|\d+(?:\.\d+)+|\d+[.:)])"
    r"\s*[.:,)—–-]?\s+(?=\S))+",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+[|•]\s+[^|•]+$|\s+-\s+Wikipedia$")
_PARTS = re.compile(r"\s*[:;]\s+|\s+[—–]\s+")
_EXPLAINING = re.compile(r"how\b(?! to\b)", re.IGNORECASE)
_EMPTY = re.compile(r"how (?:it|it[’']s|they|they[’']re|things|this|that)\b", re.IGNORECASE)  # tells no topic
_NAME = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: (?:of |the |for |and )*[A-Z][\w’'-]*)+) (?:to|(?!its|his|as|is)[a-z]+[a-rt-z]s) [\w’'-]"
)
_HEADLINE = re.compile(
    r"(?P<name>(?!(?:How|Why|What|When|Where|Who|There|It|This|That|They|We|You|I|He|She|No|Not|If|As|Scientists)\b)"
    r"[A-Z][\w’'-]*(?: [\w’'-]+){0,3}) (?:is|are|was|were|has|have|will|can|may|could|to) (?=\w)"
)
_EVENTS = frozenset("war revolution rebellion crisis famine plague uprising revolt massacre expedition".split())
_PERSON = re.compile(r"(?!The )[A-Z][\w’'-]+(?: (?:van |von |de |da )?[A-Z][\w’'-]+){1,3}")
_DESCRIBING = ("the ", "a ", "an ", "how ", "life ")
_ERA = re.compile(r"\s*\([^()]*\)$")
_BRACKETED = re.compile(r"\s*\((?![^()]*\bBCE?\b)[^()]*\)$")  # years before our era would be misread without it
_SHORT, _LONGEST = 6, 12  # words


@lru_cache(maxsize=256)
def of(title: str) -> str:
    """Return a title as a label, without its number and the name of a site; "" where it would be none."""
    whole = _NUMBERED.sub("", _SITE.sub("", " ".join(title.split()))).rstrip(" .:;,")
    whole = _BRACKETED.sub("", whole) or whole
    parts = _PARTS.split(whole)
    bare = _shortened([part for part in parts if not _EMPTY.match(part)] or parts)
    if len(bare) < 3 or bare.endswith(("?", "!")) or len(bare.split()) > _LONGEST:
        return ""
    return f"{bare[0].upper()}{bare[1:]}"


def _shortened(parts: list[str]) -> str:
    """Return what tells most in a title: "how sap rises" behind a colon, the name before a headline's verb."""
    told = next((part for part in parts if _EXPLAINING.match(part)), "")
    if told:
        return told
    whole = " – ".join(parts)
    if len(whole.split()) <= _SHORT:
        return whole
    event = next((part for part in parts[1:] if _is_event(part)), "")
    if event or (_PERSON.fullmatch(parts[0]) and parts[-1].startswith(_DESCRIBING)):
        return event or parts[0]
    named = _NAME.match(parts[0]) or _HEADLINE.match(parts[0])
    owned = named is not None and re.search(r"['’]s? ", named["name"])  # "China's Mars", of its probe
    return named["name"] if named and not owned else whole if len(whole.split()) <= _LONGEST else parts[0]


def _is_event(part: str) -> bool:
    """Return whether a part of a title is the name of an event: "The First Punic War"."""
    *first, last = _ERA.sub("", part).split(" ")
    return len(first) > 1 and last.lower() in _EVENTS and all(word[:1].isupper() for word in (first[-1], last))


def put(label: str, question: Question) -> Question:
    """Return a question whose prompt stands behind a label."""
    return replace(question, prompt=f"{label}: {question.prompt}")


def bare(question: Question) -> str:
    """Return the prompt of a question without the label of its document."""
    label = of(question.sources[0].title) if question.sources else ""
    return question.prompt.removeprefix(f"{label}: ") if label else question.prompt
