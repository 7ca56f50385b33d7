"""No command sends a terminal what a text, a name or a file wants it to send."""

import json
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from cli_course import Invoke
from hostile import HOSTILE, NAME, SHORT, divided, foreign, in_terminal, poison, write_sources

from quizgen import cli
from quizgen.store import Store

pytestmark = [pytest.mark.model, pytest.mark.terminal]

QUOTED = SHORT.encode("unicode_escape").decode().replace("\\x", "\\u00")  # as TOML writes it
LISTING = [["--format", "table"], ["--format", "jsonl"], ["--format", "csv"]]
NAMED = os.fsdecode(os.fsencode(NAME) + b"\xff")  # bytes that are no text, too
PLAYED = [":hint", ":show", SHORT, ":right", ":accept", f":flag {SHORT}", ":undo", f":{SHORT}", "1", "?", ":help"]

# What to run of each command; {q}, {f} and {d} are a question, a fact and a document. What stands behind "<" is typed.
RUNS: dict[str, list[list[str]]] = {
    "init": [["init", NAMED], ["init", f"{NAME}.txt/x"]],
    "sources": [["sources", *more] for more in [*LISTING, ["--search", SHORT], ["--limit", SHORT]]],
    "facts": [["facts", *more] for more in [*LISTING, ["--sentences", "evil.txt", "--format", "openie"]]],
    "questions": [["questions", *more] for more in [*LISTING, ["--section", SHORT], ["--tag", SHORT], ["--x" + SHORT]]],
    "drops": [["drops", *more] for more in [*LISTING, ["--code", SHORT]]],
    "keep": [["keep", "{q}"], ["keep", SHORT]],
    "reject": [["reject", "{q}", "--reason", HOSTILE]],
    "edit": [["edit", "{q}", "--prompt", f"What is{HOSTILE}?", "--answer", HOSTILE, "--accept", HOSTILE, "--tag", "x"]],
    "tag": [["tag", "{q}", "--add", SHORT], ["tag", "{q}", "--add", "x" + HOSTILE]],
    "add": [
        ["add", "--prompt", HOSTILE, "--answer", HOSTILE, "--document", SHORT],
        ["add", "--prompt", HOSTILE, "--answer", HOSTILE, "--option", SHORT, "--option", "x" + SHORT],
    ],
    "undo": [["undo"]],
    "review": [
        ["review", "--plain", "<", f"{SHORT}", "x", SHORT, "a", "?", "e", SHORT, "/", SHORT, "c", "m", "u", "q"],
        ["review", "--export", f"{NAMED}.tsv"],
        ["review", "--import", f"{NAMED}.tsv"],
        ["review", "--export", f"{NAME}.xlsx", "--all"],
        ["review", "--import", "evil.tsv", "<", "y"],
        ["review", "--import", f"{SHORT}.tsv"],
        ["review", "--port", SHORT],
    ],
    "export": [
        ["export", "csv", "-o", "-"],
        ["export", "jsonl", "-o", "-"],
        ["export", "markdown", "-o", "-"],
        ["export", "anki", "-o", f"{NAMED}.apkg"],
        ["export", "anki", "-o", f"answers.tsv/{NAME}"],
    ],
    "play": [
        ["play", "--plain", "--mode", "typed", "--limit", "5", "<", *PLAYED],
        ["play", "--plain", "--mode", "flip", "--cram", "--limit", "3", "<", "", "1", ":edit last", SHORT, ":suspend"],
        ["play", "--players", f"{SHORT},B{HOSTILE}", "--limit", "4", "<", *PLAYED],
        ["play", "--players", SHORT],
        ["play", "--time", SHORT],
        ["play", "--mode", SHORT],
        ["play", "--document", SHORT],
    ],
    "due": [["due", *more] for more in [*LISTING, ["--zone", SHORT]]],
    "suspend": [["suspend", "{q}"], *(["suspend", *more] for more in LISTING), ["suspend", SHORT]],
    "unsuspend": [["unsuspend", "{q}"], ["unsuspend", SHORT]],
    "optimize": [["optimize"], ["optimize", "--reset"]],
    "grade": [
        *(["grade", "answers.tsv", "--format", format] for format in ("tsv", "csv", "jsonl", "table")),
        ["grade", "evil.tsv"],
        ["grade", SHORT],
    ],
    "why": [
        *(["why", id, "--format", format] for id in ("{q}", "{f}", "{d}") for format in ("text", "jsonl")),
        ["why", SHORT],
        ["why", "Mars the"],
    ],
    "stats": [*(["stats", *more] for more in LISTING), ["stats", "--plot", f"{NAMED}.html"], ["stats", "--plot", "-"]],
    "quality": [["quality", "--all", *more] for more in LISTING],
    "check": [["check", *more] for more in LISTING],
    "orphans": [["orphans", *more] for more in LISTING],
    "templates list": [["templates", "list", *more] for more in LISTING],
    "templates explain": [["templates", "explain", SHORT], ["templates", "explain", "time"]],
    "templates try": [["templates", "try", "time", "{f}"], ["templates", "try", SHORT, SHORT]],
    "codes": [["codes", *more] for more in LISTING],
    "schema": [["schema", SHORT], ["schema", "due"]],
    "make": [["make", "evil"], ["make", NAMED], ["make", "evil", "--as", SHORT], ["make", "evil", "--date", SHORT]],
    "ingest": [["ingest", "evil"], ["ingest", f"missing{SHORT}"]],
    "extract": [["extract"], ["extract", "--document", SHORT], ["extract", "--model", SHORT]],
    "generate": [["generate"], ["generate", "--difficulty", SHORT], ["generate", "--kind", SHORT]],
    "": [[SHORT], [f"--{SHORT}"], ["stats", "--db", f"{NAMED}.db"]],
}
RUNNER = """
import io, json, os, sys
from quizgen import cli
for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(errors="backslashreplace")
for number, (arguments, typed) in enumerate(json.load(open("commands.json"))):
    print(f"\\n#-- {number} --#")
    sys.stdin = io.StringIO(typed)
    print(f"#code {cli.run(arguments)}", flush=True)
"""


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the words of every command that does something."""
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from leaves(one, (*path, name))
    else:
        yield " ".join(path)


@pytest.fixture
def evil(course: Path) -> Path:
    """A course of hostile texts, with files that are hostile as well."""
    write_sources(course / "evil")
    (course / "evil.txt").write_text(f"Mars {HOSTILE} has two moons.\nThe moon is\x1b[7777A red.\n", encoding="utf-8")
    header = f"uid\tdecision\t{SHORT}\tprompt\n"
    (course / "evil.tsv").write_text(f"{header}{SHORT}\tkeep\t{SHORT}\t{SHORT}\n", encoding="utf-8")
    (course / "answers.tsv").write_text(
        f"expected\tgiven\t{SHORT}\n{SHORT}\t{SHORT}\tx\n\tx\t{SHORT}\n", encoding="utf-8"
    )
    poison(course / "data" / "quizgen.db")
    with Store.open(course / "data" / "quizgen.db") as store:
        session = store.start_session("mixed", at=1, seed=SHORT, options={"players": SHORT})
        for question in list(store.questions())[:9]:
            store.record_answer(
                question.uid, at=9, mode="typed", given=HOSTILE, verdict="wrong", seconds=1, session=session, rating=1
            )  # fmt: skip
    return course


def commands(folder: Path) -> list[list[str]]:
    """Return what to run, with ids of the course."""
    with sqlite3.connect(folder / "data" / "quizgen.db") as db:
        tables = {"q": "question", "f": "fact", "d": "document"}
        ids = {
            name: db.execute(f"select uid from {table} order by id desc").fetchone()[0]
            for name, table in tables.items()
        }
    db.close()
    return [[ids.get(word.strip("{}"), word) for word in run] for runs in RUNS.values() for run in runs]


def sent_by(folder: Path, runs: list[list[str]], **environ: str) -> dict[str, str]:
    """Run commands in a terminal and return what each has sent."""
    split = [(run[: run.index("<")], run[run.index("<") + 1 :]) if "<" in run else (run, []) for run in runs]
    told = [(arguments, "".join(f"{line}\n" for line in typed)) for arguments, typed in split]
    (folder / "commands.json").write_text(json.dumps(told), encoding="utf-8")
    sent = in_terminal(RUNNER, folder=folder, **environ)
    return {ascii(" ".join(run)): part for run, part in zip(runs, divided(sent, runs), strict=True)}


def test_no_command_is_forgotten() -> None:
    assert set(RUNS) - {""} == set(leaves(cli.cli))


def test_nothing_hostile_comes_out_of_any_command(evil: Path) -> None:
    sent = sent_by(evil, commands(evil), NO_COLOR="1")
    found = {name: ascii(foreign(text)[:2]) for name, text in sent.items() if foreign(text)}
    assert not found
    assert not {name for name, text in sent.items() if not re.search(r"#code [0-8]\s*$", text)}
    # The texts themselves were there, so there was something to hold back.
    assert sum("[/oops]" in text for text in sent.values()) > 60


@pytest.mark.parametrize(
    ("file", "text", "command"),
    [
        ("quizgen.toml", f'"{QUOTED}" = 1', "stats"),
        ("quizgen.toml", f"{SHORT} =", "stats"),
        ("quizgen.toml", f'retention = "{QUOTED}"', "stats"),
        ("quizgen.toml", f'kinds = ["{QUOTED}"]', "stats"),
        ("templates/x.toml", f'[templates."{QUOTED}"]\nprompt = "x"', "templates"),
        ("templates/x.toml", f'[[template]]\nid = "{QUOTED}"\nprompt = "${QUOTED}"', "templates"),
        (f"templates/{NAME}.toml", f"{SHORT} =", "templates"),
        (f"templates/{NAME}.toml", f'[[template]]\n"{QUOTED}" = 1', "templates"),
    ],
    ids=range(8),
)
def test_broken_settings_and_templates_are_told_safely(
    file: str, text: str, command: str, course: Path, invoke: Invoke
) -> None:
    (course / file).parent.mkdir(exist_ok=True)
    (course / file).write_text(text, encoding="utf-8")
    result = invoke(command)
    assert result.code in (2, 6) and result.err.count("\n") == 1
    assert not foreign(result.out + result.err)
