"""Which meanings can be asked: what holds for a kind in general, and what singles out the bearer of a name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgen.extract.definitions import COLLECTIVE
from quizgen.extract.entries import NAMING
from quizgen.extract.pointers import is_deed, is_open
from quizgen.lexicon import noun_type, words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType
from quizgen.words import words as listed

_BESIDE = frozenset(
    {"apposition", "explained", "called", "defined", "fronted", "stated", "glossed", "beside", "inverted"}
)
_MEANT = frozenset({"defined", "fronted", "glossed", "occasion", "sense"})  # said outright to be what a word means
_PERSONS = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_BODIES = frozenset({PhraseType.ORGANISATION, PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.PEOPLE})
_ARTICLES = ("a", "an", "the")
_HEDGES = frozenset("perhaps maybe probably possibly also even".split())
_REMARKED = frozenset(
    "case choice example exception favourite favorite instance trick".split()
)  # "Red is the usual choice"
_OWNED = re.compile(r"\b[A-Z]\w+['’]s\b")
_POSSESSED = re.compile(r"['’]s? \w")
_NAMED = re.compile(r" (?:calls?|called|named|termed|dubbed|nicknamed|known as)\b")
_CUT = re.compile(
    r"(?:^|[ ,])(?:that|which|who|whom|whose|where|when|of|in|on|at|by|for|with|from|to|and|or|an?|the|both|than)$"
)
_TELLING = re.compile(
    r" (?:that|which|who|whose|where|when|of|for|in|on|from|between|by|at|to|with|near|under|[a-z]+ing|[a-z]+ed) "
)
_CLAUSE = re.compile(r" (?:that|which|where|in which|by which) ")
_POINTING = re.compile(
    r"^(?:afterwards?|later|next|subsequently|then) "
    r"| (?:to be|as) (?:discussed|described|shown|mentioned|seen|explained)\b| (?:shortly|below|above)$"
)
_PROXY = re.compile(
    r" (?:do|does|did|doing) (?:so|this|it)$|\b(?:like|such as) (?:this|these|that)\b| here\b(?! and there)"
)
_CAPITAL = re.compile(r" [A-Z]")
_WORD_FOR = re.compile(r"(?:an?|the) (?:\w+ )?(?:term|word|name) (?:used )?for (?=\w)")
_CONTENT = re.compile(r"[^\W\d_][\w’'-]{2,}|\d[\d,.]*")
_BRIEF = 3
_ONE_OF_SEVERAL = frozenset({"one", "another"})
_SOME = re.compile(r"(?:several|many|some|few|most|various|numerous) ", re.I)
_HALF = re.compile(r" (?:and|or) (?:is|are) [a-z]+(?:ed|en)$")
_WITHIN = re.compile(r" (?:in|on|by|from|to|of|with|at) which ")
_ANYBODY = frozenset("woman man girl boy child friend neighbour neighbor acquaintance colleague".split())
_CLAUSE_OF_ONE = re.compile(r" (?:who|whose|whom) ")
_SITED = re.compile(r" (?:at|on|in|near|under|behind|inside|beside) (?:the|an?) ")
_MEAN = frozenset(
    """average maximum minimum total final mean present present-day individual principal original upper lower main inner
    outer middle early late full whole exact overall actual""".split()
)
_NOUN_ENDINGS = ("ment", "tion", "sion", "ity", "ness", "ance", "ence", "ship")
_OWNERS = re.compile(r"^(?:(?! (?:that|which|who|whose|where) ).)* (?:their|his|her|our) ")  # of somebody in the clause
_PRAISED = re.compile(  # a judgement, not what it is: "an important source of income"
    r"(?:an?|the|one) (?:very |most |more )?(?:important|major|key|essential|vital|significant|serious|useful|great"
    r"|crucial|integral|central|critical|growing|popular|powerful|good|common|big|real|famous|favourite|favorite|welcome"
    r"|new) "
)
_UTMOST = re.compile(r"\bmost [a-z]|\b(?!west|forest|interest|harvest|request|conquest)[a-z]{3,}est\b")
_VALUE = re.compile(r"[−–+-]?[\d.,:/]*\d(?: ?[^\W\d]{1,3}| ?[°%][CF]?)?")  # 1:57.63, −1.9 °C
_AGAIN = re.compile(r"the same (?!\w+ as\b)")
_BY_ITSELF = re.compile(r" (?:in (?:itself|themselves|its own right|their own right)|of (?:its|their) own|for itself)$")
_ITSELF = re.compile(r" (?:itself|himself|herself|themselves)$")
_TO_DO = re.compile(r" to [a-z]+$")  # "a hard language to learn"
_ONCE_THEN = re.compile(
    r"\bformer\b|\bwho had\b.* (?:before|earlier|previously|already)\b"
)  # said of the time before the story
_SMALL = frozenset(
    "the and for that which who whose where when with from was were are has had its his her their into not one".split()
)


def sound(drafts: Iterable[FactDraft]) -> Iterator[FactDraft]:
    """Yield the facts without the definitions that define nothing; what was so once is told as a statement."""
    drafts = list(drafts)
    meant = [draft for draft in drafts if draft.extractor in ("sense", "explained", "introduced")]
    called = {(d.subject.text, d.subject.start) for d in drafts if d.extractor == "called"}
    cut = _cut_off(drafts)
    for draft in drafts:
        if any(draft is each for each in cut):
            continue
        draft = _defining(draft)
        told = draft.object
        named = draft.extractor == "named" and told is not None and (told.text, told.start) in called
        again = any(_says_the_same(draft, each) or _is_of_its_end(draft, each) for each in meant)
        if named or again or _is_faint(draft):
            continue
        if draft.kind is not FactKind.DEFINITION or told is None or draft.extractor == "identity":
            yield draft
        elif _is_sound(draft, told):
            yield _stated(replace(draft, subject=_bare(draft.subject), object=_unwrapped(told)))


def _cut_off(drafts: list[FactDraft]) -> list[FactDraft]:
    """Return which of two readings of one naming to leave out: the one that tells less."""
    found = []
    for draft in drafts:
        if draft.extractor == "naming":
            twins = [d for d in drafts if _is_twin(draft, d)]
            for twin in twins[:1]:
                longer = len(twin.object.text if twin.object else "") - len(draft.subject.text)
                if twin.extractor == "owned" or longer:
                    found.append(draft if longer > 0 and twin.extractor == "called" else twin)
        elif _is_naming(draft) and any(d.extractor in ("called", "owned") and _overlap(d, draft) for d in drafts):
            found.append(draft)
    return found


def _is_twin(naming: FactDraft, other: FactDraft) -> bool:
    """Return whether two facts tell of the same name."""
    told = {"called": other.subject, "owned": other.object}.get(other.extractor)
    return naming.object is not None and told is not None and naming.object.end == told.end


def _is_naming(draft: FactDraft) -> bool:
    """Return whether a clause was read as a mere statement that tells of a name: "what is called the troposphere"."""
    return draft.extractor == "relation" and draft.verb is not None and draft.verb.base in NAMING


def _overlap(one: FactDraft, other: FactDraft) -> bool:
    return one.start < other.end and other.start < one.end


def _is_faint(draft: FactDraft) -> bool:
    """Return whether a name is given to what has hardly been described: "a theta form is known as …"."""
    said = draft.subject.text
    if draft.extractor in ("naming", "named") and _SOME.match(said):  # "several inns are called the Swan"
        return True
    enough = {"named": 4, "naming": 3}.get(draft.extractor, 0)  # content words that describe without "of" or "that"
    return len(_content(said)) < enough and not _TELLING.search(said)


def _says_the_same(draft: FactDraft, sense: FactDraft) -> bool:
    """Return whether a clause was read as a statement too that says what a word means: "erosion refers to …"."""
    if sense.extractor == "introduced" and draft.extractor != "introduced" and draft.object and sense.object:
        same = draft.kind is FactKind.DEFINITION or draft.extractor == "definition"
        return same and draft.object.start == sense.object.start and draft.object.end <= sense.object.end
    if draft.verb is None or sense.extractor != "sense" or draft.extractor not in ("relation", "definition"):
        return False
    meant = draft.verb.base in ("be", "refer", "mean", "define", "denote", "signify", "describe")
    return meant and draft.start <= sense.end and sense.start <= draft.end


def _is_of_its_end(draft: FactDraft, explained: FactDraft) -> bool:
    """Return whether a relative clause was read of a phrase and tells of its last noun: "a reaction to gluten"."""
    name = explained.subject.text
    wider = draft.subject.text.endswith(f" {name}") and draft.subject.text.lower() not in (f"the {name}", f"a {name}")
    return draft.extractor == "definition" and wider and draft.subject.end == explained.subject.end


def _defining(draft: FactDraft) -> FactDraft:
    """Return as a definition what a statement tells at length of a term: "respiration is the process of …"."""
    told, verb = draft.object, draft.verb
    if draft.kind is not FactKind.RELATION or draft.extractor != "definition" or told is None or verb is None:
        return draft
    said = told.text
    full = (
        said.startswith(("the ", "a ", "an ")) and len(_content(said)) > 3 and _TELLING.search(said, _behind_head(told))
    )
    general = verb.text in ("is", "are") and not draft.subject.proper and not draft.subject.resolved
    single = len(draft.subject.text.split()) < 4 and " of " not in draft.subject.text and not draft.qualifiers
    return replace(draft, kind=FactKind.DEFINITION) if full and general and single else draft


def _stated(draft: FactDraft) -> FactDraft:
    """Return what a sort of thing was in the past, or two are, as a statement: "salt was the main export"."""
    past = draft.verb is not None and draft.verb.tense == "past"
    once = (past or " and " in draft.subject.text) and not draft.subject.proper
    return replace(draft, kind=FactKind.RELATION) if once and draft.extractor == "definition" else draft


def _bare(name: Phrase) -> Phrase:
    """Return a term without the word that sets it against others: "the balance itself"."""
    return replace(name, text=_ITSELF.sub("", name.text))


def _unwrapped(told: Phrase) -> Phrase:
    """Return a meaning without "a term for"."""
    found = _WORD_FOR.match(told.text)
    return told if found is None else replace(told, text=told.text[found.end() :])


def _is_sound(draft: FactDraft, told: Phrase) -> bool:
    first = draft.subject.text.split()[0].lower()
    if not draft.subject.proper and draft.subject.head in _REMARKED:
        return False  # "the best-known example is the dog that …"
    if first in _ONE_OF_SEVERAL or _SOME.match(told.text) or _is_half(told.text) or _is_open_person(told):
        return False
    if (
        _PROXY.search(told.text)
        or _CUT.search(told.text)
        or _POINTING.search(told.text)
        or first in _HEDGES
        or _is_uneven(draft.subject, told)
    ):
        return False
    if _VALUE.fullmatch(draft.subject.text) or _says_nothing_new(draft, told) or is_open(told):
        return False
    if draft.extractor == "introduced" and (_NAMED.search(told.text) or is_deed(draft.subject, told)):
        return False
    beside = draft.extractor in _BESIDE
    if beside and (_is_of_clause(draft, told) or (draft.subject.resolved and _POSSESSED.search(draft.subject.text))):
        return False
    if draft.extractor in _MEANT:
        return True
    return _singles_out(draft, told) if draft.subject.proper else _is_general(draft, told)


def _is_half(said: str) -> bool:
    """Return whether a second participle of a clause lacks what completes it: "that lie there and are embedded"."""
    return bool(_HALF.search(said)) and not _WITHIN.search(said)


def _is_open_person(told: Phrase) -> bool:
    """Return whether somebody is described as anybody, or through another: "a woman from Kent", "a friend of Bach"."""
    first = told.text.split()[0].lower()
    return first in ("a", "an") and told.head in _ANYBODY and not _CLAUSE_OF_ONE.search(told.text)


def _says_nothing_new(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a description only remarks on its bearer, or says its noun again: "the tow rope, a long rope"."""
    said = _BY_ITSELF.sub("", told.text)
    if _AGAIN.match(said) or told.head in _REMARKED:
        return True
    if draft.subject.proper:
        return said != told.text and len(_content(said)) < _BRIEF
    plain = not _TELLING.search(_TO_DO.sub("", said), _behind_head(told))
    again = told.head == draft.subject.head and draft.subject.text.lower() not in (told.head, f"the {told.head}")
    return plain and (again or (draft.extractor == "definition" and _is_remark(said)))


def _is_remark(said: str) -> bool:
    """Return whether "is a …" has an adjective or two and no more, which judges more often than it defines."""
    words_ = _content(_TO_DO.sub("", said))
    compound = len(words_) == 2 and words_[0] in listed("common")  # "a price floor"
    return said.startswith(("a ", "an ")) and len(words_) <= 2 and not compound


def _is_uneven(subject: Phrase, told: Phrase) -> bool:
    """Return whether many are said to be one: "the beavers were a secretion"; a band or a style many can be."""
    one = subject.plural and not told.plural and told.text.split()[0].lower() in ("a", "an")
    return one and told.head not in COLLECTIVE and noun_type(told.head) not in _BODIES


def _is_of_clause(draft: FactDraft, told: Phrase) -> bool:
    """Return whether an explanation behind a comma is cut or of the whole clause: "…, an event known as a blackout"."""
    if _NAMED.search(told.text) or (draft.extractor == "apposition" and _lacks_article(told)):
        return True
    if draft.extractor == "called" and _OWNERS.search(told.text):
        return True
    if is_deed(draft.subject, told):
        return True
    if told.head in words("nouns", "extent") or (draft.extractor == "called" and _is_of_one(draft, told)):
        return True
    if told.head not in words("nouns", "happening"):
        return False
    short = draft.extractor == "called" and len(told.text.split()) < 3
    return short or draft.subject.text.split()[0].lower() in _ARTICLES


def _is_of_one(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a common noun is explained by what one person has: "the skin of Ada's rock"."""
    return not draft.subject.proper and bool(_OWNED.search(told.text))


def _lacks_article(told: Phrase) -> bool:
    bare = told.text.split()[0].islower() and not told.plural and not told.values
    return bare and told.text.split()[0] not in (*_ARTICLES, "one", "its", "his", "her", "their")


def _singles_out(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a description is of the bearer of a name more than of many: no "writer", no "aunt of Bohr"."""
    first = told.text.split()[0].lower()
    if told.head in words("nouns", "kin") and first in ("a", "an"):
        return False
    if first == "the" or (told.proper and first not in ("a", "an")):
        return len(_content(told.text)) > 1
    person = told.type in _PERSONS or draft.subject.type in _PERSONS or told.head in words("nouns", "human")
    if person:
        if _ONCE_THEN.search(told.text):
            return False
        named = draft.extractor == "definition" and bool(_CAPITAL.search(told.text))
        return named or bool(_TELLING.search(told.text, _behind_head(told)))
    return len(_content(told.text)) > 2


def _behind_head(told: Phrase) -> int:
    """Return where the noun that a description is about ends, roughly: an inflected form is longer than its lemma."""
    at = told.text.lower().find(told.head)
    return 0 if at < 0 else at + len(told.head)


def _is_general(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a common noun is a term, not one thing of which the text goes on: "the upper part"."""
    subject = draft.subject
    definite = subject.text.lower().startswith("the ")
    if definite and draft.extractor == "definition" and (_is_quality(told) or _SITED.search(subject.text)):
        return False
    lasting = draft.verb is not None and draft.verb.tense == "present" and _CLAUSE.search(told.text)
    if draft.extractor == "apposition" and definite and told.text.startswith("the ") and not lasting:
        return False
    if draft.extractor == "definition" and _PRAISED.match(told.text) and not _CLAUSE.search(told.text):
        return False
    several = definite and subject.plural and draft.extractor == "definition" and told.text.startswith("the ")
    several = several and not _UTMOST.search(subject.text)
    partial = definite and " of " not in subject.text and subject.head in words("nouns", "partial") | {"part"}
    return not several and not (partial and not _is_compound(subject.text))


def _is_quality(told: Phrase) -> bool:
    """Return whether qualities were read as a noun: "the wood is fine-grained, heavy and pale reddish"."""
    return not told.proper and _lacks_article(told)


def _is_compound(said: str) -> bool:
    """Return whether a noun tells which rate or share is meant: "the birth rate", not "the average rate"."""
    before = said.lower().split()[1:-1]
    known = len(before) == 1 and before[0] not in _MEAN
    return known and (before[0] in listed("common") or before[0].endswith(_NOUN_ENDINGS))


def _content(text: str) -> list[str]:
    return [word for word in _CONTENT.findall(text) if word.lower() not in _SMALL]
