"""Equations and terms, in which every sign counts: V = IR is not V = I/R."""

import re

from quizgen.grading import words
from quizgen.grading.verdict import Verdict

_TERM = re.compile(r"(?=.*[+*/^])(?=.*[0-9])(?=.*[^\W\d_])(?:(?<![^\W\d_])[^\W\d_](?![^\W\d_])|[0-9.]|[-+*/^()]|\s)+")
_SHORT = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]{1,3}(?![^\W\d_])|[0-9.]|[-+*/^()]|\s)+")
_SIGNS = str.maketrans({"×": "*", "·": "*", "⋅": "*", "÷": "/", "π": "pi", "[": "(", "]": ")", "≤": "<=", "≥": ">="})


def grade(given: str, expected: str) -> Verdict | None:
    """Grade sign by sign; None if one of the two is no equation and no term with variables."""
    wanted = _sides(expected, _TERM)
    typed = _sides(given, _TERM if len(wanted) == 1 else _SHORT)
    if not wanted or not typed:
        return None
    if len(typed) < len(wanted):
        return Verdict.RIGHT if typed[0] == wanted[-1] else Verdict.WRONG
    return Verdict.RIGHT if sorted(typed) == sorted(wanted) else Verdict.WRONG


def _sides(text: str, term: re.Pattern[str]) -> list[str]:
    """Return the sides of an equation in one notation, an inequality whole, or one side alone that is such a term.

    Empty for anything else.
    """
    text = words.plain(text).casefold().translate(_SIGNS).strip(" .!?")
    order = re.search("([<>])(=?)", text)
    sides = [side.strip() for side in re.split("[<>]=?|=", text)]
    if not all(sides) or (len(sides) == 1 and not term.fullmatch(text)):
        return []
    sides = [_normal(side) for side in sides]
    if not order:
        return sides
    return [f"<{order[2]}".join(sides if order[1] == "<" else reversed(sides))]


def _normal(term: str) -> str:
    """Return a term without spaces, signs of multiplication and of powers that need no sign: 2x, mc2."""
    term = re.sub(r"(?<=[^\W\d_)])\^(?=[0-9])", "", re.sub(r"\s+", "", term).replace("**", "^"))
    return re.sub(r"(?<=[\w)])\*(?=[^\W\d_(])", "", term)
