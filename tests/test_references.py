"""What pronouns and "the probe" stand for: said only where it is certain."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from docs_of import built, drafts, harvests, reading, sentence, statements

from quizgen.resolve import references
from quizgen.resolve.discourse import Discourse
from quizgen.resolve.pronouns import possessive_of
from quizgen.resolve.signs import nouns_between
from quizgen.syntax.reading import Reading

GOLDEN = tomllib.loads((Path(__file__).parent / "golden" / "references.toml").read_text(encoding="utf-8"))


@pytest.mark.model
@pytest.mark.parametrize("case", GOLDEN["certain"], ids=lambda case: case["read"])
def test_a_certain_reference_is_spelled_out(case: dict[str, Any]) -> None:
    last = harvests(case["text"], title=case.get("title", ""))[-1]
    assert last.resolved == case["read"]
    if "facts" in case:
        assert statements(case["text"], title=case.get("title", ""))[-len(case["facts"]) :] == case["facts"]


@pytest.mark.model
@pytest.mark.parametrize("case", GOLDEN["doubtful"], ids=lambda case: case["text"])
def test_a_doubtful_reference_is_not(case: dict[str, Any]) -> None:
    last = harvests(case["text"], title=case.get("title", ""))[-1]
    assert not last.drafts
    assert case["reason"] in [drop.code for drop in last.drops]


@pytest.mark.model
@pytest.mark.parametrize("case", GOLDEN["plain"], ids=lambda case: case["text"])
def test_what_needs_no_antecedent_is_taken_as_it_stands(case: dict[str, Any]) -> None:
    assert not harvests(case["text"], title=case.get("title", ""))[-1].resolved
    assert statements(case["text"], title=case.get("title", "")) == case["facts"]


def test_there_are_as_many_doubtful_texts_as_certain_ones() -> None:
    assert len(GOLDEN["doubtful"]) >= len(GOLDEN["certain"])


@pytest.mark.parametrize(
    ("name", "plural", "possessive"),
    [
        ("China", False, "China's"),
        ("Marie Curie", False, "Marie Curie's"),
        ("the Greeks", True, "the Greeks'"),
        ("citizens", True, "citizens'"),
        ("the children", True, "the children's"),
        ("Charles Dickens", False, "Charles Dickens's"),
        ("the boss", False, "the boss's"),
    ],
)
def test_the_possessive_of_a_name(name: str, plural: bool, possessive: str) -> None:
    assert possessive_of(name, plural=plural) == possessive


# --- by hand --------------------------------------------------------------------------------------------------------

HE_LIVED = """
He      nsubj 1 PRON  PRP
lived   ROOT  1 VERB  VBD live
in      prep  1 ADP   IN
Brno    pobj  2 PROPN NNP Brno
.       punct 1 PUNCT .
"""
MENDEL_LIVED = """
Gregor  compound 1 PROPN NNP Gregor
Mendel  nsubj    2 PROPN NNP Mendel
lived   ROOT     2 VERB  VBD live
in      prep     2 ADP   IN
Brno    pobj     3 PROPN NNP Brno
.       punct    2 PUNCT .
"""
CHINA_LANDED = """
China   nsubj 1 PROPN NNP China
made    ROOT  1 VERB  VBD make
its     poss  4 PRON  PRP$
first   amod  4 ADJ   JJ
landing dobj  1 NOUN  NN
.       punct 1 PUNCT .
"""
MENDEL = ((0, 2, "PERSON"),)


def resolve(*tables: Reading) -> Discourse:
    """Resolve sentences built by hand, one after the other, in one paragraph."""
    discourse = Discourse()
    discourse.observe(each.sent.doc for each in tables)
    for number, each in enumerate(tables):
        references.resolve(each, discourse, sentence=number, paragraph=0)
    return discourse


def test_he_is_the_one_person_before() -> None:
    first, second = reading(MENDEL_LIVED, ents=MENDEL), reading(HE_LIVED)
    discourse = resolve(first, second)
    assert second.replace == {0: "Gregor Mendel"}
    assert not second.unresolved
    assert discourse.gender_of("Gregor Mendel") == "m"


def test_he_is_nobody_without_a_person_before() -> None:
    alone = reading(HE_LIVED)
    resolve(alone)
    assert alone.unresolved == {0: "unresolved-pronoun"}
    assert not alone.replace


@pytest.mark.parametrize("pronoun", ["She", "I", "We", "You", "They"])
def test_a_pronoun_that_cannot_be_a_man(pronoun: str) -> None:
    first, second = reading(MENDEL_LIVED, ents=MENDEL), reading(HE_LIVED.replace("He ", f"{pronoun} "))
    resolve(first, second)
    assert not second.replace
    code = "unresolved-pronoun" if pronoun in ("She", "They") else "first-person"
    assert second.unresolved == {0: code}


def test_three_sentences_back_is_too_far() -> None:
    between = [reading(MENDEL_LIVED.replace("Gregor", "River").replace("Mendel", "Svitava")) for _ in range(2)]
    last = reading(HE_LIVED)
    resolve(reading(MENDEL_LIVED, ents=MENDEL), *between, last)
    assert last.unresolved == {0: "unresolved-pronoun"}


def test_its_is_bound_by_the_subject_of_its_clause() -> None:
    only = reading(CHINA_LANDED, ents=((0, 1, "GPE"),))
    resolve(only)
    assert only.replace == {2: "China's"}
    assert only.bound == {2}
    assert only.text(only.sent[2:5]) == "China's first landing"
    assert only.text(only.sent[2:5], keep_bound=True) == "its first landing"


def test_nothing_is_changed_in_a_sentence_without_references() -> None:
    only = reading(MENDEL_LIVED, ents=MENDEL)
    resolve(only)
    assert not only.replace and not only.unresolved and not only.bound
    assert only.text(sentence(MENDEL_LIVED)) == "Gregor Mendel lived in Brno."


def test_a_noun_at_the_root_ends_the_walk_upwards() -> None:
    doc = built("""
        Loss ROOT 0 NOUN NN
        of prep 0 ADP IN
        heat pobj 1 NOUN NN
        to prep 0 ADP IN
        its poss 5 PRON PRP$
        walls pobj 3 NOUN NNS wall
    """)
    assert [noun.text for noun in nouns_between(doc[4])] == ["heat"]


@pytest.mark.model
def test_a_road_bridge_is_no_road() -> None:
    text = "The Holm Bridge is a road bridge in Norway. The Holm Bridge was opened in 1951."
    assert {draft.subject.noun for draft in drafts(text, title="Holm Bridge")} == {"bridge"}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Holm group sold Krantz Foods, which houses its shops.",
        "Blocks of zinc are bolted to a hull, while bags of tin are laid beside pipes and joined to them by a wire.",
        "Four farmers died that day, shot by the soldiers from their camp.",
        "A church, a school and a museum are among its buildings.",
        "Since benzene is poisonous, cyclohexane later took its place.",
        "By drawing a stylus back and forth through it they made lines.",
        "The rate is proportional to the current, unlike the heating, which varies as its square.",
        "Spurn Head is a spit. A storm damaged part of the road along its neck.",
    ],
)
def test_a_pronoun_with_a_rival_is_left_alone(text: str) -> None:
    assert not harvests(text)[-1].resolved
