"""Signs in a parsed sentence that tell what a reference may mean: where it stands, and what stands around it."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.syntax.beside import after
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.phrases import is_one_name, is_set_off

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs of what happens: "it" before them may be the whole sentence before.
HAPPENING = frozenset(
    "become begin bring cause come end follow happen help last lead make mark mean occur prove show start take".split()
)
_CONTROL = frozenset(
    """allow ask cause deprive enable encourage expect force help let make order permit persuade rob strip teach tell
    train urge""".split()
)
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOW = frozenset("can may must will should".split())
_BARE = frozenset({"ADJ", "DET", "NUM", "PRON"})
_EMPTY = frozenset("it there that which who they he she we you i one what".split())
_SORTS = frozenset("example form kind sort type variety".split())  # which say little without what tells which
_QUOTES = frozenset({'"', "“", "”"})
_ONE = frozenset("a an another each every one this that".split())
_UNMARKED = frozenset({"am", "need", "dare"})
_FRONTED = frozenset("advcl conj dobj pcomp pobj prep".split())
_CONCEDING = frozenset({"despite", "unlike"})  # "despite its efforts, the court …" may be somebody else's
_BESIDE = frozenset("around before behind beside near over under with".split())
_FOR_ANOTHER = {  # behind these words it is somebody else's than the one's who acts
    **dict.fromkeys("behalf behest insistence instigation invitation request".split(), frozenset({"at", "on"})),
    **dict.fromkeys("absence honor honour stead".split(), frozenset({"in"})),
}
_GIVING = frozenset("bring buy cost earn gain give hand lend let offer pay sell send show teach tell win".split())


def may_be_receiver(token: "Token") -> bool:
    """Return whether "her" may be the receiver and not the owner: "lent her books"."""
    if token.lower_ == "her" and token.tag_ == "PRP" and token.i + 1 < len(token.doc):
        return token.nbor(1).pos_ in ("NOUN", "ADJ", "NUM")
    owned = token.lower_ == "her" and token.tag_ == "PRP$" and token.head.dep_ == "dobj"
    return owned and token.head.head.lemma_ in _GIVING and token.i == token.head.head.i + 1


def may_be_appointed(token: "Token") -> bool:
    """Return whether "her" is who becomes what follows, and not whose that is: "named her court painter"."""
    role = token.head
    verb = role.head
    made = role.dep_ in ("dobj", "oprd", "ccomp") and verb.lemma_ in words("verbs", "appointing")
    made = made and token.lower_ == "her"
    return made and not role.tag_.endswith("S") and lexicon.noun_type(role.lemma_.lower()) is PhraseType.PERSON


def is_quoted(token: "Token") -> bool:
    """Return whether a token stands between quotation marks that its sentence opens."""
    marks = [t.text for t in token.doc[token.sent.start : token.i] if t.text in _QUOTES]
    return bool(marks) and (marks[-1] == "“" or (marks[-1] == '"' and marks.count('"') % 2 == 1))


def is_predicative(token: "Token") -> bool:
    """Return whether a noun only describes another one: an apposition or a predicate, coordinated ones too."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token.dep_ in ("appos", "attr") or (token.dep_ == "npadvmod" and token.pos_ != "PROPN")


def looks_ahead(token: "Token", *, plural: bool) -> bool:
    """Return whether a pronoun in a clause before the main one may mean the subject there: "As they had done, …"."""
    verb = token.head
    if verb.dep_ != "advcl" or verb.head.i < token.i:
        return False
    subjects = (c for c in verb.head.children if c.dep_ in SUBJECTS and c.i > token.i)
    return any(c.pos_ in ("NOUN", "PROPN") and (c.tag_ in ("NNS", "NNPS")) == plural for c in subjects)


def has_bare_subject(token: "Token") -> bool:
    """Return whether a subject that is no noun stands before a pronoun: "Most rely on it: they …", not "some of it"."""
    before = token.doc[token.sent.start : token.i]
    return any(
        t.dep_ in SUBJECTS and t.pos_ in _BARE and t.lower_ not in _EMPTY and not t.is_ancestor(token) for t in before
    )


def follows_colon(token: "Token") -> bool:
    """Return whether a pronoun stands behind a colon or semicolon, so that the words before it come first."""
    return any(t.text in (":", ";") for t in token.doc[token.sent.start : token.i])


def is_controlled(token: "Token") -> bool:
    """Return whether a possessive stands behind an object that somebody is to do something: "expects X to … its"."""
    verb = verb_above(token)
    while verb.dep_ in ("xcomp", "conj", "advcl") and verb.head != verb:
        if verb.lemma_ in _CONTROL:
            break
        verb = verb.head
    return verb.lemma_ in _CONTROL and any(c.dep_ in ("dobj", "nsubj") and verb.i < c.i < token.i for c in verb.subtree)


def is_beside(token: "Token", noun: "Token") -> bool:
    """Return whether a possessive may mean a noun in whose phrase it is, unlike "the son of its inventor"."""
    below = _below(token, noun)
    if below is None or token.i < noun.i or below.lower_ == "of":
        return False
    return below.dep_ != "relcl" or not is_set_off(below)


def is_predicate_owner(token: "Token") -> bool:
    """Return whether a possessive stands before what its subject is, so that it means others: "X is its capital"."""
    return token.head.dep_ == "attr" and after(token) != "own"


def is_of_another(token: "Token") -> bool:
    """Return whether a possessive cannot mean the subject of its clause: "took out the patent on his behalf"."""
    noun = token.head
    joint = _FOR_ANOTHER.get(noun.lemma_.lower())
    return joint is not None and noun.dep_ == "pobj" and noun.head.lower_ in joint


def is_part_of(token: "Token", noun: "Token") -> bool:
    """Return whether a pronoun stands in the phrase of a noun, clauses about the noun put aside."""
    below = _below(token, noun)
    return below is not None and below.dep_ != "relcl"


def _below(token: "Token", noun: "Token") -> "Token | None":
    """Return the dependent of a noun that a token stands in or is."""
    below = token
    while below.head != noun:
        if below.head == below:
            return None
        below = below.head
    return below


def nouns_between(token: "Token") -> "list[Token]":
    """Return the nouns that a phrase tells before "its", its head put aside: "the loss of heat to its walls"."""
    top = token.head
    while top.head != top and (
        top.head.pos_ in ("NOUN", "PROPN") or (top.head.pos_ == "ADP" and top.head.head.pos_ in ("NOUN", "PROPN"))
    ):
        top = top.head
    around = (t for t in top.subtree if top.i < t.i < token.i)
    return [t for t in around if t.pos_ in ("NOUN", "PROPN") and t.dep_ == "pobj" and not t.is_ancestor(token)]


def is_several(token: "Token") -> bool:
    """Return whether a noun begins a list with "and", however long, and no name: "Trinidad and Tobago is …"."""
    if is_one_name(token):
        return False
    conjuncts = [c for c in token.rights if _is_joined(c) or (c.dep_ == "appos" and _is_item(c, token))]
    while conjuncts:
        if any(c.lower_ == "and" and c.dep_ == "cc" for c in conjuncts[-1].head.children):
            return True
        conjuncts = [c for c in conjuncts[-1].rights if c.dep_ == "conj"]
    return False


def _is_joined(token: "Token") -> bool:
    """Return whether a noun is joined to another, and no verb taken for one: "lay down a dose and leave the rest"."""
    return token.dep_ == "conj" and token.tag_ not in ("VB", "VBD", "VBP", "VBZ")


def _is_item(appended: "Token", token: "Token") -> bool:
    """Return whether an apposition is the next item of a list: "a church, a school and a museum are …"."""
    finite = token.head.tag_ == "VBP" or token.head.lower_ in ("are", "were", "have")
    return finite and token.dep_ in SUBJECTS and any(c.dep_ in ("conj", "cc") for c in appended.rights)


def takes_plural(token: "Token") -> bool:
    """Return whether a subject in the singular means several, as its verb tells: "bison hide their calves"."""
    if token.dep_ not in SUBJECTS or token.tag_ not in ("NN", "NNP") or token.i > token.head.i:
        return False
    if any(c.dep_ in ("compound", "conj", "nummod") or c.lower_ in _ONE for c in token.children):
        return False
    helpers = [c for c in token.head.children if c.dep_ in ("aux", "auxpass")]
    finite = helpers[0] if helpers else token.head
    return finite.lower_ in ("are", "were", "have") or (finite.tag_ == "VBP" and finite.lower_ not in _UNMARKED)


def is_title(token: "Token") -> bool:
    """Return whether a noun only introduces the name behind it: "the meteorologist Alfred Wegener"."""
    if token.pos_ != "NOUN" or token.i + 1 >= len(token.doc):
        return False
    name = token.nbor(1)
    while name.dep_ == "compound" and name.head.i > name.i and name.pos_ == "PROPN":
        name = name.head
    return name.pos_ == "PROPN" and name.dep_ == token.dep_ and name.head == token.head


def is_loose_relative(token: "Token") -> bool:
    """Return whether a relative pronoun stands apart from its noun: ", whose leaves", ", which" behind a subject."""
    if token.tag_ == "WP$":
        verb = verb_above(token)
        return verb.dep_ != "relcl" or is_set_off(verb)
    if token.tag_ not in ("WP", "WDT") or token.head.head.dep_ not in SUBJECTS:
        return False
    return token.dep_ == "pobj" or is_set_off(token.head)


def is_relative_that(token: "Token") -> bool:
    """Return whether "that" begins a relative clause, whatever its tag: "organs, each large, that lie in the back"."""
    return token.lower_ == "that" and token.head.dep_ == "relcl" and token.dep_ in ("nsubj", "nsubjpass", "dobj")


def verb_above(token: "Token") -> "Token":
    """Return the verb of the clause that a token stands in."""
    verb = token.head
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    return verb


def clause_subject(verb: "Token") -> "Token | None":
    """Return the subject of a verb, that of the verb above it where it has none of its own."""
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return antecedent(child, verb)
        if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.head.pos_ == "VERB":
            verb = verb.head.head  # "use sidereal time for planning their observations"
            continue
        if (
            verb.dep_ not in ("conj", "xcomp", "advcl")
            or verb.head.pos_ not in ("VERB", "AUX")
            or (verb.tag_ in ("VBZ", "VBP") and verb.dep_ == "advcl")
        ):
            return None
        verb = verb.head


def fronted_owner(token: "Token") -> "Token | None":
    """Return the subject behind the phrase before it in which a possessive stands: "In its first year the club …"."""
    top = token.head
    while top.dep_ in _FRONTED and top.lower_ not in _CONCEDING and top.head != top:
        top = top.head
        subject = next((c for c in top.children if c.dep_ in SUBJECTS), None) if top.pos_ in ("VERB", "AUX") else None
        if subject is not None:
            return subject if subject.i > token.i else None
    return None


def is_companion(token: "Token") -> bool:
    """Return whether a pronoun behind its verb may be the one who acts: "closed the door behind him"."""
    return token.dep_ == "pobj" and token.head.lower_ in _BESIDE and token.head.i > token.head.head.i


def continues(token: "Token") -> bool:
    """Return whether a subject does one more thing: "they also built aqueducts"."""
    return any(c.lower_ == "also" and c.i > token.i for c in token.head.lefts)


def other_subject(token: "Token", own: "Token") -> bool:
    """Return whether another clause with a subject of its own stands before a pronoun."""
    return any(t.dep_ in SUBJECTS and t != own for t in token.doc[token.sent.start : token.i])


def antecedent(subject: "Token", verb: "Token") -> "Token | None":
    """Return what a relative subject stands for; of "X is a writer who …" that is X."""
    if subject.tag_ not in ("WP", "WDT") or verb.dep_ != "relcl":
        return subject
    noun = verb.head
    while noun.dep_ == "conj" or (noun.dep_ == "appos" and noun.pos_ == "NOUN" and is_set_off(noun)):
        noun = noun.head
    return next((c for c in noun.head.children if c.dep_ in SUBJECTS), None) if noun.dep_ == "attr" else noun


def is_nested(verb: "Token") -> bool:
    """Return whether a clause tells what somebody says or which one is meant: "the yard that builds it"."""
    return _outermost(verb).dep_ in ("ccomp", "relcl", "acl")


def is_relative(verb: "Token") -> bool:
    """Return whether a clause tells of a noun before it: "a process in which it freezes"."""
    return _outermost(verb).dep_ in ("relcl", "acl")


def is_degree(verb: "Token") -> bool:
    """Return whether a clause tells how much of a noun before it: "a flower so odd that it was given a name"."""
    top = _outermost(verb)
    return top.dep_ == "ccomp" and top.head.pos_ == "ADJ" and any(c.lower_ in ("so", "such") for c in top.head.lefts)


def _outermost(verb: "Token") -> "Token":
    while verb.dep_ in ("conj", "xcomp", "advcl"):
        verb = verb.head
    return verb


def is_object_of_own_deed(token: "Token", noun: "Token") -> bool:
    """Return whether a noun is what the subject does something to before it is named: "To free X, they …", not X."""
    verb = noun.head
    made = noun.dep_ in SUBJECTS and verb.dep_ == "ccomp"  # "To make X known, they …"
    verb = verb.head if made else verb
    if token.dep_ not in SUBJECTS or not (made or noun.dep_ == "dobj"):
        return False
    if verb.tag_ not in ("VB", "VBG") or verb.i > token.i:
        return False
    return not any(t.dep_ in SUBJECTS for t in token.doc[token.sent.start : verb.i])


def is_main(verb: "Token") -> bool:
    """Return whether a verb states something by itself."""
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "ccomp" and verb.tag_ == "VB" and not any(c.tag_ in _FINITE for c in verb.lefts):
        return False  # "made her the first to receive", "lets it accumulate"
    if verb.dep_ == "ccomp" and any(c.tag_ == "WRB" for c in verb.children):
        return False  # "this is where the liquid boils"
    return verb.dep_ in ("ROOT", "ccomp", "parataxis")


def is_present(token: "Token") -> bool:
    """Return whether the clause that a noun stands in is about now; infinitives go by the finite verb above them.

    An item of a list without a verb is too.
    """
    verb = verb_above(token)
    while not _finite(verb) and verb.head != verb:
        verb = verb_above(verb)
    finite = _finite(verb)
    return any(t.tag_ in ("VBZ", "VBP") or t.lower_ in _NOW for t in finite) or (not finite and verb.pos_ == "NOUN")


def is_perfect(token: "Token") -> bool:
    """Return whether the clause that a noun stands in tells what has happened: "has been appointed to lead the …"."""
    verb = verb_above(token)
    while not _finite(verb) and verb.head != verb:
        verb = verb_above(verb)
    return any(t.lower_ in ("has", "have") and t != verb for t in _finite(verb))


def _finite(verb: "Token") -> "list[Token]":
    """Return a verb and its auxiliaries, where they are finite."""
    return [t for t in (verb, *verb.children) if t.tag_ in _FINITE and (t == verb or t.dep_ in ("aux", "auxpass"))]


def told_as(token: "Token") -> "Token | None":
    """Return what tells which type is meant: "a second type, dark tea, …", "The best example is Lake Holm"."""
    if token.lemma_.lower() not in _SORTS or token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    named = (c for c in token.rights if c.dep_ == "appos" and c.pos_ in ("NOUN", "PROPN") and is_set_off(c))
    said = (c for c in token.head.rights if c.dep_ == "attr" and c.pos_ == "PROPN" and token.head.lemma_ == "be")
    return next(named, None) or next(said, None)


def is_said_before(noun: "Token", token: "Token") -> bool:
    """Return whether a noun in front of a subject only says what that is: "The third child of a smith, she grew up"."""
    if token.dep_ not in SUBJECTS or token.is_sent_start or noun.i > token.i or token.nbor(-1).text != ",":
        return False
    front = token.doc[token.sent.start : token.i]
    return front[0].pos_ in ("DET", "ADJ", "ADV", "NOUN", "NUM") and not any(
        t.pos_ in ("SCONJ", "CCONJ", "AUX") or t.tag_ in _FINITE for t in front
    )


def is_naming(noun: "Token") -> bool:
    """Return whether a sentence only says how somebody is called: "her name was Ida Holm", not "her real name"."""
    bare = noun.lemma_ == "name" and noun.dep_ == "nsubj" and noun.head.lemma_ == "be"
    return bare and [c.dep_ for c in noun.children] == ["poss"]


def is_half(token: "Token") -> bool:
    """Return whether a name goes on behind a hyphen: "Rani" of Rani-ki-Vav."""
    if token.pos_ != "PROPN" or token.whitespace_ or token.i + 2 >= len(token.doc) or token.ent_iob_ == "I":
        return False
    joint = token.nbor(1)
    return joint.text == "-" and not joint.whitespace_ and token.nbor(2).pos_ == "PROPN" and joint.ent_iob_ != "I"
