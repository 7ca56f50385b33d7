"""What people decided about questions is remembered, and taken back with the decision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cli_course import Invoke
from quizzes import question
from store_fakes import Course
from store_fakes import question as asked

from quizgen import curation, rank, trace
from quizgen.habits import OFTEN, Acceptance, Habits, acceptance, moved, pattern_name, wilson
from quizgen.model import Drop, Fact, FactStatus, Question
from quizgen.pipeline import Context, generate
from quizgen.reviewing.item import doubt, remarks


@dataclass(frozen=True)
class Said:
    verdict: str
    template: str = "time"
    pattern: str = "event"
    score: float = 0.8
    reason: str = ""
    answered: bool = False


def many(number: int, verdict: str, **more: object) -> list[Said]:
    return [Said(verdict, **more) for _ in range(number)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ([], 0.8),
        (many(9, "waiting"), 0.8),
        (many(9, "kept"), 0.8),  # nothing is ever gained
        (many(8, "kept") + many(2, "rejected"), 0.8),  # as the scores promised
        (many(1, "rejected"), 0.776),
        (many(2, "rejected"), 0.753),
        (many(5, "rejected"), 0.692),
        (many(5, "rejected") + many(5, "kept"), 0.729),
        (many(2, "edited"), 0.782),
        (many(9, "rejected", reason="duplicate"), 0.8),
        (many(9, "rejected", template="place"), 0.8),
        (many(9, "rejected", pattern="life"), 0.8),
        (many(2, "rejected", template="time.choice"), 0.776),  # another form of it counts half
        (many(4, "rejected") + many(8, "settled", answered=True), 0.74),
        (many(4, "rejected") + many(8, "waiting", answered=True), 0.74),  # who plays and does not object agrees
    ],
)
def test_what_is_left_of_a_score(said: list[Said], left: float) -> None:
    before = question("q", "When?", "1871", score=0.8)
    after = Habits(said).lowered(replace(before, template="time"), "event")
    assert after.score == pytest.approx(left, abs=0.0015)
    assert after.flaws == ((OFTEN,) if left < 0.8 else ())


def test_more_rejections_never_leave_more() -> None:
    losses = [Habits(many(number, "rejected")).loss("time", "event") for number in range(30)]
    assert losses == sorted(losses) and losses[1] > 0


@pytest.mark.parametrize("score", [0.0, 0.3, 1.0])
def test_extreme_scores_can_be_judged(score: float) -> None:
    assert Habits(many(50, "rejected", score=score)).loss("time", "event") >= 0
    assert Habits(many(50, "kept", score=score)).loss("time", "event") == 0


def test_what_is_not_taken_anyway_is_not_blamed_on_people() -> None:
    doubtful = replace(question("q", "When?", "1871", score=0.49), template="time")
    assert Habits(many(9, "rejected")).lowered(doubtful, "event") is doubtful


def test_acceptance_counts_by_template_pattern_and_both() -> None:
    said = [*many(2, "kept"), Said("rejected"), Said("edited", pattern="life"), Said("waiting", template="place")]
    found = {(one.group, one.template, one.pattern): one for one in acceptance(said, Habits(said))}
    total = found["total", "", ""]
    assert (total.kept, total.edited, total.rejected, total.waiting, total.share) == (2, 1, 1, 1, 0.5)
    assert found["template", "time", ""].decided == 4
    assert found["pattern", "", "event"].waiting == 1
    assert found["pair", "time", "event"].lost > 0 == found["template", "time", ""].lost
    assert found["pair", "place", "event"].share is None and found["pair", "place", "event"].interval is None


def test_acceptance_of_nothing_is_a_total_of_nothing() -> None:
    assert acceptance([], Habits([])) == [Acceptance(group="total")]


@pytest.mark.parametrize(
    ("hits", "number", "low", "high"), [(0, 1, 0.0, 0.793), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0)]
)
def test_wilson(hits: int, number: int, low: float, high: float) -> None:
    assert wilson(hits, number) == pytest.approx((low, high), abs=0.001)


def test_moving_a_score_there_and_back() -> None:
    assert moved(moved(0.7, -1.3), 1.3) == pytest.approx(0.7)
    assert 0 < moved(0.0, -5) < moved(1.0, 5) < 1


@pytest.mark.parametrize(
    ("kind", "extractor", "name"), [("event", "relation", "relation: event"), ("reason", "reason", "reason")]
)
def test_a_pattern_has_a_name(kind: str, extractor: str, name: str) -> None:
    assert pattern_name(kind, extractor) == name


# In a course


def scored(facts: Sequence[Fact], context: Context) -> tuple[list[Question], list[Drop]]:
    open_ = [fact for fact in facts if fact.status is not FactStatus.CONFLICT]
    return [replace(asked(fact, context), score=0.8) for fact in open_], []


def lines(first: int, last: int) -> list[str]:
    return [f"Body {number} | circles | star {number}." for number in range(first, last)]


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = Course(tmp_path)
    made.write("a.txt", *lines(0, 8))
    made.ingest()
    made.extract()
    ask(made)
    yield made
    made.store.close()


def ask(course: Course) -> None:
    course.now += 1
    generate(course.store, scored, rank.select, now=course.now)


def add_another(course: Course) -> None:
    course.write("b.txt", *lines(20, 22))
    course.ingest()
    course.extract()
    ask(course)


def verdicts(course: Course) -> dict[str, int]:
    found = acceptance(course.store.judgements(), Habits(course.store.judgements()))[0]
    return {"kept": found.kept, "edited": found.edited, "rejected": found.rejected, "waiting": found.waiting}


def uids(course: Course, document: str = "a.txt") -> list[str]:
    return [one.uid for one in course.store.questions() if one.document == document]


def test_rejections_lower_what_comes_later_and_undoing_them_brings_it_back(course: Course) -> None:
    for uid in uids(course)[:2]:
        course.now += 1
        curation.reject(course.store, [uid], now=course.now)
    add_another(course)
    scores = {one.uid: (one.score, one.flaws) for one in course.store.questions() if one.document == "b.txt"}
    assert scores and set(scores.values()) == {(0.753, (OFTEN,))}
    for _ in range(2):
        curation.undo(course.store, now=course.now)
    ask(course)
    again = {one.uid: (one.score, one.flaws) for one in course.store.questions() if one.document == "b.txt"}
    assert again == dict.fromkeys(scores, (0.8, ()))


def test_many_rejections_keep_new_ones_out_and_say_why(course: Course) -> None:
    curation.reject(course.store, uids(course), now=course.now + 1)
    add_another(course)
    assert not uids(course, "b.txt")
    drops = [drop for drop in course.store.drops() if drop.code == OFTEN]
    assert [(drop.stage, drop.document) for drop in drops] == [("select", "b.txt")] * 2


def test_what_people_know_loses_nothing(course: Course) -> None:
    kept, exported, answered, *others = uids(course)
    curation.keep(course.store, [kept], now=course.now)
    course.store.mark_exported("anki", [(exported, "hash", 1)], now=course.now)
    course.store.record_answer(answered, at=1, mode="typed", given="x", verdict="right", seconds=1.0)
    curation.reject(course.store, others, now=course.now + 1)
    ask(course)
    known = {one.uid: one for one in course.store.questions() if one.uid in (kept, exported, answered)}
    assert {(one.score, one.flaws) for one in known.values()} == {(0.8, ())}
    assert all(one.status.value in ("new", "kept") for one in known.values())


def test_what_was_lost_before_people_knew_it_stays_lost_and_sinks_no_further(course: Course) -> None:
    curation.reject(course.store, uids(course)[:2], now=course.now)
    add_another(course)
    first, second = uids(course, "b.txt")
    course.store.mark_exported("anki", [(first, "hash", 1), (second, "hash", 1)], now=course.now)

    def scores() -> list[tuple[float, tuple[str, ...]]]:
        return [(one.score, one.flaws) for one in course.store.questions() if one.document == "b.txt"]

    ask(course)
    assert scores() == [(0.753, (OFTEN,))] * 2
    curation.reject(course.store, uids(course)[2:], now=course.now + 1)
    ask(course)
    assert scores() == [(0.753, (OFTEN,))] * 2
    curation.keep(course.store, [first], now=course.now + 2)
    ask(course)
    assert scores() == [(0.8, ()), (0.753, (OFTEN,))]
    for _ in range(3):
        curation.undo(course.store, now=course.now + 3)
    ask(course)
    assert scores() == [(0.8, ())] * 2


def test_what_was_decided_counts_once_for_each_question(course: Course) -> None:
    keep, edit, reject, alias, tag, *_ = uids(course)
    curation.keep(course.store, [keep, edit], now=course.now)
    curation.edit(course.store, edit, now=course.now, prompt="Which star?")
    curation.edit(course.store, alias, now=course.now, accept=["a star"])  # what a learner asked for
    curation.tag(course.store, [tag], now=course.now, add=["unit-1"])
    curation.reject(course.store, [reject], now=course.now, reason="unclear")
    assert verdicts(course) == {"kept": 1, "edited": 1, "rejected": 1, "waiting": 4}
    assert [one.reason for one in course.store.judgements() if one.verdict == "rejected"] == ["unclear"]


def test_rejecting_a_fact_rejects_its_questions(course: Course) -> None:
    curation.reject(course.store, [course.fact("Body 3").uid], now=course.now + 5)
    assert verdicts(course) == {"kept": 0, "edited": 0, "rejected": 1, "waiting": 7}
    curation.undo(course.store, now=course.now + 6)
    assert verdicts(course) == {"kept": 0, "edited": 0, "rejected": 0, "waiting": 8}


def test_deciding_between_contradicting_texts_says_nothing_of_the_pattern(course: Course) -> None:
    fact = course.fact("Body 3").uid
    course.store.mark_conflicts([fact], now=course.now + 5)
    curation.reject(course.store, [fact], now=course.now + 9)
    assert verdicts(course) == {"kept": 0, "edited": 0, "rejected": 0, "waiting": 7}


def test_what_a_text_no_longer_says_is_not_waiting(course: Course) -> None:
    course.write("a.txt", *lines(0, 3))
    course.ingest()
    course.extract()
    ask(course)
    assert verdicts(course) == {"kept": 0, "edited": 0, "rejected": 0, "waiting": 3}


def test_why_shows_the_lost_score(course: Course) -> None:
    curation.reject(course.store, uids(course)[:2], now=course.now)
    add_another(course)
    (step,) = [step for step in trace.why(course.store, uids(course, "b.txt")[0]) if step.kind == "habit"]
    assert step.detail == "score 0.75 instead of 0.80; see 'quizgen quality' (bars: relation)"
    assert not [step for step in trace.why(course.store, uids(course)[0]) if step.kind == "habit"]


def test_a_review_sees_what_people_reject_often() -> None:
    plain = question("q", "When?", "1871", score=0.9)
    often = replace(plain, flaws=(OFTEN,))
    assert OFTEN in {remark.code for remark in remarks(often)} - {remark.code for remark in remarks(plain)}
    assert doubt(often) < doubt(plain)


# The command


@pytest.mark.model
def test_quality_lists_what_was_decided(course_folder: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    uid, other = (row["uid"] for row in invoke("questions", "--limit", "2", "--format", "jsonl").rows)
    before = invoke("quality")
    assert before.code == 0 and "Nobody has decided" in before.out
    assert invoke("keep", uid).code == invoke("reject", other).code == 0
    rows = invoke("quality", "--format", "jsonl").rows
    assert [(row["kept"], row["rejected"], row["share"]) for row in rows if row["group"] == "total"] == [(1, 1, 0.5)]
    assert {row["group"] for row in rows} == {"total", "template", "pattern", "pair"}
    assert all(row["kept"] + row["edited"] + row["rejected"] for row in rows)
    assert {row["group"] for row in invoke("quality", "--group", "pair", "--format", "jsonl").rows} == {"pair"}
    assert len(invoke("quality", "--all", "--format", "jsonl").rows) > len(rows)
    assert invoke("quality", "--group", "nonsense").code == 2
    monkeypatch.setenv("COLUMNS", "40")
    narrow = invoke("quality", "--all").out.splitlines()
    assert narrow[0].split()[:2] == ["template", "pattern"] and max(map(len, narrow)) <= 40


@pytest.mark.model
def test_what_people_read_first_is_what_they_objected_to(course_folder: Path, invoke: Invoke) -> None:
    one, two, three, *others = (row["uid"] for row in invoke("questions", "--format", "jsonl").rows)
    assert "Nobody has decided" in invoke("quality").out
    invoke("keep", one)
    assert invoke("quality").out.splitlines() == [
        f"Decided: 1. Accepted as they were: 1, edited: 0, rejected: 0. Waiting: {len(others) + 2}.",
        "Nothing was edited or rejected, so no sort of question loses score.",
    ]
    invoke("tag", others[0], "--add", "exam")
    invoke("edit", others[1], "--accept", "another")
    statuses = [row["status"] for row in invoke("questions", "--format", "jsonl").rows]
    assert f"Decided: 1. Accepted as they were: 1, edited: 0, rejected: 0. Waiting: {statuses.count('new')}." in (
        invoke("quality").out
    )
    invoke("reject", two, "--reason", "my class\x07 knows it")
    invoke("edit", three, "--answer", "something else")
    told = invoke("quality")
    assert told.out.startswith(
        f"Decided: 3. Accepted as they were: 1, edited: 1, rejected: 1. Waiting: {len(others) - 1}.\n"
        "Why rejected: my class knows it 1\n"
    )
    table = told.out.partition("\n\n")[2].splitlines()
    assert table[0].startswith("Of these sorts you rejected or edited some.")
    header, _, *rows = table[1:]
    assert header.split()[-6:] == ["accepted", "edited", "rejected", "waiting", "score", "lost"]
    assert rows and all(" all " not in row for row in rows)
    assert "quizgen quality --all" in told.err
    for other in others:
        invoke("reject", other)
    short = invoke("quality", "--limit", "1")
    assert len(short.out.partition("\n\n")[2].splitlines()) == 4


@pytest.fixture
def course_folder(request: pytest.FixtureRequest) -> Path:
    """Work in a copy of the course folder with two documents, under a name that this module leaves free."""
    folder: Path = request.getfixturevalue("empty")
    import shutil

    shutil.copytree(request.getfixturevalue("made"), folder, dirs_exist_ok=True)
    return folder
