"""Which questions the answers call bad."""

from collections.abc import Iterable

import pytest

from quizgen.stats import Answer, Item, bad, items

OPTIONS = {"q": ("Mars", "Venus", "Pluto")}


def answers(results: Iterable[str], *, question: str = "q", mode: str = "typed", **more: str) -> list[Answer]:
    """Return answers, each in a session of its own; a result is a verdict, or an option that was chosen."""
    verdicts = {"right", "close", "wrong"}
    return [
        Answer(
            question=question,
            at=at,
            verdict=result if result in verdicts else "right" if result == "Earth" else "wrong",
            given=result,
            mode=mode,
            session=f"s{at}",
            prompt="Which planet?",
            **more,
        )
        for at, result in enumerate(results)
    ]


def item(given: list[Answer]) -> Item:
    (found,) = [one for one in items(given, OPTIONS) if one.question == "q"]
    return found


@pytest.mark.parametrize(
    ("results", "problems"),
    [
        (["wrong"], ()),
        (["wrong"] * 3, ()),  # two of three could still go right
        (["wrong"] * 4, ("too-hard",)),
        (["close"] * 5, ("too-hard",)),
        (["wrong"] * 5 + ["right"] * 4, ()),
        (["wrong"] * 20 + ["right"] * 6, ("too-hard",)),
        (["right"] * 7, ()),
        (["right"] * 8, ("too-easy",)),
        (["wrong"] + ["right"] * 20, ()),
        (["right"] * 20 + ["close"], ()),
    ],
)
def test_too_hard_and_too_easy(results: list[str], problems: tuple[str, ...]) -> None:
    assert item(answers(results)).problems == problems


@pytest.mark.parametrize(
    ("chosen", "unchosen"),
    [
        (["Earth"] * 6 + ["Mars"] * 2 + ["Venus"] * 2, ("Pluto",)),
        (["Earth"] * 5 + ["Mars"] * 5, ("Venus", "Pluto")),
        (["Earth"] * 6 + ["Mars", "Venus", "Pluto", "Mars"], ()),
        (["Earth"] * 5 + ["Mars"] * 4, ()),  # too few answers
        (["Earth"] * 9 + ["Mars"] * 3, ()),  # too few wrong ones
    ],
)
def test_options_that_nobody_chooses(chosen: list[str], unchosen: tuple[str, ...]) -> None:
    found = item(answers(chosen, mode="choice"))
    assert found.unchosen == unchosen
    assert ("option-unchosen" in found.problems) is bool(unchosen)


def test_what_was_typed_chose_no_option() -> None:
    assert item(answers(["Earth"] * 6 + ["Mars"] * 6)).unchosen == ()


def test_a_question_with_one_wrong_option_has_none_to_spare() -> None:
    given = answers(["True"] * 12, mode="choice")
    assert items(given, {"q": ("False",)})[0].unchosen == ()


def sittings(good: int, poor: int, *, hit: bool, others: int = 6) -> list[Answer]:
    """Return sittings of some who know all other questions and some who know few; ``hit``: the good ones know "q"."""
    found = []
    for number in range(good + poor):
        knows = number < good
        results = {"q": knows is hit} | {f"o{n}": knows or n == number % others for n in range(others)}
        found += [
            Answer(question=uid, at=number, verdict="right" if right else "wrong", session="s", player=f"p{number}")
            for uid, right in results.items()
        ]
    return found


@pytest.mark.parametrize(
    ("good", "poor", "hit", "sign"), [(6, 6, True, 1), (6, 6, False, -1), (5, 4, False, 0), (12, 0, True, 0)]
)
def test_discrimination_needs_enough_sittings_that_differ(good: int, poor: int, hit: bool, sign: int) -> None:
    found = item(sittings(good, poor, hit=hit)).discrimination
    assert found is None if not sign else found is not None and found * sign > 0.8


def test_what_the_good_get_wrong_misleads() -> None:
    assert "misleads" in item(sittings(6, 6, hit=False)).problems
    assert "misleads" not in item(sittings(6, 6, hit=True)).problems


def test_short_sittings_say_nothing_of_an_item() -> None:
    assert item(sittings(6, 6, hit=False, others=3)).discrimination is None


def test_answers_outside_a_session_say_nothing_of_an_item() -> None:
    loose = [Answer(question=f"q{n % 7}", at=n, verdict="right" if n % 2 else "wrong") for n in range(200)]
    assert all(one.discrimination is None for one in items(loose, {}))


def test_the_first_answer_of_a_sitting_counts() -> None:
    first = sittings(6, 6, hit=True)
    again = [Answer(question="q", at=99, verdict="wrong", session="s", player=f"p{n}") for n in range(6)]
    assert item([*again, *first]).discrimination == item(first).discrimination


def test_the_worst_come_first() -> None:
    given = [
        *answers(["right"] * 9, question="easy"),
        *answers(["right"] * 3 + ["wrong"] * 2, question="fine"),
        *answers(["wrong"] * 9, question="hard"),
        *answers(["right"] * 2 + ["wrong"] * 9, question="harder than it should be"),
    ]
    assert [one.question for one in bad(items(given, {}))] == ["hard", "harder than it should be", "easy"]


def test_nothing_answered_is_nothing_bad() -> None:
    assert bad(items([], {})) == []
