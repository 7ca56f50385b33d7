"""Names of persons and bodies: word order, titles, initials, surnames and acronyms."""

from quizgen.grading import words
from quizgen.grading.numerals import roman
from quizgen.grading.wordlist import wordset
from quizgen.grading.words import Form

_TITLES = wordset(
    "mr mrs ms miss dr doctor prof professor sir dame lord lady president king queen emperor empress saint pope "
    "general captain admiral senator governor chancellor prince princess madame monsieur"
)
_PARTICLES = wordset("van von der den de di da du la le del della bin ibn al el of")
_MINOR = wordset("of and the for in on at to de la le du")
_SUFFIXES = frozenset({"junior", "senior", "esq", "phd", "md"})


def turned(text: str) -> str:
    """Return "Marie Curie" of "Curie, Marie"; other texts unchanged."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and all(parts) and all(part[0].isalpha() and len(part.split()) < 4 for part in parts):
        return f"{parts[1]} {parts[0]}"
    return text


def bare(name: Form) -> Form:
    """Return a canonical name without titles before and suffixes after it; never nothing."""
    start, end = 0, len(name)
    while end - start > 1 and name[start] in _TITLES:
        start += 1
    while end - start > 1 and name[end - 1] in _SUFFIXES:
        end -= 1
    return name[start:end]


def surname(name: Form) -> Form:
    """Return the last word of a canonical name, with particles: ("van", "gogh")."""
    start = len(name) - 1
    while start > 1 and name[start - 1] in _PARTICLES:
        start -= 1
    return name[start:]


def initials_agree(given: Form, expected: Form) -> bool:
    """Tell whether two names are one with given names shortened to initials, or middle names left out on one side.

    The surnames must be equal and the first name or its initial must be there.
    """
    one, other = list(given), list(expected)
    last = surname(expected)
    if len(last) >= len(one) or given[-len(last) :] != last or len(expected) <= len(last):
        return False
    one, other = one[: -len(last)], other[: -len(last)]
    if not _begins(one[0], other[0]):
        return False
    short, long = sorted((one[1:], other[1:]), key=len)
    position = 0
    for name in short:
        while position < len(long) and not _begins(name, long[position]):
            position += 1
        if position == len(long):
            return False
        position += 1
    return True


def _begins(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def complete(given: Form, expected: Form) -> bool:
    """Tell whether ``given`` has as many names as ``expected``, be they initials."""
    return len(given) >= len(expected)


def is_acronym(short: str, long: str) -> bool:
    """Tell whether ``short`` is three or more initials of ``long``; small words may be left out."""
    letters = "".join(words.tokens(short))
    parts = list(words.tokens(long.replace("-", " ")))
    if len(letters) < 3 or len(parts) < 3 or (" " in short.strip() and "." not in short):
        return False
    if sum(part[0].isupper() for part in long.split()) < 3:
        return False
    return letters in {_initials(parts), _initials([part for part in parts if part not in _MINOR])}


def _initials(parts: list[str]) -> str:
    """Return the first letters; a number at the end stays whole, as in WWII."""
    last = parts[-1:] if parts and (parts[-1].isdigit() or roman(parts[-1])) else []
    return "".join(part[0] for part in parts[: len(parts) - len(last)]) + "".join(last)
