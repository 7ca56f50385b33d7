"""What a verb needs beside it to say something, and where the sentence before told it: agreed, was invited."""

import re

from quizgen.extract.context import Statement
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType, Verb

_ARTICLE = re.compile(r"^(?:an?|the|his|her|its|their) ")
_OWN = re.compile(r"(?:his|her|its|their) ")
_TIMES = re.compile(
    r"(?:[a-z]+ than )?(?:once|twice)|(?:[\w-]+ ){1,4}(?:times|minutes|hours|days|weeks|months|years|decades|centuries)"
)
_ALONE = re.compile(r"(?:his|her|its|their|.+['’]s?) own")
_PEOPLE = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_SETTING = frozenset({"time", "duration", "attribution", "day", "reason"})


def lacks_complement(built: Statement) -> bool:
    """Return whether nothing beside a verb tells what was agreed to, held out against or taken over."""
    verb = built.verb
    if _is_gesture(built):
        return True
    thing = built.object is not None and built.object.type is not PhraseType.DURATION  # "stayed three months"
    if verb is None or thing or _asks_for_object(built) or any(map(_completes, built.qualifiers)):
        return False
    person = built.subject is not None and built.subject.type in _PEOPLE
    return _is_elliptic(verb, person=person)


def _is_gesture(built: Statement) -> bool:
    """Return whether somebody only did something with a part of the body, at what is not told: "shook their heads"."""
    told, verb = built.object, built.verb
    if told is None or verb is None or not _OWN.match(told.bound or told.text):
        return False
    said = f"{verb.base} {verb.particle}".strip()
    return f"{said} {told.head}" in words("valency", "gestures") and not any(map(_completes, built.qualifiers))


def _asks_for_object(built: Statement) -> bool:
    """Return whether a relative or a question word stands for the object: "what she liked was chess"."""
    return any(c.tag_ in ("WP", "WDT") and c.dep_ != "nsubj" for c in built.clause.lowest.lefts)


def _completes(phrase: Phrase) -> bool:
    """Return whether a phrase is more than a time or a bare manner: with France, to sign, when the king asked."""
    if _TIMES.fullmatch(phrase.text) or _ALONE.fullmatch(phrase.text):
        return False
    if phrase.type is PhraseType.CLAUSE and phrase.role != "reason":
        return True
    return phrase.role not in _SETTING and bool(phrase.prep or phrase.role in ("object", "attribute", "purpose"))


def _is_elliptic(verb: Verb, *, person: bool) -> bool:
    if verb.passive:
        return verb.base in words("valency", "elliptic_passive", *(("elliptic_suffered",) if person else ())) and not (
            verb.particle or verb.complement
        )
    last = verb.complement.removeprefix("to ") or f"{verb.base} {_ARTICLE.sub('', verb.particle)}".strip()
    keys = ("elliptic", "elliptic_phrasal", "elliptic_idioms")
    return last in words("valency", *keys, *(("elliptic_personal", "elliptic_personal_phrasal") if person else ()))
