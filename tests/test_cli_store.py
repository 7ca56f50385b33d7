"""The commands that list, explain, decide, export and ask."""

import csv
import io
from pathlib import Path

import pytest
from cli_course import Invoke

from quizgen.config import Settings
from quizgen.difficulty import level

pytestmark = pytest.mark.model

LISTINGS = ["sources", "facts", "questions", "drops"]


def first(invoke: Invoke, listing: str = "questions", *options: str) -> dict[str, object]:
    row: dict[str, object] = invoke(listing, "--format", "jsonl", *options).rows[0]
    return row


def uid(invoke: Invoke, *options: str) -> str:
    return str(first(invoke, "questions", *options)["uid"])


@pytest.mark.parametrize("listing", LISTINGS)
def test_listings_have_three_formats(listing: str, course: Path, invoke: Invoke) -> None:
    rows = invoke(listing, "--format", "jsonl").rows
    table, csv = invoke(listing), invoke(listing, "--format", "csv")
    assert (table.code, csv.code) == (0, 0)
    assert len(table.out.splitlines()) == len(rows) + 2
    assert csv.out.splitlines()[0].split(",") == list(rows[0])


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_table_fits_the_terminal(listing: str, course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (120, 60, 40):
        monkeypatch.setenv("COLUMNS", str(width))
        assert max(map(len, invoke(listing).out.splitlines())) <= width


@pytest.mark.parametrize("listing", [*LISTINGS, "due", "quality --all", "codes", "templates list"])
@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_id_and_no_code_is_cut(
    width: int, listing: str, course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    head, rule, *lines = invoke(*listing.split()).out.splitlines()
    first = rule.split()[0]
    firsts = {line[: len(first)].strip() for line in lines} - {""}
    assert firsts and not any("…" in text for text in firsts)
    if head.startswith("uid"):
        assert {len(text) for text in firsts} == {10}
    assert max(map(len, lines)) <= width


def test_forty_columns_still_say_all_of_a_question_or_fact(
    course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    question, fact = first(invoke), first(invoke, "facts")
    asked, stated = (" ".join(invoke(name, "--limit", "1").out.split()) for name in ("questions", "facts"))
    assert str(question["uid"])[:10] in asked and f"{question['prompt']} → {question['answer']}" in asked
    assert all(str(fact[part]) in stated for part in ("subject", "relation", "object"))


def test_flagged_questions_are_found_with_their_reasons(
    course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, *_ = (str(row["uid"]) for row in invoke("questions", "--format", "jsonl").rows)
    invoke("tag", one, "--add", "flagged::too-hard")
    invoke("tag", two, "--add", "flagged")
    found = invoke("questions", "--tag", "flagged").out.splitlines()
    assert "tags" in found[0].split() and len(found) == 4 and "flagged::too-hard" in found[2]
    assert len(invoke("questions", "--tag", "flagged*", "--format", "jsonl").rows) == 2
    assert len(invoke("questions", "--tag", "flagged::too*", "--format", "jsonl").rows) == 1
    monkeypatch.setenv("COLUMNS", "40")
    assert "flagged::too-hard" in invoke("questions", "--tag", "flagged").out
    assert invoke("tag", one, "--remove", "flagged::too-hard").code == 0
    assert len(invoke("questions", "--tag", "flagged", "--format", "jsonl").rows) == 1


@pytest.mark.parametrize(
    ("listing", "options"),
    [
        ("sources", ["--document", "seeds/cells.md"]),
        ("sources", ["--document", "*/cells.*"]),
        ("sources", ["--document", "Chapter 3: The Cell"]),
        ("sources", ["--search", "mitochondria"]),
        ("facts", ["--kind", "definition"]),
        ("facts", ["--kind", "definition,event", "--status", "new"]),
        ("facts", ["--search", "cell wall"]),
        ("questions", ["--kind", "short", "--kind", "cloze"]),
        ("questions", ["--min-score", "0.01", "--limit", "3"]),
        ("questions", ["--document", "seeds/mars-probe.txt", "--search", "lander"]),
        ("drops", ["--code", "no-fact"]),
        ("drops", ["--code", "clean", "--limit", "1"]),
        ("drops", ["--stage", "resolve,extract"]),
        ("drops", ["--stage", "select", "--code", "low-score"]),
        ("questions", ["--difficulty", "hard"]),
        ("questions", ["--difficulty", "0.5..0.6", "--kind", "short"]),
    ],
)
def test_a_listing_can_be_narrowed(listing: str, options: list[str], course: Path, invoke: Invoke) -> None:
    every, some = invoke(listing, "--format", "jsonl").rows, invoke(listing, "--format", "jsonl", *options).rows
    assert 0 < len(some) < len(every)
    assert all(row in every for row in some)


def test_a_drop_says_on_which_line_it_stands(course: Path, invoke: Invoke) -> None:
    rows = invoke("drops", "--document", "seeds/mars-probe.txt", "--format", "jsonl").rows
    lines = Path("seeds/mars-probe.txt").read_text(encoding="utf-8").splitlines()
    whole = [row for row in rows if row["stage"] in ("clean", "resolve", "extract")]
    assert whole and all(row["text"].split()[0] in lines[row["line"] - 1] for row in whole)
    stages = [row["stage"] in ("question", "select") for row in rows]
    assert stages == sorted(stages) and all(row["line"] for row in rows)


def test_every_question_says_how_hard_it_is(course: Path, invoke: Invoke) -> None:
    assert "level" in invoke("questions").out.splitlines()[0].split()
    rows = invoke("questions", "--format", "jsonl").rows
    assert {row["level"] for row in rows} == {level(row["difficulty"]) for row in rows}
    table = csv.DictReader(io.StringIO(invoke("questions", "--difficulty", "hard", "--format", "csv").out))
    assert {(row["level"], level(float(row["difficulty"]))) for row in table} == {("hard", "hard")}


def test_a_worksheet_says_how_hard_questions_are_if_asked(course: Path, invoke: Invoke) -> None:
    assert "*(hard)*" in invoke("export", "markdown", "-o", "-", "--levels", "--difficulty", "hard").out
    assert "*(hard)*" not in invoke("export", "markdown", "-o", "-").out
    assert invoke("export", "anki", "-o", "a.apkg", "--levels").code == 2


def test_play_asks_as_hard_as_is_wanted(course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(":quit\n"))
    number = len(invoke("questions", "--difficulty", "hard", "--format", "jsonl").rows)
    asked = min(number, Settings().new_per_session)
    assert f"Question 1 of {asked}\n" in invoke("play", "--plain", "--mode", "flip", "--difficulty", "hard").out


def test_what_a_person_decided_is_never_below_the_score(course: Path, invoke: Invoke) -> None:
    kept, edited, *_ = (row["uid"] for row in reversed(invoke("questions", "--format", "jsonl").rows))
    invoke("keep", str(kept))
    invoke("edit", str(edited), "--answer", "something else")
    invoke("add", "--prompt", "Who?", "--answer", "I", "--document", "seeds/cells.md")
    Path("quizgen.toml").write_text("min_score = 1\n", encoding="utf-8")
    rows = invoke("export", "jsonl", "-o", "-").rows
    assert {row["uid"] for row in rows} >= {kept, edited} and len(rows) == 3
    assert invoke("questions", "--min-score", "1", "--format", "jsonl").rows == rows


def test_a_word_gives_the_questions_that_say_it(course: Path, invoke: Invoke) -> None:
    rows = invoke("why", "membrane", "--format", "jsonl").rows
    asked = invoke("questions", "--search", "membrane", "--limit", "20", "--format", "jsonl").rows
    assert rows and [row["uid"] for row in rows] == [row["uid"] for row in asked]
    assert all(row["document"] == "seeds/cells.md" and row["line"] for row in rows)
    assert str(asked[0]["uid"]) in invoke("why", "Membrane").out


def test_edit_shows_the_question_as_it_now_is(course: Path, invoke: Invoke) -> None:
    assert invoke("add", "--prompt", "Who?", "--answer", "I", "--option", "You", "--option", "They").code == 0
    asked = uid(invoke, "--kind", "choice", "--search", "who")
    result = invoke("edit", asked, "--accept", "me", "--tag", "mine")
    said = ["accept: me", "option: You", "option: They", "tag: mine"]
    assert [line.strip() for line in result.out.splitlines()[1:-1]] == said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["why", "zeppelins"], 2),
        (["questions", "--difficulty", "simple"], 2),
        (["questions", "--difficulty", "0.9..0.1"], 2),
        (["questions", "--difficulty", "0.98..0.99"], 8),
        (["drops", "--stage", "nowhere"], 2),
        (["questions", "--search", "zeppelin"], 8),
        (["questions", "--tag", "nowhere"], 8),
        (["questions", "--document", "seeds/none.md"], 2),
        (["facts", "--status", "rejected"], 8),
        (["why", "q_ffffffffffffffff"], 2),
        (["why", "zeppelins never fly"], 2),
        (["keep", "q_"], 2),
        (["reject", "nonsense"], 2),
        (["edit", "q_ffff", "--answer", "x"], 2),
        (["undo"], 8),
        (["export", "csv", "-o", "x.csv", "--reviewed-only"], 8),
        (["export", "anki", "-o", "seeds"], 7),
        (["play", "--kind", "order", "--search", "zeppelin"], 8),
        (["templates", "explain", "nonsense"], 2),
        (["stats", "--zone", "Nowhere/Land"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said(arguments: list[str], code: int, course: Path, invoke: Invoke) -> None:
    result = invoke(*arguments)
    assert result.code == code
    assert result.out == "" and result.err.startswith("Error: ") and result.err.count("\n") == 1


@pytest.mark.parametrize("listing", ["questions", "facts", "drops", "sources", "due"])
def test_a_search_without_result_says_what_to_do(listing: str, course: Path, invoke: Invoke) -> None:
    told = "Error: Nothing matches. Search for other words, or leave an option out.\n"
    assert invoke(listing, "--search", "zeppelin").err == told


def test_an_empty_course_says_what_to_do(empty: Path, invoke: Invoke) -> None:
    (empty / "page.txt").write_text("Mars\n\nMars has two moons.\n", encoding="utf-8")
    assert invoke("ingest", "page.txt").code == 0
    for listing in ("facts", "questions", "drops"):
        assert invoke(listing).err == "Error: There is nothing yet. Run 'quizgen make' first.\n"
    assert invoke("questions", "--format", "jsonl").code == 8


@pytest.mark.parametrize("command", [*LISTINGS, "stats", "check", "orphans", "undo", "why q_1", "play", "extract"])
def test_without_a_store_the_way_to_one_is_said(command: str, empty: Path, invoke: Invoke) -> None:
    result = invoke(*command.split())
    assert (result.code, result.out) == (4, "")
    assert "quizgen make" in result.err
    assert list(empty.iterdir()) == []


def test_keep_and_reject_are_kept_over_a_new_run(course: Path, invoke: Invoke) -> None:
    one, two = (row["uid"] for row in invoke("questions", "--format", "jsonl", "--limit", "2").rows)
    assert invoke("keep", one).code == 0
    assert invoke("reject", two[:12], "--reason", "too easy").code == 0
    assert invoke("make", "seeds").code == 0
    statuses = {row["uid"]: row["status"] for row in invoke("questions", "--format", "jsonl").rows}
    assert (statuses[one], statuses[two]) == ("kept", "rejected")
    assert invoke("export", "csv", "-o", "kept.csv", "--reviewed-only").err == "kept.csv: 1 questions\n"


def test_undo_goes_back_one_decision_after_another(course: Path, invoke: Invoke) -> None:
    asked = uid(invoke)
    named = f"{asked[:10]} “{first(invoke)['prompt']}”"
    assert invoke("reject", asked).code == 0
    assert invoke("tag", asked, "--add", "exam").code == 0
    assert invoke("undo").out == f"Took back: tag {named}\n  tags: exam → (none)\n"
    assert invoke("undo").out == f"Took back: reject {named}\n  status: rejected → new\n"
    assert first(invoke)["status"] == "new"


def test_undo_says_what_changes(course: Path, invoke: Invoke) -> None:
    question = first(invoke, "questions", "--kind", "short")
    asked, answer = str(question["uid"]), question["answer"]
    invoke("edit", asked, "--prompt", "What, then?", "--answer", "That", "--accept", "this")
    assert invoke("undo").out.splitlines() == [
        f"Took back: edit {asked[:10]} “{question['prompt']}”",
        f"  prompt: What, then? → {question['prompt']}",
        f"  answer: That → {answer}",
        f"  accept: this → {'; '.join(question['accept']) or '(none)'}",  # type: ignore[arg-type]
        "  status: edited → new",
    ]


def test_decisions_name_questions_and_facts(course: Path, invoke: Invoke) -> None:
    question, fact = first(invoke), first(invoke, "facts")
    asked, stated = str(question["uid"])[:10], str(fact["uid"])[:10]
    back = "Take it back with: quizgen undo\n"
    for command, said in (("keep", "Kept"), ("reject", "Rejected")):
        assert invoke(command, asked).out == f"{said} {asked} “{question['prompt']}”\n{back}"
    assert invoke("tag", asked, "--add", "exam").out == f"Tagged {asked} “{question['prompt']}”\n  tags: exam\n{back}"
    told = invoke("keep", stated).out
    assert told.startswith(f"Kept {stated} “{fact['subject']} | {fact['relation']}") and told.endswith(f"”\n{back}")


def test_many_decisions_are_not_all_named(course: Path, invoke: Invoke) -> None:
    uids = [str(row["uid"]) for row in invoke("questions", "--format", "jsonl", "--limit", "8").rows]
    kept = invoke("keep", *uids).out.splitlines()
    assert (
        kept[0] == "Kept 8:"
        and kept[1].startswith(f"  {uids[0][:10]} “")
        and kept[6:]
        == [
            "  and 3 more",
            "Take it back with: quizgen undo",
        ]
    )
    taken = invoke("undo").out.splitlines()
    assert len(taken) == 11 and taken[-1] == "Took back 3 more decisions"
    invoke("keep", *uids[:6])
    assert invoke("undo").out.splitlines()[-1] == "Took back 1 more decision"


def test_suspending_names_questions_too(course: Path, invoke: Invoke) -> None:
    question = first(invoke)
    named = f"{str(question['uid'])[:10]} “{question['prompt']}”"
    back = f"Take it back with: quizgen unsuspend {str(question['uid'])[:10]}\n"
    assert invoke("suspend", str(question["uid"])).out == f"Suspended {named}\n{back}"
    assert invoke("unsuspend", str(question["uid"])).out == f"Asked again: {named}\n"


def test_edit_changes_a_question_for_good(course: Path, invoke: Invoke) -> None:
    asked = uid(invoke, "--kind", "short")
    result = invoke("edit", asked, "--prompt", "What, then?", "--answer", "That", "--accept", "this", "--tag", "mine")
    assert (result.code, "What, then?  →  That" in result.out) == (0, True)
    assert invoke("make", "seeds").code == 0
    found = first(invoke, "questions", "--tag", "mine")
    assert (found["uid"], found["status"], found["prompt"]) == (asked, "edited", "What, then?")
    assert (found["answer"], found["accept"]) == ("That", ["this"])


def test_edit_in_an_editor(course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = uid(invoke, "--kind", "short")

    def changed(text: str, extension: str) -> str:
        return "".join("answer: Other\n" if line.startswith("answer:") else f"{line}\n" for line in text.splitlines())

    monkeypatch.setattr("click.edit", changed)
    assert invoke("edit", asked, "--editor").code == 0
    assert first(invoke, "questions", "--search", "Other")["answer"] == "Other"


@pytest.mark.parametrize(("answer", "code"), [("", 8), (None, 8), ("nonsense\n", 2), ("prompt: a\n", 2)])
def test_an_editor_that_says_nothing_useful(
    answer: str | None, code: int, course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.edit", lambda text, extension: answer)
    before = first(invoke)
    assert invoke("edit", uid(invoke), "--editor").code == code
    assert first(invoke) == before


def test_add_writes_a_question_by_hand(course: Path, invoke: Invoke) -> None:
    options = ["--option", "Two", "--option", "Three", "--tag", "own", "--document", "seeds/cells.md"]
    assert invoke("add", "--prompt", "How many?", "--answer", "One", *options).code == 0
    found = first(invoke, "questions", "--tag", "own")
    assert (found["kind"], found["answer"], found["document"]) == ("choice", "One", "seeds/cells.md")
    assert invoke("make", "seeds").code == 0
    assert first(invoke, "questions", "--tag", "own")["uid"] == found["uid"]


def test_why_leads_from_a_question_to_its_line(course: Path, invoke: Invoke) -> None:
    question = first(invoke, "questions", "--document", "seeds/cells.md", "--kind", "short")
    source = question["source"]
    assert isinstance(source, dict)
    result = invoke("why", str(question["uid"])[:14])
    assert result.code == 0
    assert f"seeds/cells.md:{source['line']}" in result.out
    assert "»" in result.out and "fact f_" in result.out and "template " in result.out


def test_the_explanation_marks_the_answer_in_every_medium(course: Path, invoke: Invoke) -> None:
    rows = invoke("questions", "--kind", "short,numeric,cloze,choice", "--format", "jsonl").rows
    marked = [row for row in rows if row["explanation"].count("**") == 2]
    assert len(marked) == len(rows)
    said = [row for row in rows if f"**{row['answer']}**".casefold() in row["explanation"].casefold()]
    assert len(said) > len(rows) * 0.7
    sheet = invoke("export", "markdown", "-o", "-").out
    assert all(f"– {row['explanation']}\n" in sheet for row in said if not set("[]&|$~") & set(row["explanation"]))
    table = csv.DictReader(io.StringIO(invoke("export", "csv", "-o", "-").out))
    assert {row["uid"]: row["explanation"] for row in table}.items() >= {
        (row["uid"], row["explanation"]) for row in said
    }


def test_why_marks_the_answer_also_where_references_are_spelled_out(course: Path, invoke: Invoke) -> None:
    rows = invoke("questions", "--document", "seeds/mars-probe.txt", "--kind", "short", "--format", "jsonl").rows
    question = next(row for row in rows if f"[**{row['answer']}**]" in row["explanation"])
    said = question["explanation"].replace("**", "»", 1).replace("**", "«", 1)
    assert f"read as: {said}" in invoke("why", question["uid"]).out


def test_why_knows_what_became_of_words(course: Path, invoke: Invoke) -> None:
    dropped = first(invoke, "drops", "--code", "extract")
    assert str(dropped["code"]) in invoke("why", str(dropped["text"])).out


@pytest.mark.parametrize(
    ("format", "name", "begins"),
    [("anki", "q.apkg", b"PK"), ("csv", "q.csv", b"uid,"), ("jsonl", "q.jsonl", b"{"), ("markdown", "q.md", b"#")],
)
def test_export_writes_every_format(format: str, name: str, begins: bytes, course: Path, invoke: Invoke) -> None:
    result = invoke("export", format, "-o", name, "--document", "seeds/cells.md")
    assert result.code == 0
    assert Path(name).read_bytes().startswith(begins)
    assert (result.out, result.err.startswith(f"{name}: ")) == ("", True)


def test_export_to_standard_output(course: Path, invoke: Invoke) -> None:
    before = sorted(course.iterdir())
    result = invoke("export", "jsonl", "-o", "-")
    assert result.rows == invoke("questions", "--format", "jsonl").rows
    assert sorted(course.iterdir()) == before


def test_play_grades_on_standard_input(course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    made = invoke("questions", "--kind", "short", "--format", "jsonl").rows
    question = next(row for row in made if len(invoke("questions", "--search", row["prompt"]).out.splitlines()) == 3)
    options = ["--mode", "typed", "--search", question["prompt"], "--limit", "1", "--seed", "1"]
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{question['answer']}\n\n"))
    result = invoke("play", "--plain", *options)
    assert result.code == 0
    assert "\nright\n" in result.out and "\x1b" not in result.out
    totals = [row for row in invoke("stats", "--format", "jsonl").rows if row["group"] == "total"]
    assert [(row["count"], row["right"]) for row in totals] == [(1, 1)]


def test_play_records_flags_accepted_answers_and_undo(
    course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["utter nonsense", ":accept", ":flag last too hard", "more nonsense", ":undo", ":quit"]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    assert invoke("play", "--plain", "--mode", "typed", "--limit", "2", "--seed", "1").code == 0
    flagged = first(invoke, "questions", "--tag", "flagged::too-hard")
    assert "utter nonsense" in flagged["accept"]  # type: ignore[operator]
    assert [row["count"] for row in invoke("stats", "--format", "jsonl").rows if row["group"] == "total"] == [1]


def test_two_quizzes_with_one_seed_are_equal(course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    played = []
    for _ in range(2):
        monkeypatch.setattr("sys.stdin", io.StringIO(":quit\n"))
        played.append(invoke("play", "--plain", "--seed", "spring").out)
    assert played[0] == played[1]


def test_check_finds_nothing_wrong_in_a_fresh_store(course: Path, invoke: Invoke) -> None:
    result = invoke("check")
    assert (result.code, result.out) == (0, "")


def test_orphans_are_listed_and_deleted(course: Path, invoke: Invoke) -> None:
    assert invoke("orphans").err == "There is none.\n"
    page = course / "seeds" / "extra.txt"
    page.write_text("Extra\n\nThe river Elbe is 1,094 kilometres long. It reaches the sea.\n", encoding="utf-8")
    assert (invoke("ingest", "seeds").code, invoke("extract").code) == (0, 0)
    page.unlink()
    assert invoke("ingest", "seeds", "--sync").code == 0
    assert invoke("orphans").code == 0
    assert invoke("orphans", "--delete").err.startswith("Deleted ")
    assert invoke("orphans").err == "There is none.\n"


def test_templates_are_listed_explained_and_tried(course: Path, invoke: Invoke) -> None:
    assert invoke("templates").out == invoke("templates", "list").out
    question = first(invoke, "questions", "--kind", "short")
    template, fact = str(question["template"]), question["facts"][0]  # type: ignore[index]
    assert f"id          {template}" in invoke("templates", "explain", template).out
    assert "Variables:" in invoke("templates", "explain").out
    tried = invoke("templates", "try", template, fact)
    assert (tried.code, "→" in tried.out) == (0, True)
    codes = {
        invoke("templates", "try", row["id"], fact).code
        for row in invoke("templates", "list", "--format", "jsonl").rows
    }
    assert codes == {0, 8}


def test_sentences_become_tuples_without_a_store(empty: Path, invoke: Invoke) -> None:
    Path("lines.txt").write_text("Marie Curie discovered polonium in 1898.\nNothing here\n", encoding="utf-8")
    result = invoke("facts", "--sentences", "lines.txt", "--format", "openie")
    assert result.code == 0
    sentence, confidence, relation, *arguments = result.out.splitlines()[0].split("\t")
    assert sentence == "Marie Curie discovered polonium in 1898."
    assert 0 < float(confidence) <= 1
    assert (relation, arguments[:2]) == ("discovered", ["Marie Curie", "polonium"])
    assert [path.name for path in empty.iterdir()] == ["lines.txt"]
