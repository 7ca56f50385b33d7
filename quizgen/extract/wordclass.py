"""Words that were read as what they never are: "as the vapor condenses and evaporates", with a noun "condenses".

The lemmatizer brings WordNet's lists of nouns, verbs and adjectives along. A sentence with a noun that is a verb only,
or a verb that is a noun only, is read again with a word in its place that can be nothing else. So is one with a plural
that may be a verb, where it does not agree with the verb it is the subject of, or with a conjunction "after" that may
be a preposition, where no clause is left beside its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizgen import inflect
from quizgen.lexicon import noun_type
from quizgen.model import PhraseType
from quizgen.nlp import Pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NOUNS = frozenset({"NN", "NNS"})
_VERBS = frozenset({"VB", "VBP", "VBZ", "VBD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ALONE = frozenset({"ADP", "ADV", "PART", "SCONJ", "PUNCT", "CCONJ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PREFIX = re.compile(r"(?:co|de|fore|inter|mis|out|over|pre|re|un|under)-?(?=\w{3})")
_PARSE: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_TAG, _POS, _LEMMA = 2, 3, 4
_ENDS = ("y", "f", "fe")  # of a noun with -ies or -ves
_SHORTEST = 4  # letters of a word whose class is sure
_EITHER = frozenset({"after", "before", "since", "until"})
_MOST = 3  # trials of a sentence
_LONGEST = 60  # words of a sentence that is read again


@dataclass(frozen=True, slots=True)
class _Word:
    place: int  # in its sentence
    said: str  # what stands in its place
    tag: str
    base: str


@dataclass(frozen=True, slots=True)
class _Trial:
    sent: "Span"
    words: tuple[_Word, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Lists:
    nouns: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]


def settle(docs: Iterable["Doc"], pipeline: Pipeline) -> None:
    """Give the words of a class that they never have their class, and their sentences the parse that goes with it."""
    lists = _Lists(pipeline.listed("noun"), pipeline.listed("verb"), pipeline.listed("adj"))
    trials = [trial for doc in docs for sent in doc.sents for trial in _trials(sent, lists)]
    done: set[tuple[int, int]] = set()
    for trial, parsed in zip(trials, pipeline.parses(trial.text for trial in trials), strict=True):
        key = (id(trial.sent.doc), trial.sent.start)
        if key not in done and _fits(trial, parsed):
            _apply(trial, parsed)
            done.add(key)


def _trials(sent: "Span", lists: _Lists) -> Iterator[_Trial]:
    """Yield a sentence with all words of a wrong class made unmistakable, else with each plural that may be a verb."""
    if not lists.verbs or len(sent) > _LONGEST:
        return
    found = tuple(word for token in sent if (word := _verb(token, lists) or _noun(token, lists)) is not None)
    if found:
        yield _trial(sent, found)
    elif opening := _opening(sent):
        yield _trial(sent, (opening,))
    else:
        doubtful = [word for token in sent[1:-1] if (word := _doubtful(token, lists)) is not None]
        yield from (_trial(sent, (word,)) for word in doubtful[:_MOST])


def _opening(sent: "Span") -> _Word | None:
    """Return a preposition that was read as a conjunction, so that no clause is left: "after his death"."""
    first = sent[0]
    joined = first.dep_ == "mark" and first.head == sent.root and first.lower_ in _EITHER
    return _Word(place=0, said="During", tag="IN", base=first.lower_) if joined else None


def _trial(sent: "Span", words: tuple[_Word, ...]) -> _Trial:
    said = {word.place: word.said for word in words}
    text = "".join(f"{said.get(t.i - sent.start, t.text)}{t.whitespace_}" for t in sent)
    return _Trial(sent=sent, words=words, text=text)


def _doubtful(token: "Token", lists: _Lists) -> _Word | None:
    """Return a verb for a plural that has its form, where it disagrees with the verb it is the subject of."""
    if token.tag_ != "NNS" or not _is_plain(token) or not _disagrees(token):
        return None
    base = _base(token.lower_, lists)
    return _acting(token, base, "VBZ") if base else None


def _disagrees(noun: "Token") -> bool:
    """Return whether a plural is the one subject of a verb in the singular."""
    several = any(c.dep_ in ("cc", "nummod") for c in noun.children)
    if noun.dep_ not in _SUBJECTS or noun.i > noun.head.i or several:
        return False
    finite = next((c for c in noun.head.lefts if c.dep_ in ("aux", "auxpass")), noun.head)
    return finite.tag_ == "VBZ" or finite.lower_ == "was"


def _is_headed(sent: "Span") -> bool:
    root = sent.root
    return root.tag_ in _FINITE or any(c.tag_ in _FINITE and c.dep_.startswith("aux") for c in root.children)


def _base(word: str, lists: _Lists) -> str:
    """Return the verb of which a word is the third person, "" where it is of none."""
    ends = (word[:-1], word[:-2], f"{word[:-3]}y") if word.endswith("s") else ()
    return next((end for end in ends if end in lists.verbs and inflect.third(end) == word), "")


def _acting(token: "Token", base: str, tag: str) -> _Word:
    """Return a word as a verb, with a past in its place that is no participle; one takes an object, the other none."""
    past = "went" if token.i + 1 == token.sent.end or token.nbor(1).pos_ in _ALONE else "saw"
    return _Word(place=token.i - token.sent.start, said=past, tag=tag, base=base)


def _is_plain(token: "Token") -> bool:
    return token.is_alpha and token.is_lower and len(token) >= _SHORTEST


def _verb(token: "Token", lists: _Lists) -> _Word | None:
    """Return a verb in the present that was read as a noun, with an unmistakable past."""
    if token.tag_ not in _NOUNS or not _is_plain(token) or token.i == token.sent.start or _is_noun(token.lower_, lists):
        return None
    base = _base(token.lower_, lists)
    if not base and token.lower_ not in lists.verbs:
        return None
    return _acting(token, base or token.lower_, "VBZ" if base else "VBP")


def _is_noun(word: str, lists: _Lists) -> bool:
    """Return whether a word may be a noun, or an adjective, also in a higher degree."""
    ends = (word, word[:-1], word[:-2], *(word[:-3] + end for end in _ENDS)) if word.endswith("s") else (word,)
    higher = word.endswith(("er", "est"))
    return any(end in lists.nouns or end in lists.adjectives for end in ends) or higher


def _noun(token: "Token", lists: _Lists) -> _Word | None:
    """Return a noun that was read as a verb, with an unmistakable noun."""
    word = token.lower_
    if token.tag_ not in _VERBS or not _is_plain(token) or _is_verb(token, lists):
        return None
    one = word[:-1] if word.endswith("s") and word[:-1] in lists.nouns else word
    if one not in lists.nouns:
        return None
    human = noun_type(one) is PhraseType.PERSON
    said = "teacher" if human else "water" if one == word else "apple"
    return _Word(
        place=token.i - token.sent.start,
        said=said if one == word else f"{said}s",
        tag="NN" if one == word else "NNS",
        base=one,
    )


def _is_verb(token: "Token", lists: _Lists) -> bool:
    word, lemma = token.lower_, token.lemma_.lower()
    bases = {lemma, lemma[:-1], word, inflect.base(word, token.tag_, lemma), inflect.base_of_past(word)}
    bases |= {_PREFIX.sub("", base) for base in bases}
    return bool(bases & lists.verbs) or token.pos_ == "AUX"


def _fits(trial: _Trial, parsed: "Doc") -> bool:
    """Return whether a sentence is headed by a finite verb, and each word is now what it must be."""
    if len(parsed) != len(trial.sent) or len(list(parsed.sents)) != 1:
        return False
    return _is_headed(next(parsed.sents)) and all(_is_in_place(word, parsed[word.place]) for word in trial.words)


def _is_in_place(word: _Word, token: "Token") -> bool:
    if word.tag in _NOUNS:
        return token.tag_ in _NOUNS and not any(c.dep_ == "compound" and c.tag_ == "NNS" for c in token.lefts)
    if word.tag == "IN":
        return token.dep_ == "prep"
    if token.tag_ != "VBD" or token.dep_ in _SUBJECTS:
        return False
    subject = next((c for c in token.children if c.dep_ in _SUBJECTS and c.i < token.i), None)
    above = token.head
    if subject is None and token.dep_ == "conj" and above.tag_ in _FINITE:
        return True
    return subject is not None and _agrees(word, subject)


def _agrees(word: _Word, subject: "Token") -> bool:
    """Return whether a subject has the number of a verb; of a pronoun for either, and of a name, nothing is told."""
    if subject.tag_ in ("WDT", "WP", "PRP", "NNP", "NNPS", "DT", "JJ"):
        return True
    several = subject.tag_ == "NNS" or any(c.dep_ == "conj" for c in subject.children)
    share = any(c.tag_ == "NNS" and c.head.lower_ == "of" and c.head.head == subject for c in subject.subtree)
    return several == (word.tag == "VBP") or (share and word.tag == "VBP")


def _apply(trial: _Trial, parsed: "Doc") -> None:
    doc, start = trial.sent.doc, trial.sent.start
    whole: Any = doc.to_array(_PARSE)
    own: Any = parsed.to_array(_PARSE)
    for word in trial.words:
        own[word.place, _TAG] = doc.vocab.strings.add(word.tag)
        own[word.place, _LEMMA] = doc.vocab.strings.add(word.base)
    others = {word.place for word in trial.words}
    for place in range(len(own)):
        if place not in others:
            own[place, _LEMMA] = whole[start + place, _LEMMA]
    whole[start : trial.sent.end] = own
    doc.from_array(_PARSE, whole)
