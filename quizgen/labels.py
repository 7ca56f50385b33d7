"""What a document is about, put before a stem that needs it: "Halifax Explosion: What caused eye injuries?" """

import re
from dataclasses import replace
from functools import lru_cache

from quizgen.lexicon import straight_name
from quizgen.model import Question
from quizgen.words import words

_NUMBERED = re.compile(
    r"^(?:#+\s+)?(?:(?:(?:chapter|section|unit|lesson|part|module|topic|week)\s+(?:\d+(?:\.\d+)*|[IVXL]+)|\d+(?:\.\d+)+|\d+[.:)])"
    r"\s*[.:,)—–-]?\s+(?=\S)|\d{1,2}\s+(?=[A-Z][a-z]+(?:ing|ion|ics|ism|ity|ogy|sis|ure)\b))*",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+[|•]\s+[^|•]+$|\s+-\s+Wikipedia$")
_PARTS = re.compile(r"\s*[:;]\s+|\s+[—–]\s+")
_EXPLAINING = re.compile(r"how\b(?! to\b)", re.IGNORECASE)
_EMPTY = re.compile(r"how (?:it|it[’']s|they|they[’']re|things|this|that)\b", re.IGNORECASE)  # tells no topic
_ASKING = re.compile(r"(?:why|what|who|where|when|which|is|are|can|do|does)\b.*\?$", re.IGNORECASE)
_QUOTED = re.compile(r"[‘“'\"].*[’”'\"]$")  # somebody's words before the headline
_WORD = (  # of a thing: what stands around a verb is none
    r"(?!(?:that|which|who|is|are|was|were|gets?|got|of|in|on|and|for|from|to|with|at|by|as)\b)[\w’-]+"
)
_WORKING = re.compile(
    rf"how (?:do |does |is |are )?(?:an? |the )?(?P<thing>{_WORD}(?: {_WORD}){{0,3}}) (?:works?|functions?|operates?"
    r"|(?:is|are|was|were|gets?|got) (?:built|made)|built|made|developed)$",
    re.IGNORECASE,
)
_DOING = re.compile(
    rf"how an? (?P<thing>{_WORD}(?: {_WORD}){{0,2}}?) (?:[\w’-]*[a-rt-z]s|does|has|goes) ", re.IGNORECASE
)
_MAY_DO = re.compile(
    rf"(?:how (?:does|can) an? (?P<thing>{_WORD}(?: (?!an?\b|the\b){_WORD}){{0,2}}?)"
    r" (?!an?\b|the\b|wh|how\b|if\b)[a-z]+"
    r" (?:an?|the|its|your|our|their|us|up|down|in|on|into|to|from|through|so|without|itself|wh\w+|how|if|that)\b.*"
    rf"|how (?:does|can) an? (?P<plain>{_WORD}) [a-z]+)$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"inside (?:an? |the )?(?P<thing>{_WORD}(?: {_WORD}){{0,2}}?)(?: (?:that|which|you|your|behind|of) .+)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:everything|all|what|(?:[\w-]+ )?(?:facts|things)) (?:(?:you|we|everyone) [^:?]+ )?about (?P<thing>[^:?]+)$",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"(?P<thing>[^:?–]+?),? explained$", re.IGNORECASE)
_NAME = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: (?:of |the |for |and )*[A-Z][\w’'-]*)+) (?:to|(?!its|his|as|is)[a-z]+[a-rt-z]s) [\w’'-]"
)
_HEADLINE = re.compile(
    r"(?P<name>(?!(?:How|Why|What|When|Where|Who|There|It|This|That|They|We|You|I|He|She|No|Not|If|As|Scientists|From"
    r"|Between|Born|Ready|Back|Here|Everything|All)\b)"
    r"[A-Z][\w’'-]*(?:(?: [A-Z][\w’'-]*)+| [\w’'-]+)?) "
    r"(?:(?:is|are|was|were|has|have|will|can|may|could) (?=\w)|to (?=[a-z]))"
)
_PARTICIPLE = re.compile(
    r"(?:\w{2,}ed|begun|born|bought|broken|brought|built|caught|chosen|cut|done|drawn|driven|eaten|fallen|felt|forgotten"
    r"|fought|found|frozen|given|gone|grown|heard|held|hidden|hit|hurt|kept|killed|known|laid|led|left|lost|made|paid|put"
    r"|read|seen|sent|set|shot|shown|shut|sold|spent|stolen|struck|sunk|sworn|taken|thought|thrown|told|torn|won|worn"
    r"|written)$",
    re.IGNORECASE,
)
_EVENTS = frozenset("war revolution rebellion crisis famine plague uprising revolt massacre expedition".split())
_PERSON = re.compile(r"(?!The )[A-Z][\w’'-]+(?: (?:van |von |de |da )?[A-Z][\w’'-]+){1,3}")
_TOLD = re.compile(r"(?P<name>[^,]+), (?:the|an?) [^,]+$")
_DESCRIBING = ("the ", "a ", "an ", "how ", "life ")
_ARTICLED = ("The ", "A ", "An ")
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
_QUOTING = 3  # words of what names the speaker of a quotation
_PAIR = 2
_SORTS = (_WORKING, _DOING, _MAY_DO, _INSIDE, _ABOUT, _EXPLAINED)


@lru_cache(maxsize=256)
def of(title: str) -> str:
    """Return what a title names, without its number and the name of a site; "" where it would be no label.

    It is a whole headline or a whole phrase: no piece of one that ends in a verb.
    """
    whole = straight_name(_NUMBERED.sub("", _SITE.sub("", " ".join(title.split()))).rstrip(" .:;,"))
    whole = _BRACKETED.sub("", whole) or whole
    told = _PARTS.split(whole)
    parts = [part for part in told if not any(sort.match(part) for sort in _LABELLESS)]
    if len(told) > 1 and _QUOTED.match(told[-1]) and len(told[0].split()) < _QUOTING:  # "Mayor: 'We will build'"
        return ""
    bare = _thing(_shortened(parts or [whole]))
    if len(bare) < 3 or "?" in bare or bare.endswith("!") or _word_count(bare) > _LONGEST or _is_shouted(bare):
        return ""
    return f"{bare[0].upper()}{bare[1:]}"


def _is_shouted(title: str) -> bool:
    return title.isupper() and " " in title


def _word_count(title: str) -> int:
    return sum(word != "–" for word in title.split())


def _thing(title: str) -> str:
    """Return the thing that a title explains: "lock" for "How does a lock work?" """
    asked = title.rstrip("?")
    found = next((match for sort in _SORTS if (match := sort.match(asked))), None)
    return next(filter(None, found.groupdict().values())) if found else title


def _shortened(parts: list[str]) -> str:
    """Return what tells most in a title: "how sap rises" behind a colon, the name before a headline's verb."""
    told = next((part for part in parts if _EXPLAINING.match(part)), "")
    if told:
        return told
    whole = " – ".join(parts)
    person = _TOLD.fullmatch(whole)
    if person and _PERSON.fullmatch(person["name"]):
        return person["name"]
    named = _described(parts)
    if named or _word_count(whole) <= _SHORT:
        return named or whole
    event = next((part for part in parts[1:] if _is_event(part)), "")
    return event or _subject(parts[0], whole) or _cut(whole, parts[0])


def _described(parts: list[str]) -> str:
    """Return the name in a title that says who bears it: "Ada Holm" of "The woman who built bridges: Ada Holm"."""
    first, last = parts[0], parts[-1]
    if len(parts) != _PAIR:
        return ""
    if _PERSON.fullmatch(first) and last.startswith(_DESCRIBING):
        return first
    return last if _PERSON.fullmatch(last) and first.startswith(_ARTICLED) and not _is_heading(first) else ""


def _subject(first: str, whole: str) -> str:
    """Return the name before the verb of a headline; "China's Mars", of its probe, is none."""
    named = None if _is_heading(whole) else _NAME.match(first) or _HEADLINE.match(first)
    if named is None or re.search(r"['’]s? ", named["name"]) or _is_piece(named["name"]):
        return ""
    return named["name"]


def _is_piece(text: str) -> bool:
    """Return whether a verb stands at the end of a phrase, or behind a plural at its beginning."""
    *first, last = text.split(" ")
    spoken = any(word.islower() and word in words("finite") for word in (*first, last))
    return spoken or (last.islower() and _PARTICIPLE.match(last) is not None)


def _cut(whole: str, first: str) -> str:
    """Return a long headline without what it says beside: "as its lake dries out"."""
    count = _word_count(whole)
    if count <= _LONG or whole != first or _is_heading(whole):
        return whole if count <= _LONGEST else first
    main = _ASIDE.sub("", first).rstrip(",")
    whole_too = count <= _LONGEST
    return whole if whole_too and (len(main.split()) <= _PAIR or _PARTICIPLE.match(main.split()[-1])) else main


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
