"""Every question leads back to the words of its document."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_fakes import Course, harvest

from quizgen import curation, pipeline, trace
from quizgen.errors import UsageError
from quizgen.model import Document, Harvest


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = Course(tmp_path)
    made.write("a.txt", "# Sky", "The Moon | has | 3 craters.", "Nothing to see here.", "! Buy our telescopes today")
    made.write("b.txt", "The Moon | has | 3 craters.")
    made.make()
    yield made
    made.store.close()


def kinds(steps: list[trace.Step]) -> list[tuple[int, str]]:
    return [(step.depth, step.kind) for step in steps]


def test_a_question_leads_to_file_line_and_marked_words(course: Course) -> None:
    steps = trace.why(course.store, course.question("Moon").uid[:10])
    assert kinds(steps) == [
        (0, "question"),
        (1, "template"),
        (1, "fact"),
        *[(2, "extractor"), (3, "sentence"), (4, "document")] * 2,
    ]
    sentence = steps[4]
    assert (sentence.document, sentence.line) == ("a.txt", 2)
    assert sentence.text[sentence.start : sentence.end] == "3 craters"
    assert (steps[0].text, steps[1].uid, steps[3].uid) == ("What has The Moon? → 3 craters", "bars/object", "bars")
    assert steps[7].document == "b.txt"


def test_decisions_are_part_of_the_chain(course: Course) -> None:
    question = course.question("Moon")
    curation.edit(course.store, question.uid, now=1, prompt="How many?")
    curation.reject(course.store, [question.facts[0]], now=2, reason="wrong")
    steps = [step for step in trace.why(course.store, question.uid) if step.kind == "decision"]
    assert [(step.text, step.detail) for step in steps] == [("edit", 'prompt "How many?"'), ("reject", "wrong")]


def test_a_fact_leads_to_its_clause(course: Course) -> None:
    steps = trace.why(course.store, course.fact("Moon").uid)
    assert steps[0].text == "The Moon | has | 3 craters"
    assert steps[2].text[steps[2].start : steps[2].end] == "The Moon | has | 3 craters"


def test_a_retired_fact_still_leads_somewhere(course: Course) -> None:
    uid = course.fact("Moon").uid
    course.write("a.txt", "Nothing to see here.")
    course.write("b.txt", "Nothing to see there.")
    course.make()
    assert [step.kind for step in trace.why(course.store, uid)] == ["fact", "extractor", "sentence", "document"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nothing to see", ["sentence", "drop", "document"]),
        ("has 3 craters", ["sentence", "fact", "document"] * 2),
        ("our telescopes", ["drop"]),
    ],
)
def test_words_lead_to_what_became_of_them(course: Course, words: str, found: list[str]) -> None:
    assert [step.kind for step in trace.why(course.store, words)] == found


def test_a_sentence_by_its_id(course: Course) -> None:
    sentence = next(one for one in course.store.sentences() if one.text.startswith("Nothing"))
    steps = trace.why(course.store, sentence.uid)
    assert steps[1].detail == "extract: no-bars"


def test_a_document_by_its_id(course: Course) -> None:
    document = next(iter(course.store.documents()))
    steps = trace.why(course.store, document.uid)
    assert [(step.kind, step.document) for step in steps] == [("document", "a.txt"), *[("drop", "a.txt")] * 2]


@pytest.mark.parametrize("asked", ["", "q_zz", "no such words anywhere"])
def test_what_is_not_there_is_told(course: Course, asked: str) -> None:
    with pytest.raises(UsageError):
        trace.why(course.store, asked)


def codes(course: Course) -> set[str]:
    return {problem.code for problem in trace.check(course.store)}


def test_a_good_store_has_no_problems(course: Course) -> None:
    course.write("a.txt", "The Moon | has | 5 craters.")
    course.make()
    curation.reject(course.store, [course.fact("5 craters").uid], now=1)
    curation.add(course.store, prompt="Who?", answer="I", now=1)
    assert codes(course) == set()


def test_what_is_not_completed_is_no_problem(course: Course) -> None:
    course.write("a.txt", "Nothing to see here.", "The Moon | has | 4 craters.", "Mars | has | 2 moons.")
    course.ingest()
    assert codes(course) == set()
    course.extract()
    assert codes(course) == set()


_REVIEW = "(question_id, at, mode, given, verdict, seconds, players)"


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("update sentence set start = start + 1", "sentence-offsets"),
        ("update evidence set start = 900", "evidence-offsets"),
        ("update question set sources = replace(sources, '\"answer_end\":', '\"answer_end\":9')", "source-offsets"),
        ("update evidence set retired_at = 1", "fact-unstated"),
        ("update fact set lead = null", "fact-leaderless"),
        ("update sentence set retired_at = 1", "evidence-lost"),
        ("update fact set retired_at = 1", "question-dangling"),
        ("update fact set status = 'rejected'", "question-dangling"),
        ("delete from question_fact", "question-groundless"),
        ("insert into alias (old, uid, at) values ('f_1', 'f_2', 1)", "alias-dangling"),
        ("update question set scheduled = 1", "card-differs"),
        (f"insert into review {_REVIEW} values (1, 1, '', '', 'right', 1, '')", "card-differs"),
        ("pragma foreign_keys = off; update evidence set sentence_id = sentence_id + 99", "reference-broken"),
    ],
)
def test_harm_is_found(course: Course, harm: str, code: str) -> None:
    for statement in harm.split("; "):
        course.store.db.execute(statement)
    assert code in codes(course)


def test_the_resolved_text_is_shown(course: Course) -> None:
    def resolved(document: Document) -> Iterator[Harvest]:
        for one in harvest(document):
            yield replace(one, resolved="It [the Moon] has")

    pipeline.extract(course.store, resolved, now=1, extractor_version="2")
    steps = trace.why(course.store, course.fact("Moon").uid)
    assert steps[2].detail == "read as: It [the Moon] has"
