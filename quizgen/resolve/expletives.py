"""Which "it" stands for nothing: the weather, the hour, the subject of "it is known that"."""

from typing import TYPE_CHECKING

from quizgen.syntax.beside import after

if TYPE_CHECKING:
    from spacy.tokens import Token

_JUDGING = frozenset("consider deem find get keep make think".split())
_SAYING = frozenset("believe claim recall recount relate remember report rumour say suppose think".split())
_WEATHER = frozenset("cold colder cool dark darker foggy hot late light warm warmer wet windy".split())
_HOURS = frozenset(
    "afternoon dawn dusk evening midday midnight midmorning morning night noon spring summer autumn winter".split()
)


def is_expletive(token: "Token") -> bool:
    """Return whether "it" stands for nothing."""
    verb = token.head
    if token.dep_ == "expl" or _is_formal_object(token) or (token.dep_ == "dobj" and verb.lemma_ == "do"):
        return True
    complement = any(c.dep_ in ("ccomp", "csubj") for c in verb.children)
    judged = any(c.dep_ in ("acomp", "attr", "oprd") for c in verb.children)
    infinitive = any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" for c in verb.children)
    return verb.pos_ in ("AUX", "VERB") and (
        (complement and (judged or token.dep_ == "nsubjpass"))
        or (infinitive and (judged or verb.lemma_ == "take"))
        or (verb.lemma_ == "be" and any(c.lower_ in ("there", "then") for c in verb.children))
        or _is_judged(verb)
        or _is_inserted(token)
        or (verb.lemma_ == "follow" and after(verb) == "that")
        or _is_weather(verb)
        or (verb.lemma_ in ("seem", "sound") and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children))
        or _is_cleft(verb)
        or (verb.lemma_ == "be" and any(c.dep_ == "attr" and c.lower_ == "turn" for c in verb.rights))
    )


def _is_inserted(token: "Token") -> bool:
    """Return whether a clause only tells that others say so: "the monks, it is said, …"."""
    verb = token.head
    said = verb.lemma_ in _SAYING and token.dep_ == "nsubjpass" and not token.is_sent_start
    return said and token.nbor(-1).text == "," and after(verb) in (",", ".")


def _is_judged(verb: "Token") -> bool:
    """Return whether "that" follows an adjective right away, whatever the parser made of it: "it is fortunate that"."""
    told = next((c for c in verb.children if c.dep_ == "acomp" and c.tag_ == "JJ"), None)
    return verb.lemma_ == "be" and told is not None and after(told) == "that"


def _is_formal_object(token: "Token") -> bool:
    """Return whether "it" only holds a place: "made it difficult to import goods"."""
    if token.is_sent_start or token.nbor(-1).lemma_ not in _JUDGING or token.i + 2 >= len(token.doc):
        return False
    if token.nbor(-1).lemma_ == "get":
        return token.nbor(1).lower_ in ("wrong", "right")
    return token.nbor(1).pos_ == "ADJ" and token.nbor(2).lower_ in ("to", "that", "for")


def _is_weather(verb: "Token") -> bool:
    """Return whether "it" is the weather or the hour: it rains, it gets dark, it is noon."""
    if verb.lemma_ in ("rain", "snow", "hail"):
        return True
    if verb.lemma_ == "be" and any(
        c.dep_ == "attr" and c.lower_ in _HOURS and not list(c.lefts) for c in verb.children
    ):
        return True
    return verb.lemma_ in ("get", "grow") and any(c.dep_ == "acomp" and c.lower_ in _WEATHER for c in verb.children)


def _is_cleft(verb: "Token") -> bool:
    """Return whether a sentence only stresses a part: "it was his superiors who urged him"."""
    told = next((c for c in verb.children if c.dep_ == "attr"), None)
    if verb.lemma_ != "be" or told is None or any(c.lower_ in ("a", "an") for c in told.children):
        return False
    named = (c for c in told.rights if c.dep_ == "appos")  # "it was her uncle Tom, the heir, who …"
    return any(
        c.dep_ == "relcl" for c in (*told.rights, *verb.rights, *(r for n in named for r in n.rights))
    ) and not any(c.tag_ == "JJS" or c.lower_ in ("first", "only", "most", "last") for c in told.lefts)
