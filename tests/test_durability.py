"""What stops ``make`` half way leaves a store that is sound, and the next ``make`` completes what it began."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cli_course import Invoke

from quizgen import cli
from quizgen.commands import common
from quizgen.store import Store, connection

pytestmark = pytest.mark.model

NOW = 1_760_000_000
COMMAND = [sys.executable, "-m", "quizgen", "make", "texts"]
MOON = """The Moon

Neil Armstrong was born in Ohio in 1930. Apollo 11 landed on the Moon on 20 July 1969. The crew collected 21 kilograms
of rock. A satellite is an object that moves around a planet.
"""
MARS = """Mars

Viking 1 landed on Mars on 20 July 1976. Mars has two moons. Asaph Hall discovered Phobos in 1877.
"""

# Runs a command, and stops itself with a signal before the n-th statement that it sends to the store.
STOPPED = """
import os, signal, sys
from quizgen import cli
from quizgen.commands import common
from quizgen.store.connection import Connection

number, name, now, *arguments = sys.argv[1:]
run, count = Connection._run, 0

def counting(self, sql, parameters=()):
    global count
    count += 1
    if count == int(number):
        os.kill(os.getpid(), getattr(signal, name))
    return run(self, sql, parameters)

Connection._run = counting
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
common.now = lambda: int(now)
code = cli.run(arguments)
print("statements", count)
sys.exit(code)
"""


@dataclass(frozen=True)
class Begun:
    """A course folder before a run, how many statements the run takes, and the decks that come of it."""

    folder: Path
    statements: int
    decks: dict[str, bytes]


def make_until(folder: Path, number: int, name: str = "SIGKILL") -> subprocess.CompletedProcess[str]:
    """Run ``make`` until its statement ``number``; 0 lets it finish."""
    arguments = [str(number), name, str(NOW + 100), "make", "texts"]
    return subprocess.run([sys.executable, "-c", STOPPED, *arguments], cwd=folder, capture_output=True, text=True)


def decks(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("decks/**/*") if path.is_file()}


def write(folder: Path, **texts: str) -> None:
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")


def copied(source: Path, target: Path) -> Path:
    shutil.copytree(source, target, dirs_exist_ok=True)
    return target


@pytest.fixture(scope="module", params=["a new course", "a changed course"])
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    folder = tmp_path_factory.mktemp("begun")
    write(folder, moon=MOON, mars=MARS)
    if request.param == "a changed course":
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            patch.setattr(common, "now", lambda: NOW)
            assert cli.run(["make", "texts"]) == 0
        write(folder, moon=MOON.replace("1930", "1931"), mars=MARS.replace("Mars has two moons. ", ""))
    whole = copied(folder, tmp_path_factory.mktemp("whole"))
    done = make_until(whole, 0)
    assert (done.returncode, done.stderr) == (0, "")
    return Begun(folder, int(done.stdout.split()[-1]), decks(whole))


@pytest.mark.parametrize(
    ("name", "share"),
    [("SIGKILL", 0.05), ("SIGKILL", 0.4), ("SIGKILL", 0.7), ("SIGKILL", 0.99), ("SIGINT", 0.3), ("SIGINT", 0.6)],
)
def test_what_is_stopped_can_be_completed(
    begun: Begun, empty: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch, name: str, share: float
) -> None:
    copied(begun.folder, empty)
    monkeypatch.setattr(common, "now", lambda: NOW + 100)
    stopped = make_until(empty, max(1, int(share * begun.statements)), name)
    expected = (-signal.SIGKILL, "") if name == "SIGKILL" else (cli.INTERRUPTED, "\n")
    assert (stopped.returncode, stopped.stderr) == expected
    if Path("data/quizgen.db").stat().st_size:
        assert invoke("check").code == 0
    assert invoke("make", "texts").code == 0
    assert decks(empty) == begun.decks
    assert "Nothing has changed" in invoke("make", "texts").out


def test_two_runs_at_once_do_not_harm_each_other(empty: Path, invoke: Invoke) -> None:
    write(empty, moon=MOON, mars=MARS)
    runs = [subprocess.Popen(COMMAND, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for run in runs:
        _, said = run.communicate()
        assert (run.returncode, said) == (0, "") or (run.returncode, said.count("\n")) == (4, 1)
    assert invoke("check").code == 0
    assert invoke("make", "texts").code == 0
    assert len(decks(empty)) == 2


def test_a_store_that_another_program_writes_to_is_four(
    empty: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(empty, moon=MOON)
    assert invoke("make", "texts").code == 0
    write(empty, moon=MOON.replace("1930", "1931"))
    before, opened = decks(empty), connection._database
    monkeypatch.setattr(connection, "_database", lambda uri, patience: opened(uri, 0))
    with Store.open(Path("data/quizgen.db")) as other, other.transaction():
        refused = invoke("make", "texts")
    assert (refused.code, refused.out) == (4, "")
    assert refused.err.startswith("Error: Another program is writing to the store (")
    assert refused.err.count("\n") == 1
    assert decks(empty) == before
    assert invoke("make", "texts").code == 0


def test_a_full_disk_under_a_deck_is_seven_and_loses_nothing(
    empty: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write(empty, moon=MOON)
    monkeypatch.setattr(common, "now", lambda: NOW)
    assert invoke("make", "texts").code == 0
    before = decks(empty)
    write(empty, moon=MOON.replace("1930", "1931"))
    monkeypatch.setattr(common, "now", lambda: NOW + 100)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        refused = invoke("make", "texts")
    assert (refused.code, refused.err.count("\n")) == (7, 1)
    assert "moon.apkg" in refused.err
    assert decks(empty) == before
    assert invoke("check").code == 0
    assert "changed" in invoke("make", "texts").out
    assert decks(empty) != before


def test_a_full_disk_under_the_store_is_four_and_loses_nothing(
    empty: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = connection._database

    def cramped(uri: str, patience: float) -> Any:
        db = opened(uri, patience)
        pages = db.execute("pragma page_count").fetchone()[0]
        db.execute(f"pragma max_page_count = {pages + 1}")
        return db

    write(empty, moon=MOON)
    assert invoke("make", "texts").code == 0
    before, texts = decks(empty), invoke("questions", "--format", "jsonl").out
    write(empty, mars=MARS * 9)
    with monkeypatch.context() as patch:
        patch.setattr(connection, "_database", cramped)
        refused = invoke("make", "texts")
    assert (refused.code, refused.err.count("\n")) == (4, 1)
    assert "The disk is full" in refused.err
    assert (decks(empty), invoke("questions", "--format", "jsonl").out) == (before, texts)
    assert invoke("check").code == 0
    assert invoke("make", "texts").code == 0
    assert len(decks(empty)) == 2
