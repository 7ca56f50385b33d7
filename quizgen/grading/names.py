"""Names of persons and bodies: word order, titles, initials, surnames and acronyms."""

import re
from collections.abc import Sequence

from quizgen.grading import words
from quizgen.grading.numerals import numeral, roman
from quizgen.grading.verdict import Verdict
from quizgen.grading.wordlist import wordset
from quizgen.grading.words import Form

_TITLES = wordset(
    "mr mrs ms miss dr doctor prof professor sir dame lord lady president king queen emperor empress saint pope "
    "general captain admiral senator governor chancellor prince princess madame monsieur"
)
# Before a name they add nothing even where it is not known that it is a person's; "Prince Edward Island" keeps its own.
_SURE_TITLES = wordset(
    "mr mrs ms dr doctor prof professor sir dame king queen pope president emperor captain colonel admiral"
)
_PARTICLES = wordset("van von der den de di da du la le del della bin ibn al el of")
_MINOR = wordset("of and the for in on at to de la le du")
_SUFFIXES = frozenset({"junior", "senior", "esq", "phd", "md"})
_SPECIES = re.compile(r"[A-Z][a-z]{2,} [a-z]{3,}")


def grade(given: str, expected: str, others: Sequence[str], *, person: bool) -> Verdict:
    """Grade another form of a name; the more sure that it is a person's, the more generous."""
    typed, wanted = words.forms(turned(given))[0], words.forms(turned(expected))[0]
    if _SPECIES.fullmatch(expected.strip()) and len(typed) == 2 and _shortened(typed, wanted):
        return Verdict.RIGHT
    if not (person or looks_like_name(expected)):
        return Verdict.WRONG
    if _titles_agree(typed, wanted) and (person or min(len(bare(typed, _SURE_TITLES)), len(wanted)) > 1):
        titles = _TITLES if person else _SURE_TITLES
        typed, wanted = bare(typed, titles), bare(wanted, titles)
    if words.same(typed, wanted):
        return Verdict.RIGHT
    if len(wanted) < 2:
        return Verdict.WRONG
    if typed in (wanted[1:] + wanted[:1], wanted[-1:] + wanted[:-1]) or (person and sorted(typed) == sorted(wanted)):
        return Verdict.RIGHT
    known = [form for other in others for form in words.forms(other)[:1] if not words.same(form, wanted)]
    return _person(typed, wanted, known) if person else _somebody(typed, wanted, known)


def _person(typed: Form, wanted: Form, known: Sequence[Form]) -> Verdict:
    """Grade a person's name: surname or initials are enough unless another known person shares them."""
    if typed in (surname(wanted), wanted[-1:]):
        shared = any(form[-len(typed) :] == typed for form in known if len(form) > 1)
        return Verdict.CLOSE if shared else Verdict.RIGHT
    if initials_agree(typed, wanted):
        rival = any(initials_agree(typed, form) for form in known)
        return Verdict.RIGHT if len(typed) >= len(wanted) and not rival else Verdict.CLOSE
    return Verdict.WRONG


def _somebody(typed: Form, wanted: Form, known: Sequence[Form]) -> Verdict:
    """Grade what may be a person's name: names may become initials and the reverse, and one initial may be missing."""
    if typed in (surname(wanted), wanted[-1:]):
        return Verdict.CLOSE
    if not initials_agree(typed, wanted):
        return Verdict.WRONG
    rival = any(initials_agree(typed, form) for form in known)
    whole = _shortened(typed, wanted) or typed == _without_initial(wanted)
    return Verdict.RIGHT if whole and not rival else Verdict.CLOSE


def _shortened(typed: Form, wanted: Form) -> bool:
    """Tell whether two names agree word by word, some of them as initials, with the last one whole."""
    return len(typed) == len(wanted) and typed[-1] == wanted[-1] and all(map(_begins, typed, wanted))


def _without_initial(name: Form) -> Form:
    """Return "John Kennedy" of "John F. Kennedy"; names with several initials unchanged."""
    places = [place for place, word in enumerate(name[1:-1], 1) if len(word) == 1]
    return name[: places[0]] + name[places[0] + 1 :] if len(places) == 1 else name


def _titles_agree(one: Form, other: Form) -> bool:
    """Tell whether two names do not carry different titles."""
    first, second = ({word for word in name if word in _TITLES} for name in (one, other))
    return not first or not second or bool(first & second)


def looks_like_name(text: str) -> bool:
    """Tell whether every word of two to four begins with a capital, as in a person's name."""
    parts = turned(text).split()
    return 2 <= len(parts) <= 4 and turned(text)[:1].isupper() and all(map(_is_capitalised, parts))


def _is_capitalised(word: str) -> bool:
    known = word in _PARTICLES or "." in word or bool(roman(word.casefold()))
    return known or (word[0].isupper() and not word.isupper())


def turned(text: str) -> str:
    """Return "Marie Curie" of "Curie, Marie"; other texts unchanged."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and all(parts) and all(part[0].isalpha() and len(part.split()) < 4 for part in parts):
        return f"{parts[1]} {parts[0]}"
    return text


def bare(name: Form, titles: frozenset[str]) -> Form:
    """Return a canonical name without titles before and suffixes after it; never nothing."""
    start, end = 0, len(name)
    while end - start > 1 and name[start] in titles:
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


def is_acronym(short: str, long: str) -> bool:
    """Tell whether ``short`` is three or more initials of ``long``; small words may be left out."""
    letters = "".join(words.tokens(short))
    if len(letters) < 3 or sum(map(str.isalpha, letters)) < 2 or (" " in short.strip() and "." not in short):
        return False
    if short.upper() != short and sum(part[0].isupper() for part in long.split()) < 3:
        return False
    known = words.tokens(long.replace("-", " "))
    orders = {known, words.numbered_last(words.canonical(known))}
    return any(_abbreviates(letters, list(parts)) for parts in orders if len(parts) > 2)


def _abbreviates(letters: str, parts: list[str]) -> bool:
    return letters in {*_initials(parts), *_initials([part for part in parts if part not in _MINOR])}


def _initials(parts: list[str]) -> list[str]:
    """Return the first letters; a number at the end stays whole, in either figures: WWII, WW2."""
    number = parts[-1].removeprefix("#") if parts else ""
    value = roman(number) or (int(number) if number.isdigit() and len(number) < 4 else 0)
    if not value:
        return ["".join(part[0] for part in parts)]
    start = "".join(part[0] for part in parts[:-1])
    return [f"{start}{value}", start + numeral(value)]
