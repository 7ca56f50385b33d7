"""Text that was cut, joined and garbled on its way: it gives facts and questions or none, and never an exception."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest
from around import Around, facts
from docs_of import harvests

from quizgen import templates
from quizgen.questions import candidates

pytestmark = pytest.mark.model

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.toml"))
ROUNDS = 30
PREFIXES = 40


@cache
def sentences() -> list[str]:
    """Return the sentences of the golden tables."""
    tables = (tomllib.loads(path.read_text(encoding="utf-8")) for path in GOLDEN)
    cases = (case for table in tables for several in table.values() for case in several)
    return sorted({case["text"] for case in cases if "text" in case})


def cut(words: list[str], chance: Random) -> list[str]:
    first = chance.randrange(len(words))
    return unpointed(words[first : first + chance.randint(1, len(words))], chance)


def joined(words: list[str], chance: Random) -> list[str]:
    other = chance.choice(sentences()).split()
    return words[: chance.randint(1, len(words))] + other[chance.randrange(len(other)) :]


def lowered(words: list[str], chance: Random) -> list[str]:
    return [word.lower() for word in words]


def shouted(words: list[str], chance: Random) -> list[str]:
    return [word.upper() if chance.random() < 0.5 else word.title() for word in words]


def unpointed(words: list[str], chance: Random) -> list[str]:
    return [word.strip(".,;:()“”\"'") for word in words]


def pointed(words: list[str], chance: Random) -> list[str]:
    return [word + chance.choice(["", "", "", ",", ".", ":", ";", " –", "?", ")", "”", "'s"]) for word in words]


def lettered(words: list[str], chance: Random) -> list[str]:
    return [chance.choice(word) if chance.random() < 0.3 else word for word in words]


def stammered(words: list[str], chance: Random) -> list[str]:
    return [each for word in words for each in [word] * chance.choice([1, 1, 1, 2, 3])]


def shuffled(words: list[str], chance: Random) -> list[str]:
    return chance.sample(words, len(words))


def thinned(words: list[str], chance: Random) -> list[str]:
    return [word for word in words if chance.random() < 0.7]


WAYS = (cut, joined, lowered, shouted, unpointed, pointed, lettered, stammered, shuffled, thinned)


def passages(way: Callable[[list[str], Random], list[str]]) -> Iterator[tuple[str, str]]:
    """Yield titles and texts of one to three sentences each, mutilated in one way."""
    chance = Random(way.__name__)
    for _ in range(ROUNDS):
        several = chance.sample(sentences(), chance.randint(1, 3))
        text = " ".join(" ".join(way(each.split(), chance)) for each in several)
        yield chance.choice(["", several[-1], text.split(" ")[0] if text else ""]), text


def read(title: str, text: str) -> None:
    """Make all questions of a text."""
    found = harvests(text, title=title)
    candidates(facts(found), Around(found), templates=templates.load(), choices=9)


@pytest.mark.parametrize("way", WAYS)
def test_mutilated_text_is_read_without_an_exception(way: Callable[[list[str], Random], list[str]]) -> None:
    for title, text in passages(way):
        read(title, text)


@pytest.mark.parametrize("start", range(4))
def test_a_text_may_end_at_any_word(start: int) -> None:
    chance = Random(start)
    several = [text.split() for text in chance.sample(sentences(), PREFIXES)]
    read("", "\n\n".join(" ".join(unpointed(words[:end], chance)) for words in several for end in range(1, len(words))))
