"""Plain text: what is a paragraph, a heading, an item, and on which line it stands."""

import datetime as dt

import pytest

from quizgen.readers import plain

SENTENCE = "The old mill by the river opened its doors again after a hundred years."


def blocks(text: str) -> list[tuple[str, int, str]]:
    raw = plain.parse(text, key="k")
    return [(b.kind, b.line, raw.text[b.start : b.end]) for b in raw.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SENTENCE}\n\n{SENTENCE}", [("paragraph", 1, SENTENCE), ("paragraph", 3, SENTENCE)]),
        (
            "The old mill by the river opened its doors\nagain after many years, and\nmany came to see.",
            [
                (
                    "paragraph",
                    1,
                    "The old mill by the river opened its doors again after many years, and many came to see.",
                )
            ],
        ),
        (
            "The old mill was visited in the summer of 1905 by\nPresident Carter.",
            [("paragraph", 1, "The old mill was visited in the summer of 1905 by President Carter.")],
        ),
        (f"   {SENTENCE}\n   The wheel turned.", [("paragraph", 1, f"{SENTENCE} The wheel turned.")]),
        (f"{SENTENCE}\n   {SENTENCE}", [("paragraph", 1, SENTENCE), ("paragraph", 2, SENTENCE)]),
        (
            f"The Mill\nJane Doe\n{SENTENCE}",
            [("heading", 1, "The Mill"), ("heading", 2, "Jane Doe"), ("paragraph", 3, SENTENCE)],
        ),
        (
            "The Mill of the Valley Grinds Again\nVisitors Come from All the Towns Around",
            [
                ("heading", 1, "The Mill of the Valley Grinds Again"),
                ("heading", 2, "Visitors Come from All the Towns Around"),
            ],
        ),
        (f"The Mill\n========\n{SENTENCE}", [("heading", 1, "The Mill"), ("paragraph", 3, SENTENCE)]),
        (
            f"{SENTENCE}\n\nIts parts are:\n- a wheel of oak\n- a shaft\n  of iron\n",
            [
                ("paragraph", 1, SENTENCE),
                ("paragraph", 3, "Its parts are:"),
                ("item", 4, "a wheel of oak"),
                ("item", 5, "a shaft of iron"),
            ],
        ),
        (
            f"{SENTENCE}\n\n1. A wheel.\n2. A shaft.",
            [("paragraph", 1, SENTENCE), ("item", 3, "A wheel."), ("item", 4, "A shaft.")],
        ),
        (
            "The mill had many owners and a single aim\n– a feat that no other mill had reached.",
            [("paragraph", 1, "The mill had many owners and a single aim – a feat that no other mill had reached.")],
        ),
        (f"{SENTENCE}\n\nT. Carter built it.", [("paragraph", 1, SENTENCE), ("paragraph", 3, "T. Carter built it.")]),
        ("The wheel   turned\tslowly\u00a0now.", [("paragraph", 1, "The wheel turned slowly now.")]),
        ("", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Wheel", "heading"),
        ("1.2 The wheel", "heading"),
        ("CHAPTER THREE", "heading"),
        ("The wheel turned.", "paragraph"),
        ("Who built the wheel?", "paragraph"),
        ("The parts are:", "paragraph"),
        ("The wheel turned.[4]", "paragraph"),
        ("the wheel", "paragraph"),
        ("A wheel of oak with iron bands that was made in the smithy of the next village", "paragraph"),
    ],
)
def test_headings(line: str, kind: str) -> None:
    assert blocks(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}")[1][0] == kind


def test_blocks_are_the_text() -> None:
    raw = plain.parse(f"The Mill\n\n{SENTENCE}\n{SENTENCE}\n\n- item one\n", key="k")
    assert raw.text == "\n\n".join(raw.text[b.start : b.end] for b in raw.blocks)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("The mill burned.[12] It was rebuilt.[3][4]", "The mill burned. It was rebuilt."),
        ("The mill[citation needed] burned.[a]", "The mill burned."),
        ("It burned in 1821.[3–5]", "It burned in 1821."),
        ("As shown in [12], the mill burned.", "As shown in [12], the mill burned."),
        ("The array x[3] holds a number.", "The array x[3] holds a number."),
        ("“[The mill] burned,” she said.", "“[The mill] burned,” she said."),
        ("It burned [in 1821].", "It burned [in 1821]."),
    ],
)
def test_reference_marks(text: str, clean: str) -> None:
    raw = plain.parse(text, key="k")
    assert raw.text == clean
    assert all(drop.code == "reference" for drop in raw.drops)
    assert bool(raw.drops) is (text != clean)


def test_a_mark_is_noted_where_it_stood() -> None:
    raw = plain.parse(f"{SENTENCE}\n\nIt burned.[1] It was rebuilt.[2]", key="k")
    assert [(d.text, raw.text[: d.start].rsplit(" ", 1)[-1]) for d in raw.drops] == [
        ("[1]", "burned."),
        ("[2]", "rebuilt."),
    ]


# --- front matter ----------------------------------------------------------------------------------------------------

PAIRS = "title: The little mill\nauthor: Ida Brandt\ndate: 2020-05-01"


@pytest.mark.parametrize(
    "text",
    [f"---\n{PAIRS}\n---\n\n{SENTENCE}", f"---\n{PAIRS}\n\n\n{SENTENCE}", f"---\n{PAIRS}\n...\n\n{SENTENCE}"],
    ids=["closed", "left open", "dots"],
)
def test_front_matter_is_no_text(text: str) -> None:
    raw = plain.parse(text, key="k")
    assert (raw.title, raw.author, raw.date) == ("The little mill", "Ida Brandt", dt.date(2020, 5, 1))
    assert blocks(text) == [("paragraph", 7, SENTENCE)]


def test_what_cannot_be_read_in_front_matter_is_passed_over() -> None:
    text = f"---\ntitle: 'The mill: a story'\nthis is broken\ndate: someday\n---\n{SENTENCE}"
    raw = plain.parse(text, key="k")
    assert (raw.title, raw.date) == ("The mill: a story", None)
    assert blocks(text) == [("paragraph", 6, SENTENCE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"---\n{SENTENCE}", [("paragraph", 1, "---"), ("paragraph", 2, SENTENCE)]),
        (f"---\n{SENTENCE}\n---", [("paragraph", 1, "---"), ("paragraph", 2, SENTENCE), ("paragraph", 3, "---")]),
        (
            f"---\n\nThe Mill\n\n{SENTENCE}",
            [("paragraph", 1, "---"), ("heading", 3, "The Mill"), ("paragraph", 5, SENTENCE)],
        ),
        (f"The Mill\n---\n{SENTENCE}", [("heading", 1, "The Mill"), ("paragraph", 3, SENTENCE)]),
        (f"The Mill: A Story\n\n{SENTENCE}", [("heading", 1, "The Mill: A Story"), ("paragraph", 3, SENTENCE)]),
    ],
    ids=["rule", "rules around a paragraph", "rule above a title", "underlined", "title with a colon"],
)
def test_a_rule_is_neither_front_matter_nor_a_title(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert blocks(text) == expected
    assert plain.parse(text, key="k").title == ""


@pytest.mark.parametrize("above", ["LOG IN  Subscribe", "Home | World | Sport", "VALLEY", "MENU\n\nNature › Mills"])
def test_a_long_headline_may_stand_below_what_belongs_to_the_page(above: str) -> None:
    headline = "Old watermill by the river opens its doors again to visitors after a hundred years of standing still"
    assert ("heading", headline) in [(kind, text) for kind, _, text in blocks(f"{above}\n\n{headline}\n\n{SENTENCE}")]
