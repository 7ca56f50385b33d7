"""Names with what stands beside them, read by tags: "…, the first woman to …", "…, head of the museum in …".

The parser hangs many an apposition on the wrong word; between two commas the words tell enough.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.extract import definitions, entries, stretches, terms
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NAME = frozenset({"NNP", "NNPS"})
_JOINING = frozenset({"of", "de", "von", "van", "la", "du", "der", "al"})
_ARTICLES = frozenset({"a", "an", "the"})
_ENDS = frozenset({".", ",", ";", ")"})
_PLACING = terms.LOCATIVE | {"now", "today"}
_APART = frozenset({"GPE", "LOC", "FAC", "PERSON"})  # "the Battle of the Somme, a river", "House for Ida Holm, a widow"
_LINKING = frozenset({"of", "for", "within"})
_ITS = frozenset({"its", "his", "her"})
_VAGUE = frozenset("so there here now this that these those such it them him her he she they i we you whom ago".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LED = frozenset({"IN", "TO", "WRB", "VBG", "VBN", "RB"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_BODIES = frozenset({PhraseType.ORGANISATION, PhraseType.PLACE, PhraseType.WORK, PhraseType.PRODUCT, PhraseType.EVENT})
_LONGEST = 26
_SHORTEST_REST = 2


def beside(context: Context) -> Iterator[FactDraft]:
    """Yield what a name is, from an office or a description that only one can have behind its comma.

    Example: Kilimanjaro, Africa's highest mountain, has three cones.
        -> superlative | Kilimanjaro | is | Africa's highest mountain
    Example: The plan came from Ruth Abel, head of the botanical garden in Kew.
        -> definition | Ruth Abel | was | head of the botanical garden in Kew
    Example: In London, the first guests arrived.
        -> none
    Example: The paper went to Ruth Abel, head in hand.
        -> none
    """
    for name, meaning in _pairs(context):
        yield from _drafts(name, meaning, context)


def _pairs(context: Context) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield each name with the noun phrase behind its comma."""
    sent = context.reading.sent
    for token in sent[1:-2]:
        if token.text != ",":
            continue
        name = _name_before(token, sent)
        meaning = _meaning_behind(token, sent) if name is not None else None
        if name is not None and meaning is not None and _is_beside(name, meaning, sent):
            yield name, meaning


def _name_before(comma: "Token", sent: "Span") -> Stretch | None:
    doc, end = sent.doc, comma.i
    if doc[end - 1].text == ")" and end - 3 > sent.start and doc[end - 3].text == "(":  # its abbreviation
        end -= 3
    start = end
    while start > sent.start and _belongs(doc[start - 1], start, end, sent):
        start -= 1
    if start == end or doc[start].tag_ not in _NAME:
        return None
    start -= start > sent.start and doc[start - 1].lower_ == "the"
    return (start, end) if _is_alone((start, end), sent) else None


def _belongs(token: "Token", start: int, end: int, sent: "Span") -> bool:
    if token.tag_ in _NAME:
        return True
    inside = sent.start < token.i < end - 1
    if inside and sent.doc[end - 1].ent_type_ not in _APART and _joins_name(token, start):
        return True
    return inside and token.lower_ in _JOINING and sent.doc[start].tag_ in _NAME and token.nbor(-1).tag_ in _NAME


def _joins_name(token: "Token", start: int) -> bool:
    """Return whether a name goes on before "of the" or "for": "Shelter for Youth", "the Dance of the Hours"."""
    link = token.nbor(-1) if token.lower_ == "the" else token
    if link.lower_ not in _LINKING or link.i == token.sent.start or start > token.i + 1:
        return False
    noun = link.nbor(-1)
    whole = link.lower_ == "of" or link.is_title or (link.head == noun and noun.ent_type_ not in _APART)
    return noun.tag_ in _NAME and whole


def _is_alone(name: Stretch, sent: "Span") -> bool:
    """Return whether a name is no member of a list, no part of a longer name and not what a noun is of."""
    before = sent.doc[max(sent.start, name[0] - 2) : name[0]]
    if not len(before):
        return True
    last = before[-1]
    if last.text in (",", "&", "-", "/", "–", "“", '"') or last.tag_ == "CD":
        return last.text == "," and before[0].tag_ not in _NAME | {"NN", "NNS"}
    if last.lower_ in ("and", "or", "’s", "'s"):
        return False
    if last.tag_ in ("JJ", "VBN") or last.lower_ in ("a", "an"):  # "a conquered Poland"
        return False
    return last.lower_ != "of" or len(before) < 2 or before[0].tag_ not in ("NN", "NNS")


def _meaning_behind(comma: "Token", sent: "Span") -> Stretch | None:
    """Return a noun phrase with an article, an owner or an office, up to the mark that ends it."""
    start = comma.i + 1
    meaning = stretches.description(sent, start)
    if meaning is None or not 3 < meaning[1] - start <= _LONGEST or not stretches.is_whole(sent, meaning):
        return None
    noun, first = stretches.head(sent, meaning), sent.doc[start]
    owned = first.tag_ in _NAME and any(t.tag_ == "POS" for t in sent.doc[start : noun.i])
    opens = first.lower_ in _ARTICLES or owned or _is_office(first, noun)
    tail = meaning[1] < sent.end and sent.doc[meaning[1]].text in _ENDS
    return meaning if opens and tail and noun.tag_ == "NN" and _is_clear(meaning, noun, sent) else None


def _is_office(first: "Token", noun: "Token") -> bool:
    """Return whether a noun without an article is what somebody is of something: "head of", "professor at"."""
    offices = words("nouns", "office")
    behind = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    return noun.lemma_.lower() in offices and behind in ("of", "at") and noun.i - first.i < 3


def _is_clear(meaning: Stretch, noun: "Token", sent: "Span") -> bool:
    tokens = list(stretches.words(sent, meaning))
    pointing = any(t.lower_ in _VAGUE and t.tag_ not in ("IN", "WDT", "WP") for t in tokens)
    return not pointing and noun.lemma_.lower() not in terms.REMARKS | definitions.UNITS


def _is_beside(name: Stretch, meaning: Stretch, sent: "Span") -> bool:
    """Return whether a noun phrase explains the name before it, and does not begin a clause: "In Rome, the man …"."""
    doc, noun = sent.doc, stretches.head(sent, meaning)
    if noun.dep_ in _SUBJECTS or any(t.dep_ in _SUBJECTS and t.head == sent.root for t in doc[noun.i : meaning[1]]):
        return False
    finite_before = any(t.tag_ in _FINITE for t in doc[sent.start : name[0]])
    if name[0] == sent.start or finite_before:
        return not (sent[0].dep_ == "mark" or sent[0].tag_ == "WRB")
    closed = doc[meaning[1]].text == ","
    plain = not any(t.tag_ in _FINITE for t in stretches.words(sent, meaning))
    return sent[0].tag_ not in _LED or (closed and plain)


def _is_rank(meaning: Stretch, sent: "Span") -> bool:
    """Return whether a noun phrase says that there is only one: "the first …", "Asia's longest …"."""
    noun = stretches.head(sent, meaning)
    own = sent.doc[meaning[0] : noun.i]
    singled = any(t.tag_ in ("JJS", "RBS") or t.lower_ in words("nouns", "singling") for t in own)
    return singled and own[0].lower_ not in ("a", "an")


def _drafts(name: Stretch, meaning: Stretch, context: Context) -> Iterator[FactDraft]:
    reading = context.reading
    tokens = [*stretches.words(reading.sent, name), *_own(meaning, reading.sent)]
    told = _told(meaning, context)
    placed = name[0] > reading.sent.start and reading.sent.doc[name[0] - 1].lower_ in _PLACING
    subject = terms.as_person(_named(name, told, context), told)
    if (placed and terms.is_human(told)) or reading.first_unresolved(tokens):  # "born in Goa, the son of a smith"
        return
    if not _is_apt(subject, told) or not _is_telling(subject, meaning, context):
        return
    past = terms.is_over(subject, tokens, context)
    draft = entries.definition(subject, told, "beside", past=past)
    yield replace(draft, kind=FactKind.SUPERLATIVE) if _is_rank(meaning, reading.sent) else draft


def _own(meaning: Stretch, sent: "Span") -> "list[Token]":
    """Return what a description must not leave open: not its noun, which its own clause explains, nor "its"."""
    noun = stretches.head(sent, meaning)
    return [t for t in stretches.words(sent, meaning) if t.i != noun.i and not (t.lower_ in _ITS and t.i > noun.i)]


def _named(name: Stretch, told: Phrase, context: Context) -> Phrase:
    """Return a name, a person's where an office without an article follows two words of no other known sort."""
    found = replace(definitions.name_of(name, context), proper=True)
    if found.type is not PhraseType.TERM:
        return found
    person = _is_held(told) and len(found.text.split()) > 1
    return replace(found, type=PhraseType.PERSON if person else PhraseType.UNKNOWN)


def _is_apt(subject: Phrase, told: Phrase) -> bool:
    """Return whether a description can be of what a name denotes; only a person holds an office."""
    person = subject.type is PhraseType.PERSON
    if told.head in words("nouns", "office") and person:
        return True
    return not _is_held(told) and person == terms.is_human(told) and terms.is_apt(subject, told)


def _is_held(told: Phrase) -> bool:
    return told.head in words("nouns", "office") and told.text.split(" ")[0].lower() not in _ARTICLES


def _told(meaning: Stretch, context: Context) -> Phrase:
    reading = context.reading
    tokens = list(stretches.words(reading.sent, meaning))
    start, end = reading.span(tokens)
    noun = stretches.head(reading.sent, meaning)
    return Phrase(
        text=reading.text(tokens),
        start=start,
        end=end,
        role="attribute",
        type=PhraseType.THING,
        head=noun.lemma_.lower(),
        proper=any(t.pos_ == "PROPN" for t in tokens),
        resolved=reading.changed(tokens),
        position=max(noun.i, meaning[0]),
    )


def _is_telling(subject: Phrase, meaning: Stretch, context: Context) -> bool:
    """Return whether a description says of what or where: "Asia's longest river", "the first woman to …"."""
    sent = context.reading.sent
    noun = stretches.head(sent, meaning)
    owned = any(t.tag_ == "POS" for t in sent.doc[meaning[0] : noun.i])
    rest = meaning[1] - noun.i - 1
    if sent.doc[meaning[0]].lower_ in ("a", "an") and lexicon.noun_type(noun.lemma_.lower()) not in _BODIES:
        return False  # "a nurse from Lyon" may be anybody
    return owned or rest >= _SHORTEST_REST
