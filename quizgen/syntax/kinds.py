"""What a noun phrase denotes: its type, and the class noun that asks for it."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.model import PhraseType
from quizgen.resolve import quantities
from quizgen.syntax.names import name_of
from quizgen.syntax.reading import Reading, is_designation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.resolve.discourse import Discourse


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
    if head.pos_ != "PROPN":
        return _common(head, tokens)
    return discourse.type_of(name_of(head))


def _conjoined(head: "Token", reading: Reading, discourse: "Discourse") -> tuple[PhraseType, str]:
    members = [head, *head.conjuncts]
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
    value = quantities.parse(reading.text(tokens[:cut]))
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
