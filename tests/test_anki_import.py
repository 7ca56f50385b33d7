"""Packages in the real Anki library: what a learner has after importing, studying, changing and importing again."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from anki_collection import Imported, Learner, active, collection, shown
from exporter_samples import CREATED, DECKS, NOW, every_kind, item, options, question
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen import ids
from quizgen.exporters import anki, anki_fields, anki_notetypes, anki_package
from quizgen.exporters.anki_notes import ExportItem
from quizgen.model import Question, QuestionKind

pytestmark = pytest.mark.anki

GUID = ids.anki_guid(question().uid)


@pytest.fixture
def learner() -> Iterator[Learner]:
    with collection() as made:
        yield made


class Course:
    """Exports questions as the store would have it: what was written last is known when it is written again."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "deck.apkg"
        self.written: dict[str, tuple[str, int]] = {}

    def export(self, *questions: Question, at: int, retired: tuple[str, ...] = ()) -> Path:
        items = [self._item(made, at, made.uid in retired) for made in questions]
        notes = anki.make_notes(items, now=at)
        anki.write_package(notes, self.path, decks=DECKS)
        self.written |= {note.uid: (note.digest, note.mod) for note in notes}
        return self.path

    def _item(self, made: Question, at: int, retired: bool) -> ExportItem:
        digest, mod = self.written.get(made.uid, (None, None))
        return ExportItem(question=made, modified=at, exported_hash=digest, exported_mod=mod, retired=retired)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


def test_every_kind_becomes_one_sound_card(learner: Learner, course: Course) -> None:
    made = every_kind()
    assert learner.take(course.export(*made, at=CREATED)) == Imported(
        new=len(made), updated=0, duplicate=0, conflicting=0
    )
    for one in made:
        guid = ids.anki_guid(one.uid)
        assert shown(learner.front(guid), "front").strip()
        assert "the Black Forest" in learner.back(guid) or one.answer in learner.back(guid)
        assert "Rivers of Europe" in shown(learner.back(guid), "source")
    assert learner.sound() == ""
    assert learner.col.db.scalar("select count(*) from cards") == len(made)


@pytest.mark.parametrize(
    ("kind", "css", "text"),
    [
        (QuestionKind.SHORT, "question", "Where does the Danube rise?"),
        (QuestionKind.CLOZE, "question", "The Danube rises in [...] and reaches the Black Sea."),
        (QuestionKind.TRUEFALSE, "instruction", "True or false?"),
        (QuestionKind.NUMERIC, "question", "How long is the Danube?"),
    ],
)
def test_fronts(learner: Learner, course: Course, kind: QuestionKind, css: str, text: str) -> None:
    (one,) = (made for made in every_kind() if made.kind is kind)
    learner.take(course.export(one, at=CREATED))
    front = learner.front(ids.anki_guid(one.uid))
    assert shown(front, css) == text
    assert shown(front, "answer") == shown(front, "sentence") == ""


def test_lists_hold_every_option_on_both_sides(learner: Learner, course: Course) -> None:
    made = [one for one in every_kind() if one.options or one.parts]
    learner.take(course.export(*made, at=CREATED))
    for one in made:
        front = shown(learner.front(ids.anki_guid(one.uid)), "options")
        for text in [option.text for option in one.options] or ["Vienna"]:
            assert text in front
    order = shown(learner.back(ids.anki_guid(made[1].uid)), "answer")
    assert order.index("Ulm") < order.index("Vienna") < order.index("Budapest")


def test_the_hint_waits_to_be_asked_for(learner: Learner, course: Course) -> None:
    learner.take(course.export(question(), at=CREATED))
    assert 'class=hint style="display: none">It is in Germany.' in learner.front(GUID)
    assert "It is in Germany." not in learner.back(GUID)


def test_the_same_again_changes_nothing(learner: Learner, course: Course) -> None:
    learner.take(course.export(*every_kind(), at=CREATED))
    assert learner.study(4) == 4
    learner.edit(GUID, "Explanation", "my own remark", at=CREATED + 5, tags=("mine",))
    before = learner.snapshot()
    again = learner.take(course.export(*every_kind(), at=NOW))
    assert again == Imported(new=0, updated=0, duplicate=len(every_kind()), conflicting=0)
    assert learner.snapshot() == before


def test_a_changed_answer_arrives_and_the_schedule_stays(learner: Learner, course: Course) -> None:
    learner.take(course.export(*every_kind(), at=CREATED))
    learner.study(len(every_kind()))
    before = learner.schedule()
    changed = [replace(one, answer="the Jura") if one.slot == "place" else one for one in every_kind()]
    again = learner.take(course.export(*changed, at=CREATED + 100))
    assert again == Imported(new=0, updated=1, duplicate=len(changed) - 1, conflicting=0)
    assert shown(learner.back(GUID), "answer") == "the Jura"
    assert learner.schedule() == before


def test_a_change_within_the_second_of_the_export_arrives(learner: Learner, course: Course) -> None:
    learner.take(course.export(question(), at=CREATED))
    assert learner.take(course.export(question(answer="Ulm"), at=CREATED)).updated == 1
    assert learner.note(GUID)["Answer"] == "Ulm"


def test_a_newer_edit_of_the_learner_survives_an_older_change(learner: Learner, course: Course) -> None:
    learner.take(course.export(question(), at=CREATED))
    package = course.export(question(answer="Ulm"), at=CREATED + 100)
    learner.edit(GUID, "Answer", "my answer", at=CREATED + 200, tags=("mine",))
    assert learner.take(package).duplicate == 1
    assert learner.note(GUID)["Answer"] == "my answer"
    assert "mine" in learner.note(GUID).tags


def test_a_newer_change_replaces_an_older_edit(learner: Learner, course: Course) -> None:
    """The documentation says so; this is what it says."""
    learner.take(course.export(question(), at=CREATED))
    learner.edit(GUID, "Answer", "my answer", at=CREATED + 50, tags=("mine",))
    assert learner.take(course.export(question(answer="Ulm"), at=CREATED + 100)).updated == 1
    assert learner.note(GUID)["Answer"] == "Ulm"
    assert "mine" not in learner.note(GUID).tags


def test_another_kind_is_an_update(learner: Learner, course: Course) -> None:
    learner.take(course.export(question(), at=CREATED))
    choice = question(kind=QuestionKind.CHOICE, options=options("the Black Forest", "the Jura"))
    assert learner.take(course.export(choice, at=CREATED + 1)) == Imported(0, 1, 0, 0)
    assert "the Jura" in shown(learner.front(GUID), "options")


def test_a_retired_question_says_so_and_can_be_found(learner: Learner, course: Course) -> None:
    learner.take(course.export(*every_kind(), at=CREATED))
    learner.study(3)
    before = learner.schedule()
    package = course.export(*every_kind(), at=CREATED + 9, retired=(question().uid,))
    assert learner.take(package).updated == 1
    assert shown(learner.front(GUID), "notice").startswith("Retired")
    assert len(learner.col.find_notes("tag:quizgen::retired")) == 1
    assert learner.schedule() == before
    back = course.export(*every_kind(), at=CREATED + 10)
    assert learner.take(back).updated == 1
    assert shown(learner.front(GUID), "notice") == ""


def test_what_a_package_leaves_out_stays(learner: Learner, course: Course) -> None:
    learner.take(course.export(*every_kind(), at=CREATED))
    learner.take(course.export(every_kind()[1], at=CREATED + 1))
    assert len(learner.guids()) == len(every_kind())


def test_a_moved_card_stays_where_it_was_put(learner: Learner, course: Course) -> None:
    learner.take(course.export(question(), at=CREATED))
    learner.move(GUID, "My own deck")
    learner.take(course.export(question(answer="Ulm"), at=CREATED + 1))
    (card,) = learner.note(GUID).cards()
    assert learner.col.decks.name(card.did) == "My own deck"


def test_a_deleted_note_comes_back(learner: Learner, course: Course) -> None:
    """So the documentation advises to suspend or to reject."""
    learner.take(course.export(question(), at=CREATED))
    learner.delete(GUID)
    assert learner.take(course.export(question(), at=CREATED + 1)).new == 1


def test_new_cards_come_in_the_order_of_the_questions(learner: Learner, course: Course) -> None:
    first = [question(str(rank), order=rank, prompt=f"Question {rank}?") for rank in (3, 1, 2)]
    learner.take(course.export(*first, at=CREATED))
    learner.take(course.export(*first, question("4", order=4, prompt="Question 4?"), at=CREATED + 1))
    rows = learner.col.db.all("select n.sfld, c.due from cards c join notes n on n.id = c.nid order by c.due")
    assert rows == [["Question 1?", 1], ["Question 2?", 2], ["Question 3?", 3], ["Question 4?", 4]]


def test_a_new_look_arrives_and_nothing_else_moves(
    learner: Learner, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.take(course.export(question(), at=CREATED))
    learner.study(1)
    before = learner.snapshot()
    looks = replace(anki_notetypes.basic(), css=".card { color: teal; }")
    monkeypatch.setattr(anki_notetypes, "basic", lambda: looks)
    learner.take(course.export(question(), at=CREATED + 1))
    assert learner.snapshot() == before
    monkeypatch.setattr(anki_package, "MOD", anki_notetypes.MOD + 1)
    assert learner.take(course.export(question(), at=CREATED + 2)).duplicate == 1
    after = learner.snapshot()
    assert after.pop("types") != before.pop("types")
    assert after == before


def test_a_look_of_the_learners_own_stays_whatever_is_new(
    learner: Learner, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.take(course.export(question(), at=CREATED))
    own = learner.col.models.by_name("quizgen")
    own["css"] += ".question { font-size: 30px; }"
    learner.col.models.update_dict(own)
    monkeypatch.setattr(anki_package, "MOD", anki_notetypes.MOD + 1)
    learner.take(course.export(question(), question("more"), at=CREATED + 1))
    assert "30px" in learner.col.models.by_name("quizgen")["css"]


def test_documents_are_decks_below_one_deck(learner: Learner, course: Course) -> None:
    learner.take(course.export(question(), question("lake", document="lakes/alpine.txt"), at=CREATED))
    names = {deck.name for deck in learner.col.decks.all_names_and_ids()}
    assert {"quizgen", *DECKS.values()} <= names


HOSTILE = [
    "{{c1::hidden}} {{c2::x::y}} }} ::",
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "[sound:a.mp3] [latex]x[/latex] [$]y[/$] [[type:Answer]] [anki:play:q:0]",
    r"\(x^2\) \[y\] $$z$$ \\(",
    "{{Answer}} {{#Hint}}x{{/Hint}} <%Answer%> {{=<% %>=}}",
    "&lt;b&gt; &amp;#91; &nbsp;",
    "</div></style><!-- --> <![CDATA[ x ]]>",
    "abc\u202etxt.exe\u2066 \x1b]0;title\x07 \x00\x1f",
    "a:::b::c:",
    "}}",
    "日本語 שלום é e\u0301 🏳️\u200d🌈",
    "one\n\ntwo",
]


def assert_harmless(learner: Learner, made: Question) -> None:
    guid = ids.anki_guid(made.uid)
    front, back = learner.front(guid), learner.back(guid)
    assert active(front) == active(back) == []
    prompt = anki_fields.plain(made.prompt)
    if made.kind is QuestionKind.CLOZE:
        answer = anki_fields.plain(made.answer)
        assert shown(front, "question") == prompt.replace("_____", "[...]")
        assert shown(back, "question") == prompt.replace("_____", answer)
    else:
        assert shown(front, "question") == prompt
        assert shown(back, "answer") == anki_fields.plain(made.answer)
    assert shown(back, "explanation") == anki_fields.plain(made.explanation)


def hostile(slot: str, text: str) -> Question:
    cloze = slot.startswith("cloze")
    return question(
        slot,
        kind=QuestionKind.CLOZE if cloze else QuestionKind.SHORT,
        prompt=f"{text}\n_____\n{text}" if cloze else text,
        answer=text,
        explanation=text,
        hint=text,
        tags=(text,),
    )


def test_hostile_text_is_only_text(learner: Learner, course: Course) -> None:
    made = [hostile(f"{kind} {number}", text) for kind in ("short", "cloze") for number, text in enumerate(HOSTILE)]
    assert learner.take(course.export(*made, at=CREATED)).new == len(made)
    for one in made:
        assert_harmless(learner, one)
    assert learner.sound() == ""


PIECES = st.sampled_from(
    ["{{c1::", "}}", "::", "[", "]", "\\(", "<b", ">", "&", ";", "#", "[sound:", "\n", "/", "'", '"']
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), min_size=1, max_size=12).map("".join)
SHOWABLE = TEXTS.filter(lambda text: bool(anki_fields.plain(text)) and "_____" not in text)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(SHOWABLE, min_size=10, max_size=10))
def test_the_card_shows_the_text_that_was_given(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    made = [hostile(f"{('short', 'cloze')[number % 2]} {number}", text) for number, text in enumerate(texts)]
    with collection() as learner:
        assert learner.take(Course(tmp_path_factory.mktemp("any")).export(*made, at=CREATED)).new == len(made)
        for one in made:
            assert_harmless(learner, one)
        assert learner.sound() == ""


def test_ten_thousand_notes_take_seconds(tmp_path: Path) -> None:
    items = [item(question(str(number), order=number)) for number in range(1, 10_001)]
    start = time.perf_counter()
    anki.write_package(anki.make_notes(items, now=NOW), tmp_path / "large.apkg", decks=DECKS)
    assert time.perf_counter() - start < 6
