"""Facts about groups: how many there are of something, and the members that a text lists in full or in part."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import times
from quizgen.extract.context import Context
from quizgen.extract.nominals import nominal_flaw
from quizgen.lexicon import noun_type, words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.numerals import number_word
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANY = frozenset({"many", "several", "various", "some", "numerous", "most"})
_OWNING = frozenset({"have", "contain", "comprise"})
_WHERE = frozenset({"in", "on", "around", "inside", "within", "along"})
_PLAIN = frozenset({"nsubj", "nsubjpass", "auxpass", "dobj", "prep", "punct"})
_THROUGH = frozenset({"in", "through", "into"})
_EVERYWHERE = frozenset({"worldwide", "nationwide", "globally"})
_HAZY = frozenset("reason way thing case question problem difficulty point exception option sign hour day week".split())
_LARGE = re.compile(r"\d\d|hundred|thousand|million|dozen")
_LONGEST_MEMBER = 6
_THERE = Verb(lemma="be", text="are there", base="be", past="were", participle="", particle="there", tense="present")
_THERE_WERE = replace(_THERE, text="were there", tense="past")
_ARE = Verb(lemma="be", text="are", base="be", past="were", participle="", tense="present")


def existence(context: Context) -> Iterator[FactDraft]:
    """Yield how many of something a place has.

    Example: There are eight planets in the solar system.
        -> quantity | eight planets | are there | None
    Example: Before the 1960s there were two ways of making flat glass.
        -> quantity | two ways of making flat glass | were there | None
    Example: There are many lakes in Finland.
        -> none
    """
    for token in context.reading.tokens:
        if token.dep_ == "attr" and _counting_verb(token):
            yield from _counted(token, context)


def _counting_verb(token: "Token") -> bool:
    """Return whether a noun follows "there are" and is counted."""
    verb = token.head
    there = any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children)
    known = verb.lower_ in ("are", "were") and verb.dep_ == "ROOT"
    plain = known and not any(c.dep_ in ("neg", "advcl") for c in verb.children)
    return there and plain and token.tag_ == "NNS" and any(c.dep_ == "nummod" for c in token.children)


def _counted(token: "Token", context: Context) -> Iterator[FactDraft]:
    reading = context.reading
    timed = {i for each in reading.times for i in range(each.start, each.end)}
    near = [c for t in (token, token.head) for c in t.children if not any(b.i in timed for b in c.subtree)]
    where = [c for c in near if c.dep_ == "prep" and (c.lower_ in _WHERE or _is_at_name(c))]
    group = phrases.phrase(token, reading, context.discourse, role="subject")
    if group is None or len(where) > 1 or any(c.dep_ == "conj" for c in token.children):
        return
    if any(t.mention.relative for t in reading.times):
        return
    everywhere = [c for c in near if c.lower_ in _EVERYWHERE]
    apart = {t.i for beside in (*where, *everywhere) for t in beside.subtree}
    own = phrases.trimmed([t for t in phrases.noun_tokens(token, reading) if t.i not in apart])
    when = [t for t in reading.times if t.head == token.head.i]
    found = [times.phrase(each, reading, context.date, future=False) for each in when[:1]]
    found += [_place(prep, context) for prep in where]
    found += [_everywhere(adverb, context) for adverb in everywhere]
    dated = any(each is not None and (each.role == "time" or each.proper) for each in found)
    large = _LARGE.search(" ".join(t.text for t in own if t.pos_ == "NUM")) is not None
    if token.head.lower_ == "were" and not dated and not large:
        return
    clear = _is_of(own, token) or large or (token.head.lower_ == "are" and _is_of_text(token))
    if len(own) < 2 or None in found or reading.first_unresolved(own) or not (found or clear):
        return
    start, end = reading.span(own)
    subject = replace(group, text=reading.text(own), start=start, end=end, bound="")
    verb = _THERE if token.head.lower_ == "are" else _THERE_WERE
    told = tuple(each for each in found if each is not None)
    fact = _fact(subject, None, FactKind.QUANTITY, "existence")
    yield replace(fact, verb=verb, relation=verb.text, qualifiers=told, end=max([end, *(each.end for each in told)]))


def _is_at_name(prep: "Token") -> bool:
    return prep.lower_ == "at" and any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in prep.children)


def _is_of_text(noun: "Token") -> bool:
    """Return whether a counted group is told of what the text is about: "there are three stages"."""
    vague = noun.lemma_.lower() in words("nouns", "vague") or noun.lemma_.lower() in _HAZY
    human = noun_type(noun.lemma_.lower()) in (PhraseType.PERSON, PhraseType.PEOPLE)
    return not vague and not human


def _everywhere(adverb: "Token", context: Context) -> Phrase:
    """Return "worldwide" as the place of a number."""
    start, end = context.reading.span([adverb])
    return Phrase(text=adverb.lower_, start=start, end=end, role="other", type=PhraseType.CLAUSE, position=adverb.i)


def _place(prep: "Token", context: Context) -> Phrase | None:
    target = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if target is None or nominal_flaw(target, context):
        return None
    return phrases.phrase(target, context.reading, context.discourse, role="other", prep=prep.lower_)


def _is_of(tokens: list["Token"], noun: "Token") -> bool:
    """Return whether a group says enough without a place: "two kinds of glacier", "four components that matter"."""
    return any(t.head == noun and t.dep_ == "prep" and t.lower_ == "of" for t in tokens)


def members(context: Context) -> Iterator[FactDraft]:
    """Yield the members of a group that a text lists in full.

    Example: The three parts of an insect are the head, the thorax and the abdomen.
        -> list | the three parts of an insect | are | the head, the thorax and the abdomen
    Example: Belgium has three official languages: Dutch, French and German.
        -> list | the three official languages of Belgium | are | Dutch, French and German
    Example: Glass is made in three steps: melting, shaping and cooling.
        -> list | the three steps in which glass is made | are | melting, shaping and cooling
    Example: A cut kidney shows two regions: the cortex and the medulla.
        -> list | the two regions that a cut kidney shows | are | the cortex and the medulla
    Example: The forest is divided into two layers: the canopy and the floor.
        -> list | the two layers into which the forest is divided | are | the canopy and the floor
    """
    yield from _after_colon(context)
    for token in context.reading.tokens:
        if token.dep_ in ("attr", "acomp") and token.head.lemma_ == "be" and token.conjuncts:
            subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            if subject is not None and _number(subject) == len(list(token.conjuncts)) + 1:
                yield from _listed(subject, token, context)


def _number(noun: "Token") -> float | None:
    """Return the number before a noun."""
    count = next((c for c in noun.children if c.dep_ == "nummod"), None)
    return None if count is None else number_word(count.lower_) or (float(count.text) if count.text.isdigit() else None)


def _listed(subject: "Token", token: "Token", context: Context) -> Iterator[FactDraft]:
    group = phrases.phrase(subject, context.reading, context.discourse, role="subject")
    listed = phrases.phrase(token, context.reading, context.discourse, role="object")
    unresolved = context.reading.first_unresolved([*subject.subtree, *token.subtree])
    if group is not None and listed is not None and not unresolved:
        yield _fact(group, listed, FactKind.LIST, "members")


def _after_colon(context: Context) -> Iterator[FactDraft]:
    sent = context.reading.sent
    colon = next((t for t in sent if t.text == ":"), None)
    noun = None if colon is None else _group_noun(colon, context)
    if colon is None or noun is None:
        return
    listed = [t for t in sent if t.i > colon.i and not (t.i == sent.end - 1 and t.is_punct)]
    said = _group(noun, context)
    tokens = [t for t in noun.subtree if t.i < colon.i]
    if said and _size(listed) == _number(noun) and not context.reading.first_unresolved([*tokens, *listed]):
        start, end = context.reading.span(tokens)
        group = Phrase(
            text=said, start=start, end=end, role="subject", head=noun.lemma_.lower(), plural=True, position=noun.i
        )
        first, last = context.reading.span(listed)
        items = Phrase(text=context.reading.text(listed), start=first, end=last, role="object", plural=True)
        yield _fact(group, items, FactKind.LIST, "members")


def _group_noun(colon: "Token", context: Context) -> "Token | None":
    """Return the counted noun right before a colon, or the noun before its "of": "three types of rock:"."""
    if colon.i - context.reading.sent.start < 3:
        return None
    noun = colon.nbor(-1)
    while noun.dep_ in ("pobj", "compound") and _number(noun) is None and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun if noun.tag_ == "NNS" and _number(noun) is not None else None


def _size(tokens: list["Token"]) -> int:
    """Return how many short members a list has, 0 where it is none: "A, B and C"."""
    items: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == "," or token.lower_ in ("and", "or"):
            items += [[]] if items[-1] else []
        else:
            items[-1].append(token)
    odd = any(t.pos_ in ("AUX", "PRON") or t.text in ("(", ";", ":", "–", "—") or t.lower_ == "to" for t in tokens)
    joined = any(t.lower_ == "and" for t in tokens)
    return 0 if odd or not joined or any(len(item) > _LONGEST_MEMBER for item in items) else len(items)


def _group(noun: "Token", context: Context) -> str:
    """Return the name of a group from the clause that counts it: "the three languages of Belgium"."""
    reading = context.reading
    tokens = [t for t in phrases.noun_tokens(noun, reading) if t.pos_ != "DET" or t.i > noun.i]
    said = f"the {reading.text(tokens)}"
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if any(c.dep_ in ("neg", "aux") for c in verb.children) or noun.right_edge.i < noun.i:
        return ""
    if noun.dep_ == "attr" and any(c.dep_ == "expl" for c in verb.children):
        return said if any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children) else ""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    owner = None if subject is None else phrases.phrase(subject, reading, context.discourse, role="subject")
    if subject is None or owner is None or nominal_flaw(subject, context):
        return ""
    return _owned(said, owner, noun, verb)


def _owned(said: str, owner: Phrase, noun: "Token", verb: "Token") -> str:
    parts = noun.dep_ == "pobj" and noun.head.lower_ == "of" and verb.lemma_ == "consist"
    if parts or (noun.dep_ == "dobj" and verb.lemma_ in _OWNING):
        return "" if " of " in said else f"{said} of {owner.text}"
    passive = next((c.lower_ for c in verb.children if c.dep_ == "auxpass"), "")
    if noun.dep_ == "pobj" and noun.head.lower_ == "into" and verb.lemma_ == "divide" and passive:
        return f"{said} into which {owner.text} {passive} divided"
    return _involved(said, owner, noun, verb, passive) if _is_plain(verb) else ""


def _is_plain(verb: "Token") -> bool:
    """Return whether a clause has nothing but subject, verb and one more phrase, in a tense of one word."""
    further = [c for c in verb.children if c.dep_ not in _PLAIN]
    one = sum(c.dep_ in ("dobj", "prep") for c in verb.children) == 1
    return verb.dep_ == "ROOT" and verb.pos_ == "VERB" and not further and one


def _involved(said: str, owner: Phrase, noun: "Token", verb: "Token", passive: str) -> str:
    """Return a group by what is told of it: "the three steps in which glass is made"."""
    done = f"{owner.text} {passive} {verb.text}".replace("  ", " ")
    if noun.dep_ == "dobj" and not passive:
        return f"{said} that {done}"
    told = noun.dep_ == "pobj" and noun.head.lower_ in _THROUGH and noun.head.head == verb
    return f"{said} {noun.head.lower_} which {done}" if told else ""


def examples(context: Context) -> Iterator[FactDraft]:
    """Yield some members of a group that a text names.

    Example: Many countries of Asia, including Japan and India, have sent probes to the moon.
        -> list | countries of Asia | include | Japan and India
    """
    for token in context.reading.tokens:
        if token.lower_ == "including" and token.dep_ == "prep" and token.head.tag_ == "NNS":
            target = next((c for c in token.children if c.dep_ == "pobj"), None)
            if target is not None and any(c.dep_ == "conj" for c in target.children):
                yield from _exemplified(token.head, target, context)


def _exemplified(group: "Token", target: "Token", context: Context) -> Iterator[FactDraft]:
    reading = context.reading
    kept = [t for t in phrases.noun_tokens(group, reading) if t.dep_ != "det" and t.lower_ not in _MANY]
    members_ = phrases.phrase(target, reading, context.discourse, role="object")
    if not kept or members_ is None or reading.first_unresolved([*kept, *target.subtree]):
        return
    start, end = reading.span(kept)
    head = group.lemma_.lower()
    whole = Phrase(text=reading.text(kept), start=start, end=end, role="subject", head=head, plural=True)
    if len(kept) > 1 and kept[0].tag_ != "CD" and kept[0].lemma_ != "example":  # "the 28 members", "three rivals"
        yield replace(_fact(whole, members_, FactKind.LIST, "examples"), relation="include", verb=None)


def _fact(subject: Phrase, object_: Phrase | None, kind: FactKind, extractor: str) -> FactDraft:
    spans = [p for p in (subject, object_) if p is not None]
    return FactDraft(
        kind=kind,
        subject=subject,
        relation="are",
        object=object_,
        verb=_ARE,
        extractor=extractor,
        start=min(p.start for p in spans),
        end=max(p.end for p in spans),
    )


PATTERNS = (existence, members, examples)
