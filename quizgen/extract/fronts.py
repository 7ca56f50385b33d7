"""Sentences whose opening phrase has taken their subject: "In the nineteenth century vermilion gave way to red".

Where no comma closes what opens a sentence, the parser may read on into the subject. Then the verb has none, and the
sentence is read again with a comma in each place where the phrase may end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.extract.grafts import put
from quizgen.extract.twins import Edits
from quizgen.nlp import Pipeline
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ACTING = _SUBJECTS | {"csubj", "expl"}
_HELPING = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_ENDING = _NOUNS | {"NUM"}
_DEGREES = frozenset("about around some nearly almost roughly over".split())
_LEADING = frozenset("as that than because like since until if while".split())  # which a clause may follow
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_PERIODS = frozenset(
    "century decade year month week day night morning evening afternoon hour era winter summer spring autumn".split()
)
_SURE, _MOST = 2, 3


@dataclass(frozen=True, slots=True)
class _Trial:
    doc: "Doc"
    start: int
    end: int
    cut: int  # the token that a comma is put before
    text: str

    def place(self, index: int) -> int:
        """Return the place in the document of a token of the sentence with the comma."""
        return self.start + index - (index > self.cut - self.start)


def settle(docs: list["Doc"], pipeline: Pipeline) -> None:
    """Give sentences back the subject that their opening phrase has taken."""
    trials = [trial for doc in docs for sent in doc.sents for trial in _trials(sent)]
    done: set[tuple[int, int]] = set()
    for trial, parsed in zip(trials, pipeline.parses(trial.text for trial in trials), strict=True):
        key = (id(trial.doc), trial.start)
        if key not in done and _fits(trial, parsed):
            _apply(trial, parsed)
            done.add(key)


def _trials(sent: "Span") -> Iterator[_Trial]:
    """Yield a sentence without a subject with a comma behind each likely end of what opens it."""
    first, root = sent[0], sent.root
    finite = next((c for c in root.lefts if c.dep_ in _HELPING), root)
    opens = first.pos_ == "ADP" and first.dep_ == "prep" and first.lower_ not in _LEADING
    if not opens or finite.tag_ not in _FINITE or not _is_robbed(first, root):
        return
    behind = next((t.i for t in sent.doc[first.i : finite.i] if t.text == ","), finite.i)
    ends = [(_rank(t), t.i) for t in sent.doc[first.i + 2 : behind] if t.nbor(-1).pos_ in _ENDING]
    for _, cut in sorted(each for each in ends if each[0] <= _SURE)[:_MOST]:
        at = sent.doc[cut].idx - sent.start_char
        text = f"{sent.text[:at].rstrip()}, {sent.text[at:]}"
        yield _Trial(doc=sent.doc, start=sent.start, end=sent.end, cut=cut, text=text)


def _is_robbed(prep: "Token", verb: "Token") -> bool:
    """Return whether a verb has no subject, or one that begins with what belongs to the preposition before it."""
    acting = [c for c in verb.children if c.dep_ in _ACTING]
    bare = not list(prep.children) and len(acting) == 1 and acting[0].dep_ in _SUBJECTS
    return not acting or (bare and acting[0].left_edge.i == prep.i + 1)


def _rank(token: "Token") -> int:
    """Return how likely a subject begins with a token: 0 is likeliest, above ``_SURE`` hardly."""
    before = token.nbor(-1)
    if token.tag_ in ("DT", "PRP$", "PRP") or token.lower_ in _DEGREES:
        return 0
    timed = YEAR.match(before.text) or before.lemma_.lower() in _PERIODS or before.text in _MONTHS
    if timed and token.pos_ in _ENDING | {"ADJ"} and not YEAR.match(token.text):
        return 1
    named = before.pos_ == "PROPN" and token.pos_ == "NOUN" and token.is_lower
    held = token.dep_ in _SUBJECTS and token.pos_ == "NOUN"
    return 2 if named or held or (before.pos_ == "NOUN" and token.tag_ in ("JJ", "NNP")) else 3


def _fits(trial: _Trial, parsed: "Doc") -> bool:
    """Return whether the verb has a subject that begins behind the comma, and the opening phrase belongs to it."""
    if len(parsed) != trial.end - trial.start + 1 or len(list(parsed.sents)) != 1:
        return False
    comma, root = parsed[trial.cut - trial.start], next(t for t in parsed if t.dep_ == "ROOT")
    finite = next((c for c in root.lefts if c.dep_ in _HELPING), root)
    subject = next((c for c in root.lefts if c.dep_ in _SUBJECTS), None)
    if comma.text != "," or subject is None or finite.tag_ not in _FINITE or subject.left_edge.i != comma.i + 1:
        return False
    same = trial.place(root.i) == trial.doc[trial.start : trial.end].root.i
    opening = parsed[0].head == root and parsed[0].right_edge.i == comma.i - 1
    whole = same and opening and not _is_told_late(root)
    return whole and subject.pos_ in _NOUNS | {"PRON"} and _agrees(subject, finite)


def _is_told_late(verb: "Token") -> bool:
    """Return whether an explanation was read as an object: "won in two hours, at that time the best mark"."""
    told = next((c for c in verb.rights if c.dep_ in ("dobj", "attr")), None)
    return told is not None and any(c.text == "," and c.i < told.i for c in verb.rights)


def _agrees(subject: "Token", finite: "Token") -> bool:
    joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in subject.children)
    several = subject.tag_ in ("NNS", "NNPS") or joined
    told = finite.lower_ in ("are", "were", "have") or finite.tag_ == "VBP"
    single = finite.lower_ in ("is", "was", "has") or finite.tag_ == "VBZ"
    return subject.pos_ == "PRON" or not ((several and single) or (told and not several))


def _apply(trial: _Trial, parsed: "Doc") -> None:
    comma = trial.cut - trial.start
    edits: Edits = {
        trial.place(t.i): (trial.place(t.head.i), t.dep_, t.tag_) for t in parsed if t.i != comma and t.head.i != comma
    }
    put(trial.doc, edits)
