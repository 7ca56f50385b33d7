import tomllib
from importlib import resources

import pytest

from quizgen import lexicon
from quizgen.model import PhraseType

WORDS = resources.files("quizgen") / "resources" / "words"
TABLES = [entry.name.removesuffix(".toml") for entry in WORDS.iterdir() if entry.name.endswith(".toml")]


@pytest.mark.parametrize(
    ("lemma", "type"),
    [
        ("novelist", PhraseType.PERSON),
        ("volcanologist", PhraseType.PERSON),
        ("cinematographer", PhraseType.PERSON),
        ("magician", PhraseType.PERSON),
        ("shipwright", PhraseType.PERSON),
        ("beekeeper", PhraseType.PERSON),
        ("villager", PhraseType.PEOPLE),
        ("parliament", PhraseType.ORGANISATION),
        ("kingdom", PhraseType.COUNTRY),
        ("glacier", None),
        ("lagoon", PhraseType.PLACE),
        ("comet", PhraseType.CELESTIAL),
        ("steamship", PhraseType.PRODUCT),
        ("siege", PhraseType.EVENT),
        ("symphony", PhraseType.WORK),
        ("bread", None),
        ("", None),
    ],
)
def test_what_a_noun_denotes(lemma: str, type: PhraseType | None) -> None:
    assert lexicon.noun_type(lemma) is type


@pytest.mark.parametrize(
    ("name", "gender", "person"),
    [
        ("Clara Schumann", "f", True),
        ("Queen Anne", "f", True),
        ("Mrs. Dalloway", "f", True),
        ("Robert Schumann", "m", True),
        ("Sir Walter", "m", True),
        ("Dr. Watson", "", True),
        ("President Johnson", "", True),
        ("Robin Redfern", "", False),
        ("Golden Gate Bridge", "", False),
        ("Ida Holm", "f", True),
        ("Professor Ida Holm", "f", True),
        ("Virginia Holm", "f", False),
        ("Virginia", "", False),
        ("Wilson", "", False),
        ("Aristotle", "m", True),
        ("Kublai Khan", "m", False),
        ("J. R. Holm", "", False),
        ("", "", False),
    ],
)
def test_whose_a_name_is(name: str, gender: str, person: bool) -> None:
    assert (lexicon.gender(name), lexicon.known_person(name)) == (gender, person)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ida Holm", True),
        ("Ida Maria Holm", True),
        ("Herman de la Cour", True),
        ("J. R. Holm", True),
        ("J.R. Holm", True),
        ("Kublai Khan", True),
        ("Ida", False),
        ("Ida holm", False),
        ("Virginia Beach", False),
        ("Jordan River", False),
        ("Max Planck Institute", False),
        ("Golden Gate Bridge", False),
        ("E. coli", False),
        ("", False),
    ],
)
def test_whether_a_name_has_the_form_of_a_persons(name: str, full: bool) -> None:
    assert lexicon.is_full_name(name) is full


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Prime Minister Indira Gandhi", "Indira Gandhi"),
        ("Dr. Ida Holm", "Ida Holm"),
        ("Ida Holm", "Ida Holm"),
        ("Queen", ""),
        ("", ""),
    ],
)
def test_titles_before_a_name_are_put_aside(name: str, bare: str) -> None:
    assert lexicon.untitled(name) == bare


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("Peru", PhraseType.COUNTRY),
        ("New Zealand", PhraseType.COUNTRY),
        ("Sri Lanka", PhraseType.COUNTRY),
        ("Neptune", PhraseType.CELESTIAL),
        ("Milky Way", PhraseType.CELESTIAL),
        ("Lima", None),
        ("peru", None),
        ("Zealand", None),
    ],
)
def test_names_that_every_reader_knows(name: str, type: PhraseType | None) -> None:
    assert lexicon.named_type(name) is type


def test_entries_with_spaces_stay_whole() -> None:
    assert "New Zealand" in lexicon.words("entities", "countries")
    assert "New" not in lexicon.words("entities", "countries")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        lexicon.words("nouns", "furniture")


@pytest.mark.parametrize("table", TABLES)
def test_every_list_says_something(table: str) -> None:
    for key in tomllib.loads((WORDS / f"{table}.toml").read_text(encoding="utf-8")):
        found = lexicon.words(table, key)
        assert found
        assert all(word == word.strip() and "\n" not in word for word in found)


@pytest.mark.parametrize(
    ("table", "one", "other"),
    [
        ("names", "female_titles", "male_titles"),
        ("names", "female_nouns", "male_nouns"),
        ("people", "female", "male"),
        ("people", "female", "either"),
        ("people", "male", "either"),
    ],
)
def test_no_name_belongs_to_women_and_men(table: str, one: str, other: str) -> None:
    assert not lexicon.words(table, one) & lexicon.words(table, other)


def test_names_that_are_words_too_are_names() -> None:
    names = (lexicon.words("people", kind) for kind in ("female", "male", "either"))
    assert lexicon.words("people", "words") <= frozenset().union(*names)


def test_every_irregular_verb_has_three_forms() -> None:
    assert {len(entry.split()) for entry in lexicon.words("irregular", "forms")} == {3}


def test_a_verb_that_reports_is_not_one_that_guesses() -> None:
    assert not lexicon.words("verbs", "report") & lexicon.words("verbs", "opinion")


@pytest.mark.parametrize(
    ("name", "honour"),
    [("Ida Holm Medal", True), ("Holm Prize", True), ("Medal", False), ("Ida Holm", False), ("Medal of Merit", False)],
)
def test_a_medal_may_have_the_name_of_a_person(name: str, honour: bool) -> None:
    assert lexicon.is_honour(name) is honour
