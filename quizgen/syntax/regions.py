"""The state or county behind a town, which says which one it is: "Springfield, Oregon", "Midleton, County Cork"."""

from typing import TYPE_CHECKING

from quizgen import lists

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = frozenset({"at", "from", "in", "near", "to"})
_CAPITAL = ("D.C.", "DC")
_LONGEST = 3  # words of a region


def joined(tokens: list["Token"], head: "Token") -> list["Token"]:
    """Return the tokens of a town with the comma and the region behind it, where a preposition stands before."""
    comma = head.i + 1
    named = bool(tokens) and tokens[-1] == head and head.pos_ == "PROPN" and tokens[0].pos_ == "PROPN"
    if not named or head.dep_ != "pobj" or head.head.lower_ not in _WHERE or comma >= head.sent.end - 1:
        return tokens
    found = _region(head) if head.doc[comma].text == "," else []
    return [*tokens, head.doc[comma], *found] if found else tokens


def _region(head: "Token") -> list["Token"]:
    """Return the name of the state or county that stands two words behind a head, [] where none does."""
    found: list[Token] = []
    for token in head.doc[head.i + 2 : min(head.i + 2 + _LONGEST, head.sent.end)]:
        if token.pos_ != "PROPN" and token.text not in _CAPITAL:
            break
        found.append(token)
    name = " ".join(token.text for token in found)
    county = len(found) > 1 and found[0].text == "County"
    states = any(each.name == "us_states" for each in lists.containing(name)) if found else False
    return found if county or states or name in _CAPITAL else []
