import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import rank
from quizgen.model import Drop, Question, QuestionKind, Source

# Prompts that share no word, so that no two are near duplicates.
STEMS = ["abbey", "basin", "canoe", "dairy", "ember", "fjord", "geyser", "hamlet", "ivory", "jasper", "kelp", "lichen"]


def question(uid: str, fact: str, *, slot: str = "subject", score: float = 0.8, **more: object) -> Question:
    number = sum(map(ord, uid))
    values = {
        "uid": uid,
        "kind": QuestionKind.SHORT,
        "prompt": f"Who {STEMS[number % 12]}{uid} {STEMS[(number + 5) % 12]}{fact}{uid}?",
        "answer": f"answer {uid}",
        "document": "a.txt",
        "template": slot,
        "slot": slot,
        "facts": (fact,),
        "score": score,
    }
    return Question(**{**values, **more})  # type: ignore[arg-type]


def uids(questions: list[Question]) -> list[str]:
    return [each.uid for each in questions]


def reasons(drops: list[Drop]) -> Counter[str]:
    return Counter(drop.code for drop in drops)


# --- tables ---------------------------------------------------------------------------------------------------------


def test_the_best_comes_first() -> None:
    given_ = [question("a", "f1", score=0.7), question("b", "f2", score=0.9), question("c", "f3", score=0.8)]
    assert uids(rank.select(given_)[0]) == ["b", "c", "a"]


def test_the_second_question_of_a_fact_comes_after_the_first_of_every_other() -> None:
    given_ = [
        question("a", "f1", score=0.95),
        question("b", "f1", slot="time", score=0.9),
        question("c", "f2", score=0.8),
    ]
    assert uids(rank.select(given_)[0]) == ["a", "c", "b"]


def test_a_fact_is_asked_for_different_slots() -> None:
    given_ = [
        question("a", "f1", score=0.95),
        question("b", "f1", score=0.94, kind=QuestionKind.CHOICE),
        question("c", "f1", slot="time", score=0.7),
    ]
    chosen, drops = rank.select(given_)
    assert uids(chosen) == ["a", "c"]
    assert reasons(drops) == {"per-fact": 1}


def test_arguments_of_one_role_are_one_slot() -> None:
    given_ = [question("a", "f1", slot="other:with"), question("b", "f1", slot="other:against", score=0.7)]
    assert uids(rank.select(given_)[0]) == ["a"]


def test_the_same_slot_is_not_asked_twice_only_to_fill_the_number() -> None:
    given_ = [question("a", "f1"), question("b", "f1", kind=QuestionKind.CLOZE, score=0.7)]
    chosen, drops = rank.select(given_, per_fact=2)
    assert uids(chosen) == ["a"]
    assert reasons(drops) == {"per-fact": 1}


@pytest.mark.parametrize(("per_fact", "expected"), [(0, 0), (1, 1), (2, 2), (3, 3), (9, 4)])
def test_so_many_questions_of_a_fact(per_fact: int, expected: int) -> None:
    slots = ["subject", "object", "time", "place"]
    given_ = [question(name, "f1", slot=slot) for name, slot in zip("abcd", slots, strict=True)]
    chosen, drops = rank.select(given_, per_fact=per_fact)
    assert (len(chosen), len(drops)) == (expected, 4 - expected)


def test_only_a_sure_question_is_the_third_of_a_fact() -> None:
    given_ = [
        question(name, "f1", slot=slot, score=score)
        for name, slot, score in [
            ("a", "subject", 0.79),
            ("b", "object", 0.78),
            ("c", "time", 0.8),
            ("d", "place", 0.75),
            ("e", "other:with", 0.75),
        ]
    ]
    chosen, drops = rank.select(given_, per_fact=4)
    assert uids(chosen) == ["c", "a"]
    given_.append(question("f", "f1", slot="reason", score=0.85))
    given_.append(question("g", "f1", slot="way", score=0.81))
    chosen, drops = rank.select(given_, per_fact=4)
    assert uids(chosen) == ["f", "g", "c"]
    assert reasons(drops) == {"per-fact": 4}


def test_templates_take_turns_where_the_scores_are_close() -> None:
    given_ = []
    for number in range(6):
        given_ += [
            question(f"s{number}", f"f{number}", slot="subject", score=0.90),
            question(f"t{number}", f"f{number}", slot="time", score=0.89),
        ]
    chosen, _ = rank.select(given_, per_fact=1)
    assert set(Counter(each.template for each in chosen).values()) == {3}


def test_a_much_better_question_is_taken_whatever_its_template() -> None:
    given_ = []
    for number in range(4):
        given_ += [
            question(f"s{number}", f"f{number}", slot="subject", score=0.95),
            question(f"t{number}", f"f{number}", slot="time", score=0.70),
        ]
    chosen, _ = rank.select(given_, per_fact=1)
    assert {each.template for each in chosen} == {"subject"}


@pytest.mark.parametrize(("score", "kept"), [(0.599, False), (0.7, True), (0.0, False), (1.0, True)])
def test_below_the_floor_nothing_is_taken(score: float, kept: bool) -> None:
    chosen, drops = rank.select([question("a", "f1", score=score)])
    assert bool(chosen) is kept
    assert reasons(drops) == ({} if kept else {"low-score": 1})


def test_the_floor_can_be_set() -> None:
    given_ = [question("a", "f1", score=0.3)]
    assert uids(rank.select(given_, floor=0.2)[0]) == ["a"]
    assert not rank.select(given_, floor=0.31)[0]


@pytest.mark.parametrize("maximum", [0, 1, 2, 3, 7, None])
def test_a_document_has_at_most_so_many(maximum: int | None) -> None:
    given_ = [question(name, f"f{name}", score=0.7 + number / 10) for number, name in enumerate("abc")]
    chosen, drops = rank.select(given_, maximum=maximum)
    expected = 3 if maximum is None else min(3, maximum)
    assert uids(chosen) == ["c", "b", "a"][:expected]
    assert reasons(drops) == ({"maximum": 3 - expected} if expected < 3 else {})


def test_of_two_that_ask_the_same_the_better_stays() -> None:
    same = {"prompt": "In which year was the harbour of Valparaiso destroyed?", "answer": "1906"}
    given_ = [question("a", "f1", score=0.7, **same), question("b", "f2", score=0.9, **same)]
    chosen, drops = rank.select(given_)
    assert uids(chosen) == ["b"]
    assert reasons(drops) == {"near-duplicate": 1}


def test_questions_on_several_facts_stand_between_the_first_and_the_second_round() -> None:
    sets = question("o", "f1", kind=QuestionKind.ORDER, slot="all", facts=("f1", "f2", "f3"), score=0.8)
    given_ = [question("a", "f1", score=0.9), question("b", "f1", slot="time", score=0.8), sets]
    assert uids(rank.select(given_)[0]) == ["a", "o", "b"]


def test_a_question_on_several_facts_takes_no_place_of_theirs() -> None:
    sets = question("o", "f1", kind=QuestionKind.MATCH, slot="all", facts=("f1", "f2"), score=0.9)
    assert uids(rank.select([question("a", "f1"), sets], per_fact=1)[0]) == ["a", "o"]


def test_a_drop_says_where_and_why() -> None:
    source = Source(
        document="a.txt", title="A", section="", sentence="S.", start=40, end=42, answer_start=40, answer_end=41
    )
    (drop,) = rank.select([question("a", "f1", score=0.1, prompt="Who hid the map?", sources=(source,))])[1]
    assert (drop.stage, drop.code, drop.document) == ("select", "low-score", "a.txt")
    assert (drop.text, drop.start, drop.end) == ("Who hid the map?", 40, 42)
    assert "0.10" in drop.detail


def test_only_the_kinds_that_are_wanted() -> None:
    given_ = [question("a", "f1"), question("b", "f1", kind=QuestionKind.CLOZE, score=0.7)]
    chosen, drops = rank.select(given_, kinds=["cloze"])
    assert uids(chosen) == ["b"]
    assert reasons(drops) == {"kind": 1}


def test_only_as_hard_as_is_wanted() -> None:
    given_ = [
        question("a", "f1", difficulty=0.4),
        question("b", "f2", difficulty=0.5),
        question("c", "f3", difficulty=1),
    ]
    chosen, drops = rank.select(given_, difficulty=(0.4, 0.5))
    assert uids(chosen) == ["a", "b"]
    assert reasons(drops) == {"difficulty": 1}


def test_what_people_know_goes_before_all_others() -> None:
    given_ = [
        question("a", "f1", score=1.9),
        question("b", "f1", slot="time", score=1.6),
        *(question(name, f"f{name}", score=0.99) for name in "cd"),
    ]
    assert uids(rank.select(given_, maximum=3)[0]) == ["a", "b", "c"]


def test_nothing_comes_of_nothing() -> None:
    assert rank.select([]) == ([], [])


# --- laws -----------------------------------------------------------------------------------------------------------


@st.composite
def made(draw: st.DrawFn) -> list[Question]:
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(0, 5),
                st.sampled_from(["subject", "object", "time", "other:by", "other:with"]),
                st.integers(0, 100),
                st.sampled_from([QuestionKind.SHORT, QuestionKind.CHOICE, QuestionKind.ORDER]),
            ),
            max_size=25,
        )
    )
    return [
        question(f"q{number:02}", f"f{fact}", slot=slot, score=score / 100, kind=kind)
        for number, (fact, slot, score, kind) in enumerate(rows)
    ]


@given(made(), st.integers(0, 4), st.none() | st.integers(0, 12))
def test_laws(questions: list[Question], per_fact: int, maximum: int | None) -> None:
    chosen, drops = rank.select(questions, per_fact=per_fact, maximum=maximum)
    assert len(chosen) + len(drops) == len(questions)
    assert len(set(uids(chosen))) == len(chosen)
    assert maximum is None or len(chosen) <= maximum
    assert all(drop.code in rank.CODES for drop in drops)
    single = [each for each in chosen if each.kind is not QuestionKind.ORDER]
    assert all(count <= per_fact for count in Counter(each.facts[0] for each in single).values())
    slots = [(each.facts[0], each.slot.split(":")[0]) for each in single]
    assert len(set(slots)) == len(slots)
    assert all(each.score >= rank.FLOOR for each in chosen)


def test_what_is_less_than_sure_waits_for_the_second_questions_of_sure_facts() -> None:
    doubtful = question("q1", "f1", slot="subject", score=0.7)
    sure = [question(f"q{slot}", "f2", slot=slot, score=0.8) for slot in ("subject", "time")]
    assert uids(rank.select([doubtful, *sure])[0])[-1] == "q1"


@given(made(), st.integers(0, 3), st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_matter(
    questions: list[Question], per_fact: int, chance: random.Random
) -> None:
    mixed = list(questions)
    chance.shuffle(mixed)
    assert rank.select(mixed, per_fact=per_fact)[0] == rank.select(questions, per_fact=per_fact)[0]


@given(made())
def test_the_first_round_is_sorted(questions: list[Question]) -> None:
    single = [each for each in questions if each.kind is not QuestionKind.ORDER]
    scores = [each.score for each in rank.select(single, per_fact=1)[0]]
    assert scores == sorted(scores, reverse=True)


@given(made(), st.integers(0, 10))
def test_a_smaller_number_is_the_beginning_of_a_larger_one(questions: list[Question], maximum: int) -> None:
    assert rank.select(questions, maximum=maximum)[0] == rank.select(questions)[0][:maximum]
