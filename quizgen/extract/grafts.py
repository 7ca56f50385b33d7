"""Misreadings with an unmistakable shape: a participle that the parser took for a predicate goes back to its place."""

from typing import TYPE_CHECKING, Any

from quizgen import inflect
from quizgen.extract import attached
from quizgen.extract.nounverbs import (
    clause_in_noun,
    headed,
    joined_verb,
    listed_beyond,
    lost_subject,
    misnamed,
    misplaced_root,
    subject_of_as,
    verb_behind,
    verb_of_pair,
    with_particle,
)
from quizgen.extract.standing import inverted
from quizgen.extract.twins import untwined
from quizgen.extract.weekdays import subject_behind
from quizgen.lexicon import words
from quizgen.syntax.phrases import is_set_off
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARRAY: list[int | str] = ["HEAD", "DEP", "TAG"]
_PASTS = frozenset({"VBD", "VBN"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = ("ture", "tion", "ness", "ity")
_VERBS = frozenset({"VB", "VBZ", "VBP"})
_HELPING = frozenset({"aux", "auxpass"})
_TAKING = frozenset({"dobj", "xcomp", "aux", "nsubj", "prt", "acomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINED = _FINITE | {"VB"}
_ACTING = _SUBJECTS | {"csubj", "csubjpass", "expl"}
_RELATIVE = frozenset({"that", "which", "who", "whose"})
_OF_NOUNS = frozenset({"relcl", "acl", "case"})
_BEFORE_NOUNS = frozenset({"det", "amod", "poss", "nummod", "compound", "nmod"})
_BEHIND_VERBS = frozenset({"advcl", "prep", "xcomp", "dobj", "advmod"})
_UNTIL = frozenset({"until", "till", "when", "as", "because", "while"})
_ROUGHLY = frozenset({"about", "around", "approximately", "roughly"})
_DATING = frozenset({"in", "by", "before", "after", "since", "until", "around"})
_NAMED = {"NN": "NOUN", "NNP": "PROPN"}
_WHOLE = (1 << 64) - 1

_Edits = dict[int, tuple[int, str, str]]  # token index: head, dependency, tag


def grafted(doc: "Doc") -> "Doc":
    """Return a doc in which participles are no predicates.

    "The tower, opened in 1889, is …", "rivers carry sand and dissolved salts", "he was a poet, best known for …";
    a noun that was joined to a finite verb becomes its subject: "ice floats".
    """
    edits: _Edits = {}
    for token in doc:
        if token.tag_ == "NNS":
            edits |= headed(token)
        if token.i in edits:
            continue
        edits |= _noun_edits(token) if token.dep_ in ("appos", "conj") and token.pos_ in _NOUNS else _verb_edits(token)
        if token.pos_ == "ADP" and token.dep_ == "ROOT":
            edits |= _opening(token)
        elif token.dep_ == "prt" and any(c.dep_ == "pobj" for c in token.rights):
            edits[token.i] = (token.head.i, "prep", "IN")
        elif token.dep_ == "prep":
            found = attached.worth(token) or subject_behind(token) or attached.phrase(token) or _loose_year(token)
            edits |= found or with_particle(token) or attached.aside(token)
        elif token.dep_ in _SUBJECTS:
            edits |= untwined(token)
        elif token.dep_ == "cc":
            edits |= attached.interrupted(token) or attached.next_clause(token)
        elif token.dep_ == "xcomp":
            edits |= attached.ranked(token)
        elif token.dep_ == "advmod" and token.is_sent_start:
            edits |= _named_first(token) or attached.adverb(token)
        elif token.dep_ == "advmod":
            edits |= attached.measure(token)
        elif token.dep_ == "advcl":
            found = attached.participle(token) or _late_clause(token) or subject_of_as(token)
            edits |= _going_on(token) if token.tag_ == "VB" else found
        elif token.dep_ == "conj" and token.tag_ in _JOINED:
            edits |= _conjunct_edits(token)
    if edits:
        put(doc, edits)
    return doc


def _verb_edits(token: "Token") -> _Edits:
    if token.tag_ in _PASTS and token.pos_ == "VERB" and not _is_helped(token):
        found = _parenthesis(token) or _listed(token) or _afterthought(token)
        return found or misplaced_root(token) or misnamed(token)
    if token.dep_ != "ROOT" or token.tag_ not in _FINITE | {"VB"}:
        return {}
    return (_bare_subject(token) if token.tag_ in _FINITE else {}) or inverted(token)


def _noun_edits(noun: "Token") -> _Edits:
    return (
        _second_object(noun)
        or listed_beyond(noun)
        or _member(noun)
        or _region(noun)
        or joined_verb(noun)
        or verb_of_pair(noun)
        or verb_behind(noun)
        or clause_in_noun(noun)
    )


def _second_object(noun: "Token") -> _Edits:
    """Join a noun to the object right before "and", which was joined to the verb: "added lifts and a walkway"."""
    verb, first = noun.head, noun.left_edge
    joint = first.nbor(-1) if noun.dep_ == "conj" and verb.pos_ == "VERB" and first.i > verb.i + 2 else noun
    if joint.dep_ != "cc" or joint.lower_ not in ("and", "or") or joint.head != verb:
        return {}
    told = next((c for c in verb.rights if c.dep_ == "dobj" and c.right_edge.i == joint.i - 1), None)
    goes_on = noun.right_edge.i + 1 < noun.sent.end and noun.right_edge.nbor(1).pos_ in ("VERB", "AUX", "ADV")
    plain = told is not None and told.pos_ in _NOUNS and not any(c.dep_ in ("nsubj", "relcl") for c in told.children)
    if told is None or not plain or goes_on or noun.tag_ not in ("NN", "NNS", "NNP"):
        return {}
    return {noun.i: (told.i, "conj", noun.tag_), joint.i: (told.i, "cc", joint.tag_)}


def _conjunct_edits(verb: "Token") -> _Edits:
    if verb.tag_ in ("VB", "VBP") and _is_noun_of_list(verb):
        return _second_noun(verb)
    if verb.tag_ == "VB" and verb.head.lemma_ == "be":
        return _second_calling(verb)
    found = attached.unmatched(verb) or attached.participle(verb) if verb.tag_ == "VBD" else {}
    if found or verb.tag_ not in _FINITE:
        return found
    return _continued(verb) if verb.head.pos_ in _NOUNS else _bare_subject(verb) or lost_subject(verb)


def _is_helped(verb: "Token") -> bool:
    return any(c.dep_ in _HELPING for c in verb.children)


def _own_subject(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)


def _bare_subject(verb: "Token") -> _Edits:
    """Make the noun right before a finite verb its subject, which the parser joined to it: "ice floats"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    joined = before.head == verb and before.dep_ in ("compound", "nmod") and before.pos_ in ("NOUN", "PROPN")
    noun = verb.nbor(1).lower_ in _RELATIVE if verb.i + 1 < len(verb.doc) else True  # "alpha particles that …"
    taken = any(c.dep_ in _ACTING or c.dep_ in _OF_NOUNS for c in verb.children)
    if not joined or verb.pos_ != "VERB" or taken or noun:
        return {}
    own = {c.i: (before.i, c.dep_, c.tag_) for c in verb.lefts if c.i < before.i and c.dep_ in _BEFORE_NOUNS}
    return own | {before.i: (verb.i, _subject_role(verb), before.tag_)}


def _parenthesis(verb: "Token") -> _Edits:
    """Give the subject before a participle between commas to the finite verb behind it."""
    subject = _own_subject(verb)
    before = verb.nbor(-1) if verb.i else verb
    while before.pos_ == "ADV" and before.i > verb.sent.start:
        before = before.nbor(-1)
    if subject is None or before.text not in (",", "(", ";", ":") or inflect.participle(_base(verb)) != verb.lower_:
        return {}
    found = next((w for w in (*verb.rights, *verb.head.rights, verb.head) if _is_predicate_behind(w, verb)), None)
    if found is None:
        return {}
    edits = {subject.i: (found.i, _subject_role(found), subject.tag_), verb.i: (subject.i, "acl", "VBN")}
    if verb.dep_ != "acl" and found != verb.head:
        above = found.i if verb.dep_ == "ROOT" else verb.head.i
        edits[found.i] = (above, verb.dep_, found.tag_)
    for child in verb.children:
        if child.i > found.i or child.i < subject.left_edge.i or (child.text == "," and child.i < verb.i):
            edits[child.i] = (found.i, child.dep_, child.tag_)
    return edits


def _base(verb: "Token") -> str:
    return inflect.base(verb.lower_, verb.tag_, verb.lemma_.lower())


def _subject_role(verb: "Token") -> str:
    return "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _is_predicate_behind(word: "Token", verb: "Token") -> bool:
    """Return whether a finite verb without a subject follows the comma behind a participle."""
    fits = word == verb.head or word.dep_ in ("conj", "ccomp", "dep", "advcl")
    if word.pos_ not in ("VERB", "AUX") or not fits or word.i <= verb.i:
        return False
    first = next((c for c in word.lefts if c.dep_ in _HELPING), word)
    bare = not any(c.dep_ in _SUBJECTS or c.dep_ == "mark" for c in word.children)
    opening = next((c for c in word.lefts if c.dep_ == "advmod" and c.i + 1 == first.i), first)  # ", now live wild"
    return bare and first.tag_ in _FINITE and opening.nbor(-1).text == ","


def _listed(verb: "Token") -> _Edits:
    """Give the noun behind "and" and a participle back to the list: "sand and dissolved salts"."""
    above = verb.head
    joint = verb.nbor(-1) if verb.i else verb
    told = next((c for c in verb.children if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1), None)
    if verb.dep_ != "conj" or joint.lower_ != "and" or joint.i < 1 or told is None or _own_subject(verb) is not None:
        return {}
    first = joint.nbor(-1)
    bare = told.pos_ == "NOUN" and told.left_edge.tag_ not in ("DT", "PRP$", "CD", "WDT", "PDT", "NNP")
    among = first.dep_ in ("dobj", "pobj") and above.is_ancestor(first)
    if above.tag_ not in ("VBZ", "VBP") or not among or not bare:
        return {}
    edits = {verb.i: (told.i, "amod", "VBN"), told.i: (first.i, "conj", told.tag_), joint.i: (first.i, "cc", "CC")}
    return edits | {c.i: (above.i, c.dep_, c.tag_) for c in verb.children if c.i != told.i}


def _afterthought(verb: "Token") -> _Edits:
    """Make a participle of what ends a sentence behind a comma: "…, best remembered as an explorer"."""
    stated = next((c for c in verb.lefts if c.dep_ == "ccomp" and _own_subject(c) is not None), None)
    if verb.dep_ == "ROOT" and stated is not None and _base(verb) in words("verbs", "regarding"):
        return {verb.i: (stated.i, "advcl", "VBN"), stated.i: (stated.i, "ROOT", stated.tag_)}
    if verb.dep_ != "conj" or not is_set_off(verb) or _base(verb) not in words("verbs", "regarding"):
        return {}
    told = {c.dep_ for c in verb.children if not (c.dep_ == "dobj" and is_set_off(c))}
    if "prep" not in told or told & {"dobj", "cc", "conj", *_SUBJECTS}:
        return {}
    return {verb.i: (verb.head.i, "advcl", "VBN")}


def _member(noun: "Token") -> _Edits:
    """Make the second of three nouns a member of their list, where it explains nothing: "water, salt and urea"."""
    above = noun.head
    joined = any(c.dep_ == "conj" and c.left_edge.nbor(-1).lower_ in ("and", "or") for c in _chain(noun))
    if noun.dep_ != "appos" or not joined or noun.left_edge.nbor(-1).text != ",":
        return {}
    last = noun.right_edge
    closed = last.i + 1 < len(last.doc) and last.nbor(1).text in (",", ")", "–", "—")
    kind = noun.pos_ if above.is_sent_start else above.pos_  # a capital letter makes a first word look like a name
    alike = _article(noun) == _article(above) != "?" and noun.pos_ == kind and not (above.tag_ == "NNS" != noun.tag_)
    return {} if closed or not alike or above.right_edge != last else {noun.i: (above.i, "conj", noun.tag_)}


def _second_noun(verb: "Token") -> _Edits:
    joint, first, above = verb.nbor(-1), verb.nbor(-2), verb.head
    moved = {c.i: (above.i, c.dep_, c.tag_) for c in verb.rights}
    return moved | {verb.i: (first.i, "conj", "NN"), joint.i: (first.i, "cc", joint.tag_)}


def _second_calling(verb: "Token") -> _Edits:
    """Make a noun of what seems a bare verb behind what somebody was: "was a naturalist and artist whose …"."""
    joint = verb.nbor(-1) if verb.i > verb.sent.start + 1 else verb
    first = joint.nbor(-1) if joint.lower_ == "and" else verb
    taking = any(c.dep_ in ("aux", "dobj", "nsubj") for c in verb.children)
    if first.dep_ != "attr" or first.head != verb.head or taking:
        return {}
    edits = {verb.i: (first.i, "conj", "NN"), joint.i: (first.i, "cc", joint.tag_)}
    return edits | {c.i: (verb.i, "relcl", c.tag_) for c in verb.rights if any(t.tag_ == "WP$" for t in c.subtree)}


def _is_noun_of_list(verb: "Token") -> bool:
    """Return whether a verb without an object is the second of two nouns: "break down worn parts and waste"."""
    if verb.i < verb.sent.start + 2 or verb.nbor(-1).lower_ != "and":
        return False
    first = verb.nbor(-2)
    if verb.lower_.endswith(_NOMINAL) and first.dep_ == "dobj":
        return first.head == verb.head and not any(c.dep_ in ("dobj", "aux") for c in verb.children)
    if verb.lower_ not in words("verbs", "nounverbs"):
        return False
    taking = any(c.dep_ in _TAKING or (c.dep_ == "advmod" and c.i == verb.i + 1) for c in verb.children)
    return first.dep_ == "dobj" and first.head == verb.head and not taking


def _continued(verb: "Token") -> _Edits:
    """Join a finite verb to the verb over the noun that it was joined to: "it acts as a lid and forces air out"."""
    joint = next((c for c in verb.head.rights if c.dep_ == "cc" and c.i == verb.left_edge.i - 1), None)
    above = verb.head
    while above.pos_ in (*_NOUNS, "ADP") and above.head != above:
        above = above.head
    finite = next((c for c in above.lefts if c.dep_ in _HELPING), above)  # "is held back by a dam and fills a lake"
    same = finite.tag_ == verb.tag_ and above.pos_ in ("VERB", "AUX") and above.i < verb.i
    if joint is None or not same or _own_subject(verb) is not None or verb.pos_ != "VERB":
        return {}
    after = (c for c in (*verb.head.rights, *above.rights) if c.i > verb.i and c.dep_ in _BEHIND_VERBS)
    behind = {c.i: (verb.i, c.dep_, c.tag_) for c in after}
    return behind | {verb.i: (above.i, "conj", verb.tag_), joint.i: (above.i, "cc", joint.tag_)}


def _going_on(verb: "Token") -> _Edits:
    """Put what somebody did next below the verb that says so: "she went on to study medicine"."""
    above = verb.head
    on = above.lemma_ == "go" and any(c.dep_ == "prt" and c.lower_ == "on" for c in above.rights)
    next_ = on and verb.left_edge.lower_ == "to" and verb.left_edge.nbor(-1).lower_ == "on"
    return {verb.i: (above.i, "xcomp", verb.tag_)} if next_ else {}


def _late_clause(verb: "Token") -> _Edits:
    """Give a clause right behind a second clause to it: "a valve opens and water flows in until the tank is full"."""
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in _UNTIL and c.i < verb.i for c in verb.lefts)
    second = next((c for c in verb.head.rights if c.dep_ == "conj" and c.i < verb.i), None)
    if not marked or second is None or _own_subject(second) is None or is_set_off(verb):
        return {}
    return {verb.i: (second.i, "advcl", verb.tag_)}


def _loose_year(prep: "Token") -> _Edits:
    """Give a preposition the year behind it, and the verb its subject, of which it became a part: "In 1824 Davy …"."""
    year = prep.nbor(1) if prep.i + 1 < prep.sent.end else prep
    if year.lower_ in _ROUGHLY and year.i + 1 < prep.sent.end:  # "In about 525 King Kaleb"
        year = year.nbor(1)
    if not prep.is_sent_start or prep.lower_ not in _DATING or not YEAR.match(year.text):
        return {}
    if year.dep_ not in ("nummod", "quantmod", "compound"):
        return {}
    edits: _Edits = {year.i: (prep.i, "pobj", "CD")}
    if not list(prep.children):
        return edits
    subject = _subject_of_year(year.head, prep.head) if year.head.head == prep else {}
    return edits | subject if subject else {}


def _opening(prep: "Token") -> _Edits:
    """Give a phrase that opens a sentence to the clause behind it: "as evidence he pointed to rocks"."""
    noun = next((c for c in prep.rights if c.dep_ == "pobj"), None)
    inside = noun.subtree if noun is not None and prep.is_sent_start else ()
    verb = next((t for t in inside if t.dep_ == "relcl" and _is_bare_clause(t)), None)
    if verb is None:
        return {}
    moved = {c.i: (verb.i, c.dep_, c.tag_) for c in prep.rights if c.i > verb.i}
    return moved | {prep.i: (verb.i, "prep", prep.tag_), verb.i: (verb.i, "ROOT", verb.tag_)}


def _is_bare_clause(verb: "Token") -> bool:
    """Return whether a clause has a finite verb and a subject, and no word that makes it part of another."""
    finite = next((c for c in verb.lefts if c.dep_ in _HELPING), verb)
    subject = _own_subject(verb)
    leading = any(c.dep_ == "mark" or c.tag_ in ("WDT", "WP", "WRB", "WP$") for t in verb.lefts for c in (t, *t.lefts))
    return subject is not None and finite.tag_ in _FINITE and not leading and subject.tag_ not in ("WDT", "WP")


def _subject_of_year(noun: "Token", verb: "Token") -> _Edits:
    bare = verb.pos_ in ("VERB", "AUX") and not any(c.dep_ in _ACTING for c in verb.children)
    first = next((c for c in verb.lefts if c.i > noun.i), verb)
    joined = bare and noun.pos_ in _NOUNS and noun.right_edge.i == first.i - 1
    return {noun.i: (verb.i, _subject_role(verb), noun.tag_)} if joined else {}


def _chain(noun: "Token") -> list["Token"]:
    """Return the nouns that are joined to one, each to the one before it."""
    found = [c for c in noun.children if c.dep_ == "conj"]
    return [*found, *(each for c in found for each in _chain(c))]


def _article(noun: "Token") -> str:
    """Return "the" or "", or "?" where another word makes a noun definite or counts it."""
    told = [c for c in noun.children if c.dep_ in ("det", "poss", "nummod")]
    return "" if not told else "the" if [c.lower_ for c in told] == ["the"] else "?"


def _region(noun: "Token") -> _Edits:
    """Make a name behind a comma an addition to the name before it: "Halifax, Nova Scotia"."""
    above = noun.head
    if noun.dep_ != "conj" or noun.pos_ != "PROPN" or above.pos_ != "PROPN" or noun.ent_type_ != "GPE":
        return {}
    joined = any(c.dep_ in ("cc", "conj") and c != noun for c in (*above.rights, *noun.rights))
    behind = noun.left_edge.nbor(-1).text == ","
    return {noun.i: (above.i, "appos", noun.tag_)} if behind and not joined and above.dep_ != "conj" else {}


def _named_first(adverb: "Token") -> _Edits:
    """Make a name that opens a sentence, and was read as an adverb, the subject it lacks: "Tartu is a city"."""
    verb, after = adverb.head, adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else adverb
    be = after.lemma_ == "be" and after.tag_ in _FINITE and (after == verb or after.head == verb)
    told = any(c.dep_ in ("attr", "auxpass") for c in verb.children)
    taken = adverb.is_stop or adverb.lower_.endswith("ly") or any(c.dep_ in _ACTING for c in verb.children)
    if not be or not told or taken or not adverb.text.istitle() or list(adverb.children):
        return {}
    return {adverb.i: (verb.i, _subject_role(verb), "NNP")}


def put(doc: "Doc", edits: _Edits) -> None:
    """Give tokens other heads, dependencies and tags."""
    table: Any = doc.to_array(_ARRAY)
    for index, (head, dep, tag) in edits.items():
        table[index] = [(head - index) & _WHOLE, doc.vocab.strings.add(dep), doc.vocab.strings.add(tag)]
    doc.from_array(_ARRAY, table)
    for index, (_, _, tag) in edits.items():
        deed = tag == "VBN" and doc[index].pos_ == "ADJ" and doc[index].dep_ != "amod"
        if deed or (tag in _VERBS and doc[index].pos_ in _NOUNS):
            doc[index].pos_ = "VERB"
            doc[index].lemma_ = _base(doc[index])
        elif tag in _NAMED and doc[index].pos_ not in _NOUNS:
            doc[index].pos_ = _NAMED[tag]
