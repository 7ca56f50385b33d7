"""What several test modules use."""

import shutil
from pathlib import Path

import pytest
from cli_course import SEEDS, Invoke, Result
from hypothesis import settings

from quizgen import cli, errors

# The same examples in every run: a red test says that the change is at fault. Search with --hypothesis-profile=default.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")


errors.UNFORESEEN = ()  # here a rule that breaks off is a red test, not a reason code


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course folder with two documents, read and turned into decks; only to be copied."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "seeds").mkdir()
    for name in ("cells.md", "mars-probe.txt"):
        shutil.copy(SEEDS / name, folder / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("QUIZGEN_DB", raising=False)
        assert cli.run(["make", "seeds"]) == 0
    return folder


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("QUIZGEN_DB", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def course(empty: Path, made: Path) -> Path:
    """Work in a copy of the course folder with two documents."""
    shutil.copytree(made, empty, dirs_exist_ok=True)
    return empty


@pytest.fixture
def invoke(capsys: pytest.CaptureFixture[str]) -> Invoke:
    """Return a function that runs a command and says what it left behind."""

    def run(*arguments: str) -> Result:
        capsys.readouterr()
        code = cli.run(arguments)
        return Result(code, *capsys.readouterr())

    return run
