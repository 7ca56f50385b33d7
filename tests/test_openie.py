"""Open extraction: what each construction gives as tuples of the sentence's own words, and what gives none."""

import pytest
from docs_of import pipeline

from quizgen.extract import openie
from quizgen.extract.openie_tuples import triples


def read(text: str) -> list[str]:
    """Return the tuples of a sentence as lines: subject | relation | object | further arguments."""
    found = triples(pipeline().nlp(text))
    return [" | ".join((arguments[0], relation, *arguments[1:])) for _, relation, arguments in found]


CLAUSES = {
    "Mendel grew peas in a garden in Brno.": ["Mendel | grew | peas | in a garden | in Brno"],
    "The canal was opened by the queen in 1869.": ["The canal | was opened by | the queen | in 1869"],
    "He did not open the gate.": ["He | did not open | the gate"],
    "The mine no longer employs children.": ["The mine | no longer employs | children"],
    "He looked up the word.": ["He | looked up | the word"],
    "He ran daily on the beach.": ["He | ran daily on | the beach"],
    "The village is famous for its cheese.": ["The village | is famous for | its cheese"],
    "The council wants to build a new harbour.": ["The council | wants to build | a new harbour"],
    "The team was able to repair the pump.": ["The team | was able to repair | the pump"],
    "She sold her house to pay her debts.": ["She | sold | her house", "She | to pay | her debts"],
    "The king ordered the monks to leave the island.": [
        "The king | ordered | the monks | to leave the island",
        "the monks | to leave | the island",
    ],
    "The ship was damaged when it hit a rock.": [
        "The ship | was damaged | when it hit a rock",
        "it | hit | a rock",
    ],
    "It was built from 1850 to 1860.": ["It | was built | from 1850 to 1860"],
    "The committee re-elected the chairman.": ["The committee | re-elected | the chairman"],
    'She called the plan "a gift to the rich" in a speech.': [
        "She | called | the plan | a gift to the rich | in a speech"
    ],
}

REPORTS = {
    "The minister said that the tunnel would open in May.": [
        "The minister | said that | the tunnel would open in May",
        "the tunnel | would open in | May",
    ],
    "The tunnel will open in May, the minister said.": [
        "The tunnel | will open in | May",
        "the minister | said | The tunnel will open in May",
    ],
    "He laughed; she wept over the letter.": ["she | wept over | the letter"],
}

COORDINATIONS = {
    "Nurses and doctors treated soldiers and sailors.": [
        "Nurses | treated | soldiers",
        "Nurses | treated | sailors",
        "doctors | treated | soldiers",
        "doctors | treated | sailors",
    ],
    "Both miners and farmers joined the march.": ["miners | joined | the march", "farmers | joined | the march"],
    "The company makes residential and commercial lifts.": [
        "The company | makes | residential lifts",
        "The company | makes | commercial lifts",
    ],
    "The bridge was sold to a banker and renamed after his wife.": [
        "The bridge | was sold to | a banker",
        "The bridge | was renamed after | his wife",
    ],
    "In 1990 she left Oslo and founded a school.": [
        "she | left | Oslo | In 1990",
        "she | founded | a school | In 1990",
    ],
    "The law was neither fair nor useful.": ["The law | was | neither fair nor useful"],
}

RELATIVES = {
    "The painter, who lived in Delft, sold few pictures.": [
        "The painter | lived in | Delft",
        "The painter | sold | few pictures",
    ],
    "The book that she wrote won a prize.": [
        "she | wrote | The book",
        "The book that she wrote | won | a prize",
    ],
    "The glacier feeds a lake whose water is green.": [
        "The glacier | feeds | a lake whose water is green",
        "a lake's water | is | green",
    ],
    "It is a method in which water drives a wheel.": [
        "It | is | a method in which water drives a wheel",
        "water | drives | a wheel | in a method",
    ],
    "They moved to Lima, where they opened a bakery.": ["They | moved to | Lima", "they | opened | a bakery"],
    "The boat sank, killing eleven people.": ["The boat | was killing | eleven people"],
    "Barrels containing oil lay on the beach.": ["Barrels | containing | oil"],
    "The first woman to climb the peak was a teacher.": [
        "The first woman | to climb | the peak",
        "The first woman to climb the peak | was | a teacher",
    ],
    "The plan to drain the marsh failed in parliament.": ["The plan to drain the marsh | failed in | parliament"],
}

NOUNS = {
    "Anna Berg, a chemist, tested the water.": ["Anna Berg | tested | the water", "Anna Berg | is | a chemist"],
    "They met in Lima, Peru.": ["They | met in | Lima, Peru", "Lima | is in | Peru"],
    "He visited the cathedral of Notre-Dame in Paris.": [
        "He | visited | the cathedral of Notre-Dame in Paris",
        "Notre-Dame | is in | Paris",
    ],
    "Kenya, Chad and Mali signed the treaty.": [
        "Kenya | signed | the treaty",
        "Chad | signed | the treaty",
        "Mali | signed | the treaty",
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*{**CLAUSES, **REPORTS, **COORDINATIONS, **RELATIVES, **NOUNS}.items()])
def test_each_construction_gives_its_tuples(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rain.",
        "What a day!",
        "The dog slept.",
        "Why did the miners leave the town?",
        "Had he known the answer, he would have spoken.",
        "The lake no longer freezes.",
        "",
        '"',
        "( )",
        "- - -",
    ],
)
def test_nothing_comes_of_questions_exclamations_and_single_arguments(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("phrase", ["For example", "In fact", "Therefore", "However"])
def test_words_that_only_link_sentences_are_no_arguments(phrase: str) -> None:
    assert read(f"{phrase}, bees visit the flowers.") == ["bees | visit | the flowers"]


@pytest.mark.parametrize("text", ["They visited " + "Oslo and " * 400 + "Rome.", "(" * 400 + ")" * 400])
def test_what_is_no_sentence_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_every_word_is_the_sentence_s_own_but_for_the_copula() -> None:
    text = "Maria Prado, a nurse from Porto, opened a school built by her uncle."
    words = {word for line in read(text) for word in line.replace("|", " ").split()}
    assert words - set(text.replace(",", " ").replace(".", " ").split()) <= {"is", "are", "was", "were"}


def test_the_function_can_be_called_again() -> None:
    first = list(openie(["Bees make honey."], pipeline()))
    assert first == list(openie(["Bees make honey."], pipeline())) != []
    from quizgen.extract import openie as again

    assert callable(again)
