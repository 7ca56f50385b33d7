"""Pairs of a right answer and a typed one with the verdict of a fair teacher, from many subjects."""

from pathlib import Path

import pytest

from quizgen.grading import Verdict, grade

TABLE = Path(__file__).with_name("answer_pairs.tsv")
HEADER, *PAIRS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]


def test_the_table_is_whole() -> None:
    assert HEADER == ["expected", "given", "accepted", "class", "aliases"]
    assert len(PAIRS) > 1000 and {len(pair) for pair in PAIRS} == {5}
    assert len({tuple(pair) for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("kind", sorted({pair[3] for pair in PAIRS}))
@pytest.mark.parametrize("accepted", ["1", "0"])
def test_a_fair_teacher_agrees(kind: str, accepted: str) -> None:
    chosen = [pair for pair in PAIRS if pair[2:4] == [accepted, kind]]
    assert [pair for pair in chosen if verdict(pair[0], pair[1], pair[4]) != accepted] == []


def verdict(expected: str, given: str, aliases: str) -> str:
    accept = [alias for alias in aliases.split(";") if alias]
    return "1" if grade(given, expected, accept) is Verdict.RIGHT else "0"
