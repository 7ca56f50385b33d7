"""Bodies that a text calls by one word of their names, and what only a number or a reply tells of."""

import pytest
from docs_of import harvests


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "",
            "In 1920 the League of Nations met in Geneva. In 1923 the League set up a fund.",
            "In 1923 the League [League of Nations] set up a fund.",
            id="the one League of the text",
        ),
        pytest.param(
            "The Holm Museum",
            "The Holm Museum opened in Graz in 1911. In 1931 the Holm moved to Linz.",
            "In 1931 the Holm [Holm Museum] moved to Linz.",
            id="the museum in the title",
        ),
    ],
)
def test_a_short_name_is_said_in_full(title: str, text: str, expected: str) -> None:
    assert harvests(text, title=title)[-1].resolved == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("", "Ida Holm wrote symphonies. The Third was played in 1849.", id="a work by its number"),
        pytest.param("", "Ida Holm's answer was published in 1950.", id="an answer to what"),
        pytest.param("Glasgow's Holm Collection", "The Glasgow museum was opened in 1950.", id="a museum by its town"),
    ],
)
def test_what_is_told_by_half_gives_nothing(title: str, text: str) -> None:
    assert not harvests(text, title=title)[-1].drafts
