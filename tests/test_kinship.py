import pytest

from quizgen.distractors.kinship import Subjects, subject

PROBES = """A lander and an orbiter reached Mars. The orbiter took pictures of a canyon while the lander, a spacecraft
with three legs, touched down on the plain of dust. NASA launched the probe with a rocket."""
ROVERS = """A rover drove across the dust of Mars. The spacecraft that carried the rover had been launched by a rocket
of NASA. The lander was a platform on which the rover stood."""
KINGS = """The king was crowned in the abbey by the archbishop. His army won the battle, and the barons swore an oath to
the king on his throne."""
POTTERY = """Clay is kneaded, thrown on a wheel, glazed and fired in a kiln. The potter trims the bowl."""
PLAIN = """In that year many people began to work in another part of the country, and this was the first time. They
made good use of it, and it became known to the world later."""


def kin(one: str, other: str) -> list[str]:
    return Subjects([("one", one), ("other", other)]).kin("one", 5)


@pytest.mark.parametrize(("one", "other"), [(PROBES, ROVERS), (KINGS, KINGS), (KINGS, KINGS.upper())])
def test_texts_on_one_subject_are_kindred(one: str, other: str) -> None:
    assert kin(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [(PROBES, KINGS), (KINGS, POTTERY), (ROVERS, POTTERY), (PROBES, ""), (PLAIN, f"{PLAIN} {KINGS}")]
)
def test_texts_on_different_subjects_are_not(one: str, other: str) -> None:
    assert not kin(one, other)


def test_words_that_any_text_has_are_no_subject() -> None:
    assert (
        subject("In July 1901 the people of the city were called to work, and many years later it became known.") == {}
    )


def test_the_nearest_come_first_and_not_too_many() -> None:
    subjects = Subjects([("far", f"{PROBES} {KINGS} {POTTERY}"), ("near", f"{PROBES} {POTTERY}"), ("own", PROBES)])
    assert subjects.kin("own", 5) == ["near", "far"]
    assert subjects.kin("own", 1) == ["near"]
    assert not subjects.kin("missing", 5)


def test_a_text_on_another_subject_changes_nothing() -> None:
    few = [("probes", PROBES), ("rovers", ROVERS)]
    for more in ([], [("pottery", POTTERY), ("kings", KINGS)]):
        subjects = Subjects([*few, *more])
        assert (subjects.kin("probes", 5), subjects.kin("rovers", 5)) == (["rovers"], ["probes"])
