import errno
import io
import json
import sqlite3
import stat
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from exporter_samples import CREATED, DECKS, NOW, every_kind, item, question, source

from quizgen import ids
from quizgen.errors import OutputError
from quizgen.exporters import anki, anki_notetypes, files
from quizgen.exporters.anki_notes import ExportItem, make_note, ordered
from quizgen.model import Question, QuestionKind


def fields(made: Question, **changes: Any) -> dict[str, str]:
    note = make_note(item(made, **changes), now=NOW)
    return dict(zip(anki_notetypes.FIELDS, note.fields, strict=True))


def of_kind(kind: QuestionKind) -> Question:
    (found,) = (made for made in every_kind() if made.kind is kind)
    return found


def write(path: Path, *items: ExportItem, now: int = NOW) -> None:
    anki.write_package(anki.make_notes(items, now=now), path, decks=DECKS)


def rows(package: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(zipfile.ZipFile(package).read("collection.anki2"))
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_the_sentence_of_a_note_is_the_resolved_one_and_stands_there_once() -> None:
    sentence = "It rises in Germany."
    span = {"sentence": sentence, "start": 40, "end": 40 + len(sentence), "answer_start": 40, "answer_end": 42}
    asked = question(
        answer="the Danube",
        explanation="It [the Danube] rises in Germany.",
        sources=(source(**span, resolved=True),),
    )
    made = fields(asked)
    assert made["Sentence"] == "It &#91;<mark>the Danube</mark>&#93; rises in Germany."
    assert made["Explanation"] == ""
    assert fields(replace(asked, explanation=""))["Sentence"].startswith("<mark>It</mark> rises in Germany. <i>")


def test_a_note_has_the_words_of_the_source() -> None:
    made = fields(question(explanation="It rises there."))
    assert made["Question"] == "Where does the Danube rise?"
    assert made["Answer"] == "the Black Forest"
    assert made["Accepted"] == "Black Forest"
    assert made["Hint"] == "It is in Germany."
    assert made["Explanation"] == "It rises there."
    assert made["Sentence"].startswith("The Danube rises in <mark>the Black Forest</mark> and reaches")
    assert (made["Title"], made["Section"]) == ("Rivers of Europe", "The Danube")
    assert made["Link"] == "https://example.org/rivers?a=1&amp;b=2"
    assert made["Uid"] == question().uid
    assert made["Notice"] == made["Extra1"] == made["Extra4"] == ""


def test_a_question_by_hand_needs_no_source() -> None:
    made = fields(question(sources=()))
    assert (made["Sentence"], made["Title"], made["Section"], made["Link"]) == ("", "", "", "")


def test_a_resolved_answer_says_what_it_was_read_from() -> None:
    made = fields(question(answer="the Danube Delta", sources=(source(resolved=True),)))
    assert made["Sentence"].endswith(" <i>(“the Black Forest”: the Danube Delta)</i>")


def test_several_sentences_stand_once_each() -> None:
    made = fields(question(sources=(source(), source(), source(start=500, end=500, answer_start=0, answer_end=0))))
    assert made["Sentence"].count("<p>") == 2


def test_another_document_that_says_the_same_changes_no_note() -> None:
    alone, other = question(sources=(source(),)), source(document="lakes/alpine.txt", title="Alpine lakes")
    assert make_note(item(replace(alone, sources=(source(), other))), now=NOW) == make_note(item(alone), now=NOW)


@pytest.mark.parametrize(
    ("prompt", "instruction"),
    [("Ulm is in France.", "True or false?"), ("True or false: Ulm is in France.", "")],
)
def test_a_statement_is_asked_about_once(prompt: str, instruction: str) -> None:
    assert fields(question(kind=QuestionKind.TRUEFALSE, prompt=prompt))["Instruction"] == instruction


def test_a_question_by_hand_may_have_no_document(tmp_path: Path) -> None:
    lone = item(question(document="", sources=()))
    assert make_note(lone, now=NOW).tags == ("quizgen::kind::short",)
    anki.write_package([make_note(lone, now=NOW)], tmp_path / "a.apkg", decks=anki.deck_names({}))
    (decks,) = rows(tmp_path / "a.apkg", "select decks from col")[0]
    assert "quizgen" in {deck["name"] for deck in json.loads(decks).values()}


def test_options_are_listed_with_the_right_one_told() -> None:
    made = fields(of_kind(QuestionKind.CHOICE))["Options"]
    assert made.startswith('<ol class="shuffle"><li')
    assert made.count("<li") == 4
    assert made.count('class="right"') == 1
    assert '<li class="right">the Black Forest</li>' in made


def test_options_stand_in_an_order_of_their_own() -> None:
    choice = of_kind(QuestionKind.CHOICE)
    turned = question("choice", kind=QuestionKind.CHOICE, options=choice.options[::-1])
    assert fields(choice)["Options"] == fields(turned)["Options"]


def test_order_and_match_show_their_parts() -> None:
    order, match = fields(of_kind(QuestionKind.ORDER)), fields(of_kind(QuestionKind.MATCH))
    assert order["Answer"] == "<ol><li>Ulm</li><li>Vienna</li><li>Budapest</li></ol>"
    assert order["Options"].count("<li>") == 3
    assert match["Answer"].startswith("<table><tr><td>Seine</td><td>Paris</td></tr>")
    assert match["Options"].startswith('<ol class="fixed"><li>Seine</li>')


def test_without_parts_the_answer_is_text() -> None:
    made = fields(question(kind=QuestionKind.ORDER, answer="Ulm → Vienna"))
    assert (made["Answer"], made["Options"]) == ("Ulm → Vienna", "")


def test_tags_name_document_kind_and_what_the_user_gave() -> None:
    tagged = question(tags=("week 3", "Exam", "exam", "quizgen::changed"))
    note = make_note(item(tagged, title="Rivers of Europe"), now=NOW)
    document = "quizgen::document::rivers-of-europe"
    assert note.tags == ("Exam", "quizgen::changed", document, "quizgen::kind::short", "week_3")
    moved = replace(tagged, document="chapters/one.md")
    assert make_note(item(moved, title="Rivers of Europe"), now=NOW).tags == note.tags


def test_a_retired_question_says_so() -> None:
    note = make_note(item(retired=True), now=NOW)
    assert "quizgen::retired" in note.tags
    assert fields(question(), retired=True)["Notice"].startswith("Retired")


@pytest.mark.parametrize(
    ("modified", "exported", "same", "mod"),
    [
        (CREATED, None, False, CREATED),
        (CREATED, CREATED, True, CREATED),
        (CREATED + 90, CREATED, True, CREATED),
        (CREATED + 90, CREATED, False, CREATED + 90),
        (CREATED, CREATED, False, CREATED + 1),
        (CREATED, CREATED + 500, False, CREATED + 501),
        (NOW + 90, None, False, NOW),
        (NOW + 90, CREATED, False, NOW),
        (NOW, NOW, False, NOW + 1),
        (0, None, False, 1),
    ],
    ids=["first", "same", "same though touched", "changed", "changed by the program", "changed after an export",
         "clock was wrong", "clock was wrong later", "changed within a second", "never zero"],
)  # fmt: skip
def test_the_time_moves_with_the_content_alone(modified: int, exported: int | None, same: bool, mod: int) -> None:
    digest = make_note(item(), now=NOW).digest if same else "other"
    moved = item(modified=modified, exported_mod=exported, exported_hash=exported and digest)
    assert make_note(moved, now=NOW).mod == mod


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "Where is it?"},
        {"answer": "Ulm"},
        {"accept": ()},
        {"hint": ""},
        {"tags": ("new",)},
        {"kind": QuestionKind.NUMERIC},
        {"sources": ()},
        {"explanation": "Because."},
    ],
)
def test_the_hash_takes_in_whatever_is_exported(change: dict[str, Any]) -> None:
    assert make_note(item(question(**change)), now=NOW).digest != make_note(item(), now=NOW).digest


@pytest.mark.parametrize("change", [{"score": 0.1}, {"difficulty": 0.9}, {"order": 9}, {"flaws": ("x",)}])
def test_the_hash_leaves_out_what_no_card_shows(change: dict[str, Any]) -> None:
    assert make_note(item(question(**change)), now=NOW).digest == make_note(item(), now=NOW).digest


def test_notes_follow_their_rank_and_the_unranked_the_ranked() -> None:
    made = [question(str(rank), order=rank) for rank in (3, 0, 1)] + [question("x", order=0)]
    notes = ordered([make_note(item(one), now=NOW) for one in made])
    assert [note.due for note in notes] == [1, 3, 4, 5]


def test_an_equal_state_gives_an_equal_file(tmp_path: Path) -> None:
    items = [item(made) for made in every_kind()]
    write(tmp_path / "1.apkg", *items)
    write(tmp_path / "2.apkg", *items[::-1], now=NOW + 500)
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()


def test_a_note_has_a_guid_and_a_time_of_its_own(tmp_path: Path) -> None:
    write(tmp_path / "a.apkg", item())
    assert rows(tmp_path / "a.apkg", "select guid, mod from notes") == [(ids.anki_guid(question().uid), CREATED)]


def test_ids_are_positive_and_not_of_the_future(tmp_path: Path) -> None:
    write(tmp_path / "a.apkg", *(item(made, modified=1) for made in every_kind()), now=1)
    write(tmp_path / "b.apkg", *(item(made, modified=NOW) for made in every_kind()))
    for table in ("notes", "cards"):
        assert rows(tmp_path / "a.apkg", f"select min(id) > 0 from {table}") == [(1,)]
        assert rows(tmp_path / "b.apkg", f"select max(id) <= {NOW * 1000} from {table}") == [(1,)]


def test_each_document_has_its_deck(tmp_path: Path) -> None:
    write(tmp_path / "a.apkg", item(), item(question("lake", document="lakes/alpine.txt")))
    (decks,) = rows(tmp_path / "a.apkg", "select decks from col")[0]
    assert {deck["name"] for deck in json.loads(decks).values()} == {"Default", *DECKS.values()}


def test_the_package_is_compressed_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    write(tmp_path / "new" / "folder" / "a.apkg", *map(item, every_kind()))
    assert list((tmp_path / "temporary").iterdir()) == []
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["a.apkg"]
    for entry in zipfile.ZipFile(tmp_path / "new" / "folder" / "a.apkg").infolist():
        assert entry.compress_type == zipfile.ZIP_DEFLATED


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (question(prompt=" \n"), "no question"),
        (question(answer="\u200b"), "no answer"),
        (question(kind=QuestionKind.CLOZE), "gap _____"),
    ],
)
def test_a_card_without_a_side_is_refused(tmp_path: Path, broken: Question, message: str) -> None:
    with pytest.raises(OutputError, match=message) as caught:
        write(tmp_path / "a.apkg", item(broken))
    assert broken.uid in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_question_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="twice"):
        write(tmp_path / "a.apkg", item(), item())


@pytest.mark.parametrize(
    ("titles", "top", "names"),
    [
        ({"a.md": "Rivers"}, "", {"a.md": "quizgen::Rivers"}),
        ({"a.md": "Rivers"}, "Geography::Year 9", {"a.md": "Geography::Year 9::Rivers"}),
        ({"a.md": "Rivers", "b/a.md": "RIVERS"}, "", {"a.md": "quizgen::Rivers", "b/a.md": "quizgen::RIVERS (b/a.md)"}),
        ({"a.md": "A::B"}, "::", {"a.md": "quizgen::A:B"}),
        ({"a.md": ""}, "", {"a.md": "quizgen::a.md"}),
    ],
)
def test_decks_are_told_apart(titles: dict[str, str], top: str, names: dict[str, str]) -> None:
    made = anki.deck_names(titles, top=top)
    head = made.pop("")
    assert made == names
    assert all(name.startswith(f"{head}::") for name in names.values())


def test_note_types_stay_as_collections_know_them() -> None:
    """A change of ids or fields makes Anki skip every note that is already in a collection; this must never change."""
    types = anki_notetypes.basic(), anki_notetypes.cloze()
    assert [(type.id, type.name, type.cloze) for type in types] == [
        (1164768427, "quizgen", False),
        (1343899944, "quizgen Cloze", True),
    ]
    frozen = [[(field["name"], field["id"]) for field in type.fields] for type in types]
    assert ids.digest(json.dumps(frozen)) == "ff23cf271815358c1674f109c2feb227"
    assert [template["id"] for type in types for template in type.templates] == [1204357572, 1180778564]


def test_a_changed_template_has_a_new_version() -> None:
    """Anki takes over templates and style only with a newer time: change the digest and VERSION together."""
    types = anki_notetypes.basic(), anki_notetypes.cloze()
    looks = json.dumps([[type.front, type.back, type.css] for type in types])
    assert (anki_notetypes.VERSION, ids.digest(looks)) == (1, "8e85f8b2979d9e4776e4822934d1d960")


def test_the_card_loads_nothing_and_knows_the_night() -> None:
    for type in (anki_notetypes.basic(), anki_notetypes.cloze()):
        whole = type.front + type.back + type.css
        assert "http" not in whole and "url(" not in whole and "@import" not in whole and "style=" not in whole
        assert ".nightMode" in type.css and ".night_mode" in type.css


def fail(code: int) -> Any:
    def raising(*_: Any) -> None:
        raise OSError(code, "No space left on device")

    return raising


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.apkg"
    target.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", fail(errno.ENOSPC))
    with pytest.raises(OutputError, match=r"No space left on device \(.*a\.apkg\)"):
        write(target, item())
    assert [path.name for path in tmp_path.iterdir()] == ["a.apkg"]
    assert target.read_bytes() == b"old"


def test_a_disk_that_fills_up_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.FileIO):
        def write(self, content: Any) -> int:
            super().write(content[:10])
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", lambda path, mode: Full(str(path), mode))
    with pytest.raises(OutputError, match="No space left"):
        files.write(tmp_path / "a.csv", b"x" * 100)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["folder", "file/below.apkg", "file/deeper/below.apkg", "loop/a.apkg", "x" * 300])
def test_a_place_that_cannot_be_written(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file").write_text("here")
    with pytest.raises(OutputError, match=place):
        files.write(tmp_path / place, b"")
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file", "loop"}
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OutputError, match="Permission denied"):
        files.write(tmp_path / "a.apkg", b"")


def test_a_link_is_followed_and_rights_are_the_usual(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real" / "a.csv")
    files.write(tmp_path / "link.csv", b"x")
    assert (tmp_path / "link.csv").is_symlink()
    (tmp_path / "plain").write_bytes(b"")
    usual = stat.S_IMODE((tmp_path / "plain").stat().st_mode)
    assert stat.S_IMODE((tmp_path / "real" / "a.csv").stat().st_mode) == usual


def test_the_model_is_not_loaded(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; import quizgen.exporters.anki as anki; assert 'genanki' not in sys.modules;"
        "import quizgen.exporters.anki_package; assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
