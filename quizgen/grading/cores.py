"""What an answer says without its trimmings: prepositions, class nouns, pronouns, and the order around "of"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.grading import lists
from quizgen.grading.wordlist import phrases
from quizgen.words import words as listed

_GROUPS = {
    "cause": "because of, because, due to, owing to, thanks to, on account of, as a result of, since, as",
    "place": "in, at, on",
    "purpose": "in order to, so as to, to, so that",
    "means": "by, by means of, with",
    "from": "from",
    "of": "of",
    "for": "for",
    "during": "during",
}
_GROUP = {phrase: group for group, text in _GROUPS.items() for phrase in phrases(text)}
_PREPOSITION = re.compile(rf"({'|'.join(sorted(_GROUP, key=len, reverse=True))})\s+(?=\S)", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|he|she)\s+(?:(?:is|are|was|were)\s+)?(?=[a-z])", re.IGNORECASE)
_OF_A_KIND = re.compile(
    r"(?:the\s+)?(city|town|village|country|state|province|planet|island|isle|river|lake|loch|mount|mt\.?|element|year|month"
    r"|process|act)\s+(of\s+)?(?!of\b)(?=\S)",
    re.IGNORECASE,
)
_KIND_LAST = re.compile(r"\s+(river|ocean|desert|mountains|islands|lake|national park)$", re.IGNORECASE)
_ONLY_OF = ("process", "act")
_NATURE = ("river", "lake", "loch", "national park", "mount", "mt", "ocean", "desert", "mountains", "islands")
_DIRECTIONS = {
    "north": "N", "south": "S", "east": "E", "west": "W", "northeast": "NE", "northwest": "NW", "southeast": "SE",
    "southwest": "SW",
}  # fmt: skip
_DOING = re.compile(r"([a-z]{2,})ing(\s+\S.*)")
_ASIDE = re.compile(r"(.*[^\s(])\s+\([^()]+\)")
_MANY = ("mountains", "islands")
_OWNER = re.compile(r"(.{2,40}?)(?:['’]s|(?<=s)['’])\s+(\S.*)")
_BELONGING = re.compile(r"(?:the\s+)?(\S+(?:\s+\S+)?)\s+of\s+(?:the\s+)?([A-Z].*)")
# Washington University is not the University of Washington.
_AMBIGUOUS = re.compile(r"university|college", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Core:
    """A text without trimmings, and the sorts of preposition and of class noun that were taken off; "" for none."""

    text: str
    lead: str = ""
    kind: str = ""

    def fits(self, expected: "Core") -> bool:
        """Tell whether what was taken off this and off what is expected does not contradict: a state is no river."""
        if self.kind in _NATURE and not expected.kind and lists.is_larger(expected.text):
            return False
        return _agree(self.lead, expected.lead) and _agree(self.kind, expected.kind)


@lru_cache(maxsize=1024)
def cores(text: str, *, expected: bool) -> tuple[Core, ...]:
    """Return the text itself and what is left of it without trimmings, the fullest first.

    Brackets are trimmings of what is ``expected`` only; in what was typed they can say anything.
    """
    found = [Core(text), *([Core(aside[1])] if (aside := _ASIDE.fullmatch(text)) and expected else [])]
    for step in (_without_pronoun, _without_preposition, _without_kind):
        found += [shorter for core in found for shorter in step(core)]
    found += [Core(short, core.lead) for core in found for short in _direction(core.text)]
    return (*found, *(Core(turned) for turned in _turned(text)))


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _without_pronoun(core: Core) -> Iterator[Core]:
    match = _PRONOUN.match(core.text)
    if match:
        yield Core(core.text[match.end() :])


def _without_preposition(core: Core) -> Iterator[Core]:
    match = _PREPOSITION.match(core.text)
    if match:
        yield Core(core.text[match.end() :], _GROUP[match[1].casefold()])


def _without_kind(core: Core) -> Iterator[Core]:
    """Yield "Thames" for "River Thames" and "the Thames river", "Falklands" for "Falkland Islands"."""
    first, last = _OF_A_KIND.match(core.text), _KIND_LAST.search(core.text)
    if first and (first[2] or first[1].casefold() not in _ONLY_OF):
        kind, rest = first[1].casefold().rstrip("."), core.text[first.end() :]
        if first[2] or kind not in _NATURE or _is_name(rest):
            yield Core(rest, core.lead, "mount" if kind == "mt" else kind)
    elif last and core.text[: last.start()].strip():
        kind, rest = last[1].casefold(), core.text[: last.start()]
        if _is_name(rest.removeprefix("the ").removeprefix("The ")):
            yield Core(rest, core.lead, kind)
            if kind in _MANY and not rest.endswith("s"):
                yield Core(rest + "s", core.lead, kind)


def _is_name(text: str) -> bool:
    """Tell whether a text is more than a common noun, as "District" of "Lake District" is not."""
    return text.casefold() not in listed("common")


def _turned(text: str) -> Iterator[str]:
    """Yield "capital of France" for "France's capital", "Paris Treaty" for "Treaty of Paris", and the like."""
    if "&" in text:
        yield text.replace("&", " ")
    doing = _DOING.fullmatch(text)
    if doing:
        yield from (verb + doing[2] for verb in _verbs(doing[1]))
    owner = _OWNER.fullmatch(text)
    if owner:
        yield f"{owner[2]} of {owner[1]}"
    belonging = _BELONGING.fullmatch(text)
    if belonging and not _AMBIGUOUS.search(text):
        yield f"{belonging[2]} {belonging[1]}"


def _direction(text: str) -> Iterator[str]:
    """Yield "SE" for "southeast", "south-east" and "the south east"."""
    found = _DIRECTIONS.get(re.sub(r"[\s-]", "", text.casefold().removeprefix("the ")))
    if found:
        yield found


def _verbs(stem: str) -> Iterator[str]:
    """Yield the verbs that can end in "ing" behind a stem: protect, mak(e), run(n)."""
    yield from (stem, stem + "e")
    if stem[-1:] == stem[-2:-1]:
        yield stem[:-1]
