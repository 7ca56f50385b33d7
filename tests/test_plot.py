"""The page with charts: one file, nothing from outside, nothing that a text could run."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from test_terminal_figures import DUE, HOSTILE, answers, told

from quizgen import plot
from quizgen.plot import charts
from quizgen.stats import Retention
from quizgen.stats.figures import Forecast


def page(days: int = 60, **more: str) -> str:
    return plot.page(told(answers(days, **more), due=DUE), title="Tarn & <Skerry>")


def svgs(html: str) -> list[ET.Element]:
    """Return the charts, each of which is well-formed XML."""
    return [ET.fromstring(found) for found in re.findall(r"<svg.*?</svg>", html, re.S)]


def test_nothing_is_fetched_or_run() -> None:
    html = page()
    assert "default-src 'none'" in html
    assert not re.search(r"<(?:script|link|img|iframe|object|base)\b|\bon\w+=|url\(|@import|https?://|//\w", html)


def test_texts_stay_texts() -> None:
    html = page(prompt='<script>alert(1)</script> "&amp;" ' + HOSTILE)
    assert "<script" not in html and "&lt;script&gt;" in html and "&amp;amp;" in html
    assert "Tarn &amp; &lt;Skerry&gt;: how learning goes" in html
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", html)


def test_every_chart_is_sound_and_says_what_it_shows() -> None:
    found = svgs(page())
    assert len(found) == 4
    assert all(one.get("role") == "img" and one.get("aria-label") for one in found)


def test_light_dark_and_paper_have_their_colours() -> None:
    html = page()
    assert "prefers-color-scheme: dark" in html and "@media print" in html
    used = set(re.findall(r"var\((--\w+)\)", html))
    for block in re.findall(r":root \{(.*?)\}", html, re.S):
        assert used <= set(re.findall(r"(--\w+):", block))


def test_a_day_of_the_calendar_says_how_many_answers_it_had() -> None:
    html = page(3)
    assert "<title>1 January 2024: 3 answers</title>" in html
    assert html.count(": no answer</title>") > 100


def test_before_the_first_answer_the_page_says_so() -> None:
    html = plot.page(told([]), title="Tarn")
    assert "No answers yet" in html and "<svg" not in html


def test_what_was_never_due_has_no_figures() -> None:
    html = plot.page(told(answers(1), days=1), title="Tarn")
    assert "Memory</h2>" not in html and "–" in html


def test_names_of_many_documents_are_cut_to_their_end() -> None:
    one = Retention(reviews=3, remembered=0.5, predicted=0.9)
    shown = charts.recall([("seeds/physics/the-life-of-stars.md", one), ("none.md", Retention())])
    assert re.search(r">…\w+/the-life-of-stars\.md<", shown)
    assert "<title>seeds/physics/the-life-of-stars.md</title>" in shown
    assert "nothing was due so far" in shown


@pytest.mark.parametrize(("most", "top"), [(0, "2"), (1, "2"), (3, "4"), (14, "14"), (99, "100"), (101, "120")])
def test_the_scale_of_a_forecast_ends_on_a_round_number(most: int, top: str) -> None:
    due = replace(DUE, overdue=0, days=((DUE.days[0][0], most),))
    labels = re.findall(r'text-anchor="end">(\d+)<', charts.forecast(due))
    assert max(labels, key=int) == top


def test_a_forecast_of_nothing_is_an_empty_chart() -> None:
    assert "0 in 0 days, 0 overdue" in charts.forecast(Forecast())
