"""``review --export`` and ``review --import`` on the command line."""

import csv
import io
from pathlib import Path

import click
import pytest
from cli_course import Invoke

Rows = list[dict[str, str]]


def rows_of(path: Path) -> Rows:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter="\t"))


def save(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t")
        writer.writeheader()
        writer.writerows(rows)


def exported(invoke: Invoke, *options: str) -> tuple[Path, Rows]:
    assert invoke("review", "--export", "r.tsv", *options).code == 0
    return Path("r.tsv"), rows_of(Path("r.tsv"))


@pytest.mark.model
def test_a_round_trip(course: Path, invoke: Invoke) -> None:
    path, rows = exported(invoke, "--document", "seeds/cells.md", "--limit", "4")
    rows[0] |= {"decision": "keep"}
    rows[1] |= {"decision": "reject", "reason": "too easy"}
    rows[2] |= {"prompt": "What is this?"}
    save(path, rows)
    done = invoke("review", "--import", "r.tsv", "--yes")
    assert done.code == 0, done.err
    assert "prompt was: " in done.out and "       now: What is this?" in done.out
    assert "is no question" not in done.out
    assert "3 questions would change; 1 row says nothing new." in done.out
    assert "Changed 3 questions. Take all of it back with: quizgen undo" in done.out
    statuses = {row["uid"]: row["status"] for row in invoke("questions", "--format", "jsonl").rows}
    assert [statuses[row["uid"]] for row in rows] == ["kept", "rejected", "edited", "new"]
    assert invoke("undo").out.count("Took back: ") == 3
    assert {row["status"] for row in invoke("questions", "--format", "jsonl").rows} == {"new"}


@pytest.mark.model
def test_it_asks_and_takes_no_for_an_answer(course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    path, rows = exported(invoke)
    rows[0]["decision"] = "keep"
    save(path, rows)
    monkeypatch.setattr(click, "confirm", lambda *_, **__: False)
    done = invoke("review", "--import", "r.tsv")
    assert (done.code, "Nothing was changed." in done.out) == (0, True)
    assert {row["status"] for row in invoke("questions", "--format", "jsonl").rows} == {"new"}


@pytest.mark.model
def test_without_an_answer_nothing_is_changed(course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    path, rows = exported(invoke)
    rows[0]["decision"] = "keep"
    save(path, rows)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    done = invoke("review", "--import", "r.tsv")
    assert (done.code, "Repeat with --yes" in done.err) == (2, True)
    assert {row["status"] for row in invoke("questions", "--format", "jsonl").rows} == {"new"}


@pytest.mark.model
def test_what_is_left_out_is_named_and_gives_code_1(course: Path, invoke: Invoke) -> None:
    path, rows = exported(invoke)
    rows[0]["decision"] = "keep"
    rows[1] |= {"uid": "q_" + "0" * 32, "check": "", "decision": "reject"}
    save(path, rows)
    done = invoke("review", "--import", "r.tsv", "--yes")
    assert done.code == 1
    assert "Row 3, " in done.err and "this course has no question with its id" in done.err
    again = invoke("review", "--import", "r.tsv", "--yes")
    assert (again.code, "0 questions would change" in again.out) == (1, True)


@pytest.mark.model
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--import", "none.tsv"], 3, "No such file"),
        (["--export", "r.docx"], 2, "ends in .tsv or .xlsx"),
        (["--export", "r.tsv", "--import", "r.tsv"], 2, "do not go together"),
        (["--plain", "--web"], 2, "do not go together"),
        (["--export", "r.tsv", "--kind", "choice", "--search", "xyzzy"], 8, "No question matches"),
        (["--export", "seeds/cells.md/r.tsv"], 7, "Cannot write the file"),
    ],
)
def test_what_cannot_be_done(course: Path, invoke: Invoke, arguments: list[str], code: int, words: str) -> None:
    done = invoke("review", *arguments)
    assert (done.code, words in done.err) == (code, True), done.err


@pytest.mark.model
def test_an_unchanged_file_has_nothing_to_do(course: Path, invoke: Invoke) -> None:
    assert invoke("review", "--export", "r.xlsx").code == 0
    done = invoke("review", "--import", "r.xlsx")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1].startswith("The file says nothing new, so nothing was changed.")


@pytest.mark.model
def test_a_file_of_which_nothing_counts_says_so(course: Path, invoke: Invoke) -> None:
    path, rows = exported(invoke)
    rows[0]["decision"] = "x"
    save(path, rows)
    done = invoke("review", "--import", "r.tsv", "--yes")
    assert (done.code, done.out.splitlines()[-1]) == (1, "Nothing was changed.")
    assert "'x' is no decision; write keep (or accept, yes, ok) or reject (or no, bad)" in done.err


@pytest.mark.model
def test_only_what_waits_is_exported_where_asked_for(course: Path, invoke: Invoke) -> None:
    _, rows = exported(invoke)
    invoke("keep", rows[0]["uid"])
    uids = [row["uid"] for row in exported(invoke, "--waiting")[1]]
    assert uids == [row["uid"] for row in rows[1:]]
    assert [row["uid"] for row in exported(invoke)[1]] == [*uids, rows[0]["uid"]]
    assert len(exported(invoke, "--waiting", "--limit", "2")[1]) == 2
    assert (done := invoke("review", "--export", "w.tsv", "--waiting", "--status", "kept")).code == 8
    assert "No question waits" in done.err
    invoke("keep", *uids)
    assert "No question waits" in invoke("review", "--export", "w.tsv", "--waiting").err
    for refused in (["--waiting"], ["--waiting", "--web"], ["--waiting", "--export", "x.tsv", "--all"]):
        assert invoke("review", *refused).code == 2


@pytest.mark.model
def test_rejected_questions_are_exported_where_asked_for(course: Path, invoke: Invoke) -> None:
    _, rows = exported(invoke)
    invoke("reject", rows[0]["uid"], "--reason", "dull")
    assert len(exported(invoke)[1]) == len(rows) - 1
    assert len(exported(invoke, "--all")[1]) == len(rows)
    (rejected,) = exported(invoke, "--status", "rejected")[1]
    assert (rejected["decision"], rejected["reason"]) == ("reject", "dull")


@pytest.mark.model
def test_an_export_spares_what_somebody_wrote(course: Path, invoke: Invoke) -> None:
    path, rows = exported(invoke)
    invoke("keep", rows[0]["uid"])
    assert len(exported(invoke)[1]) == len(rows)  # nobody wrote into it
    at = next(at for at, row in enumerate(rows) if at and row["kind"] == "short")  # which takes any answer
    for edits, where, way in (
        ({"answer": "another"}, f"(row {at + 2})", "Import it first"),
        ({"decision": "perhaps"}, f"(row {at + 2})", "Correct and import them"),
        ({"my notes": "look it up"}, "(column my notes)", "Move them elsewhere"),
    ):
        save(path, [row | edits if row is rows[at] or "my notes" in edits else row for row in rows])
        before = path.read_bytes()
        done = invoke("review", "--export", "r.tsv")
        assert (done.code, f"edits that quizgen does not have {where}" in done.err) == (2, True), done.err
        assert f"{way}, choose another name, or delete the file" in " ".join(done.err.split())
        assert path.read_bytes() == before
    path.write_text("my shopping list", encoding="utf-8")
    assert "not exported by quizgen" in invoke("review", "--export", "r.tsv").err
    assert path.read_text(encoding="utf-8") == "my shopping list"


@pytest.mark.model
def test_a_flaw_that_an_edit_brings_is_said_before_it_is_made(
    course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, rows = exported(invoke, "--kind", "short")
    save(path, [rows[0] | {"prompt": "The cell of a plant"}, rows[1] | {"tags": "exam"}])
    monkeypatch.setattr(click, "confirm", lambda *_, **__: False)
    shown = invoke("review", "--import", "r.tsv").out
    assert "now: The cell of a plant\n  But the prompt is no question.\n" in shown and shown.count("  But ") == 1, shown
