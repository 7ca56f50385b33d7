"""The words of an argument: a token's subtree without what makes a tuple of its own, one phrase for each conjunct."""

from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_PLACES = frozenset({"GPE", "LOC"})
_SET_OFF = frozenset({",", "(", ":", "-LRB-", "--", "–", "—", "-"})
_EDGES = frozenset({",", ";", ":", ".", "–", "—", "-", "--"})
_OPENING = frozenset({"``", "`", "“"})
_CLOSING = frozenset({"''", "”"})
_BRACKETS = {"(": ")", "[": "]", "-LRB-": "-RRB-"}
_MODIFIERS = frozenset({"amod", "nmod", "compound"})
_BRACKET_ENDS = frozenset(_BRACKETS.values())


def words(head: "Token", cut: Collection[int] = ()) -> list["Token"]:
    """Return the tokens of a phrase in order, without its loose parts and without the subtrees of ``cut``.

    A clause that was said or thought keeps all its words.
    """
    found: list[Token] = []
    waiting = [head]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting += [c for c in token.children if c.i not in cut and (head.dep_ == "ccomp" or not _is_loose(c))]
    return _trimmed(sorted(found, key=lambda t: t.i))


def text(tokens: Iterable["Token"]) -> str:
    """Return tokens as they stand in their sentence, with one blank where words were left out."""
    kept = _quoted(_hyphened(list(tokens)))
    parts = [t.text for t in kept[:1]]
    for last, token in pairwise(kept):
        parts += [" "] if _is_apart(last, token) else []
        parts.append(token.text)
    return "".join(parts)


def _is_apart(last: "Token", token: "Token") -> bool:
    if token.i == last.i + 1:
        return bool(last.whitespace_)
    return token.text not in _CLOSING or bool(token.nbor(-1).whitespace_)


def conjuncts(head: "Token") -> list["Token"]:
    """Return a token and what is coordinated with it: "Ann", "Bob" and "Eve" of "Ann, Bob and Eve"."""
    found = [head]
    for token in found:
        found += [c for c in token.children if c.dep_ == "conj"]
    return found


def parts(head: "Token", cut: Collection[int] = ()) -> list[list["Token"]]:
    """Return a phrase for each conjunct, or for each of the modifiers that are coordinated before one noun."""
    heads = conjuncts(head)
    if any(t.lower_ in ("neither", "nor") for h in heads for t in h.children):
        return [words(head, cut)]
    if len(heads) > 1:
        return [words(h, {*cut, *joints(h)}) for h in heads]
    modifier = next((c for c in head.children if c.dep_ in _MODIFIERS and _is_coordinated(c)), None)
    if modifier is None:
        return [words(head, cut)]
    frame = words(head, {*cut, *joints(head), modifier.i})
    return [sorted([*frame, *words(m, joints(m))], key=lambda t: t.i) for m in conjuncts(modifier)]


def joints(token: "Token") -> set[int]:
    """Return the places of what joins a token to others: conjuncts, "and", "both"."""
    return {c.i for c in token.children if c.dep_ in ("conj", "cc", "preconj") or (c.dep_, c.lower_) == ("det", "both")}


def is_set_off(token: "Token") -> bool:
    """Return whether a comma, colon, dash or bracket stands before a phrase."""
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text in _SET_OFF


def completes_name(appositive: "Token") -> bool:
    """Return whether an apposition belongs to its noun: "Lima, Peru", "May 4, 1912", "the term cob"."""
    return not is_set_off(appositive) or appositive.like_num or is_region(appositive)


def is_region(appositive: "Token") -> bool:
    """Return whether an apposition names the region in which a place lies: "Peru" of "Lima, Peru"."""
    place = appositive.head
    near = 0 < appositive.i - place.i < 4 and appositive.n_lefts + appositive.n_rights < 2
    return near and appositive.ent_type_ in _PLACES and place.ent_type_ in (*_PLACES, "FAC", "ORG")


def _is_coordinated(modifier: "Token") -> bool:
    return modifier.ent_type_ != "PERSON" and any(c.dep_ == "conj" and c.i < modifier.head.i for c in modifier.children)


def _is_loose(token: "Token") -> bool:
    if token.head.pos_ not in _NOMINAL:
        return False
    if token.dep_ == "appos":
        return not completes_name(token)
    if token.dep_ in ("relcl", "acl", "amod"):
        return token.i > token.head.i and is_set_off(token)
    if token.dep_ == "prep" and token.i < token.head.i:
        return token.head.dep_ in SUBJECTS
    return token.dep_ in ("advcl", "parataxis")


def _trimmed(tokens: list["Token"]) -> list["Token"]:
    """Return tokens without punctuation, half quotations or "and" at either end, nor what is left of a part cut out."""
    lonely = _BRACKET_ENDS if not any(t.text in _BRACKETS for t in tokens) else ()
    kept = [t for n, t in enumerate(tokens) if t.text not in lonely and not _is_remainder(tokens, n)]
    first, last = 0, len(kept)
    while first < last and kept[first].text in _EDGES | _CLOSING:
        first += 1
    while last > first and (kept[last - 1].text in {*_EDGES, *_OPENING, *_BRACKETS} or kept[last - 1].dep_ == "cc"):
        last -= 1
    return kept[first:last]


def _is_remainder(tokens: list["Token"], place: int) -> bool:
    """Return whether a token is the second of two commas or one of two brackets around nothing."""
    around = [t.text for t in tokens[max(place - 1, 0) : place + 2]]
    own = tokens[place].text
    if own == ",":
        return place > 0 and around[0] == ","
    closed = place > 0 and tokens[place - 1].text in _BRACKETS and own == _BRACKETS[tokens[place - 1].text]
    return closed or (own in _BRACKETS and around[-1] in (own, _BRACKETS[own]))


def _hyphened(tokens: list["Token"]) -> list["Token"]:
    """Add what the tokenizer split off at a hyphen, so that no word is cut in two."""
    found = {t.i: t for t in tokens}
    for token in tokens:
        for step in (-1, 1):
            found |= {t.i: t for t in _glued(token, step)}
    return [found[i] for i in sorted(found)]


def _glued(token: "Token", step: int) -> list["Token"]:
    found: list[Token] = []
    doc, place = token.doc, token.i
    while 0 <= place + step < len(doc):
        left, right = sorted((place, place + step))
        if doc[left].whitespace_ or "-" not in (doc[left].text, doc[right].text):
            break
        place += step
        found.append(doc[place])
    return found


def _quoted(tokens: list["Token"]) -> list["Token"]:
    """Add the quotation mark next to a phrase that the parser hung elsewhere, or drop its lonely partner."""
    if sum(t.text == '"' for t in tokens) % 2:
        tokens = [t for t in tokens if t.text != '"' or t not in (tokens[0], tokens[-1])]
    balance = sum(map(_side, tokens))
    if balance == 0:
        return tokens
    missing = _opening_before(tokens[0]) if balance < 0 else _closing_after(tokens[-1])
    if not missing:
        return [t for t in tokens if t.text not in (_OPENING if balance > 0 else _CLOSING)]
    return sorted([*missing, *tokens], key=lambda t: t.i)


def _opening_before(token: "Token") -> list["Token"]:
    doc, first = token.doc, token.i
    while first > 0 and doc[first - 1].text in _OPENING:
        first -= 1
    return list(doc[first : token.i])


def _closing_after(token: "Token") -> list["Token"]:
    after = next((t for t in token.doc[token.i + 1 : token.i + 3] if t.text not in (".", ",")), None)
    return [after] if after is not None and after.text in _CLOSING else []


def _side(token: "Token") -> int:
    """Return 1 for a quotation mark that opens, -1 for one that closes."""
    if token.text in _CLOSING:
        return -1
    if token.text == "`":  # two of them open a quotation, a single one is an apostrophe's partner
        return int(token.i + 1 < len(token.doc) and token.nbor(1).text == "`")
    return int(token.text in _OPENING)
