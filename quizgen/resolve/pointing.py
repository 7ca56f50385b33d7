"""Words that point back to what was said before their phrase: the former, such walls, a third, the two."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.syntax.beside import after, before
from quizgen.syntax.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_VERBAL = frozenset({"VERB", "AUX", "ADV"})
_SHARING = frozenset({"have", "share"})
_RANKS = frozenset("second third fourth fifth sixth seventh".split())
_OPUS = _RANKS | frozenset({"first", "eighth", "ninth", "tenth"})
_REPLIES = frozenset("answer objection reply response retort".split())
_CONTEXTUAL = frozenset(
    """another other others such both former latter same following above previous subsequent aforementioned said
    similar""".split()
)


def is_contextual(token: "Token") -> bool:
    """Return whether a word like other, such or same points to what was said before the phrase."""
    word = token.lower_
    if word not in _CONTEXTUAL or token.pos_ not in ("ADJ", "DET", "PRON"):
        return False
    if token.text.istitle() and token.ent_type_ and not token.is_sent_start and _is_before_title(token):
        return False  # "And Other Stories" is a name
    excuse = _EXCUSES.get(word)
    return excuse is None or not excuse(token)


def _is_before_title(token: "Token") -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).text.istitle()


def _is_other_than(token: "Token") -> bool:
    """Return whether "other" is told from what: each other, other than X, light and other radiation."""
    before = "" if token.is_sent_start else token.nbor(-1).lower_
    noun = token.head
    if before == "no" and any(t.lower_ == "than" for t in noun.head.subtree):
        return True
    return (
        before in ("each", "one")
        or (before == "the" and noun.lower_ == "hand")
        or has_than(token)
        or (token.dep_ == "amod" and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"))
    )


def _precedes(token: "Token", word: str) -> bool:
    return after(token) == word


def _is_same_as(token: "Token") -> bool:
    """Return whether "same" tells with what: the same colour as gold; all stars have the same colour."""
    noun = token.head
    if token.dep_ != "amod":
        return False
    shared = noun.dep_ == "dobj" and noun.head.lemma_ in _SHARING
    several = shared and any(c.dep_ == "nsubj" and c.tag_ == "NNS" for c in noun.head.children)
    return several or any(t.lower_ == "as" and t.i == noun.i + 1 for t in noun.rights)


def _is_both_and(token: "Token") -> bool:
    """Return whether "both" is followed by the two, both X and Y, both sides of Z, or says "each": at both ends."""
    noun = token.head
    if token.i > noun.i or token.dep_ not in ("preconj", "cc", "det", "predet", "cc:preconj"):
        return False
    if noun.dep_ == "pobj" and noun.lemma_ in ("end", "hand", "side"):
        return True
    return any(c.dep_ == "conj" or (c.dep_ == "prep" and c.lower_ == "of") for c in noun.children)


def _is_earlier(token: "Token") -> bool:
    """Return whether "former" describes what somebody or something was: a former assistant."""
    return token.dep_ == "amod" and token.head.pos_ in ("NOUN", "PROPN")


_EXCUSES: "dict[str, Callable[[Token], bool]]" = {
    "other": _is_other_than,
    "another": _is_other_than,
    "such": lambda token: _precedes(token, "as") and any(c.dep_ == "pobj" for c in token.nbor(1).children),
    "same": _is_same_as,
    "both": _is_both_and,
    "former": _is_earlier,
    "similar": lambda token: _precedes(token, "to"),
}


def is_pointing(token: "Token") -> bool:
    """Return whether an adverb repeats a time or place: until then, the soldiers there."""
    if token.lower_ == "then":
        return token.dep_ in ("pcomp", "pobj") or (not token.is_sent_start and token.nbor(-1).pos_ == "ADP")
    return token.lower_ == "there" and token.tag_ == "RB"


_AMOUNTS = frozenset(
    """amount class cost density expense fare fee figure frequency income level limit number order percentage pitch
    power pressure price quality rate risk salary score share speed tax temperature tone value voltage wage
    weight""".split()
)


def is_open_comparison(token: "Token") -> bool:
    """Return whether an adjective compares with something that the phrase does not name: "a smaller neighbour"."""
    if token.tag_ == "RBR" and token.lower_ in ("more", "less") and token.head.dep_ == "amod":
        return not has_than(token.head)
    compared = token.tag_ == "JJR" and token.dep_ == "amod" and token.lower_ not in ("more", "less")
    return bool(compared and not has_than(token) and not _is_part(token))


def _is_part(token: "Token") -> bool:
    """Return whether "lower" names a part, as "upper" does, and compares no amounts: "the lower jaw"."""
    noun = token.head
    definite = noun.left_edge.lower_ in ("the", "both", "each") or any(c.dep_ == "poss" for c in noun.lefts)
    return token.lower_ == "lower" and definite and noun.lemma_.lower() not in _AMOUNTS


def has_than(token: "Token") -> bool:
    return any(t.lower_ == "than" for t in token.head.subtree)


def is_headless(token: "Token") -> bool:
    """Return whether a number or adjective stands for a noun that was said before: "the two", "how many it has"."""
    if token.lower_ == "many" and token.dep_ == "dobj" and any(c.lower_ == "how" for c in token.lefts):
        return True
    if token.pos_ not in ("NUM", "ADJ") or not _stands_alone(token) or is_people(token):
        return False
    if token.lower_ in ("first", "last") and after(token) == "to" and before(token, 2) in ("among", "of"):
        return False
    return token.tag_ != "JJS" or not any(c.lower_ == "of" and c.dep_ == "prep" for c in token.children)


def is_one_more(token: "Token") -> bool:
    """Return whether a rank with "a" stands for one more of those told: "a third, built in Graz, …", not one third."""
    if token.lower_ not in _RANKS or token.left_edge.i != token.sent.start or token.i + 1 >= token.sent.end:
        return False
    whole = any(c.lower_ in ("of", "to") for c in token.rights)
    return not whole and token.left_edge.lower_ == "a" and (token.nbor(1).is_punct or token.nbor(1).pos_ in _VERBAL)


def is_numbered(token: "Token") -> bool:
    """Return whether a rank with a capital stands for a work that was told before: "the Third was played", no ruler."""
    if token.lower_ not in _OPUS or not token.text.istitle() or token.i <= token.sent.start:
        return False
    if token.nbor(-1).lower_ != "the" or (token.i + 1 < token.sent.end and token.nbor(1).text[:1].isupper()):
        return False
    before = token.nbor(-2) if token.i - 1 > token.sent.start else None
    return (before is None or before.pos_ != "PROPN") and token.dep_ in _NOMINAL


def is_reply(token: "Token") -> bool:
    """Return whether it is left open what somebody replies to: "Holm's answer was published"."""
    if token.lemma_ not in _REPLIES or not any(c.dep_ == "poss" for c in token.lefts):
        return False
    return token.dep_ in SUBJECTS and not any(c.dep_ in ("prep", "acl") for c in token.rights)


def is_people(token: "Token") -> bool:
    """Return whether an adjective means the people who are so: "the British", "the poor"."""
    if token.ent_type_ == "NORP" and token.pos_ in ("ADJ", "PROPN"):
        return _stands_alone(token)
    return token.pos_ == "ADJ" and token.lower_ in words("references", "people") and _stands_alone(token)


def _stands_alone(token: "Token") -> bool:
    return token.dep_ in _NOMINAL and any(c.lower_ in ("the", "these") for c in token.children)
