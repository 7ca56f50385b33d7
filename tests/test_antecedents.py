"""What "the flow", "it", "its" and "his" do not stand for, though it was named before, and what they still do."""

import pytest
from docs_of import harvests

from quizgen import headlines
from quizgen.model import PhraseType
from quizgen.resolve import sorts
from quizgen.resolve.discourse import Discourse


@pytest.mark.parametrize(
    ("name", "nouns"),
    [
        ("Lake Arvo", {"lake", "arvo"}),
        ("City Library", {"library"}),
        ("Mount Holm Hotel", {"hotel"}),
        ("Lake Hotel in Holm", {"hotel"}),
        ("Bank of Holm", {"bank"}),
        ("Holm River", {"river"}),
    ],
)
def test_the_last_noun_of_a_name_tells_what_it_is(name: str, nouns: set[str]) -> None:
    assert sorts.told(name) == nouns


@pytest.mark.parametrize(
    ("name", "sort"),
    [("Mount Arvo", "mountain"), ("Cape Arvo", "cape"), ("Mount Arvo Hotel", ""), ("Cape Arvo Peninsula", "")],
)
def test_what_stands_first_in_a_name_tells_it_where_no_noun_follows(name: str, sort: str) -> None:
    assert sorts.prefixed(name) == sort


def test_a_peninsula_at_a_cape_is_a_peninsula() -> None:
    assert Discourse().type_of("Cape Arvo Peninsula") == (PhraseType.PLACE, "peninsula")


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Engineer who tamed the Orla floods dies at 91", ""),
        ("Pilot whose plane survived the Linz crash retires", ""),
        ("Lisbon tram crash kills three", "Lisbon tram crash"),
    ],
)
def test_an_event_in_a_clause_about_somebody_is_not_that_of_the_page(title: str, event: str) -> None:
    assert headlines.event(title) == event


def _last(text: str, title: str) -> str:
    return harvests(text, title=title)[-1].resolved


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "",
            "A pipe feeds the bath of molten zinc. The bath is heated from below.",
            "The bath [the bath of molten zinc] is heated from below.",
            id="what was just told",
        ),
        pytest.param(
            "",
            "The Holm yard built ships. Wood was cheap. Labour was cheap too. Trade grew. The yard closed in 1911.",
            "The yard [the Holm yard] closed in 1911.",
            id="what has a name, after a while",
        ),
        pytest.param(
            "Lansford",
            "Lansford is a city in Chile. It has a port.",
            "It [Lansford] has a port.",
            id="a city with somebody's name",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was a Danish painter. She was born in Aarhus. Holm's pictures were sold in 1931.",
            "Holm's [Ida Holm's] pictures were sold in 1931.",
            id="her own pictures",
        ),
        pytest.param(
            "",
            "Gold coins were minted under King Harald around 1070. The king's son built a church.",
            "The king's [King Harald's] son built a church.",
            id="the one king",
        ),
        pytest.param(
            "",
            "In 1911 the Alba Company moved to Linz and sold its hall.",
            "In 1911 the Alba Company moved to Linz and sold its [the Alba Company's] hall.",
            id="nothing is done to another body",
        ),
    ],
)
def test_it_is_said_what_is_meant(title: str, text: str, expected: str) -> None:
    assert _last(text, title) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "never"),
    [
        pytest.param(
            "",
            "In 1840 the doctor Reed examined the flow of water in narrow pipes. Honey is thick. Oil is thicker. Cold "
            "makes it worse. At higher speeds the flow becomes turbulent.",
            "the flow of water",
            id="a thing without a name, told long before",
        ),
        pytest.param(
            "",
            "In 1911 prices rose faster than at any time since the Great War. By the time Ida Holm became mayor, a "
            "loaf cost a crown.",
            "Great War",
            id="any of a kind",
        ),
        pytest.param(
            "Lansford",
            "Lansford is a city in southern Chile. It has a port. The town was founded in 1552 by the captain Peter "
            "Lansford. Shipyards followed, and Lansford grew into a port.",
            "Peter Lansford",
            id="the city, not the man",
        ),
        pytest.param(
            "",
            "Gold coins were minted under King Harald around 1070. Olaf ruled from 1093. A stone tells of the king's "
            "victories.",
            "Harald's",
            id="another one ruled since",
        ),
        pytest.param(
            "",
            "In 1978 the Civil Reform Act abolished the Holm Commission and divided its work between two courts.",
            "Act's",
            id="the body to which something is done",
        ),
        pytest.param(
            "Rashes",
            "The rash appears on the hands. The mark on the throat is called Casal's collar, after the physician "
            "Gaspar Casal.",
            "Gaspar Casal's",
            id="what something is called",
        ),
        pytest.param(
            "Roads to the East",
            "In 1918 the scholar George Reed showed that it was a state. Our first witness is Yulin, a Chinese monk "
            "who stopped in Linz in 671 on his way to Rome.",
            "Reed's",
            id="a monk on his way",
        ),
        pytest.param(
            "Roads to the East",
            "In 1918 the scholar George Reed showed that it was a state. Our first witness is Yulin, a Chinese monk. "
            "He stayed six months.",
            "Reed",
            id="whom the text has just brought in",
        ),
        pytest.param(
            "Jane Holm",
            "Jane Holm was a pilot. She took off in March, two days after Ann Reed had left Ohio. Reporters called it "
            "a race.",
            "Ohio",
            id="what only a side clause told",
        ),
        pytest.param(
            "Oilcloth",
            "The Royal Navy removed it from its decks. In houses, it was liked for its price.",
            "Navy",
            id="it, which somebody did something to",
        ),
    ],
)
def test_it_is_not_said_where_another_may_be_meant(title: str, text: str, never: str) -> None:
    assert never not in _last(text, title)
