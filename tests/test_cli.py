"""The frame of the command line: exit codes, messages, help, interruptions and pipes."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pexpect
import pytest

from quizgen import cli, errors

QUIZGEN = [sys.executable, "-m", "quizgen"]


@pytest.fixture
def failing() -> Iterator[Callable[[BaseException], None]]:
    """Add a command ``boom`` that raises what it is given."""

    def add(error: BaseException) -> None:
        @cli.cli.command("boom")
        def boom() -> None:
            raise error

    yield add
    cli.cli.commands.pop("boom", None)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (errors.UsageError("There is no id 'x'"), 2, "Error: There is no id 'x'.\n"),
        (errors.InputError("Binary", where="a.txt"), 3, "Error: Binary (a.txt).\n"),
        (errors.StoreError("Locked", where="q.db", todo="Wait"), 4, "Error: Locked (q.db). Wait.\n"),
        (errors.SchemaTooNew("Too new"), 4, "Error: Too new.\n"),
        (errors.ModelError("Missing"), 5, "Error: Missing.\n"),
        (errors.TemplateError("Broken"), 6, "Error: Broken.\n"),
        (errors.OutputError("Full"), 7, "Error: Full.\n"),
        (errors.NothingToDo("Nothing matches"), 8, "Error: Nothing matches.\n"),
        (errors.InputError("evil \x1b[2J name\nnext"), 3, "Error: evil  name next.\n"),
        (OSError(28, "No space left on device", "out"), 7, "Error: No space left on device (out). Check the disk"),
        (click.UsageError("Bad."), 2, "Error: Bad (quizgen"),
        (KeyboardInterrupt(), 130, "\n"),
        (click.Abort(), 130, "\n"),
    ],
)
def test_every_failure_is_a_line_and_an_exit_code(
    error: BaseException,
    code: int,
    said: str,
    failing: Callable[[BaseException], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    failing(error)
    assert cli.run(["boom"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)


def test_a_bug_is_not_hidden(failing: Callable[[BaseException], None]) -> None:
    failing(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        cli.run(["boom"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["make"],
        ["make", "x.txt", "--date", "2024-02-30"],
        ["make", "x.txt", "--date", "tomorrow"],
        ["make", "x.txt", "--as", "../x.txt"],
        ["questions", "--kind", "riddle"],
        ["questions", "--kind", "cloze,riddle"],
        ["questions", "--limit", "0"],
        ["questions", "--limit", "many"],
        ["questions", "--status", "lost"],
        ["questions", "--format", "xml"],
        ["export", "anki"],
        ["export", "word", "-o", "x"],
        ["facts", "--format", "openie"],
        ["facts", "--sentences", "-"],
        ["schema", "nonsense"],
        ["keep"],
        ["why"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_two_and_says_where_help_is(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Error: ") and "--help" in err and err.count("\n") == 1


def test_without_arguments_the_help_comes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 2
    assert "Usage: quizgen" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("quizgen, version ")


def test_help_of_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    context = click.Context(cli.cli)
    for name in cli.cli.list_commands(context):
        assert cli.run([name, "--help"]) == 0
        assert f"Usage: quizgen {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["quizgen.toml", "other.toml"])
def test_a_broken_settings_file_stops_only_where_it_counts(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QUIZGEN_DB", raising=False)
    (tmp_path / name).write_text("modle = 1", encoding="utf-8")
    code = cli.run(["stats"])
    err = capsys.readouterr().err
    assert (code, "Unknown setting 'modle'" in err) == ((2, True) if name == "quizgen.toml" else (4, False))


def environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in {"QUIZGEN_DB", "COLUMNS"}}


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    with subprocess.Popen(
        [*QUIZGEN, "schema", "questions"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(), said) == (0, b"")


@pytest.mark.terminal
@pytest.mark.parametrize("columns", [40, 60])
def test_messages_are_broken_between_words(columns: int, tmp_path: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "quizgen", "questions", "--difficulty", "impossible"],
        cwd=str(tmp_path),
        env=environment(),
        dimensions=(12, columns),
        timeout=30,
    )
    told = child.read().decode().splitlines()
    child.close()
    assert child.exitstatus == 2 and len(told) > 2
    assert max(map(len, told)) <= columns
    assert " ".join(line.strip() for line in told).startswith("Error: Invalid value for '--difficulty': 'impossible'")
    assert "See 'quizgen questions --help'." in " ".join(line.strip() for line in told)


def test_messages_are_one_line_in_a_pipe(tmp_path: Path) -> None:
    wrong = [*QUIZGEN, "questions", "--difficulty", "impossible"]
    done = subprocess.run(wrong, cwd=tmp_path, env=environment() | {"COLUMNS": "40"}, capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*QUIZGEN, "codes"], stdout=full, stderr=subprocess.PIPE, env=environment(), text=True)
    assert (done.returncode, done.stderr.startswith("Error: ")) == (7, True)
    assert "Traceback" not in done.stderr


def test_completion_is_offered() -> None:
    done = subprocess.run(
        QUIZGEN, env=environment() | {"_QUIZGEN_COMPLETE": "bash_source"}, capture_output=True, text=True, check=True
    )
    assert "_QUIZGEN_COMPLETE=bash_complete" in done.stdout


def test_completion_knows_the_words_of_an_option() -> None:
    asked = {"_QUIZGEN_COMPLETE": "bash_complete", "COMP_WORDS": "quizgen questions --kind cl", "COMP_CWORD": "3"}
    done = subprocess.run(QUIZGEN, env=environment() | asked, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["plain,cloze"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_terminal_will_do(encoding: str) -> None:
    done = subprocess.run(
        [*QUIZGEN, "codes"], env=environment() | {"PYTHONIOENCODING": encoding}, capture_output=True, check=True
    )
    assert done.stdout
