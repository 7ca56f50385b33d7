"""Terms that a text defines: what it calls by a name, and what it explains right behind the word."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract import stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AS = frozenset({"know", "refer"})
_NAMING = frozenset({"call", "name", "term", "dub", "nickname", "know", "refer", "christen", "label"})
_OFTEN = frozenset(
    """also often commonly usually generally sometimes collectively popularly widely now formally simply then later
    properly informally technically subsequently originally eventually""".split()
)
_BE = frozenset({"is", "are", "was", "were"})
_SCHOLARS = frozenset(
    """historian scholar astronomer scientist physicist biologist chemist economist sociologist psychologist geologist
    anthropologist critic journalist contemporary""".split()
)
_SPEAKERS = frozenset({"we", "i", "you", "us", "our", "my", "your", "me"})
_POINTING = frozenset({"this", "these", "such", "that", "those"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DEFINITE_END = frozenset({".", ",", ";", ":", "(", ")", "—", "–", "”"})
_NO_END = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "DT", "CC", "POS"})
_UNITS = frozenset({"month", "year", "week", "day", "century", "decade"})
_GENERIC = frozenset({"land", "public", "ground", "body", "past", "future", "poor", "rich", "law", "press"})
_MEANINGS = frozenset(
    """distance number amount rate process study ability measure point place set branch science unit length ratio
    region layer substance degree tendency""".split()
)
_MAKING = frozenset({"create", "found", "establish", "form", "build", "invent"})
_SORTS = frozenset({"type", "kind", "sort", "form", "piece"})
_COLLECTIVE = frozenset(
    "group set series class type kind form part collection family body band network system style member section".split()
)
_LOOSE = frozenset(
    """conclusion fact move decision practice event idea result act action change policy feat figure number amount sum
    name term word phrase trend situation position view role honor honour victory loss defeat reason sign day week month
    year century decade time moment mile man woman person something thing one way habit north south east west side rest
    home century reform effort attempt response success failure shift tactic blow boost step
    century custom aim goal means lack end start beginning most half""".split()
)
_NO_TERMS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "PERSON"})
_LONGEST_TERM = 5
_ARTICLE = re.compile(r"(?:the|an?) ")
_LIKE = re.compile(r" (?:like|such as) .*$")


# --- what a text calls by a name ------------------------------------------------------------------------------------


def called(context: Context) -> Iterator[FactDraft]:
    """Yield what a text gives a name to, in a clause or in passing.

    Example: The planets formed from a rotating disk of gas and ice that we call the solar cradle.
        -> definition | the solar cradle | is | a rotating disk of gas and ice
    Example: The dog was called Rex.
        -> none
    """
    sent = context.reading.sent
    for token in sent:
        if token.lemma_ in _NAMING and token.tag_ in ("VBN", "VBD", "VBP") and not _is_denied(token):
            target = _target(token, sent)
            described = _described(token, sent) if target is not None else None
            if target is not None and described is not None:
                yield from _defined(target, described, context, "called", named=True)


def _is_denied(token: "Token") -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("never", "wrongly", "so", "not") for c in token.children)


def _target(token: "Token", sent: "Span") -> Stretch | None:
    """Return the name behind a verb of naming."""
    start = token.i + 1
    while start < sent.end and sent.doc[start].lower_ in ("to", "as") and token.lemma_ in _AS:
        start += 1
    found = stretches.term(sent, start) if start > token.i + 1 or token.lemma_ not in _AS else None
    return found if found is not None and _ends_well(sent, found[1]) else None


def _ends_well(sent: "Span", end: int) -> bool:
    """Return whether a name ends where it stops being read: at a mark or before what cannot be part of it."""
    if end >= sent.end:
        return True
    follows = sent.doc[end]
    return follows.text in _DEFINITE_END or follows.is_quote or follows.tag_ not in _NO_END


def _described(token: "Token", sent: "Span") -> Stretch | None:
    """Return what gets the name: the subject of a passive, or the noun before a relative clause or participle."""
    doc, i = sent.doc, token.i
    while i > sent.start and doc[i - 1].lower_ in _OFTEN:
        i -= 1
    if i == sent.start:
        return None
    before = doc[i - 1]
    if before.lower_ in _BE:
        return _subject(sent, i - 1)
    if before.lower_ in ("we", "astronomers", "scientists", "historians", "they") and token.tag_ in ("VBP", "VBD"):
        return _before_relative(sent, i - 1)
    if token.tag_ == "VBP" or doc[i - 1].tag_ in ("CC", "PRP", "VBD"):
        return None
    comma = before.text == ","
    return stretches.before(sent, i - 1 if comma else i, far=comma)


def _before_relative(sent: "Span", end: int) -> Stretch | None:
    """Return the noun phrase before "that we call", "which is called"."""
    if end - 1 <= sent.start or sent.doc[end - 1].lower_ not in ("that", "which"):
        return None
    comma = sent.doc[end - 2].text == ","
    return stretches.before(sent, end - 2 if comma else end - 1, far=comma)


def _subject(sent: "Span", be: int) -> Stretch | None:
    """Return the subject of "is called": it opens the sentence, or a relative pronoun stands for it."""
    doc, i = sent.doc, be
    while i > sent.start and doc[i - 1].lower_ in _OFTEN:
        i -= 1
    if doc[i - 1].lower_ in ("which", "that"):
        return _before_relative(sent, i)
    if doc[i - 1].lower_ == "and":
        return _of_two_clauses(sent, i - 1)
    opened = next((t.i for t in reversed(doc[sent.start : i]) if t.text in (";", ":")), sent.start - 1) + 1
    found = stretches.description(sent, opened)
    return (opened, i) if found is not None and stretches.is_whole(sent, (opened, i)) else None


def _of_two_clauses(sent: "Span", and_: int) -> Stretch | None:
    """Return the noun before "that … and was called" with the first of the two clauses."""
    doc = sent.doc
    opened = next((t.i for t in reversed(doc[sent.start : and_]) if t.tag_ in ("WDT", "WP")), None)
    if opened is None or doc[opened - 1].text == "," or any(t.text == "," for t in doc[opened:and_]):
        return None
    found = stretches.before(sent, opened, far=False)
    return None if found is None else (found[0], and_)


def defined(context: Context) -> Iterator[FactDraft]:
    """Yield a term that the writer defines outright: "we call …", "we define … as …", "the word … means …".

    Example: We call a bend of a river a meander.
        -> definition | a meander | is | a bend of a river
    Example: We use the word drought for a long time without rain.
        -> definition | a drought | is | a long time without rain
    Example: We call our dog Rex.
        -> none
    """
    sent = context.reading.sent
    for token in sent:
        pair = None
        if token.lemma_ == "call" and token.tag_ in ("VBP", "VB") and token.nbor(-1 if token.i else 0).lower_ != "that":
            pair = _called_so(token, sent)
        elif token.lemma_ in ("define", "describe"):
            pair = _defined_as(token, sent)
        elif token.lower_ == "word" and token.i > sent.start and token.nbor(-1).lower_ == "the":
            pair = _word_for(token, sent)
        elif token.lemma_ == "rename":
            pair = _called_so(token, sent)
        if pair is not None:
            yield from _defined(pair[0], pair[1], context, "defined", named=True)


def _called_so(token: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return name and thing of "we call the thing a name"."""
    if token.lemma_ == "call" and not _is_general(token, sent):
        return None
    start = token.i + 1
    if start < sent.end and sent.doc[start].lower_ == "such":
        start += 1
    for end in range(start + 2, min(start + 16, sent.end)):
        name = stretches.term(sent, end) if _opens(sent.doc[end]) else None
        if (
            name is None
            or any(t.tag_ in ("WDT", "WP") for t in sent.doc[start:end])
            or not _closes(sent, name[1])
            or sent.doc[end - 1].tag_ not in ("NN", "NNS", "NNP", "VBZ")
        ):
            continue
        if stretches.base(sent, start) is not None:
            return name, (start, end)
    return None


def _opens(token: "Token") -> bool:
    return token.lower_ in ("a", "an", "the") or token.text in ("“", '"')


def _closes(sent: "Span", end: int) -> bool:
    return end >= sent.end or sent.doc[end].text in (".", ";", ",", "(")


def _is_general(token: "Token", sent: "Span") -> bool:
    """Return whether a name is given by everybody or by those who know: "we call", "astronomers call"."""
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    near = sent.doc[max(sent.start, token.i - 3) : token.i]
    return any(t.lower_ == "we" or t.lemma_.lower() in _SCHOLARS for t in (*near, *((subject,) if subject else ())))


def _defined_as(token: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return name and meaning of "we define X as Y", or of "historians describe Y as X"."""
    if not _is_general(token, sent) or (token.tag_ == "VBN" and token.nbor(-1).lower_ not in ("have", "has")):
        return None
    as_ = next((t.i for t in sent.doc[token.i + 2 : sent.end] if t.lower_ == "as"), None)
    if as_ is None or any(t.text in (",", ";") for t in sent.doc[token.i : as_]):
        return None
    if token.lemma_ == "define":
        name, meaning = stretches.term(sent, token.i + 1), stretches.description(sent, as_ + 1)
        return (name, meaning) if name is not None and meaning is not None and name[1] == as_ else None
    name = stretches.term(sent, as_ + 1)
    bare = name is not None and sent.doc[name[0]].tag_ in ("NN", "JJ", "NNP") and name[1] - name[0] > 1
    ends = name is not None and name[1] < sent.end and sent.doc[name[1]].text == "."
    return (name, (token.i + 1, as_)) if name is not None and bare and ends else None


def _word_for(token: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return name and meaning of "the word X for Y", "the term X to mean Y"."""
    name = stretches.term(sent, token.i + 1)
    if name is None or name[1] + 2 >= sent.end:
        return None
    doc, i = sent.doc, name[1]
    if doc[i].is_quote:
        i += 1
    follows = i + 1 if doc[i].lower_ == "for" else i + 2 if doc[i : i + 2].text.lower() == "to mean" else None
    meaning = stretches.description(sent, follows) if follows is not None else None
    if meaning is None:
        return None
    further = next((t.i for t in doc[meaning[0] : meaning[1] - 2] if doc[t.i : t.i + 3].text == "and the word"), None)
    return name, (meaning[0], further or meaning[1])


def fronted(context: Context) -> Iterator[FactDraft]:
    """Yield who or what is known by the name that opens the sentence.

    Example: Known as the Water Beggars, sailors from Holland attacked Spanish ships in the Channel.
        -> definition | the Water Beggars | were | sailors from Holland who attacked Spanish ships in the Channel
    Example: Known as a good cook, her brother opened an inn.
        -> none
    """
    sent = context.reading.sent
    known = next((t for t in sent[:3] if t.lemma_ in _NAMING and t.tag_ == "VBN"), None)
    if known is None or any(t.lower_ not in _OFTEN for t in sent[: known.i - sent.start]):
        return
    target = _target(known, sent)
    if target is None or not _is_named(sent, target):
        return
    subject, verb = _main(sent, target[1])
    if subject is None or verb is None:
        return
    yield from _spoken_of(target, subject, verb, context)


def _is_named(sent: "Span", stretch: Stretch) -> bool:
    """Return whether each noun of a name has a capital letter."""
    tokens = [t for t in stretches.words(sent, stretch) if t.tag_.startswith("NN")]
    return bool(tokens) and all(t.text[:1].isupper() for t in tokens)


def _main(sent: "Span", start: int) -> tuple["Token | None", "Token | None"]:
    """Return the subject, a common noun, and the verb of the clause that follows a fronted name."""
    verb = sent.root
    if verb.tag_ != "VBD" or verb.i < start:
        return None, None
    comma = next((t.i for t in reversed(sent.doc[start : verb.i]) if t.text == ","), start)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > start), None)
    if subject is None or (subject.i < comma and not _has_list(subject)):
        subject = next((t for t in sent.doc[comma : verb.i] if t.tag_ in ("NN", "NNS")), None)
    return (subject, verb) if subject is not None and subject.tag_ in ("NN", "NNS") else (None, None)


def _has_list(token: "Token") -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("like", "as") for c in token.children)


def _spoken_of(target: Stretch, subject: "Token", verb: "Token", context: Context) -> Iterator[FactDraft]:
    sent = context.reading.sent
    start = stretches.before(sent, subject.i + 1)
    ends = next((c.left_edge.i for c in verb.children if c.i > verb.i and c.dep_ in ("advcl", "cc")), sent.end)
    if start is None:
        return
    first = next((t.i for t in sent.doc[subject.i + 1 : verb.i + 1] if t.tag_ in ("VBD", "RBS", "RB")), verb.i)
    who = "who" if _is_human(subject) and subject.tag_ == "NNS" else "that"
    owned = _LIKE.sub("", _told(sent.doc[start[0] : first], context))
    behind = sent.doc[first : min(ends, sent.end - 1)]
    own = all(context.reading.replace[t.i].rstrip("s’'") in owned for t in behind if t.i in context.reading.replace)
    rest = _raw(list(behind)) if own else _told(behind, context)
    if context.reading.first_unresolved(t for t in sent.doc[first:ends]) or not owned:
        return
    yield from _made(target, start, f"{owned} {who} {rest}", context, "fronted")


def _is_human(token: "Token") -> bool:
    return token.lemma_.lower() in words("nouns", "person") | words("nouns", "people")


# --- what a text explains right behind the word ---------------------------------------------------------------------


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
        if token.text in (",", ":", "("):
            found = _behind(token, sent)
            if found is not None:
                yield from _explanation(*found, context)
            if token.text == "(":
                yield from _owned(token, context)


def _explanation(name: Stretch, meaning: Stretch, context: Context) -> Iterator[FactDraft]:
    sent, doc = context.reading.sent, context.reading.sent.doc
    if _are_names(sent, meaning):
        yield from _made(name, meaning, _raw(list(stretches.words(sent, meaning))), context, "explained")
        return
    term, tokens = list(stretches.words(sent, name)), list(stretches.words(sent, meaning))
    cue = doc[name[0] - 1].lower_ == "as" and name[0] - 2 >= sent.start and doc[name[0] - 2].lemma_ in _NAMING
    single = (
        doc[name[0]].lower_ == "the" and not _has_capitals(_own(term)) and not _is_span(stretches.head(sent, meaning))
    )
    if (cue or (_is_term(term, context, named=False) and not single)) and _is_telling(
        tokens, sent, meaning, context, named=False
    ):
        yield from _made(name, meaning, _told(tokens, context), context, "explained")


def _behind(mark: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    name = _term_before(mark, sent)
    if name is None:
        return None
    readers: dict[str, Callable[[Token, Span, Stretch], Stretch | None]] = {
        ",": _aside,
        ":": _behind_colon,
        "(": _in_brackets,
    }
    meaning = readers[mark.text](mark, sent, name)
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
    return _bare(name, sent)


def _bare(name: Stretch, sent: "Span") -> Stretch:
    """Return a term without the participle of the verb before it: "were issued ration booklets"."""
    doc, start = sent.doc, name[0]
    verbal = doc[start].tag_ in ("VBN", "VBG") and start > sent.start and doc[start - 1].tag_[:2] in ("VB", "IN", "TO")
    return (start + 1, name[1]) if verbal and name[1] - start > 1 else name


def _aside(mark: "Token", sent: "Span", name: Stretch) -> Stretch | None:
    doc, start = sent.doc, mark.i + 1
    if doc[start].lower_ == "or":
        return _said_otherwise(sent, name, start + 1)
    meaning = stretches.description(sent, start)
    if meaning is None or doc[name[0] - 1].text == "," or not _is_set_apart(sent, meaning):
        return None
    return meaning if _is_apposed(sent, name, meaning) and not _is_new_clause(sent, name, meaning) else None


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
    return meaning if (articles[0] != articles[1] and not plural) or (cue and articles[0] == "the") else None


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
    several, many = noun.tag_ == "NNS" and noun.lemma_ not in _UNITS, own.tag_ in ("NNS", "NNPS")
    first, article = doc[meaning[0]].lower_, doc[name[0]].lower_
    if noun.tag_ not in ("NN", "NNS") or (article in ("a", "an") and (first in ("a", "an") or name[1] - name[0] > 2)):
        return False
    grouped = many and noun.lemma_.lower() in _COLLECTIVE and first in ("a", "the")
    if several != many and not grouped and not (several and doc[name[0]].tag_ in ("NN", "NNP")):
        return False
    if first in ("a", "an", "the"):
        return meaning[1] - meaning[0] > 2 or first == "the"
    rest = doc[noun.i + 1] if noun.i + 1 < meaning[1] else None
    return several and rest is not None and rest.tag_ in ("WDT", "WP", "VBN")


def _is_new_clause(sent: "Span", name: Stretch, meaning: Stretch) -> bool:
    """Return whether what follows a comma is rather the subject of a clause: "In the towns, groups that …"."""
    doc, noun = sent.doc, stretches.head(sent, meaning)
    before = any(t.tag_ in _FINITE for t in doc[sent.start : name[0]])
    behind = any(t.tag_ in _FINITE for t in doc[meaning[1] : sent.end])
    led = doc[sent.start].tag_ in ("IN", "WRB", "VBG", "VBN", "TO") and sent.root.i > name[1]
    if sent[0].dep_ in ("mark", "preconj") or sent[0].tag_ == "WRB":
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


def _in_brackets(mark: "Token", sent: "Span", name: Stretch) -> Stretch | None:
    meaning = stretches.description(sent, mark.i + 1)
    closed = meaning is not None and meaning[1] < sent.end and sent.doc[meaning[1]].text == ")"
    article = sent.doc[mark.i + 1].lower_ in ("a", "an", "the")
    return meaning if meaning is not None and closed and article and meaning[1] - meaning[0] > 2 else None


def _owned(mark: "Token", context: Context) -> Iterator[FactDraft]:
    """Yield what a property is, from the brackets behind its owner: "the mass of the star (the amount of matter)"."""
    sent, doc = context.reading.sent, context.reading.sent.doc
    whole = stretches.before(sent, mark.i)
    name = stretches.base(sent, whole[0]) if whole is not None else None
    if whole is None or name is None or doc[name[0]].lower_ != "the" or name[1] - name[0] > 3:
        return
    owner = list(doc[name[1] : mark.i])
    meaning = _in_brackets(mark, sent, name) if [t.lower_ for t in owner[:2]] == ["of", "the"] else None
    if meaning is None or len(owner) > 4 or owner[-1].tag_ != "NN":
        return
    article = "an" if owner[2].text[:1] in "aeiou" else "a"
    term, described = list(doc[name[0] + 1 : name[1]]), list(stretches.words(sent, meaning))
    if _is_term(term, context, named=False) and _is_telling(described, sent, meaning, context, named=False):
        text = f"{_told(described, context)} of {article} {_raw(owner[2:])}"
        yield from _made((name[0] + 1, name[1]), meaning, text, context, "explained")


def stated(context: Context) -> Iterator[FactDraft]:
    """Yield what a sentence or its second half says a term is.

    Example: Drums offer a picture: the pitch is the number of beats that reach the ear.
        -> definition | the pitch | is | the number of beats that reach the ear
    Example: As maps show, the largest stores of fresh water—and of ice—are the polar caps.
        -> definition | the polar caps | are | the largest stores of fresh water
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
        else:
            yield from _topmost(token, context)


def _measured(name: Stretch, be: "Token", context: Context) -> Iterator[FactDraft]:
    """Yield a term that is said to be a distance, a number, a process …, in general and not of one case."""
    sent = context.reading.sent
    meaning = stretches.description(sent, be.i + 1)
    if meaning is None or not stretches.is_whole(sent, meaning) or sent.doc[meaning[1]].text not in (".", ";"):
        return
    tokens = list(stretches.words(sent, meaning))
    general = not any(t.tag_ in ("VBD", "NNP", "NNPS", "MD") for t in tokens)
    if general and stretches.head(sent, meaning).lemma_ in _MEANINGS and len(tokens) > 4:
        yield from _defined(name, meaning, context, "stated", named=False)


def _topmost(be: "Token", context: Context) -> Iterator[FactDraft]:
    """Yield a term that is said to be the most … of all."""
    sent, doc = context.reading.sent, context.reading.sent.doc
    name = stretches.term(sent, be.i + 1)
    opened = next((t.i for t in reversed(doc[sent.start : be.i]) if t.text == ","), sent.start - 1) + 1
    if name is None or name[1] != sent.end - 1 or doc[opened].lower_ != "the" or doc[be.i + 1].lower_ != "the":
        return
    dash = next((t.i for t in doc[opened : be.i] if t.text in ("—", "–")), be.i)
    ranked = any(t.tag_ in ("RBS", "JJS") for t in doc[opened : opened + 3])
    if ranked and (dash == be.i or doc[be.i - 1].text in ("—", "–")) and stretches.is_whole(sent, (opened, dash)):
        yield from _defined(name, (opened, dash), context, "stated", named=True)


def shortened(context: Context) -> Iterator[FactDraft]:
    """Yield what an abbreviation that is introduced in words stands for.

    "A deep vein thrombosis, abbreviated DVT", "the name NOMA, which stands for …".
    """
    sent = context.reading.sent
    for token in sent[1:-1]:
        pair = None
        if token.lower_ == "abbreviated":
            name = (token.i + 2 if token.nbor(1).lower_ == "as" else token.i + 1,) * 2
            pair = (name[0], stretches.before(sent, token.i - 1 if token.nbor(-1).text == "," else token.i))
        elif token.lower_ in ("stands", "stand") and token.nbor(1).lower_ == "for":
            name_end = token.i - 2 if token.nbor(-1).lower_ == "which" else token.i
            pair = (name_end - 1 - (sent.doc[name_end - 1].text == ","), stretches.description(sent, token.i + 2))
        if pair is not None and pair[1] is not None and _is_short(sent.doc[pair[0]]):
            yield _spelled_out(pair[0], pair[1], context)


def _is_short(token: "Token") -> bool:
    return sum(c.isupper() for c in token.text) >= 2 and token.text.isalpha()


def _spelled_out(short: int, long: Stretch, context: Context) -> FactDraft:
    reading, doc = context.reading, context.reading.sent.doc
    tokens = [t for t in doc[long[0] : long[1]] if t.tag_ not in ("DT",) and t.text not in "()"]
    start, end = reading.span([doc[short]])
    first, last = reading.span(tokens)
    return FactDraft(
        kind=FactKind.ALIAS,
        subject=Phrase(text=doc[short].text, start=start, end=end, role="subject", head=doc[short].lower_, proper=True),
        relation="stands for",
        object=Phrase(text=_raw(tokens), start=first, end=last, role="object", head=tokens[-1].lemma_.lower()),
        extractor="acronym",
        start=min(start, first),
        end=max(end, last),
    )


PATTERNS = (called, defined, fronted, explained, stated)


def facts(context: Context, known: Sequence[FactDraft]) -> list[FactDraft]:
    """Return the definitions in a sentence whose term no fact that is known already names or explains."""
    taken = {_key(p) for d in known if d.kind in (FactKind.ALIAS, FactKind.DEFINITION) for p in d.arguments[:2]}
    found: list[FactDraft] = []
    for pattern in (*PATTERNS, shortened):
        for draft in pattern(context):
            if _key(draft.subject) not in taken:
                taken.add(_key(draft.subject))
                found.append(draft)
    return found


def _key(phrase: Phrase) -> str:
    return _ARTICLE.sub("", phrase.text.casefold())


# --- drafts ---------------------------------------------------------------------------------------------------------


def _defined(
    target: Stretch, meaning: Stretch, context: Context, extractor: str, *, named: bool
) -> Iterator[FactDraft]:
    sent = context.reading.sent
    name, described = list(stretches.words(sent, target)), list(stretches.words(sent, meaning))
    if not _is_term(name, context, named=named) or not _is_telling(
        described, sent, meaning, context, named=named, brief=extractor == "defined"
    ):
        return
    text = _told(described, context) + _maker(meaning, sent)
    if text and _raw(name).casefold() not in text.casefold():
        yield from _made(target, meaning, text, context, extractor)


def _maker(meaning: Stretch, sent: "Span") -> str:
    """Return who made what is described, where the description is the object of the making: "that Rome founded"."""
    verb = sent.doc[meaning[0] - 1] if meaning[0] > sent.start else sent[0]
    if verb.lemma_ not in _MAKING or verb.tag_ not in ("VBG", "VBD"):
        return ""
    above = verb if verb.tag_ == "VBD" else sent.root
    maker = next((c for c in above.children if c.dep_ == "nsubj" and c.pos_ == "PROPN" and c.i < verb.i), None)
    if maker is None or any(c.dep_ in ("conj", "appos") for c in maker.children):
        return ""
    return f" that {_raw(list(sent.doc[maker.left_edge.i : maker.i + 1]))} {inflect.past(verb.lemma_)}"


def _is_term(tokens: list["Token"], context: Context, *, named: bool) -> bool:
    """Return whether a noun phrase is a term worth asking for."""
    own = _own(tokens)
    if not own or len(own) > _LONGEST_TERM or own[-1].tag_ not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    if any(t.tag_ in ("PRP$", "PRP", "CD", "POS", "PDT") or t.is_quote for t in own) or own[0].tag_ == "DT":
        return False
    if named:
        return own[-1].ent_type_ not in ("CARDINAL", "PERSON")
    proper = _has_capitals(own)
    named_one = own[-1].tag_ in ("NNP", "NNPS") and own[-1].text[:1].isupper()
    people = proper and own[-1].tag_ == "NNPS" and tokens[0].lower_ == "the"
    if (own[-1].ent_type_ in _NO_TERMS and not people) or (not proper and named_one):
        return False
    if proper and not people and context.discourse.type_of(_raw(own))[0] in (PhraseType.PERSON, PhraseType.COUNTRY):
        return False
    if tokens[0].lower_ != "the" and own[-1].tag_ != "NNPS" and own[-1].text[:1].isupper() and own[-1].tag_ != "NNS":
        return False
    definite = tokens[0].lower_ == "the" and not proper and tokens[-1].tag_ == "NN"
    known = words("nouns", "vague") | words("nouns", "place") | words("nouns", "person") | _LOOSE
    return not (definite and len(own) > 1) and own[-1].lemma_.lower() not in known


def _has_capitals(own: Sequence["Token"]) -> bool:
    """Return whether the nouns of a term are written as a name."""
    return all(t.text[:1].isupper() for t in own if t.tag_[:2] in ("NN", "JJ"))


def _own(tokens: Sequence["Token"]) -> list["Token"]:
    """Return a term without its article, a name without the adjectives before it: the hellish Middle Passage."""
    own = [t for t in tokens if t.lower_ not in ("a", "an", "the") or t.i > tokens[0].i]
    if own and own[-1].tag_ in ("NNP", "NNPS"):
        while len(own) > 1 and own[0].text.islower():
            own = own[1:]
    return own


def _is_telling(
    tokens: list["Token"], sent: "Span", meaning: Stretch, context: Context, *, named: bool, brief: bool = False
) -> bool:
    """Return whether a description says enough and points to nothing outside it."""
    noun = stretches.head(sent, meaning)
    own = {t.i for t in tokens if t.i <= noun.i} if not named or tokens[0].lower_ in _POINTING | {"the"} else set()
    own |= {t.i for t in tokens if t.lower_ in _GENERIC} | {t.i - 1 for t in tokens if t.lower_ in _GENERIC}
    unclear = [t for t in tokens if t.i in context.reading.unresolved and t.i not in own]
    general = any(t.tag_ in ("VBZ", "VBP") for t in tokens) and not any(t.tag_ == "VBD" for t in tokens)
    if general:
        unclear = [t for t in unclear if context.reading.unresolved[t.i] != "unresolved-mention"]
    unclear = [t for t in unclear if t.tag_ not in ("NN", "NNS") or sum(c.i < t.i for c in t.children) < 3]
    if unclear or any(t.lower_ in _SPEAKERS for t in tokens):
        return False
    if any(t.lower_ in _POINTING and t.tag_ in ("DT", "PDT") for t in tokens[1:]):
        return False
    behind = len(tokens) - (noun.i - meaning[0]) - 1
    pointing = tokens[0].lower_ in ("this", "these", "those", "that")
    if pointing and behind < 2 and not any(t.lower_ in ("first", "last", "only") for t in tokens):
        return False
    if meaning[0] > sent.start and sent.doc[meaning[0] - 1].tag_ == "CC" and named:
        return False
    if not named and noun.lemma_.lower() in _LOOSE and not (_is_span(noun) and behind > 1):
        return False
    return _says_enough(tokens, noun, named=named, brief=brief)


def _is_span(noun: "Token") -> bool:
    """Return whether a noun counts or times what is told behind it: "the number of", "the months between"."""
    return noun.lemma_ in ("time", "number") or (noun.lemma_ in _UNITS and noun.tag_ == "NNS")


def _says_enough(tokens: list["Token"], noun: "Token", *, named: bool, brief: bool) -> bool:
    """Return whether a description has words enough, and is not itself a name or a bare number."""
    said = [t for t in tokens if t.tag_[:2] in ("NN", "JJ", "VB", "RB", "CD")]
    article = tokens[0].lower_ in ("the", "a", "an", "this", "these", "those", "such")
    if noun.tag_ not in ("NN", "NNS") and not (named and tokens[0].lower_ == "the"):
        return False
    if any(t.is_digit or ("," in t.text and t.tag_ == "CD") for t in tokens if t.i < noun.i):
        return False
    singular = noun.tag_ == "NN" and not article and named and tokens[0].lemma_ != noun.lemma_ and len(said) < 3
    made = noun.doc[tokens[0].i - 1].lemma_ in _MAKING if tokens[0].i else False
    return len(said) > (2 if named and not made and not brief else 1) and not singular


_BRACKETS = re.compile(r"\s*\([^)]*\)")


def _told(tokens: "Sequence[Token] | Span", context: Context) -> str:
    """Return a description as a question may say it: references spelled out, "this" and "such a" made articles."""
    own = list(tokens)
    first = own[0].lower_ if own else ""
    if first in ("such", "this", "these", "those", "that"):
        rest = context.reading.text(own[1:]) if first == "such" else _raw(own[1:])
        return rest if first == "such" else f"the {rest}"
    return _BRACKETS.sub("", context.reading.text(own))


def _raw(tokens: Sequence["Token"]) -> str:
    return "".join(t.text_with_ws for t in tokens).strip(' ,“”"')


def _made(target: Stretch, meaning: Stretch, text: str, context: Context, extractor: str) -> Iterator[FactDraft]:
    sent = context.reading.sent
    name = _name(target, context, counted=sent.doc[meaning[0]].lower_ in ("a", "an"))
    noun = stretches.head(sent, meaning)
    tokens = list(stretches.words(sent, meaning))
    start, end = context.reading.span(tokens)
    human = _is_human(noun)
    if name.proper and not name.plural and human and noun.tag_ == "NN" and noun.lemma_ not in _COLLECTIVE:
        return
    if name.text.lower().startswith(("a ", "an ")) and noun.tag_ == "NN" and tokens[0].tag_ not in ("DT", "PDT"):
        text = f"a {text}"
    object_ = Phrase(
        text=text,
        start=start,
        end=end,
        role="attribute",
        type=PhraseType.THING,
        head=noun.lemma_.lower(),
        plural=noun.tag_ in ("NNS", "NNPS") and name.plural,
        proper=any(t.pos_ == "PROPN" for t in tokens),
        resolved=context.reading.changed(tokens),
        position=max(noun.i, name.position + 1),
    )
    once = name.plural or name.proper or extractor == "called" or (object_.proper and name.text[:2] not in ("a ", "an"))
    verb = _be(name, past=_is_past(sent) and once)
    yield FactDraft(
        kind=FactKind.DEFINITION,
        subject=name,
        relation=verb.text,
        object=object_,
        verb=verb,
        extractor=extractor,
        start=min(name.start, start),
        end=max(name.end, end),
    )


def _name(target: Stretch, context: Context, *, counted: bool = False) -> Phrase:
    sent = context.reading.sent
    tokens = list(stretches.words(sent, target))
    start, end = context.reading.span(tokens)
    own = _own(tokens)
    proper = _has_capitals(own) and target[0] != sent.start
    definite = tokens[0].lower_ == "the" or sent.doc[max(sent.start, target[0] - 2)].lower_ == "the"
    quoted = target[0] > sent.start and sent.doc[target[0] - 1].is_quote
    text = f"the {_raw(own)}" if proper and definite and (quoted or own[0].i > tokens[0].i + 1) else _raw(tokens)
    if sent.doc[max(sent.start, target[0] - 1)].lower_ in ("word", "term") and counted:
        text = f"{'an' if text[:1] in 'aeiou' else 'a'} {text}"
    kind = context.discourse.type_of(_raw(own))[0] if proper else PhraseType.TERM
    return Phrase(
        text=text,
        start=start,
        end=end,
        role="subject",
        type=PhraseType.TERM if kind is PhraseType.UNKNOWN else kind,
        head=own[-1].lemma_.lower(),
        plural=own[-1].tag_ in ("NNS", "NNPS"),
        proper=proper,
        position=target[0],
    )


def _is_past(sent: "Span") -> bool:
    tags = [t.tag_ for t in sent]
    present = tags.count("VBZ") + tags.count("VBP")
    return tags.count("VBD") > present - (sent.root.tag_ == "VBD")


def _be(name: Phrase, *, past: bool) -> Verb:
    word = ("were" if name.plural else "was") if past else "are" if name.plural else "is"
    return Verb(lemma="be", text=word, base="be", past="was", participle="", tense="past" if past else "present")
