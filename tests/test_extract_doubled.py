"""A phrase keeps the second one that "and" joins to it with a preposition of its own."""

import pytest
from docs_of import drafts

pytestmark = pytest.mark.model


def said(text: str) -> set[str]:
    return {f"{q.prep} {q.bound or q.text}".strip() for each in drafts(text) for q in each.qualifiers}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Orvik Bay is marked by salt lakes, which dry up in summer, and by low dunes.", "by salt lakes and low dunes"),
        ("Ida Holm is survived by her brother Otto, of Lim, and by two nieces.", "by her brother Otto and two nieces"),
        ("The beak is used for digging and for cracking seeds.", "for digging and for cracking seeds"),
        ("Ida Holm worked in Oslo and in Bergen.", "in Oslo and in Bergen"),
    ],
)
def test_both_are_said(text: str, whole: str) -> None:
    assert whole in said(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ida Holm was supported by Otto Berg, and the hall was built by Lim.", "by Otto Berg"),
        ("The hall was built by Otto Berg; it was painted by Ida Holm.", "by Otto Berg"),
        ("The beak is used for digging and the tail for swimming.", "for digging"),
    ],
)
def test_what_another_verb_has_stays_apart(text: str, whole: str) -> None:
    assert whole in said(text) or not any(each.startswith(whole) for each in said(text))
