"""Blind rating: packets without scores, faults put in, and what a report counts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from quality import blind

from quizgen.model import Question, QuestionKind


def question(number: int, **changes: object) -> Question:
    """Return a short question with this order."""
    fields: dict[str, object] = {
        "uid": f"q_{number}",
        "kind": QuestionKind.SHORT,
        "prompt": f"Who opened bridge number {number}?",
        "answer": f"Engineer {number}",
        "document": "a.md",
        "template": "subject",
        "slot": "subject",
        "facts": (f"f_{number}",),
        "order": number,
        "score": 1 - number / 100,
    }
    return Question(**{**fields, **changes})  # type: ignore[arg-type]


QUESTIONS = [question(number) for number in range(1, 31)]


def test_the_first_and_some_of_the_rest() -> None:
    found = list(blind.picked(QUESTIONS, 15, 10))
    assert [each.order for group, each in found if group == "top"] == list(range(1, 16))
    assert len({each.uid for group, each in found if group == "rest"}) == 10
    assert found == list(blind.picked(list(reversed(QUESTIONS)), 15, 10))


def test_planted_faults_are_of_three_kinds() -> None:
    bad = list(blind.planted(QUESTIONS, 3))
    by_uid = {each.uid: each for each in QUESTIONS}
    assert bad[0].answer != by_uid[bad[0].uid].answer
    assert len(bad[1].prompt.split()) == len(by_uid[bad[1].uid].prompt.split()) + 1
    assert bad[2].prompt.startswith("What did it do")


def test_raters_see_options_but_no_score() -> None:
    lines = blind.shown(question(1, score=0.77))
    assert lines == "Q: Who opened bridge number 1?\nA: Engineer 1"


@pytest.mark.parametrize(
    ("kept", "rated", "low", "high"), [(9, 10, 0.60, 0.98), (0, 0, 0.0, 1.0), (90, 100, 0.83, 0.94)]
)
def test_interval(kept: int, rated: int, low: float, high: float) -> None:
    assert blind.interval(kept, rated) == pytest.approx((low, high), abs=0.01)


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([(True, True), (False, False)], 1.0),
        ([(True, False), (False, True)], -1.0),
        ([(True, True), (True, False), (False, True), (False, False)], 0.0),
        ([(True, True)], 1.0),
    ],
)
def test_kappa(pairs: list[tuple[bool, bool]], value: float) -> None:
    assert blind.kappa(pairs) == pytest.approx(value)


def test_report_counts_by_group_and_tells_who_knew_the_planted(tmp_path: Path) -> None:
    found = blind.items(_document(), QUESTIONS, 15, 5, 2)
    blind.write(tmp_path, "a", blind.packet("Bridges", "Text.", found), found)
    _rate(tmp_path / "one.tsv", {each.code: each.group != "planted" for each in found})
    _rate(tmp_path / "two.tsv", {each.code: each.group == "top" for each in found})
    done = CliRunner().invoke(blind.main, ["report", *map(str, (tmp_path, tmp_path / "one.tsv", tmp_path / "two.tsv"))])
    assert done.exit_code == 0
    assert "rater 1: 2 of 2 verdicts that are known" in done.output
    assert "group rest: 5 of 5 = 100% (57% to 100%); 0 of 5 = 0%" in done.output
    assert "agreement: 15 of 20, kappa 0.00" in done.output
    assert "score" not in (tmp_path / "a.md").read_text(encoding="utf-8").split("# Questions")[1]


def test_a_verdict_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.tsv").write_text("a-01\tkeep\na-02\tperhaps\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.tsv, line 2: 'perhaps'"):
        blind.verdicts(tmp_path / "one.tsv")


def test_proofs_are_half_kept_and_half_rejected(tmp_path: Path) -> None:
    groups = tmp_path / "groups.jsonl"
    rows = [
        {
            "context": f"Text {n}.",
            "questions": [{"question": f"What is {n} {label}?", "label": label} for label in (0, 1)],
        }
        for n in range(40)
    ]
    groups.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert CliRunner().invoke(blind.main, ["prove", str(groups), str(tmp_path)]).exit_code == 0
    keys = [json.loads(line) for line in (tmp_path / "key.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({key["code"] for key in keys}) == 30
    assert sum(key["expected"] == "keep" for key in keys) == 15


def test_raters_are_shown_half_of_the_verdicts_and_asked_for_the_others(tmp_path: Path) -> None:
    rows = [
        f"{int(n < 8)}\t{'' if n < 8 else 'vague reference'}\tWho built number {n}?\tEngineer {n}" for n in range(20)
    ]
    (tmp_path / "known.tsv").write_text("\n".join(["acceptable\tflaw\tquestion\tanswer", *rows]), encoding="utf-8")
    (tmp_path / "text.txt").write_text("Bridges.", encoding="utf-8")
    options = ["scale", *(str(tmp_path / name) for name in ("known.tsv", "text.txt", "packets"))]
    assert CliRunner().invoke(blind.main, options).exit_code == 0
    keys = [json.loads(line) for line in (tmp_path / "packets" / "key.jsonl").read_text(encoding="utf-8").splitlines()]
    shown = (tmp_path / "packets" / "reference.md").read_text(encoding="utf-8")
    assert [sum(key["expected"] == value for key in keys) for value in ("keep", "reject")] == [4, 6]
    assert shown.count("\n1 ") == 4 and shown.count("\n0 vague reference ") == 6
    assert not any(key["prompt"] in shown for key in keys)
    _rate(tmp_path / "one.tsv", {key["code"]: key["expected"] == "keep" for key in keys[:9]})
    known = [key for key in keys if key["code"] in blind.verdicts(tmp_path / "one.tsv")]
    assert "    scale: 9 of 9" in blind.report(known, [blind.verdicts(tmp_path / "one.tsv")])


def _rate(path: Path, kept: dict[str, bool]) -> None:
    lines = [f"{code}\t{'keep' if good else 'reject'}\tbecause" for code, good in kept.items()]
    path.write_text("\n".join(lines), encoding="utf-8")


def _document() -> "blind.Document":
    return blind.Document(
        uid="d_1", key="a.md", title="Bridges", text="Text.", format="markdown", digest="x", blocks=()
    )
