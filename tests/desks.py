"""A course with questions that wait for review, for the tests of both reviewers."""

from pathlib import Path

from store_fakes import Course
from test_conflicts import Sky

from quizgen import curation
from quizgen.reviewing import Desk

LINES = [
    ("sky.txt", "# The sky", "The Moon | has | 3 craters.", "Mars | has | 2 moons.", "Mars itself | has | 2 moons."),
    ("sea.txt", "# The sea", "A whale | eats | krill.", "Pluto | has | 5 moons.", "Earth | has | 1 moon."),
]
HOSTILE = "A\x1b]52;c;ZXZpbA==\x07B\x1b[31mC\x9b2JD\x90q\x9cE\u202eF\u2066G[a]H[/oops]I"
SAFE = "ABCDEFG[a]H[/oops]I"


class Clock:
    """Five seconds pass between two looks at it."""

    def __init__(self) -> None:
        self.at = 1_700_001_000.0

    def __call__(self) -> float:
        self.at += 5
        return self.at


def course(folder: Path, *, contradicted: bool = False) -> Course:
    """Return a course whose first questions were flagged, so that they come first: the Moon, then Mars."""
    made = Sky(folder) if contradicted else Course(folder)
    for key, *lines in LINES:
        made.write(key, *lines)
    if contradicted:
        made.write("old.txt", "# An old book", "Pluto | has | 4 moons.")
    made.make()
    made.generate()
    for number, name in enumerate(["Moon", "Mars?"]):
        question = made.question(name)
        curation.tag(made.store, [question.uid], add=["flagged::unclear"], now=number + 1)
    return made


def desk(made: Course) -> Desk:
    return Desk(made.store, clock=Clock(), about={"bars/object": "asks for the object"})


def statuses(made: Course) -> dict[str, str]:
    """Return the status of what was decided, by prompt."""
    found = {one.prompt: one.status.value for one in made.store.questions()}
    return {prompt: status for prompt, status in found.items() if status != "new"}
