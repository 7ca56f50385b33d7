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
            "In command of the Order of the Lily, the Polish cavalry operating in Saxony, Sobieski crossed the Elbe.",
            "the Order of the Lily | was | the Polish cavalry operating in Saxony",
        ),
        (
            "Farmers with a poor soil find a profit in rye, which is a grass grown for bread.",
            "rye | is | a grass grown for bread",
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
        (
            "The birth rate of a country is the number of births per thousand people.",
            "the birth rate of a country | is | the number of births per thousand people",
        ),
        (
            "The old book named a family of related sugars called inverted honey.",
            "inverted honey | is | a family of related sugars",
        ),
        (
            "The bread is made with yeast—a kind of tiny fungus that turns sugar into gas.",
            "yeast | is | a kind of tiny fungus that turns sugar into gas",
        ),
        (
            "Most farms keep a bailiff, a servant who sees to the fields.",
            "a bailiff | is | a servant who sees to the fields",
        ),
        (
            "Before there were coins, people lived by barter, the direct exchange of goods.",
            "barter | is | the direct exchange of goods",
        ),
        (
            "The upper layer of a soil, the humus, holds most of the water.",
            "the humus | is | the upper layer of a soil",
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
        pytest.param("She went up the river by canoe, a distance of 5,000 kilometres.", id="how much of it"),
        pytest.param("The skin that gave Ada Hill's rock its look is called a crust.", id="of one thing"),
        pytest.param("She lost her purse, a gift from her mother.", id="a thing of somebody"),
        pytest.param("The children wanted a dog, or a cat with long fur.", id="an alternative"),
        pytest.param("They visited Mary Fisher, a baker from Leeds.", id="a person"),
        pytest.param("The two brothers had one goal: the end of the feud.", id="a count before a colon"),
        pytest.param("The ship sank in a storm, a year after the launch.", id="a time"),
        pytest.param("The town is the place where Bach was born.", id="one case"),
        pytest.param("The mayor named the bridge after his father.", id="named after"),
        pytest.param("The speed of a ball is the number on the screen.", id="a reading"),
        pytest.param("The cooks used saffron, a spice more costly than pepper.", id="a comparison"),
        pytest.param("The heat turns this into iron(III) oxide, the brown solid on old nails.", id="the end of a word"),
        pytest.param("Dip a spoon into a glass of milk: the milk rises.", id="the same word again"),
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
        (
            "The clinics diagnosed deep vein thrombosis, or DVT for short.",
            "acronym: What does DVT stand for? => deep vein thrombosis",
        ),
        (
            "The trains belonged to the Great Western Railway, or Great Western for short.",
            "other-name: What is another name for the Great Western Railway? => Great Western",
        ),
    ],
)
def test_a_definition_is_asked_for(text: str, question: str) -> None:
    assert question in asked(drafts(text))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The form of the word is often abbreviated as", id="cut short"),
        pytest.param("The villagers packed bread, or cheese, for short trips.", id="short trips"),
        pytest.param("The judge stands for nothing.", id="no abbreviation"),
    ],
)
def test_nothing_is_abbreviated(text: str) -> None:
    assert not [each for each in drafts(text) if each.kind == "alias"]


@pytest.mark.model
def test_a_participle_behind_a_name_is_over_where_the_sentence_looks_back() -> None:
    text = (
        "Captain Orr’s Army of the Meuse, operating in Alsace, Lorraine, and the Saar Valley, had been more successful."
    )
    assert any("Army of the Meuse | operated" in row(each) for each in drafts(text))


@pytest.mark.model
def test_what_is_said_of_a_word_is_no_definition() -> None:
    text = "They joined the Ramblers, a name taken from an old Irish ballad."
    assert not [each for each in drafts(text) if each.kind == "definition"]
