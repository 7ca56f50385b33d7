"""Whom or what a sentence goes on with: whoever acted last, whom a title names, what was counted, what made a thing."""

import pytest
from docs_of import harvests


def read(text: str, title: str = "") -> str:
    """Return the last sentence of a text with its references spelled out."""
    last = harvests(text, title=title)[-1]
    return last.resolved or last.sentence.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Ida Holm",
            "Ida Holm was born in Graz. Her mother ran a school, and Holm was brought up by nuns. "
            "In spite of this she learned Latin.",
            "In spite of this she [Ida Holm] learned Latin.",
            id="whom the text is about acted last",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was born in Graz. After Vera Krantz died in 1568, the king arranged a marriage for her.\n\n"
            "Her first husband sold hats.",
            "Her [Ida Holm's] first husband sold hats.",
            id="a paragraph goes back to whom the text is about",
        ),
        pytest.param(
            "Karl Holm",
            "Karl Holm was born in Graz. His father was a smith; his mother came from Linz.",
            "His [Karl Holm's] father was a smith; his [Karl Holm's] mother came from Linz.",
            id="two relatives side by side",
        ),
        pytest.param(
            "Corals",
            "The chemist Karl Holm, influenced by the work of Otto Krantz, argued that corals grow. "
            "He wrote three books.",
            "He [Karl Holm] wrote three books.",
            id="another man behind a preposition",
        ),
        pytest.param(
            "Chairs",
            "The red chair was designed by Gerrit Holm, a smith's son from Utrecht. "
            "His table of 1918 was made of plain boards.",
            "His [Gerrit Holm's] table of 1918 was made of plain boards.",
            id="who made a thing",
        ),
        pytest.param(
            "Brenna Holm, the flying baker",
            "In 1964 a small plane landed in Ohio. She married Karl Holm in 1945. She sold bread.",
            "She [Brenna Holm] sold bread.",
            id="the title's own given name and not her husband's",
        ),
        pytest.param(
            "Trinidad and Tobago",
            "Trinidad and Tobago is a country in the Caribbean. It exports oil.",
            "It [Trinidad and Tobago] exports oil.",
            id="two names of one country",
        ),
        pytest.param(
            "Brucellosis",
            "Brucellosis is an infectious disease of animals that can be passed on to people. It harms the heart.",
            "It [brucellosis] harms the heart.",
            id="what only ends like a plural",
        ),
        pytest.param(
            "Lake Holm",
            "Lake Holm lies in Austria. The surface covers 30 square kilometres. It is the deepest lake in the Alps.",
            "It [Lake Holm] is the deepest lake in the Alps.",
            id="said to be of the title's class",
        ),
        pytest.param(
            "Lake Holm",
            "Lake Holm is fed from below. About half of its water comes from springs.",
            "About half of its [Lake Holm's] water comes from springs.",
            id="a share of what is its",
        ),
        pytest.param(
            "Holm River",
            "The Holm River rises in the hills. For several hundred kilometres its course marks the border.",
            "For several hundred kilometres its [the Holm River's] course marks the border.",
            id="a distance before it",
        ),
        pytest.param(
            "Oximeter",
            "The clip contains two small lamps. They flash in turn.",
            "They [the two small lamps] flash in turn.",
            id="so many as there are",
        ),
    ],
)
def test_what_goes_on_is_certain(title: str, text: str, expected: str) -> None:
    assert read(text, title) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Ida Holm",
            "Ida Holm was born in Graz. Holm met a nun, and her mother ran a school. She learned Latin.",
            "She learned Latin.",
            id="another woman acted last",
        ),
        pytest.param(
            "Corals",
            "The chemist Karl Holm and Otto Krantz argued that corals grow. He wrote three books.",
            "He wrote three books.",
            id="two men act",
        ),
        pytest.param(
            "Chairs",
            "Otto Krantz was painted by Gerrit Holm. His table of 1918 was made of plain boards.",
            "His table of 1918 was made of plain boards.",
            id="whoever was painted had a table too",
        ),
        pytest.param(
            "Karl Holm",
            "Karl Holm was born in Graz. His brother Otto was a smith; his shop burned down.",
            "His [Karl Holm's] brother Otto was a smith; his shop burned down.",
            id="a shop is the brother's or his",
        ),
        pytest.param(
            "Ida Holm",
            "In 1964 a small plane landed in Ohio. Her name was Ida Holm.",
            "Her name was Ida Holm.",
            id="a name is not asked of the one who has it",
        ),
        pytest.param(
            "Erratics",
            "Kettles are round. Boulders carried far from their source are called erratics.",
            "Boulders carried far from their source are called erratics.",
            id="the noun before it is the owner",
        ),
        pytest.param(
            "Lake Holm",
            "Lake Holm lies in Austria. Lake Krantz covers 30 square kilometres. It is the deepest lake in the Alps.",
            "It [Lake Krantz] is the deepest lake in the Alps.",
            id="another of the title's class",
        ),
        pytest.param(
            "Halla",
            "Halla became its leading city. Its position was good: a strip of land separated it from Lund.",
            "Its [Halla's] position was good: a strip of land separated it from Lund.",
            id="a city or its position",
        ),
        pytest.param(
            "Settlers",
            "The plan attracted some two hundred settlers. They came from Graz.",
            "They came from Graz.",
            id="about so many",
        ),
    ],
)
def test_what_may_be_another_stays(title: str, text: str, expected: str) -> None:
    assert read(text, title) == expected
