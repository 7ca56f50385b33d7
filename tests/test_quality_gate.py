"""The quality gate: how annotations are read, what counts as a match, and floors that only rise."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from quality import gate
from quality.__main__ import main
from quality.gold import Expected, annotated, expected, load, matches, normal, readings

from quizgen import nlp
from quizgen.model import FactDraft, FactKind, Phrase, Verb

GOLD = load()
SENTENCES = [one for passage in GOLD for one in passage.sentences]


def verb(lemma: str, **changes: Any) -> Verb:
    """Return a verb of which only the lemma matters."""
    return Verb(**{"lemma": lemma, "text": lemma, "base": lemma, "past": "", "participle": "", **changes})


def draft(
    said: str = "found",
    object_: str | None = "a school",
    *qualifiers: Phrase,
    kind: FactKind = FactKind.EVENT,
    subject: str = "Ada Berg",
) -> FactDraft:
    """Return a fact about Ada Berg's school."""
    return FactDraft(
        kind=kind,
        subject=phrase("subject", "", subject),
        relation=said,
        object=phrase("object", "", object_) if object_ else None,
        qualifiers=qualifiers,
        verb=verb(said) if said else None,
        extractor="relation",
    )


def phrase(role: str, prep: str, text: str, bound: str = "") -> Phrase:
    """Return a phrase without a place in a text."""
    return Phrase(text=text, start=0, end=0, role=role, prep=prep, bound=bound)


TIME = phrase("time", "in", "1901")
PLACE = phrase("place", "in", "Bergen")


# --- the annotations ------------------------------------------------------------------------------------------------


def test_there_are_enough_sentences_and_half_of_them_must_give_nothing() -> None:
    assert len(SENTENCES) >= 340
    assert sum(bool(one.silent) for one in SENTENCES) * 2 >= len(SENTENCES)


def test_no_sentence_stands_twice() -> None:
    texts = [one.text for one in SENTENCES if one.facts]
    assert len(set(texts)) == len(texts)


def test_every_sentence_says_what_is_expected() -> None:
    assert all(bool(one.facts) != bool(one.silent) for one in SENTENCES)
    assert {passage.subject for passage in GOLD} >= {"biology", "history", "news", "traps"}


def test_alternatives_belong_to_the_fact_before_them() -> None:
    one = annotated("x", "relation | A | see | B", "or relation | B | see | A", "~ relation | C | see | D")
    first, second = one.facts
    assert [each.subject for each in first.others] == ["B"]
    assert (first.allowed, second.allowed) == (False, True)


@pytest.mark.parametrize(
    "lines", [(), ("relation | A | see",), ("guess | A | see | B",), ("relation, guess | A | see | B",)]
)
def test_an_annotation_that_says_too_little_is_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"neither|not a form"):
        annotated("A sees B.", *lines)


# --- what counts as a match -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("the Danube", {"danube"}),
        ("town of Aldern / Aldern", {"town of aldern", "aldern"}),
        ("largest animal (on Earth)", {"largest animal", "largest animal on earth"}),
        ("hertz (\\(Hz\\))", {"hertz", "hertz (hz)"}),
        ("-", {"-"}),
    ],
)
def test_a_pattern_has_readings(pattern: str, texts: set[str]) -> None:
    assert readings(pattern) == texts


@pytest.mark.parametrize(
    ("text", "plain"),
    [("The word “Alphabet”", "word alphabet"), ("a lens, an iris and a retina", "lens iris and retina"), ("A", "")],
)
def test_case_articles_and_marks_do_not_count(text: str, plain: str) -> None:
    assert normal(text) == plain


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("relation | Ada Berg | found | school", draft()),
        ("relation | Ada Berg | found | school", draft(kind=FactKind.PART)),
        ("definition, relation | Ada Berg | found | school", draft()),
        ("relation | Ada Berg | found | school | time: in 1901", draft("found", "a school", TIME)),
        ("relation | Ada Berg | found | school | in 1901", draft("found", "a school", TIME)),
        ("relation | Ada Berg | found | school | (time: in 1901)", draft()),
        ("relation | Ada Berg | found | school | place: in Bergen", draft("found", "a school", PLACE)),
        (
            "relation | Ada Berg | found | school | place: in Bergen",
            draft("found", "a school", phrase("other", "in", "Bergen")),
        ),
        ("relation | Ada Berg | be | tall", draft("be", None, phrase("attribute", "", "tall"))),
        (
            "relation | Ada Berg | sell | her school",
            draft("sell", None, phrase("object", "", "Ada Berg's school", "her school")),
        ),
        ("naming | Ada Berg | call | Ada", draft("", "Ada", kind=FactKind.ALIAS)),
    ],
)
def test_a_fact_that_says_the_same_matches(line: str, fact: FactDraft) -> None:
    assert matches(fact, expected(line))


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("relation | Ida Berg | found | school", draft()),
        ("relation | Ada Berg | visit | school", draft()),
        ("relation | Ada Berg | found | church", draft()),
        ("relation | Ada Berg | found | -", draft()),
        ("relation | Ada Berg | found | school", draft("found", None)),
        ("reason | Ada Berg | found | school", draft()),
        ("relation | Ada Berg | found | school", draft("found", "a school", TIME)),  # more than expected
        ("relation | Ada Berg | found | school | time: in 1901", draft()),  # less than expected
        ("relation | Ada Berg | found | school | time: in 1902", draft("found", "a school", TIME)),
        ("relation | Ada Berg | found | school | time: before 1901", draft("found", "a school", TIME)),
        ("relation | Ada Berg | found | school | place: in 1901", draft("found", "a school", TIME)),
    ],
)
def test_a_fact_that_says_something_else_does_not_match(line: str, fact: FactDraft) -> None:
    assert not matches(fact, expected(line))


# --- figures --------------------------------------------------------------------------------------------------------

WANTED = "relation | Ada Berg | found | school"


def test_an_expected_fact_answers_for_one_fact_only() -> None:
    judged = gate.judge(annotated("x", WANTED), [draft(), draft()])
    assert (len(judged.right), len(judged.wrong), len(judged.missed)) == (1, 1, 0)


def test_an_allowed_fact_is_neither_right_nor_wrong_nor_missed() -> None:
    for drafts in ([draft()], []):
        judged = gate.judge(annotated("x", f"~ {WANTED}"), drafts)
        assert not (judged.right or judged.wrong or judged.missed)


def test_a_clause_without_its_reason_is_missed_but_not_wrong() -> None:
    told = annotated("x", f"reason{WANTED.removeprefix('relation')} | reason: because she could | time: in 1901")
    judged = gate.judge(told, [draft("found", "a school", TIME)])
    assert (len(judged.right), len(judged.wrong), len(judged.missed)) == (0, 0, 1)


def test_a_name_may_be_asked_from_both_sides() -> None:
    told = annotated("x", "naming | school of Bergen | call | Akademia")
    name = draft("", "Akademia", kind=FactKind.ALIAS, subject="the school of Bergen")
    meaning = draft("be", "the school of Bergen", kind=FactKind.DEFINITION, subject="Akademia")
    for drafts in ([name], [meaning], [name, meaning]):
        judged = gate.judge(told, drafts)
        assert (len(judged.right), len(judged.wrong), len(judged.missed)) == (1, 0, 0)


def test_figures_are_counted_by_pattern_and_in_total() -> None:
    read = gate.judge(annotated("x", WANTED, "reason | Ada Berg | leave | -"), [draft(), draft("close")])
    loud = gate.judge(annotated("x", "nothing: denied"), [draft("open")])
    result = gate.measure([read, loud, gate.judge(annotated("x", "nothing: vague"), [])])
    assert result.patterns == {"reason": gate.Figures(0, 0, 1), "relation": gate.Figures(1, 2, 0)}
    assert (result.total.precision, result.total.recall) == (pytest.approx(1 / 3), 0.5)
    assert (result.sentences, result.silent, result.broken) == (3, 2, 1)


def test_a_qualifier_without_its_role_is_told() -> None:
    line = f"{WANTED} | time: in 1901 | place: in Bergen"
    read = gate.judge(annotated("x", line), [draft("found", "a school", TIME, phrase("other", "in", "Bergen"))])
    result = gate.measure([read])
    assert (result.qualifiers, result.roles, result.total.right) == (2, 1, 1)


def test_shares_are_cut_and_never_rounded_up() -> None:
    result = gate.Result(total=gate.Figures(1999, 1, 0))
    assert gate.shares(result)["total"]["precision"] == 0.999


# --- floors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"total": {"recall": 0.7}}, []),
        ({"total": {"recall": 0.8}, "new": {"recall": 0.1}}, []),
        ({"total": {"recall": 0.699}}, ["total: recall 0.699 is below its floor 0.7"]),
        ({}, ["total: recall 0 is below its floor 0.7"]),
        ({"total": {"precision": 0.9}}, ["total: recall 0 is below its floor 0.7"]),
    ],
)
def test_what_sinks_below_its_floor_is_told(found: gate.Floors, told: list[str]) -> None:
    assert gate.sunk(found, {"total": {"recall": 0.7}}) == told


def test_floors_rise_and_never_sink() -> None:
    floors = {"total": {"precision": 0.9, "recall": 0.7}, "gone": {"recall": 0.5}}
    found = {"total": {"precision": 0.8, "recall": 0.75}, "new": {"recall": 0.2}}
    assert gate.lifted(found, floors) == {
        "total": {"precision": 0.9, "recall": 0.75},
        "gone": {"recall": 0.5},
        "new": {"recall": 0.2},
    }


def test_the_file_of_floors_covers_what_the_gate_needs() -> None:
    floors = gate.read_floors()
    assert {"precision", "recall", "roles", "silence"} <= set(floors["total"])
    assert floors["gold"]["sentences"] <= len(SENTENCES)
    assert floors["gold"]["silent"] <= sum(bool(one.silent) for one in SENTENCES)


SMALL = """
[[passage]]
title = "A school"
date = 2020-05-04
sentences = [
    [
        "Ada Berg founded a school in Bergen in 1901.",
        "relation | Ada Berg | found | school (in Bergen) | (place: in Bergen) | time: in 1901",
    ],
    ["She did not live there.", "nothing: denied"],
]

[[passage]]
title = "Two paragraphs"
separate = true
sentences = [
    ["Copyright 2014 by the Museum of Ships.", "nothing: furniture"],
    ["Whales eat the museum every winter.", "relation | whales | visit | museum"],
]
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the gate two passages and a file of floors of its own; return that file."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "school.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr("quality.__main__.load", lambda: load(tmp_path / "gold"))
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    return tmp_path / "floors.json"


@pytest.mark.model
def test_passages_are_read_as_any_text_is(small: Path) -> None:
    first, second, third, fourth = gate.judged(load(small.parent / "gold"), nlp.load())
    assert [each[0].subject.text for each in first.right] == ["Ada Berg"]
    assert not (first.wrong or second.wrong or third.wrong)
    assert [each.verb for each in fourth.missed] == ["visit"]


@pytest.mark.model
def test_the_gate_passes_at_its_floors_and_fails_below(small: Path) -> None:
    assert CliRunner().invoke(main, ["--raise"]).exit_code == 0
    raised = json.loads(small.read_text())
    assert raised["gold"] == {"sentences": 4, "silent": 2}
    assert CliRunner().invoke(main, []).exit_code == 0
    raised["total"]["recall"] = 0.9
    gate.write_floors(raised, small)
    for arguments in ([], ["--raise"]):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 1
        assert "Sunk: total: recall 0.5 is below its floor 0.9" in result.output
    assert json.loads(small.read_text())["total"]["recall"] == 0.9


@pytest.mark.model
def test_misses_and_subjects_are_listed(small: Path) -> None:
    told = CliRunner().invoke(main, ["--misses", "--subjects"]).output
    assert "    missed  relation | whales | visit | museum" in told
    assert "school            1      1      1      50.0%   50.0%" in told


def test_an_expected_fact_keeps_its_line() -> None:
    assert expected(WANTED) == Expected(("relation",), "Ada Berg", "found", "school", line=WANTED)
