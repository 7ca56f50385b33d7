"""Sentences whose verb was read as a noun or participle: it is found by reading an unmistakable past in its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from quizgen import inflect
from quizgen.extract import fronts, halves, wordclass
from quizgen.extract.grafts import grafted, put
from quizgen.extract.losses import is_aside, is_participle_of
from quizgen.extract.reduced import doubts, settle
from quizgen.extract.slips import slipped
from quizgen.extract.strays import BECOMING
from quizgen.lexicon import words
from quizgen.nlp import Pipeline
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRESENT = frozenset({"VBZ", "VBP"})
_FOLLOWING = frozenset({"DET", "ADP", "ADJ", "NUM", "PRON", "PART", "ADV"})
_TAKEN = frozenset({"DET", "ADJ", "NOUN", "NUM", "PRON", "ADP", "ADV"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})
_HELD = frozenset({"aux", "auxpass", "dobj", "attr", "acomp"})
_UNFINITE = frozenset({"VB", "VBN", "VBG"})
_JOINTS = frozenset({"and", "but", "or"})
_HEADING = frozenset({"ROOT", "conj", "relcl", "advcl"})
_SEVERAL = frozenset({"they", "these", "those", "both", "many", "some", "several", "few"})
_PARSE: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_TAG, _LEMMA = 2, 4
_LOWER = frozenset({"conj", "relcl", "advcl", "acl", "appos", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWN = _SUBJECTS | {"aux", "auxpass", "dobj", "xcomp", "ccomp"}
_SUFFERED = ("assailing", "handing", "needing", "placing", "suffered")
_PERSONAL = frozenset({"he", "she", "who", "i", "we", "you"})
_NOMINAL = _SUBJECTS | {"pobj", "dobj"}
_SAME = frozenset("spread cut put set hit cost let shut split burst cast hurt shed thrust".split())
_ALIKE = frozenset(
    "species series means headquarters news works gallows barracks crossroads aircraft offspring".split()
)
_SHORTEST, _MOST = 5, 2
_CLEAR, _GOING = "saw", "went"  # no participles; the second takes no object


@dataclass(frozen=True, slots=True)
class _Trial:
    doc: "Doc"
    start: int
    end: int
    verb: int
    text: str
    unsure: frozenset[int]


def mended(docs: Iterable["Doc"], pipeline: Pipeline) -> list["Doc"]:
    """Return docs in which sentences that no finite verb heads are parsed as they would be with a clear one.

    "Yeast converts sugar into alcohol" gets the parse of "Yeast converted sugar into alcohol", "The statute fixed
    wages" that of "The statute saw wages".
    """
    parsed_docs = list(docs)
    wordclass.settle(parsed_docs, pipeline)
    unsure = [_unsure(doc) for doc in parsed_docs]
    found = [grafted(slipped(retagged(doc))) for doc in parsed_docs]
    trials = [trial for doc, some in zip(found, unsure, strict=True) for s in doc.sents for trial in _trials(s, some)]
    for trial, parsed in zip(trials, pipeline.parses(trial.text for trial in trials), strict=True):
        sent = trial.doc[trial.start : trial.end]
        waiting = not _is_headed(sent) or _is_doubtful(sent, trial.unsure)
        if waiting and _fits(trial, parsed):
            _apply(trial, parsed)
    _settle_participles(found, pipeline)
    halves.settle(found, pipeline)
    fronts.settle(found, pipeline)
    return found


def _settle_participles(docs: list["Doc"], pipeline: Pipeline) -> None:
    doubtful = [doubt for doc in docs for sent in doc.sents for doubt in doubts(sent)]
    for doubt, parsed in zip(doubtful, pipeline.parses(doubt.text for doubt in doubtful), strict=True):
        settle(doubt, parsed)


def retagged(doc: "Doc") -> "Doc":
    """Return a doc in which verbs that have a subject and no auxiliary are finite.

    The tagger takes some for infinitives ("bacteria soon clog the filters") or participles ("they settled in Bonn").
    """
    for token in doc:
        if is_participle_of(token) or is_aside(token):
            token.tag_ = "VBN"
        elif token.tag_ == "NNS" and token.dep_ in _SUBJECTS:
            token.tag_ = "NN" if _is_one(token) else "NNS"
        elif token.tag_ in _UNFINITE and token.dep_ in _HEADING and token.pos_ in ("VERB", "AUX"):
            token.tag_ = _finite_tag(token)
        elif token.tag_ == "VBD" and token.dep_ == "conj" and _is_joined_passive(token):
            token.tag_ = "VBN"
        elif token.tag_ == "JJ" and (_is_counted(token) if token.dep_ == "attr" else _is_named_noun(token)):
            token.tag_, token.pos_ = "NN", "NOUN"
        elif token.tag_ == "VBP" and _is_past_of_one(token):
            token.tag_, token.lemma_ = "VBD", inflect.base_of_past(token.lower_)
        elif token.lower_ in ("'d", "’d") and token.dep_ == "aux" and token.head.tag_ == "VBN":
            token.tag_, token.lemma_ = "VBD", "have"
        elif token.dep_ == "auxpass" and token.lower_ in BECOMING:
            token.pos_, token.lemma_ = "VERB", "become"
        elif token.pos_ == "NOUN" and token.tag_ in _FINITE and any(c.dep_ in _SUBJECTS for c in token.lefts):
            token.pos_, token.lemma_ = "VERB", _base(token)
    for verb in [t for t in doc if t.lower_ in _SAME and t.tag_ == "VBD" and t.dep_ in _HEADING]:
        verb.tag_ = _tense_around(verb)
    return doc


def _is_past_of_one(verb: "Token") -> bool:
    """Return whether a verb that would be of several in the present has one subject: "where he swam"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or not inflect.base_of_past(verb.lower_) or any(c.dep_ == "conj" for c in subject.children):
        return False
    return subject.tag_ in ("NN", "NNP") or subject.lower_ in ("he", "she", "it")


def _is_one(noun: "Token") -> bool:
    """Return whether a noun with "s" before a verb in the singular is no plural: "the species is", "politics was"."""
    finite = next((c for c in noun.head.lefts if c.dep_ in ("aux", "auxpass")), noun.head)
    alone = noun.lower_.endswith(("ss", "ics")) or noun.lower_ in _ALIKE
    return alone and (finite.lower_ in ("is", "was", "has") or finite.tag_ == "VBZ")


def _tense_around(verb: "Token") -> str:
    """Return the tag of a verb whose past is like its present: "lichens spread by a millimetre a year"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    dated = any(t.pos_ == "NUM" and YEAR.match(t.text) for t in verb.sent)
    if subject is None or subject.tag_ != "NNS" or dated or any(c.dep_ == "aux" for c in verb.lefts):
        return "VBD"
    others = [t.tag_ for t in verb.doc if t.lower_ not in _SAME]
    return "VBP" if sum(tag in _PRESENT for tag in others) > others.count("VBD") else "VBD"


def _is_joined_passive(verb: "Token") -> bool:
    """Return whether a verb shares the auxiliary of a passive: "it was designed by Wren and built in 1675"."""
    above = verb.head
    passive = above.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in above.children)
    own = {c.dep_ for c in verb.children}
    subject = next((c for c in above.children if c.dep_ == "nsubjpass"), None)
    if not passive or subject is None or own & _OWN or inflect.participle(_base(verb)) != verb.lower_:
        return False
    person = subject.lower_ in _PERSONAL or subject.ent_type_ == "PERSON"
    if "agent" in own or _base(verb) in words("verbs", *_SUFFERED) | {"send"}:
        return True
    return not person and _base(verb) in words("verbs", "making", "undergone")


def _is_named_noun(adjective: "Token") -> bool:
    """Return whether an adjective with a name before it is a noun: "the mouth of the Arden estuary"."""
    if adjective.dep_ not in _NOMINAL or any(c.pos_ in ("NOUN", "PROPN") for c in adjective.rights):
        return False
    before = adjective.nbor(-1) if not adjective.is_sent_start else adjective
    article = any(c.dep_ == "det" and c.lower_ == "the" for c in adjective.lefts)
    return article and before.pos_ == "PROPN" and before.dep_ == "compound" and before.head == adjective


def _is_counted(adjective: "Token") -> bool:
    """Return whether an adjective with an article is a noun: "a badger is a mammal in the weasel family"."""
    article = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in adjective.lefts)
    after = adjective.nbor(1) if adjective.i + 1 < len(adjective.doc) else adjective
    return article and adjective.is_alpha and adjective.is_lower and after.pos_ in ("ADP", "PUNCT", "PRON")


def _finite_tag(verb: "Token") -> str:
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return str(verb.tag_)
    if subject is None:
        return _continued_tag(verb)
    apart = any(t.text in (",", "(", "–", "—") for t in verb.doc[subject.i : verb.i])
    if subject.i > verb.i or (apart and (verb.dep_ != "ROOT" or _goes_on(verb))):
        return str(verb.tag_)
    first = subject.left_edge
    if verb.tag_ == "VBN" and (verb.dep_ == "ROOT" or (first.i and first.nbor(-1).lower_ in _JOINTS)):
        return "VBD" if inflect.is_past(verb.lower_, verb.lemma_.lower()) and not _is_followed(verb) else "VBN"
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and subject.i < verb.i and _is_common_plural(subject):
        subject.tag_, subject.pos_ = "NNS", "NOUN"
    return "VBP" if _is_plural(subject) and (verb.tag_ == "VB" or inflect.is_base(verb.lower_)) else str(verb.tag_)


def _is_common_plural(noun: "Token") -> bool:
    """Return whether a plural that opens a sentence was taken for a name: "Lichens grow slowly"."""
    first = noun.is_sent_start and noun.tag_ == "NNP" and noun.left_edge == noun
    ended = noun.lower_.endswith("s") and not noun.lower_.endswith(("ss", "us", "is"))
    return bool(first) and ended and not noun.ent_type_


def _is_followed(verb: "Token") -> bool:
    """Return whether a finite verb that lacks a subject comes later: the first may be a participle, the second its."""
    clauses = [c for c in verb.rights if c.dep_ in ("advcl", "ccomp") and c.tag_ != "VBG"]
    return any(not any(b.dep_ in ("nsubj", "nsubjpass") or b.lower_ == "to" for b in c.children) for c in clauses)


def _goes_on(verb: "Token") -> bool:
    """Return whether a finite verb without a subject stands right behind a later comma: "…, sent by sea, is lost"."""
    later = (c for c in verb.rights if c.dep_ in ("conj", "ccomp", "advcl", "xcomp", "dep") and c.tag_ != "VBG")
    bare = (c for c in later if not any(b.dep_ in (*_SUBJECTS, "mark") for b in c.children))
    return any(c.left_edge.nbor(-1).text in (",", ")", "–", "—", "”", "’") for c in bare)


def _continued_tag(verb: "Token") -> str:
    """Return the tag of a coordinated verb, which has the tense of the verb before it."""
    above = verb.head
    if verb.dep_ != "conj" or above.pos_ != "VERB" or any(c.dep_ in ("aux", "auxpass") for c in above.children):
        return str(verb.tag_)
    if verb.tag_ == "VB" and above.tag_ == "VBP" and _has_plural_subject(above):
        return "VBP"
    joined = verb.tag_ == "VBN" and above.tag_ == "VBD" and verb.left_edge.nbor(-1).lower_ in _JOINTS
    return "VBD" if joined and inflect.is_past(verb.lower_, verb.lemma_.lower()) else str(verb.tag_)


def _has_plural_subject(verb: "Token") -> bool:
    return any(c.dep_ == "nsubj" and _is_plural(c) for c in verb.children)


def _is_headed(sent: "Span") -> bool:
    """Return whether a finite verb heads a sentence, not the subordinate clause that it begins with."""
    root = sent.root
    if root.tag_ in _FINITE:
        return not any(c.dep_ == "mark" and c.i == sent.start for c in root.children)
    return any(c.tag_ in _FINITE and c.dep_ not in _LOWER for c in root.children)


def _is_doubtful(sent: "Span", unsure: frozenset[int]) -> bool:
    """Return whether the verb may be a participle, or a noun behind an adjective: "Vertical lines … hold"."""
    first, root = sent[0], sent.root
    if root.i in unsure:
        return True
    return root.i == first.i + 1 and root.tag_ == "VBZ" and first.head == root and first.tag_ in ("NNP", "JJ")


@cache
def _presents() -> dict[str, str]:
    """Return the base form of each form in the present."""
    bases = words("verbs", "nounlike", "nounverbs")
    return {form: base for base in sorted(bases) for form in (base, inflect.third(base))}


def _unsure(doc: "Doc") -> frozenset[int]:
    """Return the places of the participles that head a sentence, though nothing makes them finite."""
    roots = (sent.root for sent in doc.sents if sent.root.tag_ == "VBN")
    return frozenset(t.i for t in roots if not any(c.dep_ in _HELD for c in t.children))


def _trials(sent: "Span", unsure: frozenset[int]) -> Iterator[_Trial]:
    """Yield a sentence that lacks a verb with each of its likeliest candidates made unmistakable."""
    if len(sent) < _SHORTEST or sent[-1].text != "." or (_is_headed(sent) and not _is_doubtful(sent, unsure)):
        return
    if _is_headed(sent):
        found = [t for t in sent[1:-2] if t.i != sent.root.i and t.text in _presents() and t.nbor(1).pos_ in _TAKEN]
        found = [t for t in found if t.pos_ in _NAMING and t.nbor(-1).pos_ in _NAMING]
    else:
        found = [t for t in sent[1:-1] if t.text in _presents() or t.tag_ in _PRESENT or _is_pastlike(t)]
    # "A driver waves from the tram" is a caption
    found = [t for t in found if _base(t) not in words("verbs", "posing")]
    for candidate in sorted(found, key=lambda t: (not _stands_like_a_verb(t), t.dep_ == "acl"))[:_MOST]:
        cut = candidate.idx - sent.start_char
        text = sent.text[:cut] + _past(candidate) + sent.text[cut + len(candidate.text) :]
        yield _Trial(
            doc=sent.doc, start=sent.start, end=sent.end, verb=candidate.i - sent.start, text=text, unsure=unsure
        )


def _past(candidate: "Token") -> str:
    """Return a form in place of a candidate that can be nothing but a finite verb."""
    if not _is_present(candidate):
        return _GOING if _base(candidate) in words("verbs", "alone") and not _has_object(candidate) else _CLEAR
    base = _base(candidate)
    past = inflect.past(base)
    return past if past != base else _CLEAR


def _has_object(candidate: "Token") -> bool:
    after = candidate.nbor(1)
    return after.pos_ not in ("ADP", "ADV", "PART", "SCONJ", "PUNCT", "CCONJ") or after.lower_ == "by"


def _base(candidate: "Token") -> str:
    return _presents().get(candidate.text) or inflect.base(candidate.lower_, candidate.tag_, candidate.lemma_.lower())


def _stands_like_a_verb(token: "Token") -> bool:
    """Return whether a token stands between a noun and what a verb may be followed by."""
    before, after = token.nbor(-1), token.nbor(1)
    return (before.pos_ in ("NOUN", "PROPN", "ADV") or before.text in (",", ")")) and after.pos_ in _FOLLOWING


def _is_pastlike(token: "Token") -> bool:
    """Return whether a token may be a past that was read as a participle: "the statute fixed wages"."""
    told = token.tag_ in ("VBN", "VBD") and token.dep_ in ("amod", "acl", "relcl", "compound")
    return told and inflect.past(token.lemma_.lower()) == token.text


def _fits(trial: _Trial, parsed: "Doc") -> bool:
    """Return whether the past is the one verb of its sentence, with a subject of the right number."""
    if len(parsed) != trial.end - trial.start or len(list(parsed.sents)) != 1:
        return False
    verb = parsed[trial.verb]
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    said = _said(verb)
    finite = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and "dobj" in said and not _is_helped(verb))
    if verb.dep_ != "ROOT" or not finite or subject is None or not said:
        return False
    bare = _is_like_a_compound(subject, verb) and trial.doc[trial.start : trial.end].root.tag_ not in _FINITE
    candidate = trial.doc[trial.start + trial.verb]
    if not _is_present(candidate):
        return "dobj" in said or verb.text == _GOING
    return ("dobj" in said or not bare or subject.tag_ == "NNS") and _agrees(candidate, subject)


def _is_helped(verb: "Token") -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _said(verb: "Token") -> set[str]:
    """Return the sorts of words that tell what a verb needs to be told, if only how or when it goes on."""
    found = {c.dep_ for c in verb.rights}
    loose = {"advmod", "advcl", "prt", "conj", "xcomp", "npadvmod"} if "ccomp" not in found else set()
    return found & {"dobj", "prep"} or found & loose


def _is_like_a_compound(subject: "Token", verb: "Token") -> bool:
    """Return whether subject and verb may as well be one noun: "water supplies in the north"."""
    name = subject.pos_ == "PROPN" and not (subject.is_sent_start and not subject.ent_type_)
    own = any(c.dep_ in ("det", "poss") for c in subject.children)
    return subject.i == verb.i - 1 and not name and not own and not any(map(_goes_with_verbs, verb.rights))


def _goes_with_verbs(behind: "Token") -> bool:
    """Return whether no noun can have what follows: a second verb or a clause: "tin melts at 232 °C and flows"."""
    finite = behind.tag_ in _FINITE
    return finite and (behind.dep_ == "conj" or any(c.dep_ in ("mark", "advmod") for c in behind.lefts))


def _is_present(candidate: "Token") -> bool:
    return candidate.text in _presents() or candidate.tag_ in _PRESENT


def _agrees(candidate: "Token", subject: "Token") -> bool:
    noun = subject.pos_ in ("NOUN", "PROPN")
    return noun and _is_plural(subject) == (candidate.text == _base(candidate))


def _is_plural(subject: "Token") -> bool:
    several = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    return several or subject.lower_ in _SEVERAL


def _apply(trial: _Trial, parsed: "Doc") -> None:
    candidate = trial.doc[trial.start + trial.verb]
    strings = trial.doc.vocab.strings
    whole: Any = trial.doc.to_array(_PARSE)
    own: Any = parsed.to_array(_PARSE)
    lemma = _base(candidate)
    tag = "VBD" if not _is_present(candidate) else "VBP" if candidate.text == lemma else "VBZ"
    own[trial.verb, _TAG] = strings.add(tag)
    own[trial.verb, _LEMMA] = strings.add(lemma)
    whole[trial.start : trial.end] = own
    trial.doc.from_array(_PARSE, whole)
    before = candidate.nbor(-1)
    prep = before.nbor(-1) if before.i else before
    if before.dep_ == "compound" and before.head == candidate and prep.dep_ == "prep" and not list(prep.children):
        put(trial.doc, {before.i: (prep.i, "pobj", before.tag_)})  # "crystals hanging in lava swing freely"
