"""The page does what the desk does, and says what it does not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_fakes import NOW, Course, sky_and_sea

from quizgen import curation
from quizgen.model import Filter, Question
from quizgen.reviewing import Claim, Desk, Outcome, Pace, Quarrel, Remark
from quizgen.store import Store
from quizgen.web import Request, Response, Room, pages

HOSTILE = "<script>alert(1)</script>\u202e\x1b]0;x\x07\"'&"


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = sky_and_sea(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def room(course: Course) -> Room:
    return Room(Desk(course.store, filter=Filter(), clock=lambda: NOW + 100.0))


def current(room: Room) -> Question:
    item = room._desk.current
    assert item
    return item.question


def post(room: Room, path: str, **fields: str) -> Response:
    given = {"uid": current(room).uid} if room._desk.current else {}
    return room.answer(Request(method="POST", path=path, fields=given | fields))


def page(room: Room, path: str = "") -> str:
    response = room.answer(Request(method="GET", path=path))
    assert response.status == 200
    return response.body


def status(course: Course, question: Question) -> str:
    return course.store.question(question.uid).status.value


def test_a_page_has_the_question_its_answer_and_the_words_of_the_text(room: Room) -> None:
    question, shown = current(room), page(room)
    assert f'<h1 tabindex="-1">{question.prompt}</h1>' in shown
    assert question.answer in shown
    assert f"<mark>{question.answer}</mark>" in shown
    assert "0 of 5 decided" in shown
    for button in ("accept", "reject", "later", "undo", "finish"):
        assert f'formaction="{button}"' in shown


@pytest.mark.parametrize(
    ("button", "after", "words"),
    [("accept", "kept", "Accepted"), ("reject", "rejected", "Rejected"), ("later", "new", "Later")],
)
def test_each_button_decides_and_goes_on(course: Course, room: Room, button: str, after: str, words: str) -> None:
    question = current(room)
    response = post(room, button)
    assert (response.status, response.place) == (303, "")
    assert (status(course, question), current(room).uid != question.uid) == (after, True)
    shown = page(room)
    assert f'role="status">{words}' in shown
    assert 'role="status"' not in page(room)  # it is said once
    post(room, "undo")
    assert (status(course, question), current(room).uid) == ("new", question.uid)


def test_a_reason_can_follow_a_rejection(course: Course, room: Room) -> None:
    question = current(room)
    post(room, "reject")
    assert 'value="unclear"' in page(room)
    post(room, "because", reason="unclear")
    assert course.store.standing(question.uid)[-1].reason == "unclear"
    assert "because" not in page(room)
    post(room, "because", reason=" asks for <b>two</b> ")
    assert "Rejected as asks for &lt;b&gt;two" in page(room)
    assert course.store.standing(question.uid)[-1].reason == "asks for <b>two</b>"
    post(room, "because", reason=" ")
    assert 'role="alert"' in page(room)


def test_what_was_on_the_page_is_what_is_decided_about(course: Course, room: Room) -> None:
    first = current(room)
    post(room, "accept")
    second = current(room)
    for path in ("accept", "reject", "later", "group", "drop", "edit", "check"):
        room.answer(Request(method="POST", path=path, fields={"uid": first.uid}))
        room.answer(Request(method="POST", path=path))
        assert "nothing was changed" in page(room)
    assert (status(course, first), status(course, second), current(room).uid) == ("kept", "new", second.uid)


def test_all_of_a_group(course: Course, room: Room) -> None:
    assert "Accept all 5 like this" in page(room)
    post(room, "group")
    assert "All 5 questions are decided" in page(room)
    post(room, "accept")
    assert "All 5 questions are decided" in page(room)
    post(room, "undo")
    assert current(room)


def choice(room: Room) -> Question:
    while not current(room).options:
        post(room, "later")
    return current(room)


def test_accepting_a_group_says_how_many_of_it_are_doubtful(course: Course, room: Room) -> None:
    assert "without looking at each of them?" in page(room)
    curation.tag(course.store, [current(room).uid], add=["flagged"], now=NOW)
    for question in list(course.store.questions(Filter()))[:3]:
        curation.tag(course.store, [question.uid], add=["flagged"], now=NOW)
    again = Room(Desk(course.store, filter=Filter(), clock=lambda: NOW))
    assert "All 3 are doubtful." in page(again)


@pytest.mark.parametrize(
    ("decide", "word"), [("accept", "accepted"), ("reject", "rejected"), ("edit", "edited"), ("later", "")]
)
def test_what_was_decided_says_so_when_it_is_shown_again(course: Course, room: Room, decide: str, word: str) -> None:
    question = current(room)
    post(room, decide, prompt="How many moons, then?")
    again = Room(Desk(course.store, filter=Filter(uids=(question.uid,)), every=True, clock=lambda: NOW))
    assert page(again).count(f"<b>{word}</b>" if word else "<b>accepted") == bool(word)


def test_an_option_is_dropped(course: Course, room: Room) -> None:
    question = choice(room)
    number = next(n for n, option in enumerate(question.options, 1) if not option.correct)
    post(room, "drop", number=str(number))
    after = course.store.question(question.uid).options
    assert [option.text for option in after] == [
        o.text for o in question.options if o is not question.options[number - 1]
    ]
    before = course.content()
    for strange in ("0", "-1", "99", "x", "", "²"):
        post(room, "drop", number=strange)
        assert 'role="alert"' in page(room)
    assert course.content() == before


def test_a_question_is_edited(course: Course, room: Room) -> None:
    question = choice(room)
    shown = page(room, "edit")
    assert all(f'name="{name}"' in shown for name in ("prompt", "answer", "accept", "options", "tags"))
    fields = {"prompt": "How\r\nmany?", "accept": "one\r\n\r\n two ", "options": "7\r\n8"}
    assert post(room, "edit", **fields).status == 303
    after = course.store.question(question.uid)
    assert (after.prompt, after.accept, after.answer) == ("How many?", ("one", "two"), question.answer)
    assert [option.text for option in after.options if not option.correct] == ["7", "8"]
    assert after.tags == question.tags


@pytest.mark.parametrize(
    ("fields", "words"), [({"prompt": " "}, "needs a prompt"), ({"answer": ""}, "needs an answer"), ({}, "as it was")]
)
def test_what_cannot_be_saved_stays_in_the_form(course: Course, room: Room, fields: dict[str, str], words: str) -> None:
    before = course.content()
    response = post(room, "edit", accept="<b>", **fields) if fields else post(room, "edit")
    assert (response.status, words in response.body, 'role="alert"' in response.body) == (200, True, True)
    assert "&lt;b&gt;</textarea>" in response.body or not fields
    assert ("data-unsaved" in response.body) is bool(fields)
    assert "data-unsaved" not in page(room, "edit")
    assert course.content() == before


def test_an_edit_is_checked_before_it_is_saved(course: Course, room: Room) -> None:
    before = course.content()
    response = post(room, "check", prompt="It did that")
    assert "application/json" in response.type
    assert ["error", "The prompt is no question"] in json.loads(response.body)
    assert ["refused", "A question needs an answer"] in json.loads(post(room, "check", answer="").body)
    assert course.content() == before


def test_finishing_says_what_was_done_and_is_the_last_answer(room: Room) -> None:
    post(room, "accept")
    post(room, "reject")
    response = post(room, "finish")
    assert response.last
    assert "Accepted: 1 · rejected: 1 · edited: 0." in response.body


def test_searching_shows_some_and_then_the_others(course: Course, room: Room) -> None:
    post(room, "search", text=" moons")
    assert "Only questions with “moons”" in page(room)
    for _ in range(2):
        assert "moons" in current(room).answer
        post(room, "accept")
    assert "are shown again" in page(room)
    assert "2 of 5 decided" in page(room)
    post(room, "search", text="<xyzzy>")
    assert "Nothing that waits has" in page(room)
    post(room, "search", text='<b>"krill')
    assert "<i>" not in page(room)


def test_one_of_several_alike_stays(course: Course) -> None:
    mars = course.question("Mars")
    other = curation.add(course.store, prompt="What has Mars?", answer="2 moons", now=1)
    room = Room(Desk(course.store, filter=Filter(), clock=lambda: NOW))
    while current(room).uid != mars.uid:
        post(room, "later")
    shown = page(room, "similar")
    assert f'name="other0" value="{other.uid}"' in shown and f'name="into" value="{other.uid}"' in shown
    post(room, "merge", other0=course.question("krill").uid, into=other.uid)
    assert 'role="alert"' in page(room)
    post(room, "merge", other0=other.uid, into=mars.uid)
    after = course.store.question(mars.uid)
    assert (after.status, status(course, other)) == ("kept", "rejected")
    assert room.counts == {"accepted": 1, "rejected": 1}
    post(room, "undo")
    assert not room.counts


def test_a_contradiction_is_settled(course: Course, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = list(course.store.facts())[:2]
    claims = tuple(Claim(uid=fact.uid, said=f"<i>{fact.uid}", evidence=fact.evidence[0]) for fact in facts)
    monkeypatch.setattr(Desk, "conflicts", lambda desk: [Quarrel(claims=claims, open=True)])
    shown = page(room, "conflicts")
    assert "What is right?" in shown and "&lt;i&gt;" in shown
    post(room, "group")
    assert 'href="conflicts"' in page(room)
    post(room, "undo")
    post(room, "settle", right="f_none")
    assert "no such contradiction" in page(room)
    post(room, "settle", right=facts[1].uid)
    assert [course.store.fact(fact.uid).status.value for fact in facts] == ["new", "kept"]
    post(room, "settle", all=facts[0].uid)
    assert {course.store.fact(fact.uid).status.value for fact in facts} == {"kept"}
    post(room, "settle", wrong=facts[0].uid)
    assert {course.store.fact(fact.uid).status.value for fact in facts} == {"rejected"}


def test_a_low_score_alone_is_no_warning(course: Course) -> None:
    item = Desk(course.store, filter=Filter(), clock=lambda: NOW).current
    assert item
    low = Remark(code="low-score", severity="info", text="score 0.5")
    flaw = Remark(code="flaw", severity="warning", text="it is odd")
    pace = Pace(decided=0, seconds=0, left=1)
    plain = pages.question(replace(item, warnings=(low,)), pace, "")
    assert "Score 0.5" in plain and "Look closely" not in plain
    both = pages.question(replace(item, warnings=(flaw, low)), pace, "")
    assert "<li>It is odd</li></ul></div>" in both and "Score 0.5" in both


def test_contradictions_are_named_at_the_beginning(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = tuple(Claim(uid=fact.uid, said="x", evidence=fact.evidence[0]) for fact in course.store.facts())
    quarrels = [Quarrel(claims=claims[:2], open=True), Quarrel(claims=claims[2:4], open=True)]
    monkeypatch.setattr(Desk, "conflicts", lambda desk: [*quarrels, Quarrel(claims=claims[3:], open=False)])
    room = Room(Desk(course.store, filter=Filter(), clock=lambda: NOW))
    said = "Your texts contradict each other in 2 places"
    assert said in page(room) and said not in page(room)
    assert said in page(room, "conflicts")


def test_the_next_contradiction_follows(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [Claim(uid=fact.uid, said="x", evidence=fact.evidence[0]) for fact in course.store.facts()]
    left = [Quarrel(claims=tuple(claims[:2]), open=True), Quarrel(claims=tuple(claims[2:4]), open=True)]
    monkeypatch.setattr(Desk, "conflicts", lambda desk: left)
    room = Room(Desk(course.store, filter=Filter(), clock=lambda: NOW))
    decide = Desk.settle

    def settle(desk: Desk, quarrel: Quarrel, right: list[str]) -> Outcome:
        left.remove(quarrel)
        return decide(desk, quarrel, right)

    monkeypatch.setattr(Desk, "settle", settle)
    assert post(room, "settle", right=claims[0].uid).place == "conflicts"
    shown = page(room, "conflicts")
    assert "in one place" in shown and "Right: x" in shown
    assert post(room, "settle", right=claims[2].uid).place == ""


@pytest.mark.parametrize(
    ("path", "words"), [("conflicts", "do not contradict each other"), ("similar", "No other question")]
)
def test_where_there_is_nothing_beside_that_is_said(room: Room, path: str, words: str) -> None:
    assert room.answer(Request(method="GET", path=path)).status == 303
    assert words in page(room)


def test_a_store_that_is_busy_is_said_and_nothing_is_lost(course: Course) -> None:
    with Store.open(course.store.path, patience=0.01) as store:
        room = Room(Desk(store, filter=Filter(), clock=lambda: NOW))
        question = current(room)
        with course.store.transaction():
            assert post(room, "accept").status == 303
            assert "Another program is writing to the store" in page(room)
        assert (status(course, question), current(room).uid) == ("new", question.uid)
        post(room, "accept")
        assert status(course, question) == "kept"


def test_undo_with_nothing_to_take_back_is_said(room: Room) -> None:
    post(room, "undo")
    assert "There is no decision to take back" in page(room)


@pytest.mark.parametrize("path", ["../x", "review.css", "editx", "accept"])
def test_other_pages_do_not_exist(room: Room, path: str) -> None:
    assert room.answer(Request(method="GET", path=path)).status == 404


def test_other_deeds_do_not_exist(course: Course, room: Room) -> None:
    before = course.content()
    assert post(room, "delete").status == 404
    assert course.content() == before


def test_text_is_text(course: Course) -> None:
    uid = course.question("Mars").uid
    curation.edit(course.store, uid, now=1, prompt=HOSTILE, answer=HOSTILE, accept=[HOSTILE + "2"], tags=["<i>"])
    room = Room(Desk(course.store, filter=Filter(uids=(uid,)), every=True, clock=lambda: NOW))
    post(room, "later")
    for shown in (page(room), page(room, "edit"), post(room, "edit", prompt="").body):
        assert "<script>alert" not in shown and "&lt;script&gt;alert" in shown
        assert not set("\x1b\x07\u202e") & set(shown)
        assert "<i>" not in shown


def test_a_page_loads_nothing_from_elsewhere() -> None:
    shown = pages.page("x", "")
    assert "http" not in shown.replace("</html>", "")
    assert "default-src 'none'" in pages.POLICY and "unsafe" not in pages.POLICY
