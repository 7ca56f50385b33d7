"""What a noun phrase denotes: its type, and the class noun that asks for it."""

import re
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.model import PhraseType
from quizgen.resolve import quantities, units
from quizgen.syntax.names import name_of
from quizgen.syntax.reading import Reading, is_designation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.resolve.discourse import Discourse


LIMITED = re.compile(r"^(?:only|all) ", re.I)
_PLACES = frozenset("city country island king mountain region ruler state town village".split())
_VALUE_TYPES = {
    "quantity": PhraseType.QUANTITY,
    "money": PhraseType.MONEY,
    "percent": PhraseType.PERCENT,
    "duration": PhraseType.DURATION,
    "number": PhraseType.NUMBER,
}


def classify(head: "Token", tokens: list["Token"], reading: Reading, discourse: "Discourse") -> tuple[PhraseType, str]:
    """Return what a phrase denotes and the class noun that asks for it, "" where none fits."""
    if any(c.dep_ == "conj" for c in head.children):
        return _conjoined(head, reading, discourse)
    replaced = reading.replace.get(head.i)
    if replaced:
        return discourse.type_of(replaced)
    if head.pos_ == "NUM" or _counted(head, tokens):
        return numeric(head, tokens, reading)
    amount = _amount(head, tokens, reading)
    if amount is not None:
        return amount
    if head.pos_ != "PROPN":
        return _common(head, tokens)
    return discourse.type_of(name_of(head))


def _amount(head: "Token", tokens: list["Token"], reading: Reading) -> tuple[PhraseType, str] | None:
    """Return the type of a measure whose number hangs on another word than its unit: "7–10 kg", "about 9 minutes"."""
    before = [t for t in tokens if t.i <= head.i]
    if len(before) > 6 or not units.find(head.text) or not any(t.text[:1].isdigit() for t in before[:-1]):
        return None
    value = quantities.parse(reading.text(before).removeprefix("only "))
    kind = _VALUE_TYPES.get(value.type) if value is not None else None
    return (kind, head.text.lower()) if kind in (PhraseType.QUANTITY, PhraseType.DURATION) and kind else None


def _conjoined(head: "Token", reading: Reading, discourse: "Discourse") -> tuple[PhraseType, str]:
    members = [head, *head.conjuncts]
    if len(members) == 2 and all(m.tag_ == "NNS" and _counted(m, list(m.lefts)) for m in members):
        return PhraseType.NUMBER, ""
    kinds = [_single(member, reading, discourse) for member in members]
    if len({kind for kind, _ in kinds}) > 1:
        return PhraseType.THING, ""
    return kinds[0] if len(set(kinds)) == 1 else (kinds[0][0], "")


def _single(head: "Token", reading: Reading, discourse: "Discourse") -> tuple[PhraseType, str]:
    """Return the type of one member of a coordination."""
    own = [t for t in head.subtree if (t.dep_ in ("compound", "nmod", "nummod") and t.head == head) or t == head]
    if head.pos_ == "PROPN" and not (head.text.islower() and lexicon.noun_type(head.lower_)):
        return discourse.type_of(reading.text(own))
    return _common(head, own)


def _counted(head: "Token", tokens: list["Token"]) -> bool:
    return any(
        t.dep_ == "nummod" and t.head == head and t.i < head.i and t.ent_type_ != "ORDINAL" and not is_designation(t)
        for t in tokens
    )


def numeric(head: "Token", tokens: list["Token"], reading: Reading) -> tuple[PhraseType, str]:
    """Return the type of a phrase with a number, and the noun that it counts."""
    cut = tokens.index(head) + 1 if head in tokens else len(tokens)
    cut += 2 if cut < len(tokens) and tokens[cut].text == "/" else 0
    value = quantities.parse(LIMITED.sub("", reading.text(tokens[:cut])))
    if value is None:
        return PhraseType.NUMBER if head.pos_ == "NUM" else PhraseType.THING, ""
    return _VALUE_TYPES.get(value.type, PhraseType.NUMBER), head.text.lower() if head.pos_ != "NUM" else ""


def _common(head: "Token", tokens: list["Token"]) -> tuple[PhraseType, str]:
    lemma = head.lemma_.lower()
    kind = lexicon.noun_type(lemma) or PhraseType.THING
    named = not is_species(head) and any(_names(t, head) for t in tokens)
    if not named and kind in (PhraseType.PRODUCT, PhraseType.COUNTRY, PhraseType.WORK):
        kind = PhraseType.THING
    return kind, lemma if named else ""


def is_any_place(noun: "Token") -> bool:
    """Return whether a noun for a place is told of any such: "a tombolo joins an island to the mainland"."""
    verb = noun.head
    any_ = noun.left_edge.lower_ in ("a", "an") and noun.dep_ in ("dobj", "nsubj") and verb.tag_ in ("VBZ", "VBP")
    return any_ and noun.lemma_.lower() in _PLACES


def is_name(token: "Token") -> bool:
    """Return whether a word is proper: a name, or a designation with a digit."""
    return token.pos_ == "PROPN" or is_designation(token)


def is_species(noun: "Token") -> bool:
    """Return whether a noun is the second half of a species' name, which the tagger takes for a common one."""
    first = noun.left_edge
    apart = noun.text.islower() and noun.tag_ == "NN" and noun.dep_ == "appos" and first.i == noun.i - 1
    return bool(apart) and first.pos_ == "PROPN" and first.text.istitle()


def _names(token: "Token", head: "Token") -> bool:
    """Return whether a modifier makes a common noun a name: "the Yutu-2 rover", "Hainan island"."""
    fits = token.dep_ in ("compound", "nmod", "appos", "nummod") and token.head == head
    return fits and is_name(token)


def is_place_of_person(name: "Token", noun: "Token") -> bool:
    """Return whether a noun for a person only seems to explain a place: "born in Graz, the child of a smith"."""
    placed = name.ent_type_ in ("GPE", "LOC") and name.dep_ not in ("nsubj", "nsubjpass")
    return placed and lexicon.noun_type(noun.lemma_.lower()) is PhraseType.PERSON
