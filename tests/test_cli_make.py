"""make and its steps: what they read, write, say and leave alone."""

import re
import shutil
from pathlib import Path

import pytest
from cli_course import SEEDS, Invoke

pytestmark = pytest.mark.model

TEXT = """The Moon

Neil Armstrong was born in Ohio in 1930. Apollo 11 landed on the Moon on 20 July 1969. The crew collected 21 kilograms
of rock. A satellite is an object that moves around a planet.
"""


def write(path: str, text: str = TEXT) -> Path:
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def decks(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.apkg"))


def test_make_says_what_it_read_made_and_left_out(course: Path, invoke: Invoke) -> None:
    shutil.rmtree("data")
    result = invoke("make", "seeds")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Documents: 2 (new 2) in data/quizgen.db\nSentences: ")
    for said in ("\nQuestions: ", "\nLeft out of the texts: ", "\nQuestions not taken: ", "\nNext: quizgen review"):
        assert said in result.out
    assert re.search(r"^  +\d+ no-fact: no pattern sees a fact in the sentence$", result.out, re.M)
    assert re.search(r"^  +\d+ per-fact: better questions about the same fact were taken$", result.out, re.M)
    numbers = re.findall(r"^(Left|Questions not).*: (\d+)|^  +(\d+) (?:for )?[a-z-]+", result.out, re.M)
    assert sum(int(whole or 0) for _, whole, _ in numbers) == sum(int(part or 0) for *_, part in numbers) > 0
    count = len(in_use(invoke))
    assert f"\nNot reviewed yet: {count}. Decks and quizzes have them too; " in result.out
    assert "Retired:" not in result.out
    assert "Deck: decks/seeds/cells.apkg (" in result.out
    assert decks(course) == ["decks/seeds/cells.apkg", "decks/seeds/mars-probe.apkg"]


def test_the_second_run_changes_nothing(course: Path, invoke: Invoke) -> None:
    before = invoke("questions", "--format", "jsonl").out
    assert "Nothing has changed since the last run." in invoke("make", "seeds").out
    assert invoke("questions", "--format", "jsonl").out == before


def test_what_a_deck_had_and_is_not_asked_any_more_is_explained(course: Path, invoke: Invoke) -> None:
    cells = [row["uid"] for row in in_use(invoke) if row["document"] == "seeds/cells.md"]
    invoke("reject", *cells)
    out = invoke("make", "seeds/cells.md").out
    again = invoke("make", "seeds/cells.md").out
    assert f"Deck: decks/seeds/cells.apkg (no questions; retired {len(cells)})\n" in again
    assert "Retired: cards that an earlier deck had; the new one marks them" in out
    assert "Not reviewed yet" not in out


def test_a_change_is_no_unchanged_run(course: Path, invoke: Invoke) -> None:
    page = course / "seeds" / "cells.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\nA virus is a particle that infects cells.\n", encoding="utf-8"
    )
    result = invoke("make", "seeds")
    assert "Documents: 2 (changed 1, unchanged 1)" in result.out
    assert "Nothing has changed" not in result.out


def test_only_the_documents_given_are_touched(course: Path, invoke: Invoke) -> None:
    shutil.rmtree("decks")
    assert invoke("make", "seeds/cells.md").code == 0
    assert decks(course) == ["decks/seeds/cells.apkg"]
    assert len(invoke("sources", "--format", "jsonl").rows) == 2


def test_one_package_for_all(course: Path, invoke: Invoke) -> None:
    shutil.rmtree("decks")
    result = invoke("make", "seeds", "--deck", "out/all.apkg")
    assert result.code == 0
    assert decks(course) == ["out/all.apkg"]


def test_a_lost_deck_is_written_again(course: Path, invoke: Invoke) -> None:
    Path("decks/seeds/cells.apkg").unlink()
    assert invoke("make", "seeds").code == 0
    assert len(decks(course)) == 2


def test_what_cannot_be_read_is_skipped_and_named(empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9)
    result = invoke("make", "moon.txt", "picture.txt", "missing.txt")
    assert result.code == 1
    assert "Skipped picture.txt: " in result.err and "Skipped missing.txt: " in result.err
    assert decks(empty) == ["decks/moon.apkg"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, 3),
        (b"", 3),
        (b"\0\1\2\3" * 99, 3),
        ("Der Mond ist ein Himmelskörper, der sich um die Erde bewegt. Er ist rund. " * 9, 3),
        ("What do you think? Who knows? And why not? Where would we be if nobody asked? " * 3, 8),
    ],
    ids=["missing", "empty", "binary", "not English", "no facts"],
)
def test_hopeless_input_is_refused(content: bytes | str | None, code: int, empty: Path, invoke: Invoke) -> None:
    if content is not None:
        Path("page.txt").write_bytes(content if isinstance(content, bytes) else content.encode())
    result = invoke("make", "page.txt")
    assert result.code == code
    assert result.err.startswith("Error: ") and "Traceback" not in result.err
    assert decks(empty) == []


def test_the_course_folder_is_that_of_the_store(empty: Path, invoke: Invoke) -> None:
    write("elsewhere/moon.txt")
    assert invoke("make", "elsewhere/moon.txt", "--db", "mine/facts.db").code == 0
    assert decks(empty) == ["mine/decks/external/moon.apkg"]
    assert invoke("sources", "--db", "mine/facts.db", "--format", "jsonl").rows[0]["key"] == "external/moon.txt"


def test_a_key_can_be_given(empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    assert invoke("make", "moon.txt", "--as", "space/moon.txt").code == 0
    assert decks(empty) == ["decks/space/moon.apkg"]
    assert invoke("make", ".", "--as", "x.txt").code in {0, 2}


def test_the_day_can_be_given(empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    assert invoke("make", "moon.txt", "--date", "2020-05-01").code == 0
    assert invoke("sources", "--format", "jsonl").rows[0]["date"] == "2020-05-01"


@pytest.mark.parametrize("day", ["3/4/2023", "2023-02-30", "20230403", "yesterday", ""])
def test_a_day_is_written_in_one_way(day: str, empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    result = invoke("make", "moon.txt", "--date", day)
    assert result.code == 2 and "write it as YYYY-MM-DD" in result.err and result.err.count("\n") == 1


def test_with_sync_a_removed_file_retires(course: Path, invoke: Invoke) -> None:
    Path("seeds/cells.md").unlink()
    assert invoke("make", "seeds").code == 0
    assert len(invoke("sources", "--format", "jsonl").rows) == 2
    result = invoke("make", "seeds", "--sync")
    assert result.code == 0 and "retired 1" in result.out
    assert [row["key"] for row in invoke("sources", "--format", "jsonl").rows] == ["seeds/mars-probe.txt"]


def test_settings_count(empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    write("quizgen.toml", 'maximum = 1\ndecks = "out"\n')
    assert invoke("make", "moon.txt").code == 0
    assert len(invoke("questions", "--format", "jsonl").rows) == 1
    assert decks(empty) == ["out/moon.apkg"]


@pytest.mark.parametrize("model", ["no_such_model", "click"])
def test_a_wrong_model_is_five(model: str, empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    result = invoke("make", "moon.txt", "--model", model)
    assert (result.code, result.err.startswith("Error: ")) == (5, True)


def test_a_broken_template_pack_is_six(empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    write("templates/mine.toml", "[[template]]\nid = 'x'\n")
    result = invoke("make", "moon.txt")
    assert (result.code, "mine.toml" in result.err) == (6, True)


def test_a_place_that_cannot_be_written_is_named(empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    write("decks", "a file in the way")
    result = invoke("make", "moon.txt")
    assert (result.code, "decks" in result.err) == (7, True)


def test_a_store_that_is_none_is_four(empty: Path, invoke: Invoke) -> None:
    write("moon.txt")
    write("data/quizgen.db", "no database at all, but long enough to be looked at twice" * 20)
    result = invoke("make", "moon.txt")
    assert (result.code, "quizgen.db" in result.err) == (4, True)


def test_the_steps_make_what_make_makes(course: Path, invoke: Invoke) -> None:
    whole = invoke("questions", "--format", "jsonl").out
    shutil.rmtree("data")
    assert "new 2" in invoke("ingest", "seeds").out
    assert "Documents read: 2, unchanged: 0" in invoke("extract").out
    assert "Questions: " in invoke("generate").out
    assert invoke("questions", "--format", "jsonl").out == whole
    assert "Documents read: 0, unchanged: 2" in invoke("extract").out


def test_init_makes_a_course_folder_and_spares_one(
    empty: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert invoke("init", "biology").code == 0
    assert sorted(path.name for path in Path("biology").iterdir()) == ["data", "decks", "quizgen.toml", "seeds"]
    write("biology/quizgen.toml", "per_fact = 1\n")
    assert invoke("init", "biology").code == 0
    assert Path("biology/quizgen.toml").read_text(encoding="utf-8") == "per_fact = 1\n"
    monkeypatch.chdir("biology/seeds")
    shutil.copy(SEEDS / "mars-probe.txt", ".")
    assert invoke("make", "mars-probe.txt").code == 0
    assert decks(Path("..")) == ["decks/seeds/mars-probe.apkg"]


def test_init_where_a_file_stands_is_refused(empty: Path, invoke: Invoke) -> None:
    write("biology", "in the way")
    assert invoke("init", "biology").code == 7


# --- which questions are wanted --------------------------------------------------------------------------------------


def in_use(invoke: Invoke, *options: str) -> list[dict[str, object]]:
    return invoke("questions", "--status", "new,kept,edited", "--format", "jsonl", *options).rows


@pytest.fixture
def unseen(empty: Path, invoke: Invoke) -> Path:
    """Work in a course with one document that was read, and nothing asked yet."""
    shutil.copy(SEEDS / "ada-lovelace.txt", "ada.txt")
    assert invoke("ingest", "ada.txt").code == invoke("extract").code == 0
    return empty


def test_a_limit_takes_from_the_whole_text(unseen: Path, invoke: Invoke) -> None:
    assert invoke("generate", "--max", "6").code == 0
    rows = in_use(invoke)
    assert len(rows) == 6
    assert len({row["source"]["section"] for row in rows}) >= 4  # type: ignore[index]
    assert any("Lovelace" in str(row["prompt"]) for row in rows[:3])


def test_a_smaller_limit_is_the_beginning_of_a_larger_one(unseen: Path, invoke: Invoke) -> None:
    found = []
    for number in ("12", "5", "12"):
        assert invoke("generate", "--max", number).code == 0
        found.append([row["uid"] for row in in_use(invoke)])
    assert (found[0][:5], found[0]) == (found[1], found[2])


def test_questions_about_one_fact_can_be_fewer(unseen: Path, invoke: Invoke) -> None:
    assert invoke("generate", "--per-fact", "1", "--kinds", "short,numeric").code == 0
    facts = [row["facts"][0] for row in in_use(invoke)]  # type: ignore[index]
    assert facts and len(set(facts)) == len(facts)


def test_only_some_kinds_and_levels(unseen: Path, invoke: Invoke) -> None:
    assert invoke("generate", "--kinds", "cloze", "--difficulty", "hard", "--max", "5").code == 0
    rows = in_use(invoke)
    assert {(row["kind"], row["level"]) for row in rows} == {("cloze", "hard")} and len(rows) == 5
    assert {"kind", "difficulty"} <= {row["code"] for row in invoke("drops", "--format", "jsonl").rows}


def test_decks_and_quizzes_have_only_what_was_reviewed_where_that_is_set(unseen: Path, invoke: Invoke) -> None:
    write("quizgen.toml", "reviewed_only = true\n")
    result = invoke("make", "ada.txt")
    count = len(in_use(invoke))
    assert (result.code, decks(unseen)) == (0, [])
    assert f"Not reviewed yet: {count}. Decks and quizzes leave them out" in result.out
    assert invoke("export", "csv", "-o", "all.csv").code == invoke("play", "--plain").code == 8
    one, two, *_ = (str(row["uid"]) for row in in_use(invoke))
    invoke("keep", one, two)
    assert "Deck: decks/ada.apkg (2 questions; new 2)\n" in invoke("make", "ada.txt").out
    assert invoke("export", "jsonl", "-o", "all.jsonl").code == 0
    assert len(Path("all.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_one_question_is_no_questions(unseen: Path, invoke: Invoke) -> None:
    assert "Deck: decks/ada.apkg (1 question; new 1)\n" in invoke("make", "ada.txt", "--max", "1").out


def test_another_wish_is_no_unchanged_run_and_the_same_one_is(unseen: Path, invoke: Invoke) -> None:
    invoke("make", "ada.txt", "--max", "5")
    assert "Nothing has changed" in invoke("make", "ada.txt", "--max", "5").out
    result = invoke("make", "ada.txt")
    assert "Nothing has changed" not in result.out and len(in_use(invoke)) > 5


def test_a_narrower_run_takes_nothing_away_that_people_know(unseen: Path, invoke: Invoke) -> None:
    invoke("make", "ada.txt")
    known = {row["uid"] for row in in_use(invoke)}
    result = invoke("make", "ada.txt", "--max", "5")
    assert f"More than the limit of 5: {len(known) - 5}; they stay" in result.out
    assert {row["uid"] for row in in_use(invoke)} == known


def test_a_narrower_deck_has_only_what_is_wanted_and_the_rest_stays(unseen: Path, invoke: Invoke) -> None:
    invoke("make", "ada.txt")
    known = {row["uid"] for row in in_use(invoke)}
    had = len(in_use(invoke, "--kind", "cloze"))
    result = invoke("make", "ada.txt", "--kinds", "cloze", "--max", "4")
    assert had < 4 and f"Deck: decks/ada.apkg (4 questions; new {4 - had})" in result.out
    assert {row["uid"] for row in in_use(invoke)} > known
    assert "retired" not in result.out


def test_decided_questions_count_against_the_limit(unseen: Path, invoke: Invoke) -> None:
    invoke("generate")
    last = str(in_use(invoke)[-1]["uid"])
    invoke("keep", last)
    invoke("generate", "--max", "3")
    assert last in {row["uid"] for row in in_use(invoke)} and len(in_use(invoke)) == 3


def test_no_limit_goes_before_the_setting(unseen: Path, invoke: Invoke) -> None:
    write("quizgen.toml", 'maximum = 2\ndifficulty = "easy..medium"\n')
    invoke("generate")
    assert len(in_use(invoke)) == 2
    invoke("generate", "--max", "0", "--difficulty", "hard")
    assert len(in_use(invoke)) > 2 and {row["level"] for row in in_use(invoke)} == {"hard"}


@pytest.mark.parametrize(
    "options", [["--max", "-1"], ["--per-fact", "0"], ["--kinds", "riddle"], ["--difficulty", "very"], ["--max", "x"]]
)
def test_a_wish_that_cannot_be_meant(options: list[str], unseen: Path, invoke: Invoke) -> None:
    result = invoke("generate", *options)
    assert result.code == 2 and result.err.startswith("Error: ") and result.err.count("\n") == 1
