"""Definitions that define nothing: one thing of the story, a fragment, a class that many belong to."""

import pytest
from docs_of import asked, drafts, row


def told(text: str) -> list[str]:
    """Return the definitions and second names in a text, without their kind."""
    kinds = ("definition", "alias")
    return [row(each).split(" | ", 1)[1] for each in drafts(text) if each.kind in kinds]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "In 1595 Ortelius published the Parergon, a series of coloured maps.",
            "the Parergon | was | a series of coloured maps",
        ),
        (
            "An isthmus, a narrow strip of land between two seas, joins two larger lands.",
            "an isthmus | is | a narrow strip of land between two seas",
        ),
        (
            "In 1921 the workers founded the Sons of Toil, a secret union that helped the sick.",
            "the Sons of Toil | were | a secret union that helped the sick",
        ),
        (
            "In 1911 Norway sent Anna Berg, a lawyer from Oslo who had studied in Paris.",
            "Anna Berg | was | a lawyer from Oslo who had studied in Paris",
        ),
        (
            "Heat is a general term for energy that flows between bodies.",
            "heat | is | energy that flows between bodies",
        ),
        (
            "In 1971 jazz singer Robert Lane, the founder of the Blue Hour Band, moved to Boston.",
            "Robert Lane | was | the founder of the Blue Hour Band",
        ),
        (
            "The league kept four large trading posts, called Faktori, in the north.",
            "Faktori | were | four large trading posts",
        ),
        (
            "Cliffs shrink by weathering, the slow breakdown of rock by water, air and living things.",
            "weathering | is | the slow breakdown of rock by water, air and living things",
        ),
        (
            "The birth rate is the number of births in a year for each thousand people.",
            "the birth rate | is | the number of births in a year for each thousand people",
        ),
        (
            "The vacancy rate is the share of the flats that stand empty:",
            "the vacancy rate | is | the share of the flats that stand empty",
        ),
        (
            "The largest stores of carbon are the rocks of the crust.",
            "the largest stores of carbon | are | the rocks of the crust",
        ),
        (
            "In the harbour lies a small island of rocks called the Anvil.",
            "the Anvil | is | a small island of rocks",
        ),
    ],
)
def test_a_meaning_that_singles_out_is_kept(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In wet soil, a ring of pumps at the edge of the pit lowers the water.", id="a new clause"),
        pytest.param("The cook served bread and, on top, a film of honey that shone.", id="a place between commas"),
        pytest.param("The street was lined with houses of red brick, a district called Newtown.", id="another name"),
        pytest.param("She took lessons from Clara Weiss, an aunt of the painter Paul Klee.", id="kin"),
        pytest.param("Another guest was Otto Brandt, a writer and critic.", id="a trade that many have"),
        pytest.param("A small robot named Timo rolled down the ramp.", id="a name for one of many"),
        pytest.param("The party turned to Chester Arthur, a strong Conkling man.", id="praise of a person"),
        pytest.param("Otto Brandt was an experienced military man.", id="a class"),
        pytest.param("Fishing is an important source of income.", id="a judgement"),
        pytest.param("The average rate is the rate of the year.", id="a rate of the text"),
        pytest.param("The rule is the following list of towns that pay:", id="a list follows"),
        pytest.param("The guards saw a dark shape through their glasses called the Hound.", id="seen by somebody"),
        pytest.param("The upper part is the melting zone.", id="a part of the thing spoken of"),
        pytest.param("Tin was the main export of the town.", id="what was so once"),
        pytest.param("The minister met Margaret (“Peggy”) Lane in Oslo.", id="a name inside a name"),
        pytest.param("Under the law, president was named the man who won.", id="an office"),
        pytest.param("That year, Anna Berg was named president.", id="an appointment"),
        pytest.param("It has a theta form, known as a Lane replication intermediate.", id="a term cut short"),
        pytest.param("The Hickory boys, a tribute to the general, sang.", id="one and many"),
        pytest.param("The runner reached 58.31, a record for the town.", id="a value"),
        pytest.param("At night the brine cools to −4 °C, the temperature at which the pond freezes.", id="a degree"),
        pytest.param("Painting is an expensive hobby.", id="a remark"),
        pytest.param("Water is a hard medium to breathe.", id="a remark with an infinitive"),
        pytest.param("Theft is a crime in itself.", id="what says nothing more"),
        pytest.param("The crew pulled on a long, thin rope called the tow rope.", id="its own noun again"),
        pytest.param("The wave breaks with force, the same force that wrecks piers.", id="the same as another"),
        pytest.param("In 1974 Otto Brandt, a former governor of Kuba, wrote a book.", id="what somebody no longer is"),
    ],
)
def test_what_describes_one_or_many_defines_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Magma is molten rock below the ground.", "What is the term for molten rock below the ground? => magma"),
        ("Heat is a general term for energy that flows.", "What is heat? => energy that flows"),
        (
            "The space where two walls meet is called the nook.",
            "What is the term for the space where two walls meet? => the nook",
        ),
        (
            "The last home winner of the Bern race was Jeannie Moreau.",
            "Who was the last home winner of the Bern race? => Jeannie Moreau",
        ),
    ],
)
def test_a_bare_meaning_asks_for_its_term(text: str, question: str) -> None:
    assert any(question in each for each in asked(drafts(text)))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The expert said the pieces appear to be chondrites, the commonest type of meteorite.",
            "chondrites | are | the commonest type of meteorite",
        ),
        (
            "The villagers feared night riders, bands that burned barns.",
            "night riders | were | bands that burned barns",
        ),
    ],
)
def test_a_kind_of_thing_is_over_only_where_its_description_is(text: str, fact: str) -> None:
    assert told(text) == [fact]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The peak is named after Hugh Low, a British officer on Labuan, who first climbed it in March 1851.",
            "Hugh Low | was | a British officer on Labuan",
        ),
        (
            "The idea is credited to Hans Luhn, an engineer at the mill, who described it in 1953.",
            "Hans Luhn | was | an engineer at the mill",
        ),
        (
            "In a hospital Ivan meets Ida Holm, a writer who has burned her novel.",
            "Ida Holm | is | a writer who has burned her novel",
        ),
    ],
)
def test_who_gave_a_name_or_did_something_is_told_of_as_of_the_past(text: str, fact: str) -> None:
    assert told(text) == [fact]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Several inns in Kent are called the Swan.",
        "The larch is hard, red and very heavy.",
        "In 1804 he met Jane Lee, a sixty-year-old woman from York.",
        "One useful product is camphor.",
        "The small brass knob at the end of a bed is a clever machine that hides a key.",
        "Such dunes lie in Wales, Belgium and the Netherlands, places that were tundra then.",
    ],
)
def test_what_is_said_of_one_of_several_is_no_meaning(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
def test_the_commonest_sort_is_asked_for_as_a_sort() -> None:
    text = "The most common landform there is the doline, a closed hollow that drains underground."
    assert "a doline | is | a closed hollow that drains underground" in told(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The union fought for housing, the franchise and curbs on child labour.",
        "The doors were opened to show the Nativity, a choir of shepherds and a Flight in which the family rests.",
        "The new fire is lit from three sources, among them sunlight, a baker's oven and a smith's forge.",
        "The dancers wear vests, skirts with wide hems and the kalota.",
        "The province once included Rhodes, the northern half of Kos, the Sporades and the tip of Samos.",
    ],
)
def test_an_item_of_a_list_explains_no_other(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Bakers work with dough, a mixture of flour and water that rises.",
            "dough | is | a mixture of flour and water that rises",
        ),
        (
            "In 1640 both kings signed the Peace of Brede, a treaty between a lord and a town that were at war.",
            "the Peace of Brede | was | a treaty between a lord and a town that were at war",
        ),
    ],
)
def test_and_within_an_explanation_does_not_make_a_list(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The river squeezes between sandstone walls in a valley called the Gates.",
        "Old coins were found by divers in round stone basins known as wells of wishes.",
    ],
)
def test_a_name_that_may_be_of_either_noun_is_not_explained(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
def test_a_name_whose_number_decides_is_explained() -> None:
    assert "stomata | are | small pores in the leaf" in told(
        "Plants breathe through small pores in the leaf called stomata."
    )
