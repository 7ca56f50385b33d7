"""What scripts rely on: exit codes, one line for an error, a schema for each listing, and nothing lost between two."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import desks
import pytest
from cli_course import Invoke
from hostile import Screen, environment

from quizgen import cli
from quizgen.commands.inspect import SCHEMAS
from quizgen.store import Store

_LINE = re.compile(r"Error: [^\n]+[.)]\n")


def listings(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the first word of every command that prints JSON lines."""
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from listings(one, (*path, name))
    for option in command.params:
        if option.name == "format" and isinstance(option.type, click.Choice) and "jsonl" in option.type.choices:
            yield path[0]


def test_every_listing_has_a_schema() -> None:
    # An export holds the rows of questions.
    assert set(listings(cli.cli)) - {"export"} == set(SCHEMAS)


@pytest.fixture
def folder(empty: Path) -> Path:
    """Work in a course with six questions and some files to read."""
    made = desks.course(empty)
    uid = made.question("The Moon").uid
    made.store.close()
    files = {
        "good.tsv": "expected\tgiven\nx\tx\n",
        "gap.tsv": "expected\tgiven\n\tx\nx\tx\n",
        "head.tsv": "expected\tgiven\n",
        "other.tsv": "a\tb\n1\t2\n",
        "long.tsv": "expected\tgiven\nx\tx\ty\tz\n",
        "empty.tsv": "",
        "keep.tsv": f"uid\tdecision\n{uid}\tkeep\n",
        "some.tsv": f"uid\tdecision\n{uid}\tkeep\nq_0\tkeep\n",
        "none.tsv": "uid\tdecision\nq_0\tkeep\n",
        "same.tsv": f"uid\tdecision\n{uid}\t\n",
    }
    for name, text in files.items():
        (empty / name).write_text(text, encoding="utf-8")
    (empty / "broken.xlsx").write_bytes(b"PK\x03\x04 and no more")
    return empty


CODES = [
    ("play --plain --limit 1", 0),
    ("play --limit 0", 2),
    ("play --mode riddle", 2),
    ("play --players Ann", 2),
    ("play --time soon", 2),
    ("play --plain --tui", 2),
    ("play --tui", 2),
    ("play --document nowhere", 2),
    ("play --search nothing", 8),
    ("play --new 0", 8),
    ("play --resume", 8),
    ("play --db none.db", 4),
    ("review --plain", 0),
    ("review --plain --web", 2),
    ("review --search nothing", 8),
    ("review --import keep.tsv --yes", 0),
    ("review --import some.tsv --yes", 1),
    ("review --import none.tsv --yes", 1),
    ("review --import same.tsv --yes", 0),
    ("review --import keep.tsv", 2),
    ("review --import other.tsv", 3),
    ("review --import empty.tsv", 3),
    ("review --import broken.xlsx", 3),
    ("review --import missing.tsv", 3),
    ("review --export x.docx", 2),
    ("review --export good.tsv/x.tsv", 7),
    ("grade good.tsv", 0),
    ("grade gap.tsv", 1),
    ("grade", 2),
    ("grade good.tsv --format xml", 2),
    ("grade other.tsv", 3),
    ("grade long.tsv", 3),
    ("grade empty.tsv", 3),
    ("grade broken.xlsx", 3),
    ("grade missing.tsv", 3),
    ("grade good.tsv --db none.db", 4),
    ("grade good.tsv -o good.tsv/x.tsv", 7),
    ("grade head.tsv", 8),
    ("due", 0),
    ("due --days 0", 2),
    ("due --zone Mars/Base", 2),
    ("due --db none.db", 4),
    ("due --search nothing", 8),
    ("suspend q_", 2),
    ("suspend nonsense", 2),
    ("unsuspend nonsense", 2),
    ("optimize", 8),
    ("optimize --reset", 0),
    ("optimize --db none.db", 4),
    ("stats", 0),
    ("stats --plot x.png", 2),
    ("stats --plot good.tsv/x.html", 7),
    ("quality", 0),
    ("quality --group nonsense", 2),
    ("quality --db none.db", 4),
]


@pytest.mark.parametrize(("line", "code"), CODES, ids=[line for line, _ in CODES])
def test_exit_codes_and_errors_of_one_line(
    line: str, code: int, folder: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    result = invoke(*line.split())
    assert result.code == code, result.err
    assert code < 2 or _LINE.fullmatch(result.err), result.err
    assert code != 1 or result.err


@pytest.mark.terminal
def test_making_questions_while_somebody_plays_loses_nothing(course: Path) -> None:
    screen = Screen("play", "--mode", "flip", "--limit", "4", folder=course, NO_COLOR="1")
    for number in (1, 2, 3, 4):
        screen.see(f"Question {number} of 4")
        if number == 2:
            cells = course / "seeds" / "cells.md"
            text = cells.read_text(encoding="utf-8")
            cells.write_text(text.replace("argued in 1838", "argued in 1839"), encoding="utf-8")
            making = subprocess.Popen([sys.executable, "-m", "quizgen", "make", "seeds"], cwd=course, env=environment())
        screen.child.send("\r")
        screen.see("4 easy")
        screen.child.send("1\r")
    assert making.wait(60) == 0
    screen.see("Score: 4 of 4 right.")
    screen.child.send("\r")
    assert screen.end() == 0
    checked = subprocess.run([sys.executable, "-m", "quizgen", "check"], cwd=course, env=environment(), check=False)
    assert checked.returncode == 0
    with Store.open(course / "data" / "quizgen.db", readonly=True) as store:
        answers = list(store.answers())
        assert len({answer.question for answer in answers}) == len(answers) == 4
        assert all(store.memory(answer.question) for answer in answers)
        assert any("1839" in one.answer for one in store.questions())
