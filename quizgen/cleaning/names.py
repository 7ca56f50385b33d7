"""Lines that are the name of a person."""

import re

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
_WITH_PLACE = re.compile(rf"({NAMES}) in {_PART}(?: {_PART})?")


def is_names(text: str) -> bool:
    """The line could be nothing but the names of one or more persons."""
    return bool(_ALONE.fullmatch(text))


def has_given_name(text: str) -> bool:
    """The line begins with a common given name."""
    return text.split()[0].casefold() in words("given_names")


def is_signature(text: str) -> bool:
    """The line is a name with a role or a place, as under a headline: "Jane Doe, science editor"."""
    found = _WITH_ROLE.fullmatch(text) or _WITH_PLACE.fullmatch(text)
    return bool(found and has_given_name(text))


def first(text: str) -> str:
    """Return the names with which a signature begins, "" where there are none."""
    found = _LEADING.match(text)
    return found[0] if found else ""
