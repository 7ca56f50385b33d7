"""Facts that stand beside the clause: terms that are named or explained in passing, acronyms, other names, members."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.extract.statements import Context
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.ORGANISATION, PhraseType.CELESTIAL})
_NAMING = frozenset({"call", "know", "name", "term", "dub", "nickname"})
_ACRONYM = re.compile(
    r"((?:[A-Z][\w’'.-]*|of|for|and|the|in|on)(?:\s+(?:[A-Z][\w’'.-]*|of|for|and|the|in|on|de)){1,8})\s*\(([A-Z][A-Za-z]{0,2}[A-Z]{1,6}s?)\)"
)
_SMALL = frozenset({"of", "for", "and", "the", "in", "on", "de"})
_IS = Verb(lemma="be", text="is", base="be", past="was", participle="", tense="present")


def acronym(context: Context) -> Iterator[FactDraft]:
    """Yield the long form of an abbreviation in brackets.

    Example: The World Health Organization (WHO) sent a team.
        -> alias | WHO | stands for | World Health Organization
    """
    text = context.reading.sent.text
    base = context.reading.offset + context.reading.sent.start_char
    for match in _ACRONYM.finditer(text):
        name = _matching_words(match.group(1), match.group(2))
        if name:
            start = base + match.start(1) + match.group(1).rindex(name)
            short = _plain(match.group(2), base + match.start(2), "subject", PhraseType.ORGANISATION)
            long = _plain(name, start, "object", PhraseType.ORGANISATION)
            yield _alias(short, "stands for", long, "acronym")


def _matching_words(long: str, short: str) -> str:
    """Return the end of ``long`` whose initials spell ``short``, or ""."""
    parts = long.split()
    letters = re.sub(r"s$", "", short).lower()
    for begin in range(len(parts) - 1, -1, -1):
        tail = parts[begin:]
        initials = "".join(p[0] for p in tail if p.lower() not in _SMALL).lower()
        if initials == letters and parts[begin].lower() not in _SMALL:
            return long[long.rindex(" ".join(tail)) :]
    return ""


def _plain(text: str, start: int, role: str, kind: PhraseType) -> Phrase:
    return Phrase(
        text=text, start=start, end=start + len(text), role=role, type=kind, head=text.split()[-1].lower(), proper=True
    )


def named(context: Context) -> Iterator[FactDraft]:
    """Yield the name that a text gives a thing in passing.

    Example: Plants store sugar in a substance called starch.
        -> alias | a substance | is called | starch
    """
    for token in context.reading.sent:
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_ in _NAMING:
            yield from _naming(token, context)


def _naming(token: "Token", context: Context) -> Iterator[FactDraft]:
    target = _named_target(token)
    if target is None or token.head.pos_ not in ("NOUN", "PROPN"):
        return
    name = phrases.phrase(target, context.reading, context.discourse, role="object")
    described = _described(token, context)
    if name is None or described is None or _unclear(name, described, target, token, context):
        return
    yield _alias(described, "is known as" if token.lemma_ == "know" else "is called", name, "named")


def _named_target(token: "Token") -> "Token | None":
    for child in token.children:
        if child.dep_ in ("oprd", "dobj", "attr") and child.i > token.i:
            return child
        if child.dep_ == "prep" and child.lower_ == "as":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _described(token: "Token", context: Context) -> Phrase | None:
    """Return the noun phrase that gets the name, without the naming itself."""
    reading = context.reading
    cut = {t.i for t in token.subtree}
    tokens = [t for t in phrases.noun_tokens(token.head, reading) if t.i not in cut and t.i < token.i]
    if len(tokens) < 2 or tokens[-1].i != token.i - 1 or reading.first_unresolved(tokens):
        return None
    start, end = reading.span(tokens)
    kind, noun = phrases.classify(token.head, tokens, reading, context.discourse)
    return Phrase(
        text=reading.text(tokens),
        start=start,
        end=end,
        role="subject",
        type=kind,
        noun=noun,
        head=token.head.lemma_.lower(),
        plural=phrases.is_plural(token.head),
    )


def _unclear(name: Phrase, described: Phrase, target: "Token", token: "Token", context: Context) -> bool:
    unresolved = context.reading.first_unresolved(phrases.noun_tokens(target, context.reading))
    bare = len(described.text.split()) < 4 and not described.text[:1].isupper()
    return bool(unresolved) or bare or name.text.casefold() in described.text.casefold()


def apposition(context: Context) -> Iterator[FactDraft]:
    """Yield what a name is, from the explanation after its comma.

    Example: Utopia Planitia, a plain in the northern hemisphere of Mars, is cold.
        -> definition | Utopia Planitia | is | a plain in the northern hemisphere of Mars
    """
    for token in context.reading.sent:
        if token.dep_ == "appos" and token.pos_ == "NOUN" and token.head.pos_ in ("PROPN", "NOUN"):
            yield from _explained(token, context)


def _explained(token: "Token", context: Context) -> Iterator[FactDraft]:
    first = token.left_edge
    comma = first.i > 0 and first.nbor(-1).text in (",", "(", "–", "—")
    determined = first.lower_ in ("a", "an", "the")
    if not comma or not determined or any(c.dep_ == "conj" for c in token.head.children):
        return
    name = phrases.phrase(token.head, context.reading, context.discourse, role="subject")
    described = phrases.phrase(token, context.reading, context.discourse, role="attribute")
    reading = context.reading
    if name is None or described is None or token.i < token.head.i or len(described.text.split()) < 4:
        return
    unresolved = reading.first_unresolved(phrases.noun_tokens(token, reading)) or reading.first_unresolved(
        phrases.noun_tokens(token.head, reading)
    )
    if not unresolved and name.head != described.head and token.head.pos_ == "PROPN" and _is_apt(name, described):
        verb = _be(name, past=name.type is PhraseType.PERSON and _is_past(context))
        yield _made(FactKind.DEFINITION, name, verb.text, described, "apposition", verb=verb)


def _is_apt(name: Phrase, described: Phrase) -> bool:
    """Return whether a description can be of what the name denotes: no town is a skill."""
    kinds = {PhraseType.PERSON: _PERSONS, PhraseType.PLACE: _PLACES, PhraseType.COUNTRY: _PLACES}
    allowed = kinds.get(name.type)
    return allowed is None or lexicon.noun_type(described.head) in allowed


def other_name(context: Context) -> Iterator[FactDraft]:
    """Yield a second name that follows in quotation marks.

    Example: The ship landed in Mare Crisium, or “Sea of Crises”.
        -> alias | Mare Crisium | is also called | Sea of Crises
    """
    text = context.reading.sent.text
    base = context.reading.offset + context.reading.sent.start_char
    for match in _QUOTED.finditer(text):
        first = _plain(match.group(1), base + match.start(1), "subject", PhraseType.THING)
        second = _plain(match.group(2).strip(" ,"), base + match.start(2), "object", PhraseType.THING)
        yield _alias(first, "is also called", second, "other_name")


_QUOTED = re.compile(r"((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)*)(?:, or | \()[“\"]([A-Z][^”\"]{2,40})[”\"]")


def members(context: Context) -> Iterator[FactDraft]:
    """Yield the members of a group that a text lists in full.

    Example: The three states of matter are solid, liquid and gas.
        -> list | The three states of matter | are | solid, liquid and gas
    """
    for token in context.reading.sent:
        if token.dep_ == "attr" and token.head.lemma_ == "be" and len(list(token.conjuncts)) > 1:
            subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            if subject is not None and any(c.dep_ == "nummod" for c in subject.children):
                yield from _listed(subject, token, context)


def _listed(subject: "Token", token: "Token", context: Context) -> Iterator[FactDraft]:
    group = phrases.phrase(subject, context.reading, context.discourse, role="subject")
    listed = phrases.phrase(token, context.reading, context.discourse, role="object")
    if (
        group is not None
        and listed is not None
        and not context.reading.first_unresolved([*subject.subtree, *token.subtree])
    ):
        yield _made(FactKind.LIST, group, "are", listed, "members", verb=_be(group))


PATTERNS = (acronym, named, apposition, other_name, members)


def _is_past(context: Context) -> bool:
    root = context.reading.sent.root
    return any(t.tag_ == "VBD" for t in (root, *root.children) if t == root or t.dep_.startswith("aux"))


def _be(subject: Phrase, *, past: bool = False) -> Verb:
    word = ("were" if subject.plural else "was") if past else "are" if subject.plural else "is"
    return Verb(lemma="be", text=word, base="be", past="was", participle="", tense="past" if past else "present")


def _alias(subject: Phrase, relation: str, object_: Phrase, extractor: str) -> FactDraft:
    return _made(FactKind.ALIAS, subject, relation, object_, extractor, verb=None)


def _made(
    kind: FactKind, subject: Phrase, relation: str, object_: Phrase, extractor: str, *, verb: Verb | None
) -> FactDraft:
    return FactDraft(
        kind=kind,
        subject=subject,
        relation=relation,
        object=object_,
        verb=verb,
        extractor=extractor,
        start=min(subject.start, object_.start),
        end=max(subject.end, object_.end),
    )
