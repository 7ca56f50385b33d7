"""Markdown: blocks with lines, words without markup, front matter."""

import datetime as dt

import pytest

from quizgen.errors import InputError
from quizgen.readers import front_matter, markdown

SENTENCE = "The old mill opened its doors again."


def blocks(text: str) -> list[tuple[str, int, str]]:
    raw = markdown.parse(text, key="k")
    return [(b.kind, b.line, raw.text[b.start : b.end]) for b in raw.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"# The Mill\n\n{SENTENCE}\n", [("heading", 1, "The Mill"), ("paragraph", 3, SENTENCE)]),
        ("The Mill\n---\n\nIt\nturned.\n", [("heading", 1, "The Mill"), ("paragraph", 4, "It turned.")]),
        (
            "- One wheel.\n- Two *wheels*.\n\n  And a shaft.",
            [("item", 1, "One wheel."), ("item", 2, "Two wheels."), ("item", 4, "And a shaft.")],
        ),
        ("3. Third.\n4. Fourth.", [("item", 1, "Third."), ("item", 2, "Fourth.")]),
        ("> It turned.\n", [("paragraph", 1, "It turned.")]),
        (
            "| Year | Event |\n| --- | --- |\n| 1821 | Built |\n",
            [("row", 1, "Year | Event"), ("row", 3, "1821 | Built")],
        ),
        (
            "It **was** _built_ by [John](http://x.example) in `1821`.",
            [("paragraph", 1, "It was built by John in 1821.")],
        ),
        ("It turned.[^1]\n\n[^1]: See the book.\n", [("paragraph", 1, "It turned.")]),
        ("It turned <!-- hm --> twice.\n\n<!-- todo -->\n", [("paragraph", 1, "It turned twice.")]),
        ("It turned.\n\n```\ncode()\n```\n\n    more()\n", [("paragraph", 1, "It turned.")]),
        ("![The mill in winter](a.jpg)\n\nIt turned.", [("paragraph", 3, "It turned.")]),
        ("It cost &euro;5 \\* two.", [("paragraph", 1, "It cost €5 * two.")]),
        ("---\ntitle: a\n---\n\nIt turned.", [("paragraph", 5, "It turned.")]),
        ("---\n\nIt turned.", [("paragraph", 3, "It turned.")]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "dropped"),
    [
        ("![The mill in winter](a.jpg)\n\nIt turned.", "caption", "The mill in winter"),
        ("It turned.\n\n```python\nx = 1\n```", "code", "x = 1"),
        ("It turned. <!-- hm -->", "comment", "<!-- hm -->"),
        ("It turned.\n\n<!-- a\nb -->\n", "comment", "<!-- a b -->"),
        ("It turned.[^1]", "reference", "[^1]"),
        ("It turned.\n\n[^1]: See the book.", "footnote", "[^1]: See the book."),
        ("It turned.\n\n<div>menu</div>\n", "code", "menu"),
    ],
)
def test_what_is_left_out_says_why(text: str, code: str, dropped: str) -> None:
    raw = markdown.parse(text, key="k")
    assert [(d.code, d.text) for d in raw.drops] == [(code, dropped)]
    assert raw.text == "It turned."


def test_levels_of_headings() -> None:
    raw = markdown.parse("# One\n\n### Three\n\nText.", key="k")
    assert [b.level for b in raw.blocks] == [1, 3, 0]
    assert not any(b.guessed for b in raw.blocks)


def test_front_matter() -> None:
    raw = markdown.parse(
        "---\ntitle: 'The miller''s dog'\nAuthor: \"Jane \\\"J\\\" Doe\"\n"
        "date: 5 March 2021\nurl: https://x.example/a # here\n"
        f"# a comment\ntags:\n  - mill\n- dog\nempty:\n---\n{SENTENCE}\n",
        key="k",
    )
    assert (raw.title, raw.author, raw.url) == ("The miller's dog", 'Jane "J" Doe', "https://x.example/a")
    assert (raw.date, raw.date_source) == (dt.date(2021, 3, 5), "front matter")
    assert [(b.line) for b in raw.blocks] == [12]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: a\nno pair here\n---\nText.", 3),
        ('---\ntitle: "open\n---\nText.', 2),
        ("---\ntitle: 'a\"\n---\nText.", 2),
        ("---\ntitle: a\ndate: soon\n---\nText.", 3),
        ("---\ntitle: a\ndate: 2021-02-31\n---\nText.", 3),
        ("---\ntitle: a\n\nText without an end.", 1),
    ],
)
def test_broken_front_matter_names_file_and_line(text: str, line: int) -> None:
    with pytest.raises(InputError) as error:
        markdown.parse(text, key="k", where="notes/mill.md")
    assert error.value.where == f"notes/mill.md, line {line}"


@pytest.mark.parametrize(
    "text", ["", "Text.", "---", "---\n", "---\n---\n", "----\ntitle: a\n----\n", " ---\ntitle: a\n---\n"]
)
def test_no_front_matter(text: str) -> None:
    assert front_matter.parse(text, where="k") == front_matter.FrontMatter()
