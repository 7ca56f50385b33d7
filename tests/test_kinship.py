import pytest

from quizgen.distractors.kinship import KINDRED, shared, subject

PROBES = """A lander and an orbiter reached Mars. The orbiter took pictures of a canyon while the lander, a spacecraft
with three legs, touched down on the plain of dust. NASA launched the probe with a rocket."""
ROVERS = """A rover drove across the dust of Mars. The spacecraft that carried the rover had been launched by a rocket
of NASA. The lander was a platform on which the rover stood."""
KINGS = """The king was crowned in the abbey by the archbishop. His army won the battle, and the barons swore an oath to
the king on his throne."""
POTTERY = """Clay is kneaded, thrown on a wheel, glazed and fired in a kiln. The potter trims the bowl."""
PLAIN = """In that year many people began to work in another part of the country, and this was the first time. They
made good use of it, and it became known to the world later."""


@pytest.mark.parametrize(("one", "other"), [(PROBES, ROVERS), (KINGS, KINGS), (KINGS, KINGS.upper())])
def test_texts_on_one_subject_are_kindred(one: str, other: str) -> None:
    assert shared(subject(one), subject(other)) >= KINDRED


@pytest.mark.parametrize(
    ("one", "other"), [(PROBES, KINGS), (KINGS, POTTERY), (ROVERS, POTTERY), (PROBES, ""), (PLAIN, f"{PLAIN} {KINGS}")]
)
def test_texts_on_different_subjects_are_not(one: str, other: str) -> None:
    assert shared(subject(one), subject(other)) < KINDRED


def test_words_that_any_text_has_are_no_subject() -> None:
    assert (
        subject("In July 1901 the people of the city were called to work, and many years later it became known.") == {}
    )


def test_likeness_does_not_depend_on_the_order() -> None:
    one, other = subject(PROBES), subject(ROVERS)
    assert shared(one, other) == shared(other, one)
    assert shared(one, one) == pytest.approx(1)
