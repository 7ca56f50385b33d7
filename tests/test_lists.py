import unicodedata

import pytest

from quizgen import lists
from quizgen.model import PhraseType


@pytest.mark.parametrize("name", sorted(lists.load()))
def test_a_list_holds_distinct_names_and_its_aliases_belong_to_them(name):
    words = lists.load()[name]
    everything = [*words.items, *words.rare]
    assert len({lists.bare(item) for item in everything}) == len(everything) >= 4
    assert set(words.forms.values()) <= set(everything)
    assert all(item == item.strip() and item == unicodedata.normalize("NFC", item) for item in everything)


@pytest.mark.parametrize(
    ("text", "type", "names"),
    [
        ("Mars", None, ["planets"]),
        ("mars", PhraseType.CELESTIAL, ["planets"]),
        ("Mercury", PhraseType.CELESTIAL, ["planets"]),
        ("Mercury", PhraseType.THING, ["elements"]),
        ("the US", None, ["countries"]),
        ("US", None, ["countries"]),
        ("Soviet Union", None, ["countries"]),
        ("the Nile River", None, ["rivers"]),
        ("Australia", PhraseType.COUNTRY, ["countries"]),
        ("Australia", PhraseType.PLACE, ["continents"]),
        ("Mars", PhraseType.COUNTRY, []),
        ("Tianwen-1", None, []),
        ("", None, []),
    ],
)
def test_containing(text, type, names):
    assert [words.name for words in lists.containing(text, type)] == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("US", "the United States", True),
        ("U.S.", "America", True),
        ("USSR", "the Soviet Union", True),
        ("the Nile", "Nile River", True),
        ("aluminum", "aluminium", True),
        ("North Korea", "South Korea", False),
        ("the Moon", "moon", True),
        ("Tianwen-1", "Tianwen-2", False),
    ],
)
def test_canonical(one, other, same):
    assert (lists.canonical(one) == lists.canonical(other)) is same


def test_a_nation_gives_its_country_away():
    assert lists.nations()["chinese"] == "china"
    countries = lists.load()["countries"]
    assert all(country in countries.forms for country in lists.nations().values())


@pytest.mark.parametrize("name", ["function", "prepositions", "conjunctions"])
def test_words(name):
    assert "because" in lists.words("conjunctions") and all(word == word.casefold() for word in lists.words(name))
