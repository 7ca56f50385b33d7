"""Halves of a sentence that are said as they stand: which words belong to them, and what a card would leave open."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import Context
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType, Verb
from quizgen.syntax import phrases
from quizgen.syntax.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 26
_POINTING = frozenset("this these those such here there former latter".split())
_LEADING_ON = frozenset("then thus hence therefore".split())
_PLURAL = {"they": True, "their": True, "them": True, "it": False, "its": False}
_TURNS = frozenset({"but", "and", "so", "yet", "or", "nor", "while", "whereas", "although", "though"})
_ENDS = frozenset({";", ":", ".", "—", "–"})
_BREAKS = frozenset('()[]“”"!?')
_HARMLESS = frozenset({"expletive", "comparison"})
_LINKING = frozenset({"then", "thus", "therefore", "also", "however", "but", "and", "so", "similarly", "likewise"})
PRESENT = frozenset({"VBZ", "VBP"})
MAY = frozenset({"can", "may", "will", "must"})


def finite(verb: "Token") -> "Token":
    """Return the first word of a verb group."""
    return next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)


def is_general(verb: "Token") -> bool:
    """Return whether a verb tells what always happens or can happen: "melts", "is pushed", "will fit"."""
    first = finite(verb)
    perfect = first.lemma_ == "have" and first.i != verb.i
    return not perfect and (first.tag_ in PRESENT or (first.tag_ == "MD" and first.lower_ in MAY))


def subject_of(verb: "Token") -> "Token | None":
    """Return the subject right before a verb."""
    return next((c for c in reversed(list(verb.lefts)) if c.dep_ in SUBJECTS), None)


def is_clear(tokens: list["Token"], context: Context) -> bool:
    """Return whether words can stand in a stem: nothing in them points to the text, to readers or to a quotation."""
    if any(t.lower_ in _POINTING | _LEADING_ON or t.text in _BREAKS for t in tokens):
        return False
    unresolved = context.reading.unresolved
    return all(unresolved[t.i] in _HARMLESS for t in tokens if t.i in unresolved)


def is_plain(tokens: list["Token"], context: Context, around: list["Token"]) -> bool:
    """Return whether words can be an answer to a stem that says the words ``around``, and are nobody's opinion."""
    doubted = any(t.lemma_ in words("verbs", "opinion", "report") for t in tokens if t.pos_ == "VERB")
    return not doubted and is_known(tokens, context, around)


def is_known(tokens: list["Token"], context: Context, around: list["Token"]) -> bool:
    """Return whether nothing in an answer points to the text or to readers.

    "The valve" is known to who knows what the stem speaks of, and "it" where the stem names one thing.
    """
    if any(t.lower_ in _POINTING or t.text in _BREAKS for t in tokens):
        return False
    unresolved = context.reading.unresolved
    open_ = [t for t in tokens if t.i in unresolved and unresolved[t.i] not in _HARMLESS | {"unresolved-mention"}]
    return all(
        unresolved[t.i] == "unresolved-pronoun" and _is_named(t, [*around, *(b for b in tokens if b.i < t.i)])
        for t in open_
    )


def _is_named(token: "Token", around: list["Token"]) -> bool:
    """Return whether a pronoun has the number of a noun that a stem says; as a subject, that of one noun alone.

    Those behind prepositions are no rivals: "When the lid covers the pot, it …" is open, "When a nut falls from a tree,
    it …" is not.
    """
    plural = _PLURAL.get(token.lower_)
    nouns = [t for t in around if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"]
    meant = [t for t in nouns if phrases.is_plural(t) == plural]
    rivals = {t.lemma_ for t in meant if t.dep_ != "pobj"}
    return plural is not None and bool(meant) and (token.dep_ not in SUBJECTS or len(rivals) <= 1)


def outcome(tokens: list["Token"], context: Context, around: list["Token"] | None = None) -> list["Token"]:
    """Return as much of a main clause as is plain and not too long, [] where not even its first statement is."""
    whole = _ended(tokens)
    while whole:
        if len(whole) <= LONGEST and is_plain(whole, context, around or []):
            return whole
        whole = _without_last(whole)
    return []


def _ended(tokens: list["Token"]) -> list["Token"]:
    end = next((n for n, t in enumerate(tokens) if t.text in _ENDS), len(tokens))
    return phrases.trimmed(tokens[:end])


def _without_last(tokens: list["Token"]) -> list["Token"]:
    """Return a sequence of statements without its last one; a statement cut in two would not be one."""
    for n in range(len(tokens) - 2, 1, -1):
        if tokens[n].text == "," and tokens[n + 1].lower_ in _TURNS and _opens_statement(tokens[n + 1 :]):
            return tokens[:n]
    return []


def _opens_statement(tokens: list["Token"]) -> bool:
    verb = next((t for t in tokens if t.dep_ in ("conj", "advcl") and subject_of(t) is not None), None)
    subject = subject_of(verb) if verb is not None else None
    return subject is not None and subject.left_edge.i - tokens[0].i <= 2


def unled(tokens: list["Token"]) -> list["Token"]:
    """Return words without those at their beginning that only lead on: "then", a comma."""
    while tokens and (tokens[0].is_punct or tokens[0].lower_ in _LINKING):
        tokens = tokens[1:]
    return tokens


def told(
    tokens: list["Token"], context: Context, *, role: str, after: str = "", kind: PhraseType, echoing: bool = True
) -> Phrase:
    """Return words as a phrase; a pronoun stays one where ``after`` or, if ``echoing``, the sentence names its meaning.

    What a question says first, though it stands last in its sentence, does not echo.
    """
    reading = context.reading
    kept = reading.echoed | {t.i for t in tokens if _is_echo(t, context, after)} if echoing else set()
    start, end = reading.span(tokens)
    said = [t for t in tokens if t.lower_ != "also"]  # which points to what the text said before
    text = replace(reading, echoed=kept).text(said, keep_echoed=True)
    return Phrase(
        text=text, start=start, end=end, role=role, type=kind, resolved=reading.changed(tokens), position=tokens[0].i
    )


def _is_echo(token: "Token", context: Context, after: str) -> bool:
    meant = context.reading.replace.get(token.i, "") if token.pos_ == "PRON" else ""
    bare = meant.casefold().removesuffix("'s").removesuffix("'")
    before = token.doc[token.sent.start : token.i].text
    return bool(meant) and (bare in after.casefold() or bare in before.casefold())


def capital(phrase: Phrase) -> Phrase:
    """Return a phrase that is said as a sentence."""
    return replace(phrase, text=phrase.text[:1].upper() + phrase.text[1:])


def happens(word: str, *, plural: bool = False) -> Verb:
    """Return the plain present of a regular verb: what templates inflect."""
    return Verb(
        lemma=word,
        text=word if plural else f"{word}s",
        base=word,
        past=f"{word}ed",
        participle=f"{word}ed",
        tense="present",
    )
