"""Identity over time: what is read again keeps its ids, decisions and cards."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from store_fakes import Course, candidates, harvest, said, select, short_only

from quizgen import curation, pipeline
from quizgen.errors import InputError, UsageError
from quizgen.model import Drop, Fact, FactStatus, Filter, Option, Question, QuestionKind, QuestionStatus, Source
from quizgen.pipeline import Context
from quizgen.pipeline.kindred import Kindred
from quizgen.pipeline.options import frozen

MOON = "The Moon | has | 3 craters."
MARS = "Mars | has | 2 moons."
SATURN = "Saturn | has | 7 rings."


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = Course(tmp_path)
    yield made
    made.store.close()


def only(course: Course, **filter: object) -> Question:
    (found,) = course.store.questions(Filter(**filter))  # type: ignore[arg-type]
    return found


# Running again


def test_a_run_gives_facts_questions_and_counts(course: Course) -> None:
    course.write("a.txt", "# Sky", MOON, "Nothing here.", "! An advertisement", MARS)
    assert course.ingest().counts == {
        "documents": 1,
        "new": 1,
        "changed": 0,
        "moved": 0,
        "revived": 0,
        "unchanged": 0,
        "retired": 0,
    }
    extracted = course.extract()
    assert (extracted.counts["sentences"], extracted.counts["facts"], extracted.counts["new"]) == (3, 2, 2)
    assert extracted.drops == {"no-bars": 1}
    generated = course.generate()
    assert generated.counts["questions"] == generated.counts["questions.short"] == generated.counts["new"] == 2
    assert [drop.code for drop in course.store.drops()] == ["no-bars", "noise"]


def test_running_twice_writes_nothing(course: Course) -> None:
    course.write("a.txt", "# Sky", MOON, "Nothing here.", "! An advertisement", MARS)
    course.write("b.txt", SATURN)
    course.make()
    course.generate()  # the first document could not know the phrases of the second
    before = course.content()
    assert course.ingest().counts["unchanged"] == 2
    assert course.extract().counts["unchanged"] == 2
    again = course.generate()
    assert [again.counts[name] for name in ("new", "changed", "revived", "retired")] == [0, 0, 0, 0]
    assert course.content() == before


def test_reading_again_with_another_extractor_adds_no_row(course: Course) -> None:
    course.write("a.txt", MOON, "Nothing here.", MARS)
    course.make()
    before, facts = course.rows(), list(course.store.facts())
    report = course.extract("2")
    assert (report.counts["documents"], report.counts["new"], report.counts["retired"]) == (1, 0, 0)
    course.generate()
    assert course.rows() == before
    assert list(course.store.facts()) == facts


def test_another_date_is_read_again(course: Course) -> None:
    course.write("a.txt", MOON)
    course.make()
    assert course.ingest(date=dt.date(2021, 5, 15)).counts["changed"] == 1
    assert course.extract().counts["documents"] == 1
    assert course.ingest().counts["unchanged"] == 1  # a day that was given once holds


def test_only_the_documents_given_are_touched(course: Course) -> None:
    first = course.write("a.txt", MOON)
    course.write("b.txt", MARS)
    course.make(first)
    assert [document.key for document in course.store.documents()] == ["a.txt"]
    course.ingest()
    assert course.extract(documents=["b.txt"]).counts["documents"] == 1
    assert course.generate(documents=["b*"]).counts["documents"] == 1
    with pytest.raises(UsageError, match="no document"):
        course.extract(documents=["c.txt"])


# Lineage


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Moon | has | 3 craters.", "The Moon | has | 5 craters."),
        ("The Moom | has | 3 craters.", "The Moon | has | 3 craters."),
        ("The Moon | has | 3 creters.", "The Moon | has | 3 craters."),
        ("The Moon | has | 3 craters.", "The Moon | shows | 3 craters."),
    ],
)
def test_a_changed_statement_keeps_its_ids(course: Course, before: str, after: str) -> None:
    course.write("a.txt", MARS, before, SATURN)
    course.make()
    fact, question = course.fact(before.rstrip(".")), course.question(before.split(" | ")[0])
    course.write("a.txt", MARS, after, SATURN)
    course.make()
    changed = course.fact(after.rstrip("."))
    assert changed.uid == fact.uid
    assert course.store.question(question.uid).answer == after.rstrip(".").split(" | ")[2]
    assert [one.uid for one in course.store.questions()].count(question.uid) == 1
    assert not list(course.store.facts(Filter(statuses=("retired",))))


def test_the_new_id_of_a_changed_statement_leads_to_the_old_one(course: Course) -> None:
    course.write("a.txt", MOON)
    course.make()
    uid = course.fact("Moon").uid
    other = Course(course.folder / "other")
    other.write("a.txt", MOON.replace("3", "5"))
    other.make()
    fresh = other.fact("Moon").uid
    other.store.close()
    course.write("a.txt", MOON.replace("3", "5"))
    course.make()
    assert fresh != uid
    assert course.store.find(fresh) == course.store.find(uid) == ("fact", uid)
    assert course.store.fact(fresh[:12]).uid == uid


def test_a_number_that_goes_and_comes_back_keeps_the_id(course: Course) -> None:
    course.write("a.txt", MOON)
    course.make()
    uid = course.fact("Moon").uid
    for number in "5375":
        course.write("a.txt", MOON.replace("3", number))
        course.make()
        assert course.fact("Moon").uid == uid


def test_a_changed_answer_is_tagged(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    course.write("a.txt", MOON.replace("3", "5"), MARS)
    course.make()
    assert course.question("Moon").tags == ("topic::sky", "quizgen::changed")
    assert course.question("Mars").tags == ("topic::sky",)
    assert [one.answer for one in course.store.questions(Filter(tags=("quizgen::changed",)))] == ["5 craters"]


def test_a_reworded_prompt_is_not_tagged(course: Course) -> None:
    course.write("a.txt", MOON)
    course.make()
    course.write("a.txt", MOON.replace("has", "shows"))
    course.make()
    assert course.question("Moon").prompt == "What shows The Moon?"
    assert course.question("Moon").tags == ("topic::sky",)


def test_what_has_no_heir_retires(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    fact = course.fact("Mars")
    course.write("a.txt", MOON, "Bread | is baked from | flour.")
    course.ingest()
    report = course.extract()
    assert (report.counts["retired"], report.counts["inherited"], report.counts["new"]) == (1, 0, 1)
    course.generate()
    assert [said(one) for one in course.store.facts(Filter(statuses=("retired",)))] == [said(fact)]
    assert course.question("Mars").status is QuestionStatus.RETIRED


def test_a_statement_that_comes_back_is_revived(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    before = course.question("Mars")
    course.write("a.txt", MOON)
    course.make()
    rows = course.rows()
    course.write("a.txt", MOON, MARS)
    course.ingest()
    assert course.extract().counts["revived"] == 1
    assert course.generate().counts["revived"] == 1
    assert course.question("Mars") == before
    assert course.rows() == rows


def test_a_statement_that_reads_like_an_inherited_id_gets_its_own(course: Course) -> None:
    course.write("a.txt", MOON)
    course.make()
    uid = course.fact("Moon").uid
    course.write("a.txt", MOON.replace("3", "5"))
    course.make()
    course.write("b.txt", MOON)
    course.make()
    assert course.fact("5 craters").uid == uid
    assert course.fact("3 craters").uid != uid
    assert len({one.uid for one in course.store.questions()}) == 2


# One fact in two documents


def test_a_fact_in_two_documents_is_one_fact(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.write("b.txt", SATURN, MOON)
    course.make()
    fact = course.fact("Moon")
    assert fact.document == "a.txt"
    assert [evidence.document for evidence in fact.evidence] == ["a.txt", "b.txt"]
    assert course.question("Moon").document == "a.txt"


def with_every_source(facts: Sequence[Fact], context: Context) -> tuple[list[Question], list[Drop]]:
    """Make questions that name every sentence which states their fact."""

    def further(fact: Fact, first: Source) -> Iterator[Source]:
        for evidence in fact.evidence[1:]:
            at = context.passage(evidence.sentence).sentence
            title = context.origin(evidence.document).title
            span = {"start": at.start, "end": at.end, "answer_start": at.start, "answer_end": at.end}
            yield replace(first, document=evidence.document, title=title, **span)  # type: ignore[arg-type]

    made = zip(facts, candidates(facts, context)[0], strict=True)
    return [replace(one, sources=(*one.sources, *further(fact, one.sources[0]))) for fact, one in made], []


def test_sources_follow_sentences_of_documents_that_are_read_alone(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.write("b.txt", MOON)
    course.make()
    course.generate(with_every_source)
    hash, mod = course.versions()[course.question("Moon").uid]
    course.write("b.txt", SATURN, MOON)
    course.ingest()
    course.extract()
    texts = {document.key: document.text for document in course.store.documents()}
    found = course.question("Moon").sources
    assert [source.document for source in found] == ["a.txt", "b.txt"]
    assert [texts[source.document][source.start : source.end] for source in found] == [MOON, MOON]
    assert course.versions()[course.question("Moon").uid] == (hash, mod)
    course.write("b.txt", SATURN)
    course.ingest()
    course.extract()
    assert [source.document for source in course.question("Moon").sources] == ["a.txt"]
    assert course.versions()[course.question("Moon").uid][0] != hash


def test_the_next_document_becomes_the_home(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.write("b.txt", SATURN, MOON)
    course.make()
    fact, question = course.fact("Moon"), course.question("Moon")
    course.write("a.txt", MARS)
    course.make()
    moved, asked = course.fact("Moon"), course.question("Moon")
    assert (moved.uid, moved.document, len(moved.evidence)) == (fact.uid, "b.txt", 1)
    assert (asked.uid, asked.document, asked.status) == (question.uid, "b.txt", QuestionStatus.NEW)
    assert asked.sources[0].document == "b.txt"
    assert asked.order not in {
        one.order for one in course.store.questions(Filter(documents=("b.txt",))) if one != asked
    }


def test_a_statement_that_another_document_still_makes_has_no_heir(course: Course) -> None:
    course.write("a.txt", MOON)
    course.write("b.txt", MOON)
    course.make()
    uid = course.fact("Moon").uid
    course.write("a.txt", MOON.replace("3", "5"))
    course.make()
    assert course.fact("3 craters").uid == uid
    assert course.fact("3 craters").document == "b.txt"
    assert course.fact("5 craters").uid != uid


def test_another_document_changes_no_question(course: Course) -> None:
    course.write("a.txt", MOON)
    course.write("b.txt", "Venus | has | 0 moons.", "Pluto | has | 5 moons.", "Neptune | has | 14 moons.")
    course.make()
    course.generate()
    before, versions = list(course.store.questions()), course.versions()
    assert all(len(one.options) == 4 for one in before if one.document == "a.txt")
    course.write("c.txt", *(f"Star {number} | has | {number} planets." for number in range(1, 9)))
    course.make()
    assert [one for one in course.store.questions() if one.document != "c.txt"] == before
    assert {uid: course.versions()[uid] for uid in versions} == versions


# Files


def test_a_moved_file_keeps_everything(course: Course) -> None:
    path = course.write("a.txt", "# Sky", MOON, MARS)
    course.make()
    (document,), question = course.store.documents(), course.question("Moon")
    facts, versions = [fact.uid for fact in course.store.facts()], course.versions()
    new = course.folder / "chapters" / "sky.txt"
    new.parent.mkdir()
    path.rename(new)
    assert course.ingest().counts["moved"] == 1
    assert course.extract().counts["unchanged"] == 1
    moved = course.question("Moon")
    assert (moved.document, moved.sources[0].document) == ("chapters/sky.txt", "chapters/sky.txt")
    course.generate()
    assert [one.uid for one in course.store.documents()] == [document.uid]
    assert [fact.uid for fact in course.store.facts()] == facts
    assert {fact.document for fact in course.store.facts()} == {"chapters/sky.txt"}
    assert replace(course.question("Moon"), document="", sources=()) == replace(question, document="", sources=())
    assert course.versions() == versions


def test_a_moved_file_keeps_its_day(course: Course) -> None:
    path = course.write("a.txt", MOON)
    course.make(date=dt.date(2021, 5, 15))
    path.rename(course.folder / "b.txt")
    assert course.ingest().counts["moved"] == 1
    assert course.extract().counts["unchanged"] == 1
    (document,) = course.store.documents()
    assert (document.date, document.date_source) == (dt.date(2021, 5, 15), "option")


@pytest.mark.parametrize(("lines", "title"), [((), "The sky"), (("# Sky",), "Sky")])
def test_a_renamed_file_without_a_title_keeps_its_first_name(
    course: Course, lines: tuple[str, ...], title: str
) -> None:
    path = course.write("the_sky.txt", *lines, MOON)
    course.make()
    path.rename(course.folder / "b.txt")
    course.make()
    assert [document.title for document in course.store.documents()] == [title]
    course.write("b.txt", *lines, MOON, MARS)
    course.make()
    assert [document.title for document in course.store.documents()] == [title]


def test_a_copy_is_a_document_of_its_own(course: Course) -> None:
    course.write("a.txt", MOON)
    course.make()
    course.write("b.txt", MOON)
    assert course.ingest().counts["new"] == 1
    assert len(list(course.store.documents())) == 2


def test_a_new_file_in_the_place_of_a_moved_one_is_new(course: Course) -> None:
    path = course.write("a.txt", MOON)
    course.make()
    (document,) = course.store.documents()
    path.rename(course.folder / "b.txt")
    course.write("a.txt", MARS)
    counts = course.ingest().counts
    assert (counts["moved"], counts["new"]) == (1, 1)
    documents = {one.key: one.uid for one in course.store.documents()}
    assert documents["b.txt"] == document.uid
    assert documents["a.txt"] != document.uid
    course.extract()
    course.generate()
    assert {fact.document for fact in course.store.facts()} == {"a.txt", "b.txt"}


def test_without_sync_a_file_that_is_gone_stays(course: Course) -> None:
    path = course.write("a.txt", MOON)
    course.write("b.txt", MARS)
    course.make()
    path.unlink()
    course.make()
    assert course.question("Moon").status is QuestionStatus.NEW


def test_sync_retires_what_is_gone_and_a_return_revives_it(course: Course) -> None:
    path = course.write("a.txt", MOON, SATURN)
    course.write("b.txt", MARS, SATURN)
    course.make()
    versions = course.versions()
    path.unlink()
    assert course.ingest(sync=True).counts["retired"] == 1
    assert course.question("Moon").status is QuestionStatus.RETIRED
    assert (course.question("Saturn").document, course.question("Saturn").status) == ("b.txt", "new")
    assert [document.key for document in course.store.documents()] == ["b.txt"]
    course.extract()
    course.generate()
    assert course.question("Moon").status is QuestionStatus.RETIRED
    course.write("a.txt", MOON, SATURN)
    assert course.ingest().counts["revived"] == 1
    course.extract()
    course.generate()
    assert course.question("Moon").status is QuestionStatus.NEW
    assert course.question("Saturn").document == "b.txt"  # a home is left only when it no longer states the fact
    uid = course.question("Moon").uid
    assert course.versions()[uid][0] == versions[uid][0]


def test_sync_of_a_folder_leaves_others_alone(course: Course) -> None:
    one, other = course.write("one/a.txt", MOON), course.write("other/b.txt", MARS)
    course.write("one/c.txt", SATURN)
    course.make()
    one.unlink()
    other.unlink()
    assert course.ingest(course.folder / "one", sync=True).counts["retired"] == 1
    assert [document.key for document in course.store.documents()] == ["one/c.txt", "other/b.txt"]


def test_files_outside_the_course_are_external(course: Course, tmp_path_factory: pytest.TempPathFactory) -> None:
    one, other = (tmp_path_factory.mktemp(name) / "sky.txt" for name in ("one", "other"))
    one.write_text(MOON, encoding="utf-8")
    other.write_text(MARS, encoding="utf-8")
    course.ingest(one)
    assert [document.key for document in course.store.documents()] == ["external/sky.txt"]
    before = course.content()
    with pytest.raises(UsageError, match="--as"):
        course.ingest(other)
    with pytest.raises(UsageError, match="--as"):
        course.ingest(one, other)
    assert course.content() == before
    course.ingest(other, as_key="mars.txt")
    course.ingest(other)  # remembered
    assert [document.key for document in course.store.documents()] == ["external/sky.txt", "mars.txt"]
    one.unlink()
    course.ingest(sync=True, sources=lambda paths: [other])
    assert len(list(course.store.documents())) == 2


def test_a_key_is_for_one_file(course: Course) -> None:
    paths = [course.write("a.txt", MOON), course.write("b.txt", MARS)]
    with pytest.raises(UsageError, match="one file"):
        course.ingest(*paths, as_key="c.txt")
    with pytest.raises(UsageError, match="no key"):
        course.ingest(paths[0], as_key="/c.txt")
    course.ingest(*paths)
    with pytest.raises(UsageError, match="already"):
        course.ingest(paths[0], as_key="b.txt")


def test_one_bad_file_is_skipped_and_the_rest_is_read(course: Course) -> None:
    good, bad = course.write("a.txt", MOON), course.write("b.txt", "\0")
    missing = course.folder / "c.txt"
    report = course.ingest(good, bad, missing)
    assert report.counts["new"] == 1
    assert [place for place, _ in report.skipped] == [str(bad), str(missing)]
    assert "not text" in report.skipped[0][1]


def test_where_all_fail_the_first_error_is_raised(course: Course) -> None:
    before = course.content()
    with pytest.raises(InputError, match="not text"):
        course.ingest(course.write("b.txt", "\0"), course.folder / "c.txt")
    assert course.content() == before


# Decisions and exports


def test_a_rejection_survives(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    curation.reject(course.store, [course.question("Moon").uid], now=course.now)
    course.write("a.txt", MOON.replace("3", "5"), MARS)
    course.make()
    course.extract("2")
    course.generate()
    assert course.question("Moon").status is QuestionStatus.REJECTED


def test_a_rejected_fact_asks_nothing_until_it_is_taken_back(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    curation.reject(course.store, [course.fact("Moon").uid], now=course.now)
    course.extract("2")
    course.generate()
    assert course.fact("Moon").status is FactStatus.REJECTED
    assert course.question("Moon").status is QuestionStatus.RETIRED
    curation.undo(course.store, now=course.now)
    assert course.fact("Moon").status is FactStatus.NEW
    assert course.question("Moon").status is QuestionStatus.NEW


def test_an_edit_survives(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    uid = course.question("Moon").uid
    curation.edit(course.store, uid, now=course.now, prompt="How many craters?", answer="three")
    course.write("a.txt", MOON.replace("3", "5"), MARS)
    course.make()
    edited = course.store.question(uid)
    assert (edited.prompt, edited.answer, edited.status) == ("How many craters?", "three", "edited")
    assert "quizgen::changed" in edited.tags  # the text says something else now
    assert edited.sources[0].sentence == "The Moon | has | 5 craters."
    curation.undo(course.store, now=course.now)
    assert (course.store.question(uid).prompt, course.store.question(uid).answer) == ("What has The Moon?", "5 craters")


def test_a_change_comes_after_the_last_export(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    uid = course.question("Moon").uid
    hash, mod = course.versions()[uid]
    late = course.now + 1000  # two machines whose clocks differ
    course.store.mark_exported("anki", [(uid, hash, late)], now=late)
    course.write("a.txt", MOON.replace("3", "5"), MARS)
    course.make()
    assert course.versions()[uid] == (course.versions()[uid][0], late + 1)
    assert course.versions()[uid][0] != hash
    assert mod < late


def test_what_was_exported_and_retires_is_told_once_more(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    uid = course.question("Moon").uid
    course.store.mark_exported("anki", [(uid, *course.versions()[uid])], now=course.now)
    before = course.versions()[uid]
    course.write("a.txt", MARS)
    course.make()
    assert [one.uid for one in course.store.gone("anki")] == [uid]
    assert not list(course.store.gone("csv"))
    hash, mod = course.versions()[uid]
    assert hash != before[0]
    assert mod > before[1]


def test_questions_of_the_hand_never_retire(course: Course) -> None:
    course.write("a.txt", MOON)
    course.make()
    curation.add(course.store, prompt="Who?", answer="I", document="a.txt", now=course.now)
    course.write("a.txt", MARS)
    course.make()
    assert course.question("Who?").status is QuestionStatus.KEPT
    (course.folder / "a.txt").unlink()
    course.write("b.txt", SATURN)
    course.ingest(sync=True)
    course.generate()
    assert course.question("Who?").status is QuestionStatus.KEPT


def picky(made: list[Question]) -> tuple[list[Question], list[Drop]]:
    """Choose what is not about the Moon."""
    left = [one for one in made if "Moon" not in one.prompt]
    return left, [Drop(stage="select", code="too-many", text=one.prompt) for one in made if one not in left]


@pytest.mark.parametrize("use", ["keep", "edit", "export", "answer"])
def test_what_is_in_use_is_not_deselected(course: Course, use: str) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    uid = course.question("Moon").uid
    if use == "keep":
        curation.keep(course.store, [uid], now=course.now)
    elif use == "edit":
        curation.edit(course.store, uid, now=course.now, tags=["mine"])
    elif use == "export":
        course.store.mark_exported("csv", [(uid, "h", 1)], now=course.now)
    else:
        course.store.record_answer(uid, at=course.now, mode="typed", given="3", verdict="right", seconds=1)
    pipeline.generate(course.store, candidates, picky, now=course.now)
    assert course.store.question(uid).status is not QuestionStatus.RETIRED


def test_what_nobody_uses_gives_way(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    report = pipeline.generate(course.store, candidates, picky, now=course.now)
    assert report.drops == {"too-many": 1}
    assert course.question("Moon").status is QuestionStatus.RETIRED


def test_order_numbers_stay_and_go_on(course: Course) -> None:
    course.write("a.txt", MOON, MARS)
    course.make()
    orders = {one.answer: one.order for one in course.store.questions()}
    assert sorted(orders.values()) == [1, 2]
    course.write("a.txt", SATURN, MARS)
    course.make()
    assert course.question("Mars").order == orders["2 moons"]
    assert course.question("Saturn").order == 3


# Options


def choice(*wrong: str, answer: str = "3 craters", **changes: object) -> Question:
    options = (Option(text=answer, correct=True), *(Option(text=text) for text in wrong))
    made = Question(
        uid="q_1",
        kind=QuestionKind.CHOICE,
        prompt="What?",
        answer=answer,
        document="a.txt",
        template="t",
        slot="object",
        facts=("f_1",),
        options=options,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stored", "made", "texts"),
    [
        (choice("a", "b", "c"), choice("x", "y", "z"), "3 craters a b c"),
        (choice("a", "b", "c"), choice("x", answer="5"), "5 a b c"),
        (choice("a", "5", "c"), choice("x", "a", answer="5"), "5 a x c"),
        (choice("a", "b", "c"), choice("a", "y", "z", accept=("B",)), "3 craters a y c"),
        (choice("a", "A", "c"), choice("a", "y", "z"), "3 craters a y c"),
        (choice("a", "b", "c"), choice("a", "y", "z", flaws=("also-true:b",)), "3 craters a y c"),
        (choice("a", "b", "c"), choice("a", "c", flaws=("also-true:b", "long")), "3 craters a c"),
        (choice("a", "b"), choice("x", "y", "z", flaws=("also-true:a", "also-true:b")), "3 craters x y"),
        (choice(options=()), choice("x", "y"), "3 craters x y"),
        (choice("a"), choice(options=()), ""),
    ],
)
def test_options_stay_but_for_those_that_are_wrong_to_offer(stored: Question, made: Question, texts: str) -> None:
    assert " ".join(option.text for option in frozen(made, stored.options).options) == texts


def test_a_flaw_that_is_put_right_is_not_stored() -> None:
    made = choice("a", "y", flaws=("also-true:b", "long"))
    assert frozen(made, choice("a", "b").options).flaws == ("long",)
    assert frozen(made, ()).flaws == ("long",)


def test_the_right_option_keeps_its_place() -> None:
    stored = (Option(text="a"), Option(text="3 craters", correct=True), Option(text="b"))
    kept = frozen(choice("x", "y", answer="5 craters"), stored).options
    assert [(option.text, option.correct) for option in kept] == [("a", False), ("5 craters", True), ("b", False)]


# Context


def test_the_context_tells_of_documents_sentences_and_phrases(course: Course) -> None:
    course.write("a.txt", "# Sky", MOON)
    course.write("b.txt", "Pluto | has | 5 moons.", "Mars | is | red.")
    course.ingest()
    course.extract()
    seen: list[Context] = []

    def watch(facts: Sequence[Fact], context: Context) -> tuple[list[Question], list[Drop]]:
        seen.append(context)
        return short_only(facts, context)

    course.generate(watch)
    context = seen[0]
    assert (context.document.key, context.origin("a.txt").title, context.origin("b.txt").title) == ("a.txt", "Sky", "B")
    (sentence,) = course.store.sentences(Filter(documents=("b.txt",), search="Pluto"))
    assert context.passage(sentence.uid).sentence == sentence
    number = course.fact("Moon").draft.object
    assert number is not None
    assert [phrase.text for phrase in context.phrases(number.type)] == ["5 moons"]
    assert {phrase.text for phrase in seen[1].phrases(number.type)} == {"3 craters"}
    assert not context.phrases(number.type, limit=0)


RIVERS = "The Arn | is | a river. The tributary and the estuary of the stream flood the delta."


def test_only_documents_with_the_same_subject_lend(course: Course) -> None:
    course.write("arn.txt", RIVERS)
    course.write("belk.txt", RIVERS.replace("Arn", "Belk"))
    course.write("kiln.txt", "The potter | fires | a kiln. Clay, glaze and porcelain.")
    course.ingest()
    course.extract()
    kin = Kindred(course.store)
    assert (kin.keys("arn.txt"), kin.keys("belk.txt")) == (["belk.txt"], ["arn.txt"])
    assert not kin.keys("kiln.txt") and not kin.drafts("kiln.txt")
    (drafts,) = kin.drafts("arn.txt")
    assert [draft.subject.text for draft in drafts] == ["The Belk"]


def test_a_rejected_fact_lends_nothing(course: Course) -> None:
    course.write("arn.txt", RIVERS)
    course.write("belk.txt", RIVERS.replace("Arn", "Belk"))
    course.ingest()
    course.extract()
    curation.reject(course.store, [course.fact("Belk").uid], now=course.now)
    assert Kindred(course.store).drafts("arn.txt") == [()]


def test_a_verb_that_fails_leaves_the_store_as_it_was(course: Course) -> None:
    course.write("a.txt", MOON)
    course.write("b.txt", MARS)
    course.ingest()
    before = course.content()

    def stop(document: object) -> Iterator[object]:
        yield next(harvest(document))  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.extract(course.store, stop, now=course.now, extractor_version="1")  # type: ignore[arg-type]
    assert course.content() == before
    assert course.extract().counts["documents"] == 2


def test_progress_is_told(course: Course) -> None:
    course.write("a.txt", MOON)
    course.write("b.txt", MARS)
    told: list[tuple[str, int, int]] = []
    course.ingest(progress=lambda *step: told.append(step))
    course.extract(progress=lambda *step: told.append(step))
    course.generate(progress=lambda *step: told.append(step))
    assert [step[1:] for step in told] == [(0, 2), (1, 2)] * 3
    assert told[2][0] == "a.txt"


def test_select_sees_the_options_that_learners_see(course: Course) -> None:
    course.write("a.txt", MOON)
    course.write("b.txt", "Pluto | has | 5 moons.")
    course.make()
    course.generate()
    course.write("c.txt", "Venus | has | 0 moons.", "Neptune | has | 14 moons.")
    course.make()
    offered: list[tuple[str, ...]] = []

    def watch(made: list[Question]) -> tuple[Sequence[Question], Sequence[Drop]]:
        offered.extend(tuple(option.text for option in one.options) for one in made if one.document == "a.txt")
        return select(made)

    pipeline.generate(course.store, candidates, watch, now=course.now)
    assert offered == [("3 craters", "5 moons")]
