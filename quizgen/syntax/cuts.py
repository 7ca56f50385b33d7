"""Noun phrases that the parser cut short or let swallow a verb, and the check that a phrase is whole."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEMBERS = frozenset({"conj", "dobj", "appos", "attr", "npadvmod"})
_STARTING = frozenset({"ADP", "SCONJ", "VERB", "AUX", "ADV", "PRON"})
_BESIDE_NOUNS = frozenset({"nsubj", "nsubjpass", "npadvmod", "det", "predet"})
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_LEADING = frozenset({"IN", "TO", "CC", "DT", "PDT", "PRP$", "WDT", "WP", "WRB", "WP$", "MD"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_ASIDE = 10  # tokens between two commas
_EXAMPLES = frozenset({"including", "such", "like", "according"})


def is_balanced(text: str) -> bool:
    """Return whether brackets and quotation marks that open in a text close in it."""
    return all(text.count(first) == text.count(last) for first, last in _PAIRS) and text.count('"') % 2 == 0


def ends_open(tokens: list["Token"]) -> bool:
    """Return whether the last word of a phrase leads to something: "stations in a zone where", "the means of"."""
    last = tokens[-1]
    if last.tag_ not in _LEADING or len(tokens) == 1 or last.dep_ in ("prt", "pobj", "dobj"):
        return False
    stranded = last.dep_ == "prep" and last.head in tokens and last.head.dep_ in ("relcl", "acl", "advcl")
    return not stranded and not (last.i > 0 and last.nbor(-1).lower_ == "each")


def lacks_clause(tokens: list["Token"]) -> bool:
    """Return whether a relative word has lost its verb: "a city whose name"."""
    own = {t.i for t in tokens}
    return any(_verb_of(t).i not in own for t in tokens[1:] if t.tag_ in _RELATIVE)


def _verb_of(token: "Token") -> "Token":
    while token.dep_ not in ("relcl", "ROOT", "ccomp", "pcomp", "advcl"):
        token = token.head
    return token


def goes_on(tokens: list["Token"], head: "Token", apart: set[int]) -> bool:
    """Return whether the word behind a phrase is a part of it, and none of the tokens that stand ``apart`` from it."""
    last = tokens[-1]
    if last.i + 1 >= len(last.doc):
        return False
    after = last.nbor(1)
    loose = last.tag_ in ("JJ", "JJR") and last != head and last.head.i > last.i and last.head not in tokens
    if loose or after.lower_ == "being":
        return True
    aside = after.is_punct or after.i in apart or after.lower_ in _EXAMPLES or after.dep_ in ("relcl", "appos")
    return not aside and head.is_ancestor(after)


def is_misread(tokens: list["Token"]) -> bool:
    """Return whether a noun phrase swallowed a verb: "Nightingale organised kitchens" as a name for kitchens."""
    if _is_loose_list(tokens) or (
        len(tokens) > 1 and any("$" in t.text for t in tokens) and tokens[-1].pos_ == "PROPN"
    ):
        return True
    for token in tokens[1:]:
        before = token.nbor(-1)
        if token.dep_ == "compound" and before.tag_ == "NNS" and token.text in words("verbs", "nounlike"):
            return True
        if token.pos_ == "DET" and before.pos_ == "NUM" and token.head.dep_ != "npadvmod":
            return True
        if token.tag_ == "DT" and before.pos_ in ("NOUN", "PROPN") and token.head.dep_ not in _BESIDE_NOUNS:
            return True
        if token.lower_ == "but" and token.dep_ == "cc" and token.head.pos_ in ("NOUN", "PROPN"):
            return not any(t.lower_ in ("not", "no") for t in tokens)
        if before.pos_ == "NUM" and YEAR.match(before.text) and token.tag_ == "NNS" and before.head == token:
            return True
        swallowed = (
            token.pos_ == "VERB"
            and token.dep_ in ("amod", "compound", "nmod", "nummod")
            and token.tag_ in ("VBD", "VBN", "VBZ", "VBP")
        )
        if swallowed and before.pos_ in ("PROPN", "NOUN", "PRON") and before in tokens:
            return True
    return False


def is_cut_short(tokens: list["Token"]) -> bool:
    """Return whether a noun phrase stops before "and" and a noun that is nobody's subject: half a coordination."""
    last = tokens[-1] if tokens else None
    if last is None or last.i + 2 >= len(last.doc):
        return False
    if last.nbor(1).text == ",":
        return _goes_on(last)
    if last.nbor(1).lower_ not in ("and", "or"):
        return False
    noun = _noun_from(_behind_aside(last.nbor(2)))
    return noun.pos_ in ("NOUN", "PROPN") and noun.dep_ in _MEMBERS and noun not in tokens


def _behind_aside(token: "Token") -> "Token":
    """Return what stands behind the second comma where a first one parts it from "and": "a floor and, on one side,
    walls"; the token itself where it is no comma."""
    end = min(token.i + _ASIDE, len(token.doc) - 1)
    second = next((t for t in token.doc[token.i + 1 : end] if t.text == ","), None) if token.text == "," else None
    return token if second is None else second.nbor(1)


def _noun_from(token: "Token") -> "Token":
    """Return the noun that a token begins; the token itself where it begins a verb."""
    while token.dep_ in ("det", "amod", "compound", "nummod", "poss") and token.head.i > token.i:
        token = token.head
    return token


def _goes_on(last: "Token") -> bool:
    """Return whether a list goes on behind a comma: "the Crown, the Lords and the Commons"."""
    first = last.nbor(2)
    if _is_closed_aside(_noun_from(first)):
        return False
    if first.pos_ in _STARTING or first.lower_ == "such" or (_noun_from(first).pos_ == "PROPN" and last.pos_ == "NOUN"):
        return False
    for token in last.doc[last.i + 2 : last.i + 14]:
        if token.lower_ in ("and", "or") and token.i + 1 < len(last.doc):
            noun = _noun_from(token.nbor(1))
            return noun.pos_ in ("NOUN", "PROPN") and noun.dep_ in _MEMBERS
        if token.text == "," and token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADP":
            return False
        if token.pos_ in ("VERB", "AUX") or token.text in (".", ";", ":", ")") or token.dep_ in ("nsubj", "nsubjpass"):
            return False
    return False


def _is_closed_aside(noun: "Token") -> bool:
    """Return whether an apposition ends at a comma: "through a channel, the translocon, into the lumen"."""
    last = noun.right_edge
    if noun.dep_ != "appos" or last.i + 1 >= len(last.doc):
        return False
    mark = last if last.text == "," else last.nbor(1)
    return mark.text == "," and mark.i + 1 < len(last.doc) and mark.nbor(1).lower_ not in ("and", "or")


def _is_loose_list(tokens: list["Token"]) -> bool:
    """Return whether a list has no "and" before its last member: two clauses run into one."""
    conjuncts = [t for t in tokens if t.dep_ == "conj" and t.pos_ in ("NOUN", "PROPN")]
    if not conjuncts:
        return False
    last = max(conjuncts, key=lambda t: t.i)
    first = last.left_edge.i
    return first > 0 and last.doc[first - 1].text == ","


def goes_on_above(child: "Token", parent: "Token") -> bool:
    """Return whether a verb behind ", and" goes on from the main clause: "is made of germs that died, and needs"."""
    if parent.dep_ != "relcl":
        return False
    conj = (
        child if child.dep_ == "conj" else next((c for c in parent.rights if c.dep_ == "conj" and c.i > child.i), None)
    )
    joint = child if child.dep_ == "cc" else next((c for c in parent.rights if c.dep_ == "cc" and c.i < child.i), None)
    if conj is None or joint is None or conj.pos_ != "VERB" or joint.nbor(-1).text != ",":
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in conj.children)
