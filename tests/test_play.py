"""``play`` over a course: what is asked on which day, and what the store knows afterwards."""

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cli_course import Invoke, Result

from quizgen.store import Store

pytestmark = pytest.mark.model

DAY = 86_400
NOON = 1_700_000_000 // DAY * DAY + DAY // 2
Play = Callable[..., Result]


HOLD = """
import sys
from pathlib import Path
from quizgen.commands.seat import Seat
with Seat(Path(sys.argv[1])) as seat:
    print(seat.take(sys.argv[2]), flush=True)
    sys.stdin.read()
"""


@contextmanager
def elsewhere(store: Path, session: str) -> Iterator[None]:
    """Let another program hold a quiz."""
    command = [sys.executable, "-c", HOLD, str(store), session]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout and program.stdout.readline() == "True\n"
        yield
        program.kill()


class Broken(io.StringIO):
    """Ctrl-C after the last line."""

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline()
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: NOON)


@pytest.fixture
def play(course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Return a function that plays with lines typed, ``day`` days after the first."""

    def run(*options: str, lines: list[str] | None = None, day: float = 0, broken: bool = False) -> Result:
        moment = [NOON + day * DAY]

        def tick() -> float:
            moment[0] += 1
            return moment[0]

        monkeypatch.setattr("time.time", tick)
        typed = "".join(f"{line}\n" for line in lines or [])
        monkeypatch.setattr("sys.stdin", Broken(typed) if broken else io.StringIO(typed))
        return invoke("play", "--plain", *options)

    return run


def rated(*ratings: int) -> list[str]:
    """Return what is typed to rate flipped cards."""
    return [line for rating in ratings for line in ("", str(rating))]


RIGHT, CLOSE, WRONG = 1, 2, 3


def opening(result: Result) -> str:
    return result.out.splitlines()[0].removesuffix(" Type :help to see what else you can type.")


def test_the_first_day_brings_twenty_new_questions(play: Play) -> None:
    result = play()
    assert opening(result) == "20 new." and "Question 1 of 20\n" in result.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--new", "3"], "3 new."),
        (["--limit", "25"], "25 new."),
        (["--limit", "5", "--new", "3"], "3 new."),
        (["--limit", "5", "--new", "9"], "5 new."),
        (["--cram", "--limit", "4"], "The schedule stays as it is."),
    ],
)
def test_how_much_is_asked_may_be_said(options: list[str], said: str, play: Play) -> None:
    assert opening(play(*options)) == said


def test_settings_say_how_much_is_asked(play: Play, course: Path) -> None:
    (course / "quizgen.toml").write_text("new_per_session = 2\nper_session = 7\n", encoding="utf-8")
    assert opening(play()) == "2 new."
    assert "Question 1 of 7\n" in play("--cram").out


def test_what_is_known_rests_and_what_is_not_comes_again(play: Play) -> None:
    first = play("--mode", "flip", "--limit", "4", lines=rated(RIGHT, CLOSE, WRONG, RIGHT))
    assert first.out.count("\nAgain in 2 days.\n") == 2
    assert first.out.count("\nAgain today, in your next quiz.\n") == 2
    assert "\nStreak: 1 day.\n" in first.out and "Remembered" not in first.out
    assert "\nWaiting: 2 still to ask today, " in first.out
    second = play("--mode", "flip", "--new", "0", lines=rated(RIGHT, RIGHT), day=0.1)
    assert opening(second) == "2 to repeat." and "Remembered" not in second.out
    assert opening(play("--mode", "flip", "--new", "1", day=2)) == "4 to repeat, 1 new."
    third = play("--mode", "flip", "--new", "0", lines=rated(RIGHT, WRONG, RIGHT, RIGHT), day=2)
    assert "\nRemembered: 3 of 4 that you had learned (75%).\n" in third.out


def test_when_nothing_is_due_it_is_said_when_something_will_be(play: Play) -> None:
    play("--mode", "flip", "--limit", "2", lines=rated(RIGHT, RIGHT))
    result = play("--new", "0", day=0.1)
    assert result.code == 8
    assert result.err == (
        "Error: Nothing is due; the next question comes in 2 days. Repeat before that with 'quizgen play --cram'.\n"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--new", "0"], "questions are new. Leave --new 0 out."),
        (
            ["--mode", "cloze", "--kind", "short"],
            "Error: None of these questions can be played in mode cloze. Make some with 'quizgen make FILE --kind",
        ),
        (["--cram", "--search", "zeppelin"], "Error: There is no question to ask."),
        (["--resume"], "Error: No quiz was broken off. Begin one with 'quizgen play'."),
    ],
)
def test_nothing_to_do(options: list[str], said: str, play: Play) -> None:
    result = play(*options)
    assert result.code == 8 and said in result.err


@pytest.mark.parametrize(
    "options",
    [
        ["--players", "Ann"],
        ["--players", "Ann,ann"],
        ["--players", "A,,B"],
        ["--tui"],
        ["--time", "soon"],
        ["--time", "0"],
        ["--time", "-3m"],
        ["--limit", "0"],
        ["--new", "-1"],
        ["--mode", "match"],
    ],
)
def test_what_cannot_be_meant(options: list[str], play: Play) -> None:
    assert play(*options).code == 2


def test_every_question_suspended(play: Play, course: Path, invoke: Invoke) -> None:
    with Store.open(course / "data" / "quizgen.db") as store:
        for row in invoke("questions", "--format", "jsonl").rows:
            store.suspend(row["uid"], at=NOON)
    result = play()
    assert result.code == 8 and "quizgen unsuspend ID" in result.err


@pytest.mark.parametrize("options", [["--cram"], ["--players", "Ann,Ben"]])
def test_the_schedule_stays_as_it_is(options: list[str], play: Play, course: Path) -> None:
    result = play("--mode", "flip", "--limit", "2", *options, lines=[*rated(RIGHT, WRONG), ":quit"])
    assert result.code == 0 and "Again in" not in result.out and "Waiting" not in result.out
    with Store.open(course / "data" / "quizgen.db") as store:
        assert [answer.rating for answer in store.answers()] == [0, 0]
        assert all(card.memory is None for card in store.cards().values())


@pytest.mark.parametrize(("names", "limit", "total"), [("Ann,Ben", 2, 4), ("Ann,Ben,Cas", 1, 3)])
def test_a_limit_is_for_each_player(names: str, limit: int, total: int, play: Play) -> None:
    assert f"Question 1 of {total} · Ann's turn\n" in play("--players", names, "--limit", str(limit)).out


def test_players_get_as_many_questions_each(play: Play, invoke: Invoke) -> None:
    for number in range(5):
        assert invoke("add", "--prompt", f"Zanzibar {number}?", "--answer", f"{number}").code == 0
    assert "Question 1 of 4 " in play("--players", "Ann,Ben", "--search", "Zanzibar", "--limit", "9").out
    assert "Question 1 of 5 " in play("--players", "A,B,C,D,E,F", "--search", "Zanzibar").out


def test_two_players_get_ten_questions_each(play: Play, course: Path) -> None:
    result = play("--mode", "flip", "--players", "Ann, Ben", lines=rated(RIGHT, WRONG, RIGHT))
    assert opening(result) == "Ann and Ben take turns." and "Question 1 of 20 · Ann's turn\n" in result.out
    assert "\n1. Ann: 2 of 2 right\n2. Ben: 0 of 1 right\n" in result.out
    with Store.open(course / "data" / "quizgen.db") as store:
        assert [answer.players for answer in store.answers()] == [("Ann",), ("Ben",), ("Ann",)]


@pytest.mark.parametrize("time", ["20s", "20S"])
def test_time_ends_a_quiz(time: str, play: Play) -> None:
    result = play("--mode", "flip", "--time", time, lines=rated(*[RIGHT] * 20))
    assert "Question 1 of 20 · 0:20 left\n" in result.out and "\nThe time is over.\n" in result.out
    assert 0 < result.out.count("\nright\n") < 15


@pytest.mark.parametrize(("time", "left"), [("3", "3:00"), ("3m", "3:00"), ("1h", "60:00"), ("2min", "2:00")])
def test_times_have_units(time: str, left: str, play: Play) -> None:
    assert f"Question 1 of 20 · {left} left\n" in play("--time", time).out


def test_an_answer_counts_at_once_and_undo_takes_it_back(play: Play, course: Path) -> None:
    play("--mode", "flip", "--limit", "3", lines=[*rated(RIGHT, WRONG), ":undo", ":quit"])
    with Store.open(course / "data" / "quizgen.db") as store:
        assert [answer.rating for answer in store.answers()] == [3]
        assert sum(card.memory is not None for card in store.cards().values()) == 1


def test_a_rating_of_the_players_own(play: Play, course: Path) -> None:
    result = play("--mode", "flip", "--limit", "2", lines=[*rated(RIGHT), ":easy", ":again", ":hard", ":quit"])
    assert result.out.count("\nRated ") == 3 and "\nAgain in 8 days.\n" in result.out
    with Store.open(course / "data" / "quizgen.db") as store:
        assert [answer.rating for answer in store.answers()] == [2]


def test_asking_the_missed_ones_again_moves_nothing(play: Play, course: Path) -> None:
    result = play("--mode", "flip", "--limit", "2", lines=[*rated(WRONG, RIGHT), ":retry", *rated(RIGHT), ""])
    assert "\nOnce more 1 of 1\n" in result.out
    with Store.open(course / "data" / "quizgen.db") as store:
        assert [answer.rating for answer in store.answers()] == [1, 3, 0]


def test_editing_keeps_the_schedule(play: Play, course: Path, invoke: Invoke) -> None:
    lines = [*rated(RIGHT), ":edit last", "What is it, then?", "", "", ":quit"]
    play("--mode", "flip", "--kind", "short", "--limit", "2", lines=lines)
    edited = invoke("questions", "--search", "What is it, then?", "--format", "jsonl").rows[0]
    with Store.open(course / "data" / "quizgen.db") as store:
        memory = store.memory(str(edited["uid"]))
    assert edited["status"] == "edited" and memory and memory.due > NOON + DAY


def broken_off(play: Play, *options: str) -> Result:
    result = play("--mode", "flip", "--limit", "5", *options, lines=rated(RIGHT, WRONG), broken=True)
    assert result.code == 130 and result.err.startswith("The rest is kept.")
    return result


def test_a_quiz_goes_on_where_it_was_broken_off(play: Play) -> None:
    broken_off(play)
    result = play("--resume", lines=[*rated(RIGHT, RIGHT, RIGHT), ""], day=0.5)
    assert opening(result) == "Going on where you stopped." and "\nQuestion 3 of 5\n" in result.out
    assert "\nScore: 4 of 5 right, 1 wrong.\n" in result.out and "To look at again:" in result.out
    assert play("--resume").code == 8


def test_what_was_answered_before_the_break_can_be_taken_back(play: Play, course: Path) -> None:
    broken_off(play)
    play("--resume", lines=[":undo", ":undo", *rated(WRONG), ":quit"])
    with Store.open(course / "data" / "quizgen.db") as store:
        assert [answer.rating for answer in store.answers()] == [1]


def test_players_and_time_go_on_too(play: Play) -> None:
    broken_off(play, "--players", "Ann,Ben", "--time", "1h")
    result = play("--resume")
    assert "Question 3 of 10 · Ann's turn · 59:" in result.out and "1. Ann: 1 of 1 right" in result.out


def test_in_a_pipe_nothing_is_asked_but_the_quiz_is_named(play: Play) -> None:
    broken_off(play)
    result = play("--limit", "3")
    assert result.err == (
        "Your last quiz (--mode flip --limit 5) was broken off just now: 2 of 5 answered. "
        "It waits: quizgen play --resume\n"
    )
    assert "Question 1 of 3\n" in result.out
    resumed = play("--resume", lines=[":quit"])
    assert "\nQuestion 3 of 5\n" in resumed.out
    assert play("--no-resume").err == ""


def test_who_begins_another_one_is_not_asked_again(play: Play) -> None:
    broken_off(play)
    assert play("--no-resume", "--limit", "2", lines=[":quit"]).err == ""
    assert play("--limit", "2", lines=[":quit"]).err == "" and play("--resume").code == 8


def test_a_quiz_is_named_by_the_options_it_was_begun_with(play: Play) -> None:
    options = [
        "--time",
        "1h",
        "--document",
        "*",
        "--kind",
        "short,choice",
        "--kind",
        "cloze",
        "--cram",
        "--seed",
        "a b",
    ]
    broken_off(play, *options)
    named = "--mode flip --limit 5 --time 3600s --cram --seed 'a b' --document '*' --kind short,choice --kind cloze"
    assert f"Your last quiz ({named}) was broken off" in play().err


def test_a_quiz_that_another_program_plays_is_not_offered(play: Play, course: Path) -> None:
    broken_off(play)
    with Store.open(course / "data" / "quizgen.db") as store:
        (left,) = store.unfinished()
        with elsewhere(store.path, left.session):
            assert play(lines=[":quit"]).err == ""
            refused = play("--resume")
    assert refused.code == 8 and "Your quiz is still open in another window." in refused.err
    assert "\nQuestion 3 of 5\n" in play("--resume").out


@pytest.mark.parametrize(("lines", "broken", "day"), [([":quit"], False, 0), ([], False, 0), ([], True, 2)])
def test_what_ended_or_is_old_is_not_offered(lines: list[str], broken: bool, day: float, play: Play) -> None:
    play("--limit", "3", lines=lines, broken=broken)
    assert play("--limit", "3", day=day).err == ""


def test_two_quizzes_of_a_day_ask_different_new_questions(play: Play) -> None:
    asked: list[Any] = []
    for _ in range(2):
        result = play("--mode", "flip", "--limit", "3", lines=rated(*[RIGHT] * 3))
        asked += [line for line in result.out.splitlines() if line.endswith("?")]
    assert len(set(asked)) == len(asked)


def test_notes_of_a_day_are_one_streak(play: Play) -> None:
    for day, streak in enumerate(["1 day", "2 days in a row", "3 days in a row"]):
        result = play("--mode", "flip", "--limit", "1", "--cram", lines=rated(RIGHT), day=day)
        assert f"\nStreak: {streak}.\n" in result.out
    assert "\nStreak: 1 day.\n" in play("--mode", "flip", "--limit", "1", "--cram", lines=rated(RIGHT), day=5).out


def test_names_that_the_texts_give_are_as_right(play: Play, invoke: Invoke) -> None:
    added = invoke("add", "--prompt", "Who sent it?", "--answer", "ASO", "--document", "seeds/mars-probe.txt")
    assert added.code == 0
    result = play("--search", "Who sent it?", lines=["Alpine Space Organisation", ""])
    assert "\nright\nAnswer: ASO\n" in result.out
