"""The figures of a course as lines that fit."""

import datetime as dt
from collections.abc import Sequence

import pytest

from quizgen import stats
from quizgen.counting import counted, duration, percent
from quizgen.schedule import Scheduler
from quizgen.stats.figures import Figures, Forecast, Learned, figures
from quizgen.terminal.figures import BLOCKS, PLAIN, lines, signs
from quizgen.terminal.text import cells

DAY = 86_400
START = 1_704_067_200  # a Monday
HELD = {"documents": 2, "facts": 1, "questions": 1234}
HOSTILE = "What\x1b]52;c;aGk=\x07 is \x9b31m[b]this[/b]‮?"


def answers(days: int, *, prompt: str = "What is it?") -> list[stats.Answer]:
    """Return an easy question, one that is often missed, and one that always is, answered day by day."""
    found = []
    for day in range(days):
        for uid, right in (("q_easy", True), ("q_half", day % 3 == 0), ("q_never", False)):
            found.append(
                stats.Answer(
                    question=uid,
                    at=START + day * DAY + 43_200,
                    verdict="right" if right else "wrong",
                    rating=3 if right else 1,
                    seconds=12.5,
                    document=f"seeds/{uid}-with-a-long-name-for-a-document.md",
                    kind="short",
                    prompt=prompt,
                    session=f"s{day}",
                )
            )
    return found


def told(given: Sequence[stats.Answer], *, due: Forecast = Forecast(), days: int = 60) -> Figures:  # noqa: B008
    scheduler = Scheduler()
    memory = scheduler.after(None, 3, START)
    return figures(
        given,
        learned=[Learned(question="q_easy", document="seeds/a.md", kind="short", memory=memory)] if given else [],
        options={},
        forecast=due,
        held=HELD,
        scheduler=scheduler,
        now=START + (days - 1) * DAY + 50_000,
    )


DUE = Forecast(overdue=7, days=tuple((dt.date(2024, 3, 1) + dt.timedelta(days=n), n) for n in range(30)), later=88)


@pytest.mark.parametrize("width", [1, 24, 40, 60, 72, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    shown = list(lines(told(answers(60), due=DUE), width=width))
    assert max(map(cells, shown)) <= max(width, 24)
    assert not any(line != line.rstrip() for line in shown)


def test_before_the_first_answer_there_is_little_to_say() -> None:
    assert list(lines(told([]), width=80)) == [
        "Course    2 documents, 1 fact, 1,234 questions",
        "Answers   none yet; play with 'quizgen play'",
    ]


def test_what_is_said() -> None:
    said = "\n".join(lines(told(answers(60), due=DUE), width=120))
    for words in (
        "180 answers on 60 days: 44% right, 0% close, in 37 min",
        "60 days in a row (longest 60)",
        "remembered of",
        "of 1 question learned so far, 60% would be known today",
        "Right: of all answers. Remembered, predicted: of the",
        "Most: 3 answers on",
        "overdue        7",
        "today          0",
        "later       ",
        "It is answered wrong more often than right, beyond chance:",
        " 0 of 60  What is it? (q_never)",
        "Nobody ever missed it, not even at first:",
    ):
        assert words in said, words


def test_the_heat_map_has_a_row_a_day_and_a_sign_a_level() -> None:
    shown = list(lines(told(answers(60)), width=80))
    (start,) = [number for number, line in enumerate(shown) if line == "Days"]
    rows = shown[start + 2 : start + 9]
    assert [row[:3] for row in rows] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert sum(row.count(BLOCKS[4]) for row in rows) == 60
    assert "Jan" in shown[start + 1] and "Feb" in shown[start + 1]


def test_forty_columns_take_sentences_instead_of_a_table() -> None:
    wide, narrow = ("\n".join(lines(told(answers(60)), width=width)) for width in (80, 40))
    assert "A dash: none so far." in " ".join(wide.split()) and "A dash" not in narrow
    assert "predicted  known today\n" in wide and "predicted  known" not in narrow
    assert "60 answers, 100% right" in narrow and "60 answers, 100% right" not in wide


@pytest.mark.parametrize(("encoding", "expected"), [("utf-8", BLOCKS), ("ascii", PLAIN), (None, PLAIN), ("x", PLAIN)])
def test_blocks_only_where_they_can_be_written(encoding: str | None, expected: str) -> None:
    assert signs(encoding) == expected
    shown = "".join(lines(told(answers(9)), blocks=PLAIN))
    assert not set(BLOCKS) & set(shown)


def test_nothing_of_a_text_steers_the_terminal() -> None:
    said = "\n".join(lines(told(answers(60, prompt=HOSTILE)), width=40))
    assert not any((ord(char) < 32 and char != "\n") or 127 <= ord(char) < 160 for char in said)
    assert "‮" not in said and "[b]this[/b]" in said


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 s"), (59.4, "59 s"), (60, "1 min"), (3599, "59 min"), (7380, "2 h 3 min")]
)
def test_duration(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_numbers_in_words() -> None:
    assert [counted(number, "day") for number in (0, 1, 2345)] == ["0 days", "1 day", "2,345 days"]
    assert [percent(share) for share in (None, 0.0, 0.125, 1.0)] == ["–", "0%", "12%", "100%"]
