"""What a text explains right behind the word, or says outright that it is."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, entries, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.extract.terms import REMARKS
from quizgen.model import FactDraft

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MEANINGS = frozenset(
    """distance number amount rate process study ability measure point place set branch science unit length ratio
    region layer substance degree tendency""".split()
)
_SAYING_WHICH = frozenset({"of", "that", "which", "between", "needed", "required", "by", "at", "from"})
_CLAUSE_WORDS = 4
_SHORT = 3
_DASHES = frozenset({"—", "–", "--"})
_CUTS = frozenset(")]-–/")  # behind them stands the rest of a word: "iron(III) oxide"
_WHERE = frozenset({"in", "on", "at", "inside", "outside", "above", "below", "beneath"})
_SORTS = frozenset({"type", "kind", "sort", "form", "piece"})


_MARKS = frozenset({",", ":", "("}) | _DASHES


def explained(context: Context) -> Iterator[FactDraft]:
    """Yield what a term means, from the explanation behind a comma, a colon, "or" or in brackets.

    Example: The villagers feared marauders, bands that stole cattle.
        -> definition | marauders | were | bands that stole cattle
    Example: The monks brewed mead, or a drink made from honey.
        -> definition | mead | is | a drink made from honey
    Example: In the towns, groups that met weekly planned the strike.
        -> none
    """
    sent = context.reading.sent
    for token in sent[1:-1]:
        if token.text in _MARKS:
            found = _behind(token, sent)
            if found is not None:
                yield from _explanation(*found, context)


def _explanation(name: Stretch, meaning: Stretch, context: Context) -> Iterator[FactDraft]:
    sent = context.reading.sent
    tokens = list(stretches.words(sent, meaning))
    if _are_names(sent, meaning):
        yield from definitions.made(name, meaning, definitions.raw(tokens), context, "explained")
        return
    clear = _is_explicable(name, meaning, context) and not _is_circular(name, tokens, sent)
    clear = clear and stretches.head(sent, meaning).lemma_.lower() not in REMARKS
    if clear and definitions.is_telling(tokens, sent, meaning, context, named=False):
        yield from definitions.made(name, meaning, definitions.told(tokens, context), context, "explained")


def _is_explicable(name: Stretch, meaning: Stretch, context: Context) -> bool:
    """Return whether a noun phrase is a term, and not one thing of which the text goes on: "the bridge"."""
    sent, doc = context.reading.sent, context.reading.sent.doc
    term = list(stretches.words(sent, name))
    if _is_of_all(name, meaning, context) or _is_measured(name, sent):
        return False
    if doc[name[0] - 1].lower_ == "as" and name[0] - 2 >= sent.start and doc[name[0] - 2].lemma_ in entries.NAMING:
        return True
    before = [t.text for t in doc[max(sent.start, name[0] - 2) : name[0]]]
    cut = before[-1:] and (before[-1] in _CUTS or before[0] == "-")  # "a built-in softener"
    common = doc[name[0]].lower_ == "the" and not any(t.text[:1].isupper() for t in definitions.core(term))
    single = common and not definitions.is_span(stretches.head(sent, meaning)) and not _is_idea(sent, meaning)
    return not cut and not single and definitions.is_term(term, context, named=False)


def _is_measured(name: Stretch, sent: "Span") -> bool:
    """Return whether it is told how much there is of what a noun means: "862 feet of track, a gradient of …"."""
    before = sent.doc[max(sent.start, name[0] - 4) : name[0]]
    tags = [t.tag_ for t in before]
    return len(before) > 2 and before[-1].lower_ == "of" and (tags[-3] == "CD" or tags[:2] == ["CD", "JJ"])


def _is_of_all(name: Stretch, meaning: Stretch, context: Context) -> bool:
    """Return whether several names are described together, or a list goes on: "Wales and the Alps, places …"."""
    sent, doc = context.reading.sent, context.reading.sent.doc
    if meaning[1] < sent.end and doc[meaning[1]].text == "," and any(t.text == ":" for t in doc[sent.start : name[0]]):
        return True
    last = name[0] > sent.start and doc[name[0] - 1].tag_ == "CC"
    listed = last and doc[name[0] - 2].pos_ == "PROPN" if name[0] - 2 >= sent.start else False
    return listed and stretches.head(sent, meaning).tag_ == "NNS"


def _is_idea(sent: "Span", meaning: Stretch) -> bool:
    """Return whether a description tells a thought or a method: "the wage fund theory, the idea that …"."""
    noun = stretches.head(sent, meaning)
    return (
        noun.lemma_ in definitions.IDEAS and noun.i + 1 < meaning[1] and sent.doc[noun.i + 1].lower_ in ("that", "of")
    )


def _is_circular(name: Stretch, tokens: "list[Token]", sent: "Span") -> bool:
    """Return whether a description says the term again or only compares it: "a drug more expensive than …"."""
    noun = stretches.head(sent, name).lemma_
    return any(t.lemma_ == noun or t.tag_ in ("JJR", "RBR") for t in tokens)


def _behind(mark: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    name = _term_before(mark, sent)
    if name is None:
        return None
    readers: dict[str, Callable[[Token, Span, Stretch], Stretch | None]] = {
        ",": _aside,
        ":": _behind_colon,
        "(": _in_brackets,
    }
    meaning = readers.get(mark.text, _between_dashes)(mark, sent, name)
    return (name, meaning) if meaning is not None and stretches.is_whole(sent, meaning) else None


def _term_before(mark: "Token", sent: "Span") -> Stretch | None:
    """Return the noun phrase right before a mark, with the "of …" of a name."""
    found = list(stretches.chained(sent, mark.i))
    name = next(
        (
            each
            for each in found[: 1 if mark.text == "(" else None]
            if stretches.term(sent, each[0], loose=False) == each
        ),
        None,
    )
    if name is None or sent.doc[max(sent.start, name[0] - 2)].lemma_ in _SORTS:
        return None
    if stretches.is_likened(sent.doc[name[0]]):
        return None
    return _bare(name, sent)


def _bare(name: Stretch, sent: "Span") -> Stretch:
    """Return a term without the participle of the verb before it: "were issued ration booklets"."""
    doc, start = sent.doc, name[0]
    verbal = doc[start].tag_ in ("VBN", "VBG") and start > sent.start and doc[start - 1].tag_[:2] in ("VB", "IN", "TO")
    return (start + 1, name[1]) if verbal and name[1] - start > 1 else name


def _aside(mark: "Token", sent: "Span", name: Stretch) -> Stretch | None:
    doc, start = sent.doc, mark.i + 1
    if _is_of_one(sent, name):
        return None
    if doc[start].lower_ == "or":
        return _said_otherwise(sent, name, start + 1)
    if doc[start].lower_ == "which" and start + 2 < sent.end and doc[start + 1].lower_ in ("is", "are"):
        return _said_in_clause(sent, name, start + 1)
    meaning = stretches.description(sent, start)
    if meaning is None or doc[name[0] - 1].text == "," or not _is_set_apart(sent, meaning):
        return None
    if _is_share(sent, meaning) or _is_other_name(sent, name, meaning):
        return None
    return meaning if _is_apposed(sent, name, meaning) and not _is_new_clause(sent, name, meaning) else None


def _is_share(sent: "Span", meaning: Stretch) -> bool:
    """Return whether it is told of some what they did: "Armenians, thousands of whom had been deported"."""
    behind = sent.doc[meaning[0] : meaning[1]].text.lower().split(" ", 4)[1:4]
    return "of whom" in " ".join(behind) or "of which" in " ".join(behind)


def _is_other_name(sent: "Span", name: Stretch, meaning: Stretch) -> bool:
    """Return whether a common noun has a second one with "the" behind it: "a strip of blue sky, the foehn window,"."""
    short = meaning[1] - meaning[0] < _CLAUSE_WORDS and sent.doc[meaning[0]].lower_ == "the"
    return short and stretches.head(sent, name).is_lower


def _is_of_one(sent: "Span", name: Stretch) -> bool:
    """Return whether a bare word tells of what one thing is: "the coefficient of performance, which is the ratio"."""
    doc, start = sent.doc, name[0]
    bare = name[1] - start == 1 and doc[start].tag_ == "NN" and start - 3 >= sent.start
    return bare and doc[start - 1].lower_ == "of" and doc[start - 2].tag_ == "NN" and doc[start - 3].tag_ == "DT"


def _said_otherwise(sent: "Span", name: Stretch, start: int) -> Stretch | None:
    """Return the meaning behind ", or": where it is no alternative, its article differs from the term's."""
    meaning = stretches.description(sent, start)
    doc = sent.doc
    cue = doc[name[0] - 1].lower_ == "as"
    listed = not cue and any(t.text == "," for t in doc[max(sent.start, name[0] - 8) : name[0]])
    if meaning is None or meaning[1] - meaning[0] < 3 or listed:
        return None
    articles = [doc[s[0]].lower_ if doc[s[0]].lower_ in ("a", "an", "the") else "" for s in (name, meaning)]
    plural = stretches.head(sent, name).tag_ == "NNS"
    if articles[0] in ("a", "an") and stretches.head(sent, meaning).tag_ == "NNS":  # "finds a frame, or empties one"
        return None
    return meaning if (articles[0] != articles[1] and not plural) or (cue and articles[0] == "the") else None


def _said_in_clause(sent: "Span", name: Stretch, be: int) -> Stretch | None:
    """Return the meaning behind ", which is": of the noun right before its comma, where that has the verb's number."""
    doc = sent.doc
    meaning = stretches.description(sent, be + 1)
    several = stretches.head(sent, name).tag_ in ("NNS", "NNPS")
    if meaning is None or several != (doc[be].lower_ == "are") or meaning[1] - meaning[0] < _CLAUSE_WORDS:
        return None
    article = doc[meaning[0]].lower_ in ("a", "an", "the")
    return meaning if (article and _ends(sent, meaning[1])) or _is_set_apart(sent, meaning) else None


def _is_set_apart(sent: "Span", meaning: Stretch) -> bool:
    """Return whether a description ends at a mark behind which no list goes on."""
    doc, end = sent.doc, meaning[1]
    if end >= sent.end or doc[end].text in (".", ";", ")", "("):
        return True
    return doc[end].text == "," and end + 1 < sent.end and doc[end + 1].lower_ not in ("and", "or", "but", "as")


def _is_apposed(sent: "Span", name: Stretch, meaning: Stretch) -> bool:
    """Return whether a description can explain a term: both one or both many, and long enough for its article."""
    doc = sent.doc
    noun, own = stretches.head(sent, meaning), stretches.head(sent, name)
    if own.pos_ == "NOUN" and any(t.lower_ == "ever" for t in doc[meaning[0] : meaning[1] + 1]):
        return False  # a record, which is no meaning: "for theft, the heaviest sentence ever passed"
    several, many = noun.tag_ == "NNS" and noun.lemma_ not in definitions.UNITS, own.tag_ in ("NNS", "NNPS")
    first, article = doc[meaning[0]].lower_, doc[name[0]].lower_
    joined = any(c.dep_ == "cc" and c.nbor(1).tag_ != "IN" for c in noun.rights)
    if noun.dep_ == "conj" and noun.head.i == own.i and joined:
        return False  # the second of three: "a stout body, a flat tail and a small head"
    if noun.tag_ not in ("NN", "NNS") or (article in ("a", "an") and not _is_of_kind(sent, name, meaning)):
        return False
    grouped = many and noun.lemma_.lower() in definitions.COLLECTIVE and first in ("a", "the")
    if several != many and not grouped and not (several and doc[name[0]].tag_ in ("NN", "NNP")):
        return False
    if first in ("a", "an", "the"):
        return meaning[1] - meaning[0] > 2 or first == "the"
    rest = doc[noun.i + 1] if noun.i + 1 < meaning[1] else None
    if rest is None or not several:
        return False
    return (
        rest.tag_ in ("WDT", "WP", "VBN")
        or (rest.tag_ == "VBD" and rest.dep_ == "acl")
        or (rest.lower_ in ("of", "in", "with") and meaning[1] - meaning[0] > _SHORT)
    )


def _is_of_kind(sent: "Span", name: Stretch, meaning: Stretch) -> bool:
    """Return whether "a …" before a comma is a kind that is explained: "a lock, a chamber that …"."""
    doc = sent.doc
    if doc[meaning[0]].lower_ not in ("a", "an"):
        return name[1] - name[0] <= 2
    if any(c.tag_ in ("PRP", "NNP") for c in sent.root.children if c.dep_ == "nsubj"):
        return False  # what somebody has: "he has a dog, an animal that …"
    clause = any(t.tag_ in ("WDT", "WP") for t in doc[meaning[0] : meaning[1]])
    tags = {t.tag_ for t in sent if t.lemma_ not in entries.NAMING}
    told = bool(tags & {"VBZ", "VBP"}) and "VBD" not in tags
    return clause and told and name[1] - name[0] <= _SHORT


def _is_new_clause(sent: "Span", name: Stretch, meaning: Stretch) -> bool:
    """Return whether what follows a comma is rather the subject of a clause: "In the towns, groups that …"."""
    doc, noun = sent.doc, stretches.head(sent, meaning)
    comma = next((t.i for t in reversed(doc[sent.start : name[0]]) if t.text == ","), sent.start)
    main = comma > sent.start and any(t.tag_ in _FINITE for t in doc[comma : name[0]]) and sent.root.i < name[0]
    closed = meaning[1] + 1 < sent.end and doc[meaning[1]].text == "," and doc[meaning[1] + 1].tag_ in _FINITE
    if main or (closed and name[0] == sent.start):
        return noun.dep_ in ("nsubj", "nsubjpass")
    before = any(t.tag_ in _FINITE for t in doc[sent.start : name[0]])
    behind = any(t.tag_ in _FINITE for t in doc[meaning[1] : sent.end])
    led = doc[sent.start].tag_ in ("IN", "WRB", "VBG", "VBN", "TO") and sent.root.i > name[1]
    if sent[0].dep_ in ("mark", "preconj") or sent[0].tag_ == "WRB" or _is_set_off(sent, name):
        return True
    if led and not before and not definitions.has_capitals(definitions.core(list(stretches.words(sent, name)))):
        return True
    if not behind and not led:
        return before and noun.dep_ in ("nsubj", "nsubjpass")
    if before and not led:
        return noun.dep_ in ("nsubj", "nsubjpass")
    if not behind:
        return noun.dep_ in ("nsubj", "nsubjpass", "ROOT")
    after = doc[meaning[1] + 1] if meaning[1] + 1 < sent.end else None
    article = doc[meaning[0]].lower_ in ("a", "an", "the")
    return not (article and after is not None and after.tag_ in ("NNP", "DT", "PRP") and doc[meaning[1]].text == ",")


def _is_set_off(sent: "Span", name: Stretch) -> bool:
    """Return whether commas enclose a place and no term: "and, on top, a film that …"."""
    before = sent.doc[max(sent.start, name[0] - 2) : name[0]]
    return len(before) == 2 and before[0].text == "," and before[1].lower_ in _WHERE


def _behind_colon(mark: "Token", sent: "Span", name: Stretch) -> Stretch | None:
    doc, (start, _) = sent.doc, name
    meaning = stretches.description(sent, mark.i + 1)
    if meaning is None or meaning[1] < sent.end - 1 or not any(t.tag_[:2] == "VB" for t in doc[sent.start : start]):
        return None
    if _are_names(sent, meaning) and doc[start].lower_ == "the" and stretches.head(sent, name).tag_ == "NNS":
        return meaning
    bare = doc[start].tag_ in ("NN", "NNP", "JJ") and stretches.head(sent, name).tag_ == "NN"
    return meaning if bare and doc[mark.i + 1].lower_ in ("a", "an", "the") else None


def _are_names(sent: "Span", meaning: Stretch) -> bool:
    """Return whether a stretch lists three names or more and nothing else."""
    tokens = list(stretches.words(sent, meaning))
    named = all(t.tag_ in ("NNP", "NNPS", "DT", "CC", "CD") or t.text == "," for t in tokens)
    return named and sum(t.text == "," for t in tokens) > 1 and any(t.lower_ == "and" for t in tokens)


def _between_dashes(dash: "Token", sent: "Span", name: Stretch) -> Stretch | None:
    """Return the meaning behind a dash, up to a second one or to the end: "xylem—the tissue that carries water—is"."""
    meaning = stretches.description(sent, dash.i + 1)
    if meaning is None or meaning[1] >= sent.end or sent.doc[meaning[1]].text not in _DASHES | {".", ";"}:
        return None
    return meaning if meaning[1] - meaning[0] > _SHORT and _is_apposed(sent, name, meaning) else None


def _in_brackets(mark: "Token", sent: "Span", name: Stretch) -> Stretch | None:
    meaning = stretches.description(sent, mark.i + 1)
    closed = meaning is not None and meaning[1] < sent.end and sent.doc[meaning[1]].text == ")"
    article = sent.doc[mark.i + 1].lower_ in ("a", "an", "the")
    return meaning if meaning is not None and closed and article and meaning[1] - meaning[0] > 2 else None


def stated(context: Context) -> Iterator[FactDraft]:
    """Yield what a sentence or its second half says a term is.

    Example: Drums offer a picture: the pitch is the number of beats that reach the ear.
        -> definition | the pitch | is | the number of beats that reach the ear
    Example: The tempo of a song is the number of beats per minute.
        -> definition | the tempo of a song | is | the number of beats per minute
    Example: The town is the place where Bach was born.
        -> none
    """
    sent = context.reading.sent
    for token in sent[1:]:
        if token.lower_ not in ("is", "are") or token.i + 3 > sent.end:
            continue
        marks = (t.i + 1 for t in reversed(sent.doc[sent.start : token.i]) if t.text in (":", ";"))
        start = next(marks, sent.start)
        name = stretches.term(sent, start)
        if name is not None and name[1] == token.i:
            yield from _measured(name, token, context)
        elif name is not None and sent.doc[start].lower_ == "the" and _is_owned(sent, (name[1], token.i)):
            yield from _measured(name, token, context, owner=(name[1], token.i))


def _is_owned(sent: "Span", owner: Stretch) -> bool:
    """Return whether what stands between a noun and its verb says whose property it is, in general: "of a wave"."""
    tokens = sent.doc[owner[0] : owner[1]]
    general = len(tokens) > 2 and tokens[0].lower_ == "of" and tokens[1].lower_ in ("a", "an")
    return general and stretches.base(sent, owner[0] + 1) == (owner[0] + 1, owner[1])


def _measured(name: Stretch, be: "Token", context: Context, owner: Stretch | None = None) -> Iterator[FactDraft]:
    """Yield a term that is said to be a distance, a number, a process …, in general and not of one case."""
    sent = context.reading.sent
    meaning = stretches.description(sent, be.i + 1)
    if meaning is None or not stretches.is_whole(sent, meaning) or not _ends(sent, meaning[1]):
        return
    tokens = list(stretches.words(sent, meaning))
    noun = stretches.head(sent, meaning)
    general = not any(t.tag_ in ("VBD", "NNP", "NNPS", "MD") for t in tokens) and noun.lemma_ in MEANINGS
    if general and len(tokens) > 4 and (owner is None or sent.doc[noun.i + 1].lower_ in _SAYING_WHICH):
        yield from definitions.drafts(name, meaning, context, "stated", named=False, owner=owner)


def _ends(sent: "Span", end: int) -> bool:
    return end < sent.end and sent.doc[end].text in (".", ";")
