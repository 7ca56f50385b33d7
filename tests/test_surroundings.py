"""Closed streams, small and plain terminals, other encodings, signals: what a shell does to a program."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import desks
import pexpect
import pytest
from cli_course import Invoke
from hostile import Screen, environment

from quizgen.model import Filter
from quizgen.store import Store
from quizgen.terminal.text import cells

pytestmark = pytest.mark.terminal
QUIZGEN = f"{sys.executable} -m quizgen"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a course with six questions."""
    made = desks.course(tmp_path)
    uid = made.question("The Moon").uid
    made.store.close()
    (tmp_path / "edit.tsv").write_text(f"uid\tdecision\n{uid}\tkeep\n", encoding="utf-8")
    return tmp_path


def shell(line: str, folder: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of a shell in which ``quizgen`` is the program; the exit code is that of the whole pipe's worst."""
    line = line.replace("quizgen", QUIZGEN)
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=folder,
        env=environment(**environ),
        capture_output=True,
        text=True,
        timeout=60,
    )


def statuses(folder: Path) -> list[str]:
    with Store.open(folder / "data" / "quizgen.db", readonly=True) as store:
        return sorted(one.status.value for one in store.questions(Filter()))


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("quizgen questions | head -1", 0, ""),
        ("quizgen questions --format jsonl | head -c 9", 0, ""),
        ("quizgen questions >&-", 0, ""),
        ("quizgen nonsense 2>&-", 2, ""),
        ("quizgen due <&- >&- 2>&-", 0, ""),
        ("quizgen play <&-", 0, ""),
        ("quizgen play --tui <&-", 2, "Error: The full screen needs a terminal. Leave --tui out.\n"),
        ("printf '1\\n1\\n' | quizgen play >&-", 0, ""),
        ("quizgen review <&-", 0, ""),
        ("printf 'a\\nq\\n' | quizgen review >&-", 0, ""),
        (
            "quizgen review --import edit.tsv <&-",
            2,
            "Error: Nobody answered, so nothing was changed. Repeat with --yes.\n",
        ),
        ("quizgen grade - <&-", 3, "Error: The file is empty (-). Give a table with a header.\n"),
        ("quizgen questions --search $'\\xff'", 2, "Error: What was given is not UTF-8 text ("),
        ("quizgen play --seed $'\\xff' </dev/null", 2, "Error: What was given is not UTF-8 text ("),
        ("quizgen keep $'\\xff'", 2, "Error: What was given is not UTF-8 text ("),
    ],
)
def test_streams_may_be_closed_and_bytes_be_no_text(line: str, code: int, said: str, folder: Path) -> None:
    done = shell(line, folder)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert done.stderr.startswith(said) and done.stderr.count("\n") == bool(said)


def test_a_terminal_that_knows_only_ascii(folder: Path) -> None:
    ascii = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert shell("quizgen add --prompt 'Wo liegt \u6f22?' --answer Z\u00fcrich", folder).returncode == 0
    for line in (
        "quizgen questions",
        "quizgen stats",
        "printf 'Z\u00fcrich\n:quit\n' | quizgen play --plain --mode typed",
        "printf 'a\nq\n' | quizgen review --plain --all",
    ):
        done = shell(line, folder, **ascii)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_file_whose_name_is_no_text_is_skipped(course: Path, invoke: Invoke) -> None:
    (course / "seeds" / os.fsdecode(b"a\xff.txt")).write_text("The Moon has craters.", encoding="utf-8")
    result = invoke("ingest", "seeds")
    assert result.code == 1
    assert result.err.endswith("The name of the file is not UTF-8 (seeds/a\\udcff.txt). Rename it.\n")


@pytest.mark.parametrize("columns", [40, 20, 1])
def test_narrow_terminals(columns: int, course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for line, typed in (("play --plain", "?\n1\n:help\n:flag\n1\n"), ("review --plain", "?\na\nx 2\nu\n")):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        result = invoke(*line.split())
        assert result.code == 0
        assert max(map(cells, result.out.splitlines())) <= max(columns, 40)
    for listing in (
        "questions",
        "sources",
        "facts",
        "drops",
        "due",
        "quality --all",
        "stats",
        "codes",
        "templates list",
    ):
        result = invoke(*listing.split())
        assert result.code == 0
        assert max(map(cells, result.out.splitlines())) <= max(columns, 40)


@pytest.mark.parametrize(
    ("line", "until", "code"),
    [
        ("review --plain", "> ", 130),
        ("review --import edit.tsv", "N]: ", 130),
        ("grade -", "", 130),
    ],
)
def test_ctrl_c(line: str, until: str, code: int, folder: Path) -> None:
    screen = Screen(*line.split(), folder=folder)
    if until:
        screen.see(until)
    else:
        screen.press("expected\tgiven\r")
    screen.child.sendintr()
    assert screen.end() in (code, -signal.SIGINT)  # the latter while Python starts; of both a shell says 130
    assert "Traceback" not in screen.sent
    assert "kept" not in statuses(folder)


@pytest.mark.parametrize("line", ["review --plain", "review"])
def test_ctrl_z_and_back_shows_the_question_again(line: str, folder: Path) -> None:
    child = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile", "-i"],
        cwd=str(folder),
        env=environment(PS1="shell$ "),
        timeout=60,
        encoding="utf-8",
    )
    child.expect("shell[$] ")
    child.sendline(f"{QUIZGEN} {line}")
    child.expect("The Moon")
    child.expect("> " if "plain" in line else "accept")
    child.send("\x1a")
    child.expect("Stopped")
    child.sendline("fg")
    child.expect("The Moon")
    child.send("\x03")
    child.expect("shell[$] ")
    child.sendline("echo code=$?")
    child.expect("code=130")
    child.close(force=True)


def test_a_killed_line_by_line_review_keeps_each_decision(folder: Path) -> None:
    screen = Screen("review", "--plain", folder=folder)
    screen.see("> ")
    screen.child.send("a\r")
    screen.see("> ")
    os.kill(screen.child.pid, signal.SIGKILL)
    assert screen.end() == -signal.SIGKILL
    assert statuses(folder).count("kept") == 1
