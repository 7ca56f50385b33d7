"""Noun phrases that are no arguments of their own: empty nouns, halves of comparisons and idioms, misread objects."""

import re
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.extract.context import Context
from quizgen.extract.losses import is_sequence
from quizgen.extract.misfits import is_singular_plural
from quizgen.lexicon import words
from quizgen.model import FactDraft, PhraseType
from quizgen.syntax import phrases
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.cuts import is_balanced, is_cut_short, is_misread
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEHIND = frozenset({"prep", "relcl", "acl", "appos", "nummod"})
_BEFORE = frozenset({"poss", "compound", "nmod"})
_POINTERS = frozenset(
    "first second third fourth fifth last next other another same latter former following previous remaining".split()
)
_PLACED = _POINTERS | frozenset("upper lower early late final full main entire whole exact overall actual".split())
_CLASSES = frozenset("type kind group sort class form one part category version method way variety set".split())
_HERE = frozenset({"there", "here"})
_LIKENED = frozenset({"further", "additional", "similar", "different"})
_OF_AMOUNT = frozenset({"more", "fewer", "less"})
_SHARES = frozenset({"number", "majority", "minority", "handful", "fraction", "proportion", "portion"})
_HYPHENS = ("-", "–")
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_NEEDY = frozenset({"become", "put", "spend"})
_POINTING = re.compile(r"\bhere\b")
_HUMAN = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})


def nominal_flaw(token: "Token", context: Context) -> str:
    """Return the reason code that makes a noun phrase unusable as an argument, "" if none."""
    reading = context.reading
    token = phrases.given_name(token) or token  # "its keeper, Otto Berg," is clear by its name alone
    tokens = phrases.noun_tokens(token, reading)
    reason = reading.first_unresolved(tokens)
    if reason or is_misread(tokens) or is_cut_short(tokens) or is_torn(tokens) or _swallows_a_clause(tokens):
        return reason or "misread"
    if is_singular_plural(token):
        return "misread"  # "a legume release compounds"
    if (tokens and phrases.is_cut(token, tokens, reading)) or is_sequence(token) or _loses_members(token):
        return "cut"
    if any(t.lower_ in _HERE and t.dep_ == "advmod" for t in tokens):
        return "unresolved-mention"
    replaced = token.i in reading.replace
    if token.tag_ in ("JJ", "NN") and token.lower_ in _POINTERS and all(phrases.is_set_off(c) for c in token.rights):
        return "vague-noun"
    if len(token.text) == 1 and token.text.isupper() and any(c.dep_ == "conj" for c in token.rights):
        return "vague-noun"  # "A, B and C are points"
    if not replaced and _is_bare_superlative(token):
        return "vague-noun"
    if token.lower_ in ("one", "ones") and not replaced and not any(c.lower_ == "of" for c in token.children):
        return "vague-noun"
    if token.pos_ == "NUM" and token.dep_ in SUBJECTS and not replaced and not list(token.children):
        return "vague-noun" if not YEAR.match(token.text) else ""
    if token.pos_ in ("PRON", "DET") and not replaced:
        return "unresolved-pronoun"
    return "" if replaced or phrases.is_clear(token, reading) or _has_complement(token) else "vague-noun"


def _swallows_a_clause(tokens: "list[Token]") -> bool:
    """Return whether a noun phrase goes on behind ", but": "coal and grain travel by ship, but most goods"."""
    return any(t.lower_ == "but" and t.dep_ == "cc" and t.nbor(-1).text == "," for t in tokens[1:])


def _is_bare_superlative(token: "Token") -> bool:
    """Return whether it is not said of what something is the most: "the best known is the counter", "the longest"."""
    if token.pos_ in ("NOUN", "PROPN") or _has_complement(token):
        return False
    return token.tag_ in ("JJS", "RBS") or any(c.tag_ in ("JJS", "RBS") and c.dep_ == "advmod" for c in token.lefts)


def _loses_members(token: "Token") -> bool:
    """Return whether only the first of several phrases is told: "plans for a canal, for roads and for a port"."""
    told = [c for c in token.rights if c.dep_ == "prep"]
    later = (c for c in told[1:] if c.lower_ == told[0].lower_ and phrases.is_set_off(c))
    return any(b.dep_ == "cc" for c in later for b in c.rights)


def _has_complement(token: "Token") -> bool:
    if token.lower_ in phrases.MASS_PRONOUNS:
        return any(c.dep_ == "prep" and c.lower_ in ("of", "in") for c in token.children)
    return any(
        c.dep_ in ("prep", "relcl", "acl", "compound", "amod", "poss") and c.i != token.i for c in token.children
    )


def is_empty(token: "Token") -> bool:
    """Return whether a noun says nothing without what it is of: "the second type", "construction", "the limit"."""
    if token.pos_ != "NOUN" or any(c.dep_ in _BEHIND and c.i > token.i for c in token.children):
        return False
    if any(c.dep_ in _BEFORE for c in token.children):
        return False
    told = [c for c in token.children if c.dep_ in ("amod", "det", "nummod", "quantmod")]
    if any(c.lower_ in _LIKENED for c in told):
        return True
    if token.lemma_.lower() in _CLASSES and any(c.lower_ in _POINTERS for c in told):
        return True
    if token.lower_ in _SHARES:
        return True  # "killed an unknown number"
    plain = all(c.dep_ == "det" or c.lower_ in _PLACED or c.tag_ == "JJS" for c in told)
    definite = not any(c.lower_ in ("a", "an") for c in told)
    return plain and definite and token.lemma_.lower() in words("nouns", "partial")


def is_torn(tokens: list["Token"]) -> bool:
    """Return whether a phrase ends inside a word with a hyphen: "when cross" of "when cross-linked"."""
    last = tokens[-1] if tokens else None
    if last is None or last.whitespace_ or last.i + 2 >= len(last.doc):
        return False
    return last.nbor(1).text in _HYPHENS and not last.nbor(1).whitespace_


def object_flaw(token: "Token") -> str:
    """Return the reason code that makes an object unusable, "" if none."""
    if token.left_edge.i and token.left_edge.nbor(-1).text in (":", ";") and not token.left_edge.is_sent_start:
        return "misread"
    if any(c.lower_ in _OF_AMOUNT and c.dep_ == "amod" and not _is_bound(c) for c in token.children) or _is_as_much(
        token
    ):
        return "comparison"
    if token.dep_ == "dobj" and _is_spelled_out(token):
        return "vague-noun"
    if _swallows_person(token) or _is_let(token.head):
        return "misread"
    told = token.head.lemma_ in words("verbs", "telling") and any(_is_content(c) for c in token.children)
    return "complex-clause" if told else ""


def _is_bound(more: "Token") -> bool:
    """Return whether "more" is the lower end of an amount: "costs more than $42,000"."""
    if more.i + 2 >= more.sent.end or more.nbor(1).lower_ != "than":
        return False
    return more.nbor(2).is_currency or more.nbor(2).pos_ == "NUM"


def _is_spelled_out(noun: "Token") -> bool:
    """Return whether only what stands behind a colon says which noun is meant: "he coined the phrase: …"."""
    colon = noun.pos_ == "NOUN" and noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ":"
    return colon and not any(c.dep_ == "nummod" for c in noun.lefts)


def _is_as_much(token: "Token") -> bool:
    """Return whether an amount is only compared: "as much time in port as at sea"."""
    told = (c for c in token.lefts if c.lower_ in ("much", "many"))
    return token.left_edge.lower_ == "as" and any(b.lower_ == "as" for c in told for b in c.lefts)


def _is_let(verb: "Token") -> bool:
    """Return whether an object is of "let", which needs what it does: not "the valve lets in water"."""
    return verb.lemma_ == "let" and not any(c.dep_ == "prt" for c in verb.rights)


def _is_content(clause: "Token") -> bool:
    """Return whether a clause says what is told, not which noun is meant: "taught them that …"."""
    return clause.dep_ in ("acl", "relcl") and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _swallows_person(token: "Token") -> bool:
    """Return whether the person to whom something is given was read as part of it: "showed students films"."""
    if token.head.lemma_ not in words("verbs", "giving"):
        return False
    first = token.left_edge
    if any(c.tag_ == "NNS" and c.nbor(1).tag_ == "JJ" and c.nbor(1).head == token for c in token.lefts):
        return True
    return first.dep_ == "compound" and first.tag_ == "NNS" and lexicon.noun_type(first.lemma_.lower()) in _HUMAN


def is_idiom(token: "Token") -> bool:
    """Return whether an object belongs to its verb: "put an end to", "found its way", "taught himself"."""
    if token.dep_ != "dobj":
        return False
    if token.lower_ in _REFLEXIVES:
        return True
    noun = token.lemma_.lower()
    if noun == "way" and any(c.dep_ == "poss" for c in token.children):
        return True
    pair = f"{token.head.lemma_} {noun}"
    bare = token.left_edge.i == token.i
    return pair in words("verbs", "idiom") or (bare and pair in words("verbs", "bare_idiom"))


def is_whole(draft: FactDraft) -> bool:
    """Return whether brackets and quotation marks of all arguments are balanced."""
    told = (draft.subject, draft.object, *draft.qualifiers)
    return all(phrase is None or is_balanced(phrase.text) for phrase in told)


def lacks_complement(draft: FactDraft) -> bool:
    """Return whether a verb stands without what it needs: "she became in 1906", or a reason points to the text."""
    told = (draft.object, *draft.qualifiers)
    if any(p is not None and p.type is PhraseType.CLAUSE and _POINTING.search(p.text) for p in told):
        return True
    if draft.verb is None or draft.verb.base not in _NEEDY or draft.verb.complement or draft.verb.passive:
        return False
    amount = any(q.type in (PhraseType.DURATION, PhraseType.MONEY) and not q.prep for q in draft.qualifiers)
    return draft.object is None and not amount and not any(q.role == "attribute" for q in draft.qualifiers)
