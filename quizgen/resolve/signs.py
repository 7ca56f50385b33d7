"""Signs in a parsed sentence that tell what a reference may mean: where it stands, and what stands around it."""

from typing import TYPE_CHECKING

from quizgen.syntax.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_GIVING = frozenset("bring buy give hand lend offer pay sell send show teach tell".split())


def may_be_receiver(token: "Token") -> bool:
    """Return whether "her" may be the receiver and not the owner: "lent her books"."""
    owned = token.lower_ == "her" and token.tag_ == "PRP$" and token.head.dep_ == "dobj"
    return owned and token.head.head.lemma_ in _GIVING and token.i == token.head.head.i + 1


def is_predicative(token: "Token") -> bool:
    """Return whether a noun only describes another one: an apposition or a predicate, coordinated ones too."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token.dep_ in ("appos", "npadvmod", "attr")


def is_headless(token: "Token") -> bool:
    """Return whether a number or adjective stands for a noun that was said before: "the two", "the last"."""
    return (
        token.pos_ in ("NUM", "ADJ")
        and token.dep_ in _NOMINAL
        and any(c.lower_ in ("the", "these") for c in token.children)
    )


def is_open_comparison(token: "Token") -> bool:
    """Return whether an adjective compares with something that the phrase does not name: "a smaller neighbour"."""
    if token.tag_ == "RBR" and token.lower_ in ("more", "less") and token.head.dep_ == "amod":
        return not has_than(token.head)
    compared = token.tag_ == "JJR" and token.dep_ == "amod" and token.lower_ not in ("more", "less")
    return bool(compared and not has_than(token))


def has_than(token: "Token") -> bool:
    return any(t.lower_ == "than" for t in token.head.subtree)


def clause_subject(verb: "Token") -> "Token | None":
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return antecedent(child, verb)
        if (
            verb.dep_ not in ("conj", "xcomp", "advcl")
            or verb.head.pos_ not in ("VERB", "AUX")
            or (verb.tag_ in ("VBZ", "VBP") and verb.dep_ == "advcl")
        ):
            return None
        verb = verb.head


def antecedent(subject: "Token", verb: "Token") -> "Token | None":
    """Return what a relative subject stands for; of "X is a writer who …" that is X."""
    if subject.tag_ not in ("WP", "WDT") or verb.dep_ != "relcl":
        return subject
    noun = verb.head
    while noun.dep_ == "conj":
        noun = noun.head
    return next((c for c in noun.head.children if c.dep_ in SUBJECTS), None) if noun.dep_ == "attr" else noun


def is_expletive(token: "Token") -> bool:
    verb = token.head
    if token.dep_ == "expl":
        return True
    complement = any(c.dep_ in ("ccomp", "csubj") for c in verb.children)
    judged = any(c.dep_ in ("acomp", "attr", "oprd") for c in verb.children)
    infinitive = any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" for c in verb.children)
    return verb.pos_ in ("AUX", "VERB") and (
        (complement and (judged or token.dep_ == "nsubjpass")) or (judged and infinitive)
    )


def is_main(verb: "Token") -> bool:
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in ("ROOT", "ccomp", "parataxis")


def is_present(token: "Token") -> bool:
    verb = token
    while verb.head != verb and not (verb.pos_ in ("VERB", "AUX") and verb.tag_ != "VBN" and verb.tag_ != "VBG"):
        verb = verb.head
    finite = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ in ("VBZ", "VBP") or t.lower_ in ("can", "may", "will") for t in finite)
