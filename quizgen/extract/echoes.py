"""What a reason or a purpose may leave to the clause that it explains: its pronouns and the things named there."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import Context, Statement
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType
from quizgen.resolve.cast import HE_SHE
from quizgen.resolve.things import IT, THEY
from quizgen.syntax.phrases import is_plural
from quizgen.syntax.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_REFLEXIVE = {"itself": "it", "themselves": "they", "himself": "he", "herself": "she"}
_HARMLESS = frozenset({"expletive", "comparison"})
_PLURAL = frozenset({"are", "were", "have"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HUMAN = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})


def first_unexplained(tokens: list["Token"], built: Statement, context: Context) -> str:
    """Return the reason code of the first token that the clause around these does not explain, "" if there is none.

    A question about a reason repeats that clause, so that a pronoun in the answer is as clear as in the text.
    """
    unresolved = context.reading.unresolved
    own = {t.i for t in tokens}
    around = [t for t in _around(built) if t.i not in own]
    unknown = (t for t in tokens if t.i in unresolved)
    return next((unresolved[t.i] for t in unknown if not _is_explained(t, around, tokens, built, context)), "")


def is_open(tokens: list["Token"], reading: Reading) -> bool:
    """Return whether words that explain what follows them leave open what one of them means."""
    unknown = ((t, reading.unresolved[t.i]) for t in tokens if t.i in reading.unresolved)
    return any(code not in _HARMLESS and not (code == "unresolved-mention" and _is_setting(t)) for t, code in unknown)


def echoed(tokens: list["Token"], built: Statement, context: Context) -> set[int]:
    """Return the pronouns in a reason or a purpose that may stay: what they mean is named before them."""
    reading = context.reading
    named = [p.text.casefold() for p in (built.subject, built.object) if p is not None]
    kept: set[int] = set()
    for token in tokens:
        meant = reading.replace.get(token.i, "") if token.pos_ == "PRON" else ""
        bare = meant.casefold().removesuffix("'s").removesuffix("'")
        before = token.doc[tokens[0].i : token.i].text.casefold()
        if meant and (bare in before or bare in named):
            kept.add(token.i)
    return kept


def bind(built: Statement, context: Context) -> None:
    """Let pronouns in the arguments of a statement stand for its subject: "when his money ran low".

    A question about something else names the subject before them; two of the same name would seem to be two.
    """
    reading, subject = context.reading, built.subject
    if subject is None or not reading.replace:
        return
    own = {subject.text, f"{subject.text}'s", f"{subject.text}'"}
    said = [(reading.place(t.idx), t.text) for t in reading.tokens if _echoes(t, own, reading)]
    if not said:
        return
    told = replace(built.object, bound=_bound(built.object, subject.text, said)) if built.object is not None else None
    built.object = told
    built.qualifiers = [replace(q, bound=_bound(q, subject.text, said)) for q in built.qualifiers]


def _echoes(token: "Token", own: set[str], reading: Reading) -> bool:
    return token.pos_ == "PRON" and token.i not in reading.bound and reading.replace.get(token.i) in own


def _bound(phrase: Phrase, name: str, said: list[tuple[int, str]]) -> str:
    """Return a phrase with the pronouns that the text has in the places of a name, else its own bound form."""
    words_ = [word for at, word in said if phrase.start <= at < phrase.end]
    pattern = re.compile(rf"{re.escape(name)}(?:['’]s?)?(?![\w’'])")
    text = phrase.bound or phrase.text
    if not words_ or not phrase.resolved or len(pattern.findall(text)) != len(words_):
        return phrase.bound
    rest = iter(words_)
    return pattern.sub(lambda _: next(rest), text)


def _is_setting(noun: "Token") -> bool:
    return noun.lemma_.lower() in words("references", "settings")


def _around(built: Statement) -> list["Token"]:
    """Return the nouns of the clause that a question repeats."""
    subject = built.clause.subject
    heads = [subject, *(t for t in built.clause.dependents if t != subject)]
    return [t for head in heads for t in head.subtree if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"]


def _is_explained(
    token: "Token", around: list["Token"], tokens: list["Token"], built: Statement, context: Context
) -> bool:
    code = context.reading.unresolved[token.i]
    if code in _HARMLESS:
        return True
    if code == "unresolved-mention":
        noun = token.head if token.pos_ == "ADJ" else token
        return _is_setting(noun) or any(_repeats(noun, t) for t in around)
    if code != "unresolved-pronoun":
        return False
    word = _REFLEXIVE.get(token.lower_, token.lower_)
    inside = [t for t in tokens if t.i < token.i and t.pos_ in ("NOUN", "PROPN")]
    own = token.dep_ not in _SUBJECTS and any(_agrees(word, t) for t in inside)
    return own or _agrees_with_subject(word, built, context) or any(_agrees(word, t) for t in around)


def _repeats(noun: "Token", other: "Token") -> bool:
    """Return whether "the river" is the river of the clause before."""
    return noun.lemma_.lower() == other.lemma_.lower()


def _agrees_with_subject(word: str, built: Statement, context: Context) -> bool:
    subject = built.subject
    if subject is None:
        return False
    plural = subject.plural or any(t.lower_ in _PLURAL for t in (*built.clause.auxes, built.clause.verb))
    if word in THEY or plural:
        return word in THEY and plural
    if word in HE_SHE:
        known = context.discourse.gender_of(subject.text)
        return subject.type in (PhraseType.PERSON, PhraseType.UNKNOWN) and known in ("", HE_SHE[word])
    return word in IT and subject.type not in _HUMAN


def _agrees(word: str, noun: "Token") -> bool:
    """Return whether "they" fits a plural noun and "it" a singular one; whom "he" may mean is not looked for."""
    if word in THEY:
        return is_plural(noun) or any(c.dep_ == "conj" for c in noun.children)
    return word in IT and not is_plural(noun) and noun.ent_type_ not in ("PERSON", "DATE", "CARDINAL")
