"""Each pattern gives what the examples of its docstring say."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from docs_of import drafts, row

from quizgen.extract import (
    ages,
    effects,
    functions,
    glosses,
    groups,
    happenings,
    lifespans,
    measured,
    relations,
    terms,
    whys,
    works,
)

PATTERNS: tuple[Callable[..., Any], ...] = (
    *(*relations.PATTERNS, *terms.PATTERNS, *glosses.PATTERNS, *groups.PATTERNS),
    *(*lifespans.PATTERNS, *measured.PATTERNS, *works.PATTERNS, *ages.PATTERNS),
    *(*happenings.PATTERNS, *effects.PATTERNS, *functions.PATTERNS, whys.why),
)


def examples(pattern: Callable[..., Any]) -> list[tuple[str, list[str]]]:
    """Return the example sentences of a pattern with the facts that they give."""
    found = re.findall(r"Example: (.+)\n((?:\s+-> .+\n?)+)", pattern.__doc__ or "")
    return [(text.strip(), [line.strip() for line in told.split("->") if line.strip()]) for text, told in found]


EXAMPLES = [
    pytest.param(pattern, text, [] if told == ["none"] else told, id=f"{pattern.__name__}: {text}")
    for pattern in PATTERNS
    for text, told in examples(pattern)
]


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "text", "told"), EXAMPLES)
def test_an_example_gives_what_it_says(pattern: Callable[..., Any], text: str, told: list[str]) -> None:
    found = [row(each) for each in drafts(text) if each.extractor == pattern.__name__]
    assert [each.casefold() for each in found] == [each.casefold() for each in told]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.__name__)
def test_every_pattern_shows_what_it_reads(pattern: Callable[..., Any]) -> None:
    assert any(told != ["none"] for _, told in examples(pattern))


def test_patterns_have_names_of_their_own() -> None:
    assert len({pattern.__name__ for pattern in PATTERNS}) == len(PATTERNS)


# --- each pattern beside its docstring ------------------------------------------------------------------------------


@pytest.mark.model
@pytest.mark.parametrize(
    ("pattern", "text", "told"),
    [
        ("relation", "Germany invaded Poland on 1 September 1939.", "event | Germany | invaded | Poland"),
        ("relation", "Bees carry pollen from flower to flower.", "relation | bees | carry | pollen"),
        ("relation", "An adult human has 206 bones.", "quantity | an adult human | has | 206 bones"),
        (
            "superlative",
            "Yuri Gagarin was the first human in space.",
            "superlative | Yuri Gagarin | was | the first human in space",
        ),
        (
            "superlative",
            "Asia is the largest continent on Earth.",
            "superlative | Asia | is | the largest continent on Earth",
        ),
        ("definition", "A glacier is a slow river of ice.", "definition | a glacier | is | a slow river of ice"),
        ("reason", "Bears sleep in winter because food is scarce in winter.", "reason | bears | sleep | None"),
        ("purpose", "Sailors ate lemons to prevent scurvy.", "purpose | sailors | ate | lemons"),
        (
            "naming",
            "The study of weather is called meteorology.",
            "alias | the study of weather | is called | meteorology",
        ),
        (
            "acronym",
            "The European Space Agency (ESA) sent two probes to Mars.",
            "alias | ESA | stands for | European Space Agency",
        ),
        (
            "apposition",
            "Hypatia, a mathematician from Alexandria, wrote about curves.",
            "definition | Hypatia | was | a mathematician from Alexandria",
        ),
        (
            "other_name",
            "Sailors feared Cape Horn, or “Cape Stiff”, for its storms.",
            "alias | Cape Horn | is also called | Cape Stiff",
        ),
        (
            "members",
            "The three parts of an insect are the head, the thorax and the abdomen.",
            "list | the three parts of an insect | are | the head, the thorax and the abdomen",
        ),
    ],
)
def test_what_a_pattern_reads(pattern: str, text: str, told: str) -> None:
    assert [row(each) for each in drafts(text) if each.extractor == pattern] == [told]


@pytest.mark.model
@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("relation", "The bridge was opened in 1859.", id="which bridge?"),
        pytest.param("relation", "Rain fell.", id="says nothing"),
        pytest.param("relation", "Bees do not carry pollen from flower to flower.", id="denied"),
        pytest.param("superlative", "Asia is a large continent with many people.", id="no rank"),
        pytest.param("definition", "A glacier is cold and slow.", id="no noun"),
        pytest.param("definition", "Asia is the largest continent on Earth.", id="a rank"),
        pytest.param("reason", "Bears sleep in winter although food is plentiful.", id="no reason"),
        pytest.param("reason", "Bears sleep not because food is scarce.", id="the reason is denied"),
        pytest.param("purpose", "Sailors began to eat lemons in 1800.", id="no purpose"),
        pytest.param("purpose", "Ada Brook trained gunners to read maps.", id="what is learned"),
        pytest.param("naming", "The storm was called Anna.", id="who calls it so?"),
        pytest.param("acronym", "The World Health Organization (Geneva) sent a team.", id="no initials"),
        pytest.param("acronym", "The World Health Organization (WHA) sent a team.", id="wrong initials"),
        pytest.param("apposition", "Hypatia, her friend, wrote about curves.", id="no article"),
        pytest.param("apposition", "Peru, the Netherlands and Spain export copper.", id="a list"),
        pytest.param("other_name", "Sailors called the cape “Cape Stiff” in their letters.", id="no second name"),
        pytest.param("members", "The towns are Brno, Prague and Plzen.", id="the group is open"),
    ],
)
def test_what_a_pattern_leaves_alone(pattern: str, text: str) -> None:
    assert not [row(each) for each in drafts(text) if each.extractor == pattern]
