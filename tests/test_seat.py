"""Which quizzes another program plays."""

import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.commands.seat import Seat

OTHER = """
import sys
from pathlib import Path
from quizgen.commands.seat import Seat
with Seat(Path(sys.argv[1])) as seat:
    print(*(seat.take(name) for name in sys.argv[2:]), flush=True)
    if seat.take("hold"):
        sys.stdin.read()
"""


def other(store: Path, *names: str) -> str:
    """Return what another program finds free."""
    command = [sys.executable, "-c", OTHER, str(store), *names]
    return subprocess.run(command, capture_output=True, text=True, check=True, input="").stdout.strip()


def test_a_quiz_is_held_until_it_is_left(tmp_path: Path) -> None:
    store = tmp_path / "quizgen.db"
    with Seat(store) as seat:
        assert seat.take("p_1") and seat.take("p_1") and seat.take("p_2")
        assert other(store, "p_1", "p_2", "p_3") == "False False True"
        seat.leave("p_1")
        assert other(store, "p_1", "p_2") == "True False"
    assert other(store, "p_1", "p_2") == "True True"


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    store = tmp_path / "quizgen.db"
    command = [sys.executable, "-c", OTHER, str(store), "p_1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout and program.stdout.readline() == "True\n"
        with Seat(store) as seat:
            assert not seat.take("p_1")
            program.kill()
            program.wait()
            assert seat.take("p_1")


@pytest.mark.parametrize("folder", ["missing", "file"])
def test_where_no_file_can_be_made_nobody_is_kept_out(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Seat(tmp_path / folder / "quizgen.db") as seat:
        assert seat.take("p_1")
        seat.leave("p_1")
