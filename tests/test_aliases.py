"""Second names, and the alternatives and descriptions that are none."""

import pytest
from docs_of import asked, drafts, row


def names(text: str) -> list[str]:
    """Return the second names in a text, without their kind."""
    return [row(each).removeprefix("alias | ") for each in drafts(text) if each.extractor == "other_name"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The trachea, or windpipe, carries air to the lungs.", "the trachea | is also called | windpipe"),
        (
            "Doctors once used nitrous oxide, also called laughing gas, in surgery.",
            "nitrous oxide | is also called | laughing gas",
        ),
        (
            "The femur, also known as the thigh bone, bears the weight of the body.",
            "the femur | is also called | the thigh bone",
        ),
        (
            "At the Battle of Shiloh, also known as the Battle of Pittsburg Landing, both sides lost many men.",
            "the Battle of Shiloh | is also called | the Battle of Pittsburg Landing",
        ),
    ],
)
def test_a_second_name_is_read(text: str, fact: str) -> None:
    assert names(text) == [fact]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The farmer sold the wheat, barley, or oats, in the market.", id="a list"),
        pytest.param("The soldiers carried a dirk, or short Scottish dagger.", id="a description"),
        pytest.param("The winner gets a prize, or a medal, in May.", id="an alternative with its article"),
        pytest.param("She bought a drug, also called the blue pill, in Paris.", id="one of many"),
        pytest.param("In 1920 his firm, also known as Two Brothers, closed.", id="an owner nobody knows"),
        pytest.param("The ship sank with 12 sailors, or passengers, on board.", id="a number"),
    ],
)
def test_what_is_no_second_name_gives_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.model
def test_both_names_are_asked_for() -> None:
    found = asked(drafts("The trachea, or windpipe, carries air to the lungs."))
    assert "other-name: What is another name for the trachea? => windpipe" in found


@pytest.mark.model
def test_somebody_has_another_name_too() -> None:
    found = asked(drafts("The winner was Andrés Avelino Cáceres, also known as the Wizard of the Andes."))
    back = "other-name-back: Who is “the Wizard of the Andes” another name for? => Andrés Avelino Cáceres"
    assert back in found


@pytest.mark.model
def test_of_a_part_and_its_whole_the_second_name_may_be_either() -> None:
    assert names("At the foot of the leaf stalk, or petiole, lies a narrow band of small cells.") == []
