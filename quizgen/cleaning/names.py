"""Lines that are the name of a person."""

import re
from itertools import takewhile

from quizgen.words import words

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĪĮİŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_PART = rf"[{_UPPER}](?:[\w'’-]*\w|\.)?(?:\.(?=[{_UPPER}]\.))?"
_PARTICLE = r"(?:(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos|ter|y) )"
NAME = rf"{_PART}(?: {_PARTICLE}{{0,2}}{_PART}){{1,3}}"
NAMES = rf"{NAME}(?:(?:, | and | & |, and ){NAME}){{0,4}}"
_ROLE = (
    r"(?:\w+ ){0,3}(?:correspondent|editor|reporter|writer|staff|journalist|columnist|producer|contributor|news|times"
    r"|post|press|media|science|technology|politics|health|business)s?"
)
_ALONE = _LEADING = re.compile(NAMES)
_WITH_ROLE = re.compile(
    rf"({NAMES})(?:, | [|·•–—-] ?)(?:(?i:(?:the )?{_ROLE})(?:, [\w ,.]{{1,40}})?|.{{0,30}}\d.{{0,30}})"
)
_ROLE_ALONE = re.compile(
    r"(?:[A-Z][\w-]+ ){0,2}(?:Correspondent|Editor|Reporter|Writer|Journalist|Columnist|Producer|Contributor)s?"
    r"(?:, [A-Z][\w ]{1,40})?"
)
_WITH_PLACE = re.compile(rf"({NAMES}) in {_PART}(?: {_PART})?")


def is_names(text: str) -> bool:
    """The line could be nothing but the names of one or more persons."""
    return bool(_ALONE.fullmatch(text))


def has_given_name(text: str) -> bool:
    """The line begins with a common given name."""
    return text.split()[0].casefold() in words("given_names")


def is_signature(text: str) -> bool:
    """The line is a role, or a name with a role or a place, as under a headline: "Jane Doe, science editor"."""
    if _ROLE_ALONE.fullmatch(text):
        return True
    found = _WITH_ROLE.fullmatch(text) or _WITH_PLACE.fullmatch(text)
    return bool(found and has_given_name(text))


def without_roles(text: str) -> str:
    """Return a list of names up to a role, which looks like a name: "Jane Doe, Science Editor"."""
    parts = text.split(", ")
    return ", ".join(takewhile(lambda part: not _ROLE_ALONE.fullmatch(part), parts))


def first(text: str) -> str:
    """Return the names with which a signature begins, "" where there are none."""
    found = _LEADING.match(text)
    return found[0] if found else ""
