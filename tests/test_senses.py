"""What words are said to mean, outright or by the clause that a term names."""

import pytest
from docs_of import drafts, row

OWN = frozenset({"sense", "occasion", "called", "kind"})


def meanings(text: str) -> list[str]:
    """Return the definitions in a text, without their kind."""
    return [row(each).removeprefix("definition | ") for each in drafts(text) if each.extractor in OWN]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The term habitat refers to the place where an animal naturally lives.",
            "habitat | is | the place where an animal naturally lives",
        ),
        (
            "The word harbour means a place where ships are safe.",
            "a harbour | is | a place where ships are safe",
        ),
        (
            "Erosion refers to the removal of soil by wind or water.",
            "erosion | is | the removal of soil by wind or water",
        ),
        ("Animals that eat only plants are herbivores.", "herbivores | are | animals that eat only plants"),
        (
            "The process by which a liquid becomes a gas is evaporation.",
            "evaporation | is | the process by which a liquid becomes a gas",
        ),
        (
            "The place where two rivers join is the confluence.",
            "the confluence | is | the place where two rivers join",
        ),
        (
            "Salt is white, and a gas that keeps things from burning is an extinguisher.",
            "an extinguisher | is | a gas that keeps things from burning",
        ),
        (
            "The number of strokes per minute is the tempo, measured with a small clock.",
            "the tempo | is | the number of strokes per minute",
        ),
        (
            "Green plants turn light into sugar, a process called photosynthesis.",
            "photosynthesis | is | the process in which green plants turn light into sugar",
        ),
        (
            "Through a process called fermentation, yeast turns sugar into alcohol.",
            "fermentation | is | the process through which yeast turns sugar into alcohol",
        ),
        (
            "Plants lose water through tiny pores in the leaf known as stomata.",
            "stomata | are | tiny pores in the leaf",
        ),
        (
            "Plants lose water through tiny pores called stomates.",
            "stomates | are | the tiny pores through which plants lose water",
        ),
        (
            "A dark area within the nucleus called the nucleolus makes the parts of ribosomes.",
            "the nucleolus | is | a dark area within the nucleus",
        ),
        (
            "The heap of stones that marks a path is the cairn.",
            "the cairn | is | the heap of stones that marks a path",
        ),
        (
            "A lasting fall in the price of goods is deflation.",
            "deflation | is | a lasting fall in the price of goods",
        ),
        (
            "A thin, folded sheet of pastry is a strudel; it is eaten warm.",
            "a strudel | is | a thin, folded sheet of pastry",
        ),
        ("The study of soil is pedology.", "pedology | is | the study of soil"),
        (
            "Payload, by contrast, refers to the weight of the goods on a lorry.",
            "payload | is | the weight of the goods on a lorry",
        ),
        (
            "A dance whose steps are taken backwards is known as a pavane.",
            "a pavane | is | a dance whose steps are taken backwards",
        ),
        (
            "The deepest part of a lake, where light never comes, is called the profundal.",
            "the profundal | is | the deepest part of a lake",
        ),
        (
            "Autonomy means the power of a town to rule itself.",
            "autonomy | is | the power of a town to rule itself",
        ),
        (
            "A hearse is a car used to carry its load to a grave, and a bier is a frame.",
            "a hearse | is | a car used to carry its load to a grave",
        ),
    ],
)
def test_a_sense_is_read(text: str, fact: str) -> None:
    assert meanings(text) == [fact]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The letter refers to the removal of a king.", id="what a letter speaks of"),
        pytest.param("The defeat means a place at the bottom of the table.", id="a consequence"),
        pytest.param("The metal that is used most is iron.", id="one thing of a sort"),
        pytest.param("A house that stands empty is the rule.", id="no kind has an article"),
        pytest.param("The town that lies on the hill is the capital.", id="a town"),
        pytest.param("The animals that live in the park are deer.", id="those of one place"),
        pytest.param("The general crossed the river in a move called the Left Hook.", id="one event"),
        pytest.param("Rain may wear away rock in a process called erosion.", id="a possibility"),
        pytest.param("The two men met in a tavern called the Crown.", id="the name of one tavern"),
        pytest.param("It cures wounds, a process called healing.", id="nobody knows what does it"),
        pytest.param("Sailors refer to this danger as the silent edge of the sea.", id="what somebody refers to"),
        pytest.param("The animal that eats most is the elephant.", id="one that leads a field"),
        pytest.param("A long delay of the train is a problem.", id="a judgement"),
    ],
)
def test_what_means_nothing_gives_none(text: str) -> None:
    assert meanings(text) == []
