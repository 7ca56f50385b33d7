"""What a document is about, put before a stem that needs it: "Halifax Explosion: What caused eye injuries?" """

import re
from dataclasses import replace
from functools import lru_cache

from quizgen.lexicon import straight_name
from quizgen.model import Question

_NUMBERED = re.compile(
    r"^(?:(?:(?:chapter|section|unit|lesson|part|module|topic|week)\s+(?:\d+(?:\.\d+)*|[IVXL]+)|\d+(?:\.\d+)+|\d+[.:)])"
    r"\s*[.:,)—–-]?\s+(?=\S)|\d{1,2}\s+(?=[A-Z][a-z]+(?:ing|ion|ics|ism|ity|ogy|sis|ure)\b))+",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+[|•]\s+[^|•]+$|\s+-\s+Wikipedia$")
_PARTS = re.compile(r"\s*[:;]\s+|\s+[—–]\s+")
_EXPLAINING = re.compile(r"how\b(?! to\b)", re.IGNORECASE)
_EMPTY = re.compile(r"how (?:it|it[’']s|they|they[’']re|things|this|that)\b", re.IGNORECASE)  # tells no topic
_ASKING = re.compile(r"(?:why|what|who|where|when|which|is|are|can|do|does)\b.*\?$", re.IGNORECASE)
_QUOTED = re.compile(r"[‘“'\"].*[’”'\"]$")  # somebody's words before the headline
_WORKING = re.compile(
    r"how (?:do |does |is |are )?(?:an? |the )?(?P<thing>[\w’-]+(?: [\w’-]+){0,3}) (?:works?|functions?|operates?"
    r"|(?:is|are|was|were) (?:built|made)|built|made|developed)$",
    re.IGNORECASE,
)
_DOING = re.compile(r"how an? (?P<thing>[\w’-]+(?: [\w’-]+){0,2}?) (?:[\w’-]*[a-rt-z]s|does|has|goes) ", re.IGNORECASE)
_MAY_DO = re.compile(
    r"how (?:does|can) an? (?P<thing>[\w’-]+(?: (?!an?\b|the\b)[\w’-]+){0,2}) (?!an?\b|the\b)[a-z]+"
    r"(?: (?:an?|the|its|your|our|their|us|up|down|in|on|into|to|from|through|so|without|itself)\b.*)?$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"inside (?:an? |the )?(?P<thing>[\w’-]+(?: [\w’-]+){0,2}?)(?: (?:that|which|you|your|behind|of) .+)?$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: (?:of |the |for |and )*[A-Z][\w’'-]*)+) (?:to|(?!its|his|as|is)[a-z]+[a-rt-z]s) [\w’'-]"
)
_HEADLINE = re.compile(
    r"(?P<name>(?!(?:How|Why|What|When|Where|Who|There|It|This|That|They|We|You|I|He|She|No|Not|If|As|Scientists)\b)"
    r"[A-Z][\w’'-]*(?: [\w’'-]+){0,3}) (?:(?:is|are|was|were|has|have|will|can|may|could) (?=\w)|to (?=[a-z]))"
)
_EVENTS = frozenset("war revolution rebellion crisis famine plague uprising revolt massacre expedition".split())
_PERSON = re.compile(r"(?!The )[A-Z][\w’'-]+(?: (?:van |von |de |da )?[A-Z][\w’'-]+){1,3}")
_TOLD = re.compile(r"(?P<name>[^,]+), (?:the|an?) [^,]+$")
_DESCRIBING = ("the ", "a ", "an ", "how ", "life ")
_ASIDE = re.compile(
    r"(?:, [a-z]+ing|(?:(?: (?:\d+|two|three|four|five|six|ten))? (?:hours|days|weeks|months|years))?"
    r" (?:after|as|amid|despite|until|while|but|with)) .+$"
)
_NAMELESS = re.compile(
    r"(?:(?:how|why|what|who|when|where|which|is|are|was|do|does|can|if|his|her|their|its)\b|.*\b(?:you|your|we|our|it)\b"
    r"|(?:introduction|overview|background|summary|conclusions?|legacy|early years|(?:early |later |personal )?life"
    r"|career|history|general|other|further|more|notes?)$)",
    re.IGNORECASE,
)
_ERA = re.compile(r"\s*\([^()]*\)$")
_BRACKETED = re.compile(r"\s*\((?![^()]*\bBCE?\b)[^()]*\)$")  # years before our era would be misread without it
_LABELLESS = (_EMPTY, _ASKING, _QUOTED)
_DATED = re.compile(  # of an event
    r"(?!(?:Wh|How |In |On |At |By |For |To |From )[^:]*:)[A-Z0-9][^:?]{2,80},? (?:[A-Z][a-z]+ )?(?:19|20)\d\d"
    r"(?: – [^:?]+)?: "
)
_SHORT, _LONG, _LONGEST = 6, 8, 12  # words


@lru_cache(maxsize=256)
def of(title: str) -> str:
    """Return what a title names, without its number and the name of a site; "" where it would be no label."""
    whole = straight_name(_NUMBERED.sub("", _SITE.sub("", " ".join(title.split()))).rstrip(" .:;,"))
    whole = _BRACKETED.sub("", whole) or whole
    parts = [part for part in _PARTS.split(whole) if not any(sort.match(part) for sort in _LABELLESS)]
    bare = _thing(_shortened(parts or [whole]))
    if len(bare) < 3 or bare.endswith(("?", "!")) or len(bare.split()) > _LONGEST or (bare.isupper() and " " in bare):
        return ""
    return f"{bare[0].upper()}{bare[1:]}"


def _thing(title: str) -> str:
    """Return the thing that a title explains: "lock" for "How does a lock work?" """
    asked = title.rstrip("?")
    found = _WORKING.match(asked) or _DOING.match(asked) or _MAY_DO.match(asked) or _INSIDE.match(asked)
    return found["thing"] if found else title


def _shortened(parts: list[str]) -> str:
    """Return what tells most in a title: "how sap rises" behind a colon, the name before a headline's verb."""
    told = next((part for part in parts if _EXPLAINING.match(part)), "")
    if told:
        return told
    whole = " – ".join(parts)
    person = _TOLD.fullmatch(whole)
    if person and _PERSON.fullmatch(person["name"]):
        return person["name"]
    if len(whole.split()) <= _SHORT:
        return whole
    event = next((part for part in parts[1:] if _is_event(part)), "")
    if event or (_PERSON.fullmatch(parts[0]) and parts[-1].startswith(_DESCRIBING)):
        return event or parts[0]
    named = None if _is_heading(whole) else _NAME.match(parts[0]) or _HEADLINE.match(parts[0])
    owned = named is not None and re.search(r"['’]s? ", named["name"])  # "China's Mars", of its probe
    return named["name"] if named and not owned else _cut(whole, parts[0])


def _cut(whole: str, first: str) -> str:
    """Return a long headline without what it says beside: "as its lake dries out"."""
    if len(whole.split()) <= _LONG or _is_heading(whole):
        return whole if len(whole.split()) <= _LONGEST else first
    main = _ASIDE.sub("", first).rstrip(",")
    return main if len(main.split()) > 2 or len(whole.split()) > _LONGEST else whole


def _is_heading(title: str) -> bool:
    """Return whether the words of a title have capitals, as in a book: no verb can be told from a noun there."""
    long = [word for word in title.split() if len(word) > 4]
    return len(long) > 2 and all(not word[0].islower() for word in long)


def _is_event(part: str) -> bool:
    """Return whether a part of a title is the name of an event: "The First Punic War"."""
    *first, last = _ERA.sub("", part).split(" ")
    return len(first) > 1 and last.lower() in _EVENTS and all(word[:1].isupper() for word in (first[-1], last))


@lru_cache(maxsize=256)
def of_section(heading: str) -> str:
    """Return the heading of a section as the second part of a label, "" where it names nothing."""
    bare = _NUMBERED.sub("", " ".join(heading.split())).rstrip(" .:;,")
    none = len(bare) < 4 or bare.isupper() or len(bare.split()) > _SHORT or bare.endswith(("?", "!"))
    if none or _NAMELESS.match(bare):
        return ""
    return f"{bare[0].upper()}{bare[1:]}"


def within(label: str, section: str) -> str:
    """Return the label of a document followed by that of one of its sections."""
    return f"{label} – {section}" if section else label


def put(label: str, question: Question) -> Question:
    """Return a question whose prompt stands behind a label."""
    return replace(question, prompt=f"{label}: {question.prompt}")


def bare(question: Question) -> str:
    """Return the prompt of a question without the label of its document."""
    if not question.sources:
        return question.prompt
    label, section = of(question.sources[0].title), of_section(question.sources[0].section)
    told = next((said for said in (within(label, section), label) if question.prompt.startswith(f"{said}: ")), "")
    if label and told:
        return question.prompt.removeprefix(f"{told}: ")
    return _DATED.sub("", question.prompt, count=1) if _DATED.match(question.prompt) else question.prompt
