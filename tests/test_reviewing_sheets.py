"""A spreadsheet goes out, is edited in any program, and comes back without harming anything."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from store_fakes import Course, sky_and_sea

from quizgen import curation
from quizgen.errors import InputError, NothingToDo, UsageError
from quizgen.model import Filter, Question, QuestionStatus
from quizgen.reviewing import merging, sheets

Rows = list[dict[str, str]]
Edit = Callable[[Rows], None]


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = sky_and_sea(tmp_path)
    yield made
    made.store.close()


def exported(course: Course, name: str = "review.tsv") -> Path:
    path = course.folder / name
    sheets.export(course.store, path, filter=Filter())
    return path


def rows_of(path: Path) -> Rows:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter="\t"))


def save(path: Path, rows: Rows, **options: str) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(rows[0]), delimiter=options.get("delimiter", "\t"), quoting=csv.QUOTE_MINIMAL)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode(options.get("encoding", "utf-8"), "replace"))


def row(rows: Rows, words: str) -> dict[str, str]:
    (found,) = [one for one in rows if words in one["prompt"]]
    return found


def plan_of(course: Course, edit: Edit, **options: bool) -> merging.Plan:
    path = exported(course)
    rows = rows_of(path)
    edit(rows)
    save(path, rows)
    return merging.compare(course.store, merging.read(path), **options)


def imported(course: Course, path: Path) -> merging.Plan:
    sheet = merging.read(path)
    plan = merging.compare(course.store, sheet)
    merging.apply(course.store, sheet, plan, now=course.now + 1)
    return plan


def question(course: Course, words: str) -> Question:
    return course.store.question(course.question(words).uid)


@pytest.mark.parametrize("name", ["review.tsv", "review.xlsx", "REVIEW.XLSX"])
def test_what_nobody_edited_changes_nothing(course: Course, name: str) -> None:
    curation.reject(course.store, [course.question("Mars").uid], reason="=too easy", now=1)
    curation.edit(course.store, course.question("krill").uid, now=2, accept=["-1", "a | b"], tags=["sea"])
    before = course.content()
    plan = merging.compare(course.store, merging.read(exported(course, name)))
    assert (plan.changes, plan.left, plan.same) == ((), (), 5)
    assert course.content() == before


def test_doubtful_ones_stand_first_and_decided_ones_last(course: Course) -> None:
    in_order = [one["uid"] for one in rows_of(exported(course))]
    curation.keep(course.store, [in_order[0]], now=1)
    curation.tag(course.store, [in_order[3]], add=["flagged"], now=1)
    wanted = [in_order[3], in_order[1], in_order[2], in_order[4], in_order[0]]
    assert [one["uid"] for one in rows_of(exported(course))] == wanted


@pytest.mark.parametrize("name", ["review.tsv", "review.xlsx"])
def test_edited_cells_change_questions_in_one_step(course: Course, name: str) -> None:
    before = course.content()["question"]
    path = exported(course, name)
    edits = {"Mars": {"decision": "Keep", "answer": "two moons"}, "Moon": {"decision": "reject", "reason": "too easy"}}
    edits["whale"] = {"accept": "Krill | small shrimp", "tags": "sea | food"}
    (save_xlsx if name.endswith("xlsx") else save_tsv)(path, edits)
    plan = imported(course, path)
    assert [one.cells[0].column for one in plan.changes] == ["accept", "decision", "decision"]
    assert (plan.left, plan.same) == ((), 2)
    mars, moon, whale = (question(course, words) for words in ("Mars", "The Moon", "whale"))
    assert (mars.answer, mars.status) == ("two moons", QuestionStatus.KEPT)
    assert next(option.text for option in mars.options if option.correct) == "two moons"
    assert (moon.status, course.store.standing(moon.uid)[-1].reason) == (QuestionStatus.REJECTED, "too easy")
    assert (whale.accept, whale.tags) == (("Krill", "small shrimp"), ("sea", "food"))
    assert len(curation.undo(course.store, now=course.now + 2)) == 4
    unchanged = [{**row, "modified": 0} for row in course.content()["question"]]
    assert unchanged == [{**row, "modified": 0} for row in before]


def save_tsv(path: Path, edits: dict[str, dict[str, str]]) -> None:
    rows = rows_of(path)
    for words, cells in edits.items():
        row(rows, words).update(cells)
    save(path, rows)


def save_xlsx(path: Path, edits: dict[str, dict[str, str]]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["Questions"]
    header = [cell.value for cell in sheet[1]]
    for cells in sheet.iter_rows(min_row=2):
        for words, changes in edits.items():
            if words in str(cells[header.index("prompt")].value):
                for name, text in changes.items():
                    cells[header.index(name)].value = text
    book.save(path)


def test_the_columns_are_those_that_a_teacher_understands(course: Course) -> None:
    (first, *_) = rows_of(exported(course))
    assert list(first) == [
        *("uid", "decision", "prompt", "answer", "accept", "options", "tags", "reason"),
        *("kind", "source", "document", "score", "warnings", "check"),
    ]
    assert first["source"].count("»") == 1


def test_a_workbook_has_a_list_to_choose_from_and_explains_itself(course: Course) -> None:
    book = openpyxl.load_workbook(exported(course, "review.xlsx"))
    sheet = book["Questions"]
    (listed,) = sheet.data_validations.dataValidation
    assert (listed.formula1, str(listed.sqref)) == ('"keep,reject"', "B2:B6")
    assert sheet.freeze_panes == "C2"
    assert sheet.column_dimensions["N"].hidden
    assert [cell.value for cell in book["Help"]["A"]][1:] == [look.name for look in sheets.LOOKS]


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-5 moons", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_no_cell_runs(course: Course, text: str) -> None:
    curation.edit(course.store, course.question("Mars").uid, now=1, answer=text, prompt=f"{text} on Mars?")
    raw = exported(course).read_text(encoding="utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(raw), delimiter="\t") for cell in line]
    assert f"'{text}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    sheet = openpyxl.load_workbook(exported(course, "review.xlsx"))["Questions"]
    (cell,) = [cell for line in sheet for cell in line if cell.value == text]
    assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)
    assert not [cell for line in sheet for cell in line if cell.data_type == "f"]
    assert merging.compare(course.store, merging.read(exported(course))).changes == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", ["\t", ",", ";"])
@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_forms_that_programs_save_in(course: Course, encoding: str, delimiter: str, ends: str) -> None:
    curation.edit(course.store, course.question("Mars").uid, now=1, answer='“two”, or "2"; café', accept=["Ångström"])
    path = exported(course)
    rows = rows_of(path)
    row(rows, "Mars")["decision"] = "keep"
    save(path, rows, encoding=encoding, delimiter=delimiter)
    path.write_bytes(path.read_bytes().replace("\r\n".encode(_plain(encoding)), ends.encode(_plain(encoding))))
    plan = merging.compare(course.store, merging.read(path))
    assert ([one.cells[0].column for one in plan.changes], plan.left) == (["decision"], ())


def _plain(encoding: str) -> str:
    return {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)


def test_reordered_missing_and_foreign_columns_and_rows(course: Course) -> None:
    path = exported(course)
    rows = [{"My notes": "x", **dict(reversed(one.items()))} for one in rows_of(path)[:0:-1]]
    for one in rows:
        del one["tags"], one["source"]
    row(rows, "Mars")["decision"] = "keep"
    save(path, rows)
    path.write_text("My review of Monday\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    sheet = merging.read(path)
    assert (sheet.unread, sheet.missing) == (("my notes",), ("tags",))
    plan = merging.compare(course.store, sheet)
    number = 4 + rows.index(row(rows, "Mars"))
    assert [(one.number, one.change.action) for one in plan.changes] == [(number, "keep")]
    assert (plan.left, plan.same) == ((), 3)


def swap_ids(rows: Rows) -> None:
    rows[0]["uid"], rows[1]["uid"] = rows[1]["uid"], rows[0]["uid"]
    rows[0]["decision"] = "reject"


def other_id(rows: Rows) -> None:
    rows[0] |= {"uid": "q_" + "0" * 32, "decision": "reject", "check": ""}


def short_id(rows: Rows) -> None:
    rows[0] |= {"uid": rows[0]["uid"][:12], "decision": "reject", "check": ""}


def no_id(rows: Rows) -> None:
    rows[0] |= {"uid": "", "decision": "reject"}


def twice(rows: Rows) -> None:
    rows.append({**rows[0], "decision": "reject"})


def sort_answers(rows: Rows) -> None:
    answers = [one["answer"] for one in rows]
    for one, answer in zip(rows, [*answers[1:], answers[0]], strict=True):
        one["answer"] = answer


def fill_down(rows: Rows) -> None:
    rows[1]["prompt"] = rows[2]["prompt"] = rows[0]["prompt"]


def empty_cells(rows: Rows) -> None:
    rows[0] |= {"prompt": "", "answer": " ", "options": ""}


def strange_words(rows: Rows) -> None:
    rows[0]["decision"], rows[1]["decision"] = "x", "maybe"


def lone_reason(rows: Rows) -> None:
    rows[0]["reason"] = "too easy"


def swallowed(rows: Rows) -> None:
    rows[0]["answer"] = f"3\n{rows[1]['uid']}\tkeep"


def wrong_is_right(rows: Rows) -> None:
    row(rows, "Mars")["options"] = "2 moons | two moons | 3"
    row(rows, "Mars")["accept"] = "two moons"


def errors(rows: Rows) -> None:
    rows[0]["prompt"], rows[1]["answer"] = "#NAME?", "#VALUE!"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (swap_ids, "belongs to another row"),
        (other_id, "no question with its id"),
        (short_id, "id was changed"),
        (no_id, "no id"),
        (twice, "same id"),
        (sort_answers, "sorted without the others"),
        (fill_down, "prompt of row"),
        (empty_cells, "emptied"),
        (strange_words, "is no decision"),
        (lone_reason, "only beside the decision reject"),
        (swallowed, "quotation mark"),
        (wrong_is_right, "wrong option is a right answer"),
        (errors, "error"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_not_certain_is_left_and_said(course: Course, edit: Edit, words: str) -> None:
    before = course.content()
    plan = plan_of(course, edit)
    assert plan.changes == ()
    assert plan.left and all(one.why for one in plan.left)
    assert any(words in one.why for one in plan.left)
    assert course.content() == before


def clear(rows: Rows) -> None:
    for one in rows:
        one.update(dict.fromkeys(one, ""))


def cut(rows: Rows) -> None:
    del rows[2:]


def typed_by_a_program(rows: Rows) -> None:
    rows[0]["prompt"] = rows[0]["prompt"].replace(" ", "\u00a0") + " "
    rows[1]["uid"] = rows[1]["uid"].upper()


@pytest.mark.parametrize("edit", [clear, cut, typed_by_a_program], ids=lambda edit: edit.__name__)
def test_what_says_nothing_new_is_not_even_mentioned(course: Course, edit: Edit) -> None:
    plan = plan_of(course, edit)
    assert (plan.changes, plan.left) == ((), ())


def test_a_prompt_that_the_store_changed_meanwhile_is_not_overwritten(course: Course) -> None:
    path = exported(course)
    mars = course.question("Mars").uid
    curation.edit(course.store, mars, now=5, prompt="How many moons circle Mars?")
    rows = rows_of(path)
    row(rows, "Mars")["answer"] = "two"
    save(path, rows)
    sheet = merging.read(path)
    plan = merging.compare(course.store, sheet)
    assert plan.changes == ()
    assert "How many moons circle Mars?" in plan.left[0].why
    forced = merging.compare(course.store, sheet, overwrite=True)
    assert [cell.column for cell in forced.changes[0].cells] == ["answer"]


def test_what_only_the_store_changed_is_no_change_of_the_file(course: Course) -> None:
    path = exported(course)
    curation.edit(course.store, course.question("Mars").uid, now=5, answer="two", tags=["mars"])
    plan = merging.compare(course.store, merging.read(path))
    assert (plan.changes, plan.left, plan.same) == ((), (), 5)


def test_a_decision_made_meanwhile_stands_and_the_rest_is_taken(course: Course) -> None:
    path = exported(course)
    curation.reject(course.store, [course.question("Mars").uid], now=5)
    rows = rows_of(path)
    row(rows, "Mars").update(decision="keep", tags="mars")
    save(path, rows)
    plan = imported(course, path)
    assert [one.column for one in plan.left] == ["decision"]
    mars = question(course, "Mars")
    assert (mars.status, mars.tags) == (QuestionStatus.REJECTED, ("mars",))


def test_an_import_twice_changes_nothing_more(course: Course) -> None:
    path = exported(course)
    save_tsv(path, {"Mars": {"decision": "keep", "prompt": "Moons of Mars?"}, "whale": {"decision": "reject"}})
    assert len(imported(course, path).changes) == 2
    plan = merging.compare(course.store, merging.read(path))
    assert (plan.changes, plan.left) == ((), ())


def test_without_the_check_whatever_differs_is_a_change(course: Course) -> None:
    path = exported(course)
    rows = rows_of(path)
    for one in rows:
        del one["check"]
    row(rows, "Mars")["answer"] = "two"
    save(path, rows)
    sheet = merging.read(path)
    assert sheet.missing == ("check",)
    assert [one.cells[0].after for one in merging.compare(course.store, sheet).changes] == ["two"]


def test_a_decision_is_kept_when_the_question_is_edited(course: Course) -> None:
    curation.reject(course.store, [course.question("Mars").uid], reason="dull", now=1)
    path = exported(course)
    save_tsv(path, {"Mars": {"answer": "two"}})
    imported(course, path)
    mars = question(course, "Mars")
    assert (mars.answer, mars.status) == ("two", QuestionStatus.REJECTED)
    assert course.store.standing(mars.uid)[-1].reason == "dull"


def test_an_emptied_decision_is_said_and_takes_nothing_back(course: Course) -> None:
    curation.keep(course.store, [course.question("Mars").uid], now=1)
    plan = plan_of(course, lambda rows: row(rows, "Mars").update(decision=""))
    assert (plan.changes, "takes nothing back" in plan.left[0].why) == ((), True)


def test_a_plan_that_no_longer_holds_is_not_applied(course: Course) -> None:
    path = exported(course)
    save_tsv(path, {"Mars": {"answer": "two"}, "Moon": {"decision": "keep"}})
    sheet = merging.read(path)
    plan = merging.compare(course.store, sheet)
    curation.edit(course.store, course.question("Mars").uid, now=5, answer="both")
    before = course.content()
    with pytest.raises(UsageError, match="changed while you looked"):
        merging.apply(course.store, sheet, plan, now=6)
    assert course.content() == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.tsv", b"prompt\tanswer\nWho?\tI\n", "no line of headings"),
        ("a.tsv", b"", "empty"),
        ("a.ods", b"PK\x03\x04", "no workbook"),
        ("a.numbers", b"PK\x03\x04", "no workbook"),
        ("a.xlsx", b"PK\x03\x04 broken", "no workbook"),
        ("a.csv", b"PK\x03\x04 zipped", "no workbook"),
        ("a.xls", b"\xd0\xcf\x11\xe0 \0 old", "binary file"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=words):
        merging.read(tmp_path / name)


def test_a_missing_file_and_a_strange_name_are_refused(course: Course) -> None:
    with pytest.raises(InputError, match="No such file"):
        merging.read(course.folder / "none.tsv")
    with pytest.raises(UsageError, match="ends in"):
        sheets.export(course.store, course.folder / "review.docx", filter=Filter())
    with pytest.raises(NothingToDo):
        sheets.export(course.store, course.folder / "none.tsv", filter=Filter(kinds=("match",)))
    assert not (course.folder / "none.tsv").exists()
