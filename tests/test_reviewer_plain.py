"""The reviewer that reads one line per decision."""

import io
from collections.abc import Iterator
from pathlib import Path

import desks
import pytest
from store_fakes import Course

from quizgen import curation
from quizgen.terminal.reviewer import plain


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = desks.course(tmp_path)
    yield made
    made.store.close()


def run(course: Course, *lines: str, width: int = 80) -> str:
    """Review with these lines typed and return what was printed."""
    output = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    plain.review(desks.desk(course), input=typed, output=output, width=width)
    return output.getvalue()


def test_a_question_with_all_that_a_decision_needs(course: Course) -> None:
    assert run(course, "a").splitlines()[:14] == [
        "a accept, x reject, u undo, q leave, ? all keys",
        "",
        "1 of 6 · 2 left in this group · asks for the object · about 60 s at 6 a minute",
        "What has The Moon?",
        "  1) 3 craters (right)",
        "  2) 1 moon",
        "  3) 5 moons",
        "! a player flagged it: unclear",
        "– score 0.50: one of four like it was too vague or not worth asking",
        "  The Moon | has | »3 craters«.",
        "  — The sky, line 1",
        "> a",
        "Accepted: What has The Moon?",
        "",
    ]


@pytest.mark.parametrize(
    ("lines", "decided"),
    [
        (["a"], {"What has The Moon?": "kept"}),
        (["x"], {"What has The Moon?": "rejected"}),
        (["", "a"], {"What has Mars?": "kept"}),
        (["l", "a"], {"What has Mars?": "kept"}),
        (["a", "x", "u"], {"What has The Moon?": "kept"}),
        (["A", "y"], {"What has The Moon?": "kept", "What has Mars?": "kept"}),
        (["A", "n"], {}),
        (["A"], {}),
        (["A", "x"], {"What has The Moon?": "rejected"}),
        (["a", "A"], {"What has The Moon?": "kept", "What has Mars?": "kept"}),
        (["l", "m 2"], {"What has Mars?": "rejected", "What has Mars itself?": "kept"}),
        (["l", "m 1"], {"What has Mars?": "kept", "What has Mars itself?": "rejected"}),
        (["m", "m 1", "l", "m", "m 3", "m x", "c", "c 1"], {}),
        (["prompt How many craters?"], {"How many craters?": "edited"}),
        (["answer three craters"], {"What has The Moon?": "edited"}),
        (["accept three"], {"What has The Moon?": "edited"}),
        (["d 2"], {"What has The Moon?": "edited"}),
        (["/whale", "a"], {"What eats A whale?": "kept"}),
        (["d 1", "d 9", "d x", "prompt", "answer ", "accept", "b", "aa", "a b", "?", "/comet", "q"], {}),
    ],
)
def test_lines_decide(course: Course, lines: list[str], decided: dict[str, str]) -> None:
    run(course, *lines)
    assert desks.statuses(course) == decided


@pytest.mark.parametrize(
    ("line", "reason"), [("x", ""), ("x 2", "wrong answer"), ("x too hard", "too hard"), ("x 9", "9")]
)
def test_a_rejection_may_have_a_reason(course: Course, line: str, reason: str) -> None:
    uid = course.question("The Moon").uid
    run(course, line)
    assert course.store.standing(uid)[-1].reason == reason


def test_what_means_nothing_is_said(course: Course) -> None:
    printed = run(course, "keep", "d 1", "/comet", "q")
    assert "That means nothing here. Type ? for all keys." in printed
    assert "That is the right option. Give the number of a wrong one." in printed
    assert "Nothing that waits has 'comet'. Search for less; --all has decided ones too." in printed
    assert printed.endswith("Nothing decided. 6 of 6 still wait.\n")


def test_the_help_names_every_key(course: Course) -> None:
    printed = run(course, "?", "q")
    assert all(f"  {key}" in printed for key in plain.HELP)


def test_the_end_of_the_input_leaves(course: Course) -> None:
    next_steps = "Decks get it with: quizgen make. Take it back with: quizgen undo\n"
    assert run(course, "a").endswith(f"> \n1 accepted. 5 of 6 still wait.\n{next_steps}")


def test_hostile_text_is_shown_as_text(course: Course) -> None:
    moon = course.question("The Moon")
    curation.edit(course.store, moon.uid, prompt=desks.HOSTILE, answer=f"{desks.HOSTILE} 3", now=9)
    curation.tag(course.store, [moon.uid], add=["flagged::\x1b[31mbad"], now=9)
    printed = run(course, "x \x1b]0;title\x07why", "u", f"prompt {desks.HOSTILE}?")
    assert desks.SAFE in printed
    assert not any(char in printed for char in "\x1b\x07\x9b\x90\u202e\u2066")


@pytest.mark.parametrize("width", [40, 20])
def test_lines_fit(course: Course, width: int) -> None:
    assert max(map(len, run(course, "x", "u", "?", "q", width=width).splitlines())) <= width


def test_what_asks_the_same_is_listed(course: Course) -> None:
    printed = run(course, "m", "l", "m", "m 7")
    assert "No other question asks almost the same." in printed
    assert "2) What has Mars itself? 2 moons (choice of 3)" in printed
    assert "7 is none of them. Give a number from 1 to 2." in printed


@pytest.mark.parametrize(("line", "found"), [("c 1", {"kept", "conflict"}), ("c b", {"kept"}), ("c n", {"rejected"})])
def test_a_contradiction_is_decided(tmp_path_factory: pytest.TempPathFactory, line: str, found: set[str]) -> None:
    made = desks.course(tmp_path_factory.mktemp("sky"), contradicted=True)
    printed = run(made, "c", line, "c")
    facts = [fact for fact in made.store.facts() if fact.draft.subject.text == "Pluto"]
    made.store.close()
    assert {fact.status.value for fact in facts} == found
    assert "contradict each other in 1 place: press c." in printed and "0 left" in printed
    assert "1) " in printed and printed.count("No facts contradict each other.") == 1
