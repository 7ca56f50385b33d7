"""Terms that a text defines, and the many stretches between commas that define nothing."""

import pytest
from docs_of import asked, drafts, row

from quizgen.extract import glosses

OWN = frozenset(pattern.__name__ for pattern in glosses.PATTERNS)


def told(text: str) -> list[str]:
    """Return the definitions that the patterns of this module read, without their kind."""
    return [row(each).removeprefix("definition | ") for each in drafts(text) if each.extractor in OWN]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The villagers feared night riders, bands that burned barns and stole cattle.",
            "night riders | were | bands that burned barns and stole cattle",
        ),
        ("The soldiers carried a dirk, or short Scottish dagger.", "a dirk | is | a short Scottish dagger"),
        ("Irish soldiers brewed mead, or a drink made from honey.", "mead | is | a drink made from honey"),
        (
            "The bishop also defended celibacy: the demand that priests live without a wife.",
            "celibacy | is | the demand that priests live without a wife",
        ),
        (
            "Irish soldiers settled the Harbor colonies: Cork, Dublin, and Galway.",
            "the Harbor colonies | were | Cork, Dublin, and Galway",
        ),
        (
            "Engineers measure the density of the metal (the mass per unit of volume).",
            "density | is | the mass per unit of volume of a metal",
        ),
        (
            "In command of the Order of the Lily, the Polish cavalry operating in Saxony, Sobieski crossed the Elbe.",
            "the Order of the Lily | was | the Polish cavalry operating in Saxony",
        ),
        ("We call such a bundle of nerve fibers a tract.", "a tract | is | a bundle of nerve fibers"),
        ("We call a bend of a river a meander.", "a meander | is | a bend of a river"),
        (
            "We can define density as the amount of matter in each liter.",
            "density | is | the amount of matter in each liter",
        ),
        (
            "In this chapter we use the word meteor for a streak of light in the night sky.",
            "a meteor | is | a streak of light in the night sky",
        ),
        (
            "Historians have described this slow collapse of trade in Europe as commercial decay.",
            "commercial decay | is | the slow collapse of trade in Europe",
        ),
    ],
)
def test_a_definition_is_read(text: str, fact: str) -> None:
    assert told(text) == [fact]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The dog was called Rex.", id="a plain name"),
        pytest.param("We call our dog Rex.", id="first person"),
        pytest.param("Our uncle called the house a ruin.", id="an opinion"),
        pytest.param("Critics described the play as dull nonsense.", id="a judgement"),
        pytest.param("Some people wrongly called the whale a fish.", id="an error"),
        pytest.param("Known as a good cook, her brother opened an inn.", id="no name"),
        pytest.param("In the towns, groups that met weekly planned the strike.", id="a new clause"),
        pytest.param("After the war, farmers who owned land sold their crops in town.", id="a new clause after a time"),
        pytest.param("When the storm reached the islands, fishermen who lived there fled.", id="a main clause"),
        pytest.param("Anna Behr drew a new type of chart, the rose diagram.", id="a kind of it"),
        pytest.param("The king met traders, farmers and weavers.", id="a list"),
        pytest.param("They left the port on Monday, the first day of the fair.", id="a day"),
        pytest.param("The army burned the bridge, a decision that cost the town its trade.", id="of the clause"),
        pytest.param("She lost her purse, a gift from her mother.", id="a thing of somebody"),
        pytest.param("The children wanted a dog, or a cat with long fur.", id="an alternative"),
        pytest.param("They visited Mary Fisher, a baker from Leeds.", id="a person"),
        pytest.param("The two brothers had one goal: the end of the feud.", id="a count before a colon"),
        pytest.param("The ship sank in a storm, a year after the launch.", id="a time"),
        pytest.param("The town is the place where Bach was born.", id="one case"),
        pytest.param("The mayor named the bridge after his father.", id="named after"),
    ],
)
def test_nothing_is_defined(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The villagers feared night riders, bands that burned barns and stole cattle.",
            "term: What is the term for bands that burned barns and stole cattle? => night riders",
        ),
        (
            "We call such a bundle of nerve fibers a tract.",
            "definition: What is a tract? => a bundle of nerve fibers",
        ),
        (
            "The patients had a deep vein thrombosis, abbreviated DVT.",
            "acronym: What does DVT stand for? => deep vein thrombosis",
        ),
    ],
)
def test_a_definition_is_asked_for(text: str, question: str) -> None:
    assert question in asked(drafts(text))
