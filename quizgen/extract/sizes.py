"""Sizes that a clause gives in its predicate: "12 km long and up to 3 km wide", "near 232 °C"."""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.inflect import SIZE
from quizgen.model import Phrase, PhraseType

_ABOUT = frozenset({"near", "around", "about", "close to"})


def is_size(phrase: Phrase) -> bool:
    """Return whether a predicate gives one size or several."""
    if phrase.prep in _ABOUT:
        return phrase.type is PhraseType.QUANTITY
    whole = SIZE.match(phrase.text) or SIZE.match(phrase.text.split(" and ")[0])
    return phrase.role == "attribute" and whole is not None


def sizes(phrase: Phrase) -> Iterator[Phrase]:
    """Yield each size of a predicate as one argument."""
    if phrase.prep:
        lead = len(phrase.prep) + 1
        text = f"{phrase.prep} {phrase.text}"
        yield replace(phrase, text=text, start=phrase.start - lead, prep="", role="attribute")
        return
    first, joint, second = phrase.text.partition(" and ")
    if not joint or not SIZE.match(first) or not SIZE.match(second):
        yield phrase
        return
    yield replace(phrase, text=first, end=phrase.start + len(first), bound="")
    yield replace(phrase, text=second, start=phrase.end - len(second), bound="", head=second.split(" ")[-1])
