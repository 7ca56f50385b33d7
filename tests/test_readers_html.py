"""Web pages: the article, its headings and what the head says about it."""

import datetime as dt

import pytest

from quizgen.cleaning import RawDocument
from quizgen.errors import InputError
from quizgen.readers import html

FIRST = (
    "The old mill by the river opened its doors again on Friday, a hundred years after the last sack of flour left it."
)
SECOND = "The mill closed in 1921 because the new railway carried cheaper flour from the coast to the town."
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Mill reopens | Valley News</title>
<meta property="og:title" content="Mill reopens after a century"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2021-03-05T08:00:00Z">
<link rel="canonical" href="https://valley.example/mill">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>Mill reopens after a century</h1>
<p>{FIRST}</p>
<figure><img src="a.jpg" alt="The mill"><figcaption>The mill in winter.</figcaption></figure>
<h2>The wheel</h2>
<p>The wheel was built in 1821 by <b>John Carter</b>,<br>a carpenter from <a href="/v">the next village</a>.</p>
<ul><li>The mill stone weighs 900 kilograms.</li><li>The wheel has 32 paddles.</li></ul>
<table><tr><th>Year</th><th>Event</th></tr><tr><td>1821</td><td>Wheel built</td></tr></table>
<p>{SECOND}</p>
</article><footer><p>© 2021 Valley News.</p></footer></body></html>
"""


def parsed(text: str) -> RawDocument:
    return html.parse(text, key="k", where="mill.html")


def test_the_blocks_of_an_article() -> None:
    raw = parsed(PAGE)
    assert [(b.kind, b.line, raw.text[b.start : b.end]) for b in raw.blocks] == [
        ("heading", 3, "Mill reopens after a century"),
        ("paragraph", 8, FIRST),
        ("heading", 10, "The wheel"),
        ("paragraph", 11, "The wheel was built in 1821 by John Carter, a carpenter from the next village."),
        ("item", 12, "The mill stone weighs 900 kilograms."),
        ("item", 12, "The wheel has 32 paddles."),
        ("row", 13, "Year | Event"),
        ("row", 13, "1821 | Wheel built"),
        ("paragraph", 14, SECOND),
    ]
    assert [b.level for b in raw.blocks if b.kind == "heading"] == [1, 2]


def test_what_the_head_of_a_page_says() -> None:
    raw = parsed(PAGE)
    assert (raw.title, raw.author) == ("Mill reopens after a century", "Jane Doe")
    assert raw.url == "https://valley.example/mill"
    assert (raw.date, raw.date_source) == (dt.date(2021, 3, 5), "html")


def test_a_page_without_metadata() -> None:
    raw = parsed(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>")
    assert (raw.author, raw.url, raw.date, raw.date_source) == ("", "", None, "")
    assert FIRST in raw.text


@pytest.mark.parametrize("lines", ["<br>", "<br><br>", "<br/>\n<br/>"])
def test_line_breaks_after_sentences_separate_paragraphs(lines: str) -> None:
    raw = parsed(f"<html><body><article><p>{FIRST}{lines}{SECOND}</p></article></body></html>")
    assert [raw.text[b.start : b.end] for b in raw.blocks] == [FIRST, SECOND]


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x=1</script></body></html>", "<p></p>", "<"])
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(InputError, match="no text to read"):
        parsed(page)
