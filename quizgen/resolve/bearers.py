"""Who bears a name: the persons whom a title names in full, and what a wedding tells of those who marry."""

import re
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import name_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS = re.compile(r"[:;,()|!?“”\"]| [–—-] |['’]s\b")
_BOTH = frozenset({"and", "&"})
_SEXES = {"he": "m", "she": "f"}
_LONGEST = 5  # words of a name


def of(title: str) -> tuple[str, ...]:
    """Return the full names in a title, also those with one surname between them: Robert and Clara Schumann."""
    found: list[str] = []
    for part in _PARTS.split(title):
        found += _names(part.split())
    return tuple(dict.fromkeys(found))


def _names(parts: list[str]) -> list[str]:
    found: list[str] = []
    start = 0
    while start < len(parts):
        end = next((n for n in range(min(len(parts), start + _LONGEST), start + 1, -1) if _is_name(parts[start:n])), 0)
        couple = parts[start + 1 : start + 2]
        if not end and couple and couple[0] in _BOTH and _is_couple(parts[start : start + 4]):
            found += [f"{parts[start]} {parts[start + 3]}", f"{parts[start + 2]} {parts[start + 3]}"]
            end = start + 4
        elif end:
            found.append(" ".join(parts[start:end]))
        start = end or start + 1
    return found


def _is_name(parts: list[str]) -> bool:
    name = " ".join(parts)
    return lexicon.is_capitalised(name) and lexicon.is_full_name(name)


def _is_couple(parts: list[str]) -> bool:
    return len(parts) == 4 and _is_name([parts[0], parts[3]]) and _is_name([parts[2], parts[3]])


def is_of_two(surname: str, names: tuple[str, ...]) -> bool:
    """Return whether two of some full names end in one surname."""
    return sum(name.split()[-1] == surname for name in names) > 1


def spouse(token: "Token") -> "Token | None":
    """Return who marries the one whose name this is: "she married Paul Moss" → she."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_ != "marry":
        return None
    return next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i), None)


def sex(token: "Token") -> str:
    """Return f, m or "" for a pronoun or a name."""
    return _SEXES.get(token.lower_, "") or (lexicon.gender(name_of(token)) if token.pos_ == "PROPN" else "")
