"""Where a question was cut out of its sentence."""

import pytest

from quizgen.questions.joints import runs_of, signs, tokens


def test_runs_are_as_long_as_they_can_be() -> None:
    words = tokens("In 1904 the mill, built of brick, burnt down.")
    runs = runs_of(tokens("When did the mill burn down in 1904"), words)
    assert [(run.place, run.after) for run in runs] == [(2, 4), (10, 11), (0, 2)]


def test_a_lone_link_far_away_is_no_run() -> None:
    assert runs_of(tokens("the"), tokens("Mills grind the grain of the farms")) == []


@pytest.mark.parametrize(
    ("stem", "answer", "sentence", "expected"),
    [
        ("Who built the mill?", "Ann Bell", "Ann Bell built the mill.", {"answer first": 1.0}),
        ("Who built the mill?", "Ann Bell", "Ann Bell, a widow, built the mill.", {"aside left out": 0.5}),
        ("Who built the mill?", "Ann Bell", "Ann Bell bought and later built the mill.", {"words left out": 0.6}),
        ("Who built the mill in 1904?", "Ann Bell", "In 1904 Ann Bell built the mill.", {"moved": 0.5}),
        (
            "Who built a mill that ground oats in 1904?",
            "Ann Bell",
            "In 1904 Ann Bell built a mill that ground oats.",
            {"moved": 0.5, "moved behind a clause": 1.0},
        ),
        ("What did Ann Bell build?", "a mill", "Ann Bell built a mill and a barn.", {"answer before and": 1.0}),
        ("What did Ann Bell build?", "a mill", "Ann Bell built a mill (now lost).", {"answer before a bracket": 1.0}),
        (
            "What did Ann Bell build?",
            "a mill",
            "Ann Bell built a mill, which burnt.",
            {"answer before a comma and which": 1.0},
        ),
        (
            "Who built the mill?",
            "Ann Bell",
            "Ann Bell built the mill for her son.",
            {"goes on with a preposition": 1.0},
        ),
    ],
)
def test_seams_are_named(stem: str, answer: str, sentence: str, expected: dict[str, float]) -> None:
    found = signs(stem, answer, sentence, "")
    assert {name: found.get(name) for name in expected} == expected


def test_what_is_said_in_one_piece_has_no_seam() -> None:
    found = signs("Who built the mill?", "Ann Bell", "Ann Bell built the mill.", "")
    assert not {"jumps", "moved", "aside left out", "words left out", "answer torn"} & set(found)


@pytest.mark.parametrize(
    ("resolved", "expected"),
    [
        ("She [Ann Bell] built the mill.", {"put in for person": 0.5, "words put in": 0.4}),
        ("It [the mill] burnt.", {"put in for it": 0.5, "words put in": 0.4}),
        ("The class takes its [the class's] name.", {"put in for it": 0.5, "words put in": 0.4}),
        ("They [the sails] turned.", {"put in for they": 0.5, "words put in": 0.4}),
        ("The old mill [Bell Mill] burnt.", {"put in for a definite": 0.5, "words put in": 0.4}),
        ("Bell [Ann Bell] built it.", {"put in for a name": 0.5, "words put in": 0.4}),
        ("The mill burnt in March [1904].", {"put in for nothing": 0.5, "words put in": 0.2}),
    ],
)
def test_what_was_put_in_is_told_by_what_it_stands_for(resolved: str, expected: dict[str, float]) -> None:
    found = signs("", "", "", resolved)
    assert {name: found.get(name) for name in expected} == expected


def test_what_a_reference_means_stands_in_its_place() -> None:
    found = signs("Who lived in Leith?", "Ann Bell", "She lived in Leith.", "She [Ann Bell] lived in Leith.")
    assert found["words put in"] == 0.4 and found["answer first"] == 1.0
