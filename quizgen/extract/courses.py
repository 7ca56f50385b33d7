"""How an amount went on between two dates: "from 62 in 2001 to 648 in 2022" is one phrase, with its own times."""

from typing import TYPE_CHECKING

from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.clauses import Clause


def course(clause: "Clause") -> list["Token"]:
    """Return the tokens from the first amount to the last date, none where a clause tells no such course."""
    low = clause.lowest
    preps = [c for c in low.rights if c.dep_ == "prep"]
    start = next((p for p in preps if p.lower_ == "from"), None)
    goal = next((p for p in preps if p.lower_ == "to" and start is not None and p.i > start.i), None)
    if start is None or goal is None:
        return []
    last = goal.right_edge.i
    dated = next((p for p in preps if p.i == last + 1 and _is_date(p)), None)
    last = last if dated is None else dated.right_edge.i
    halves = low.doc[start.i : goal.i], low.doc[goal.i : last + 1]
    whole = all(_has_amount(list(half)) for half in halves) and any(_is_date(t) for t in halves[0])
    return [*halves[0], *halves[1]] if whole else []


def _is_date(prep: "Token") -> bool:
    return prep.lower_ in ("in", "by") and prep.i + 1 < len(prep.doc) and YEAR.match(prep.nbor(1).text) is not None


def _has_amount(tokens: list["Token"]) -> bool:
    """Return whether a number that is no year stands right behind a preposition: "from over 13 per cent in 1980"."""
    first = next((t for t in tokens[1:5] if t.pos_ == "NUM"), None)
    return first is not None and YEAR.match(first.text) is None and not any(t.text == "," for t in tokens)
