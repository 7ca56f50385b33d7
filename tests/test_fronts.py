"""Phrases that open a sentence, and the subject that the parser gives to them or looks for in front of the verb."""

import pytest
from docs_of import drafts, pipeline

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model
SUBJECTS = ("nsubj", "nsubjpass")


def read(text: str, word: str) -> tuple[str, str]:
    """Return the subject of a verb with what stands before it, and the words that open the sentence with the verb."""
    (doc,) = mended(pipeline().docs([text]), pipeline())
    verb = next(t for t in doc if t.text == word)
    noun = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    subject = doc[noun.left_edge.i : noun.i + 1].text if noun is not None else ""
    opening = doc[0 : doc[0].right_edge.i + 1].text if doc[0].head == verb else ""
    return subject, opening


@pytest.mark.parametrize(
    ("text", "word", "subject", "opening"),
    [
        (
            "In the late 18th century news of silver drew miners to Kongsberg.",
            "drew",
            "news",
            "In the late 18th century",
        ),
        ("On 3 May 1911 engine trouble forced her to land near Graz.", "forced", "engine trouble", "On 3 May 1911"),
        (
            "By the end of 1987 about 4,200 turbines had been installed.",
            "installed",
            "about 4,200 turbines",
            "By the end of 1987",
        ),
        ("In the Heian period the estates of the court became the main owners.", "became", "the estates", None),
        ("On old bronze statues a green crust known as patina grows over decades.", "grows", "a green crust", None),
        ("In a healthy lung oxygen passes into the blood.", "passes", "oxygen", "In a healthy lung"),
        (
            "During the long dry season herds gather along the river.",
            "gather",
            "herds",
            "During the long dry season",
        ),
    ],
)
def test_what_opens_a_sentence_does_not_take_its_subject(
    text: str, word: str, subject: str, opening: str | None
) -> None:
    found, opens = read(text, word)
    assert found == subject
    assert opening is None or opens == opening


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("In the village of Lim a mill grinds rye.", "grinds", "a mill"),
        ("At the end of the war the town hall was rebuilt.", "rebuilt", "the town hall"),
        ("In September 2014 the town lost its bridge.", "lost", "the town"),
        ("In the evening a cable car carries ore to the port.", "carries", "a cable car"),
        ("After dinner came coffee.", "came", "coffee"),
        ("As water cools it shrinks.", "shrinks", "it"),
        (
            "On the far side of the hill cable cars carry ore to the port.",
            "carry",
            "",
        ),  # where it begins is not certain
    ],
)
def test_a_subject_of_its_own_stays(text: str, word: str, subject: str) -> None:
    assert read(text, word)[0] == subject


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("North of the church stands a small chapel.", "stands", "a small chapel"),
        ("Behind the house fronts lie narrow gardens with sheds and wells.", "lie", "narrow gardens"),
        (
            "A few miles west of Graz, on a plain of the Mur, lie the remains of a Roman town.",
            "lie",
            "the remains",
        ),
        ("Close to the harbour lies a market hall.", "lies", "a market hall"),
    ],
)
def test_what_stands_behind_a_place_is_the_subject(text: str, word: str, subject: str) -> None:
    assert read(text, word)[0] == subject


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("In 1871 the hall stood empty.", "stood", "the hall"),
        ("North America lies north of the equator.", "lies", "North America"),
        ("On Sunday she sat an exam in Graz.", "sat", "she"),
        ("The hut stands two metres above the path.", "stands", "The hut"),
    ],
)
def test_what_stands_before_a_verb_stays_its_subject(text: str, word: str, subject: str) -> None:
    assert read(text, word)[0] == subject


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Next to the kidney lies the adrenal gland.", "next to the kidney"),
        ("Close to the harbour lies a market hall built in 1871.", "close to the harbour"),
        ("Today the adrenal gland is known to doctors.", ""),
    ],
)
def test_the_place_that_opens_a_sentence_is_told(text: str, where: str) -> None:
    found = [q.text for fact in drafts(text) for q in fact.qualifiers if q.role == "other" and not q.prep]
    assert found == ([where] if where else [])
