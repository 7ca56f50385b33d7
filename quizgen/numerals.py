"""Numbers as words, and back."""

import re
from collections.abc import Mapping

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_IRREGULAR |= {"twelve": "twelfth"}

SCALES: Mapping[str, float] = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
CARDINALS: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}
_FRACTIONS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_FRACTIONS |= {"eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000}
_WORD = re.compile(r"[a-z]+")


def _ordinal_word(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


ORDINALS: Mapping[str, int] = {
    **{_ordinal_word(word): value for word, value in CARDINALS.items() if value},
    "hundredth": 100,
    "thousandth": 1000,
}


def number_word(text: str) -> float | None:
    """Return the value of a cardinal or fraction in words ("twenty-one", "one-third", "a million"), or None."""
    words = [word for word in _WORD.findall(text.casefold()) if word != "and"]
    if words == ["half"]:
        return 0.5
    return _fraction(words) if _is_fraction(words) else _cardinal(words)


def _is_fraction(words: list[str]) -> bool:
    return len(words) == 2 and words[1].removesuffix("s") in _FRACTIONS and (words[0] in CARDINALS or words[0] == "a")


def _fraction(words: list[str]) -> float | None:
    top = 1 if words[0] == "a" else CARDINALS[words[0]]
    name = words[1].removesuffix("s")
    # "twenty third" is an ordinal that lost its hyphen
    return None if top >= 20 or top == 0 else top / _FRACTIONS[name]


def _cardinal(words: list[str]) -> float | None:
    total, part = 0.0, None
    for word in words:
        if word in CARDINALS:
            part = _add(part, CARDINALS[word])
        elif word in ("hundred", "dozen"):
            part = (100 if word == "hundred" else 12) * (1 if part is None else part)
        elif word in SCALES:
            total, part = total + SCALES[word] * (1 if part is None else part), 0
        elif word == "a" and part is None:
            part = None
        else:
            return None
        if part is not None and part < 0:
            return None
    return None if part is None else total + part


def _add(part: float | None, value: int) -> float:
    """Return the part with a further word, or -1 where the words do not go together ("twenty ten", "five six")."""
    if not part:
        return float(value)
    room = 100 if part % 100 == 0 else 10 if part % 10 == 0 and part % 100 >= 20 else 0
    return part + value if value < room and value else -1.0


def ordinal_word(text: str) -> int | None:
    """Return the value of an ordinal: "third", "twenty-first", "21st"; None for anything else."""
    lower = text.casefold().replace(" ", "-")
    if digits := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", lower):
        return int(digits[1])
    tens, _, last = lower.rpartition("-")
    if tens in _TENS and ORDINALS.get(last, 99) < 10:
        return CARDINALS[tens] + ORDINALS[last]
    return ORDINALS.get(last) if not tens else None


def spell(number: int) -> str:
    """Return a whole number from 0 to 999,999 in words: 21 → "twenty-one"."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_UNITS[rest]}" if rest else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    count, rest = divmod(number, size)
    return f"{spell(count)} {name}" + (f" {spell(rest)}" if rest else "")


def spell_ordinal(number: int) -> str:
    """Return an ordinal from 1 to 99 in words: 21 → "twenty-first"."""
    head, dash, last = spell(number).rpartition("-")
    return f"{head}{dash}{_ordinal_word(last)}"


def ordinal_digits(number: int) -> str:
    """Return an ordinal in digits: 21 → "21st"."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
