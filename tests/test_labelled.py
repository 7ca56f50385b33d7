"""Which questions carry the label of their text: those that do not name what it is about."""

from dataclasses import replace

import pytest
from around import Around, facts
from docs_of import harvests

from quizgen import templates
from quizgen.questions import candidates

pytestmark = pytest.mark.model

TITLE = "The night the Tor Dam gave way"
TEXT = """
The Tor Dam was built by Ida Holm in 1924. Norway passed a law on bridges in 1929. Ida Holm gave up her office in 1928.
Ida Holm studied in Oslo. Ida Holm won the Nansen Prize in 1930. Ida Holm wrote three books on bridges.
A spillway is a channel for surplus water.
"""


@pytest.fixture(scope="module")
def prompts() -> list[str]:
    read = harvests(TEXT, title=TITLE)
    told = [replace(one, evidence=(replace(one.evidence[0], title=TITLE),)) for one in facts(read)]
    made, _ = candidates(told, Around(read), templates=templates.load())
    return [question.prompt for question in made]


def test_what_does_not_name_the_topic_has_the_label(prompts: list[str]) -> None:
    assert f"{TITLE}: In which year did Norway pass a law on bridges?" in prompts


@pytest.mark.parametrize(
    "stem",
    [
        "In which year was The Tor Dam built by Ida Holm?",  # named
        "How many books did Ida Holm write on bridges?",  # whom a good part of the text tells of
        "What is a spillway?",  # means the same in every text
    ],
)
def test_other_questions_have_none(prompts: list[str], stem: str) -> None:
    assert stem in prompts


def test_one_noun_of_a_longer_title_does_not_name_the_topic() -> None:
    title = "The Danish Staple at Bergen"
    read = harvests("The Staple closed in 1754. Merchants of Bergen built the Staple in 1360.", title=title)
    told = [replace(one, evidence=(replace(one.evidence[0], title=title),)) for one in facts(read)]
    made, _ = candidates(told, Around(read), templates=templates.load())
    assert f"{title}: In which year did the Staple close?" in [question.prompt for question in made]
