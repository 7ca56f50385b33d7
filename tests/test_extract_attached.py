"""Words that belong to a noun and not to its verb."""

import pytest
from docs_of import built, drafts

from quizgen.extract.attached import ranked, unmatched, worth
from quizgen.questions.grammar import statement

pytestmark = pytest.mark.model

WORTH = """
It      nsubj    1 PRON  PRP it
sold    ROOT     1 VERB  VBD sell
assets  dobj     1 NOUN  NNS asset
worth   prep     1 ADJ   JJ  worth
kroner  npadvmod 3 NOUN  NN  krone
to      prep     4 ADP   IN  to
Ineos   pobj     5 PROPN NNP Ineos
"""
RANKED = """
Ada     nsubj 1 PROPN NNP Ada
became  ROOT  1 VERB  VBD become
the     det   4 DET   DT  the
first   amod  4 ADJ   JJ  first
club    attr  1 NOUN  NN  club
to      aux   6 PART  TO  to
win     xcomp 1 VERB  VB  win
"""
EVER = """
Ada      nsubjpass 1 PROPN NNP Ada
jailed   ROOT      1 VERB  VBN jail
,        punct     1 PUNCT ,
the      det       5 DET   DT  the
heaviest amod      5 ADJ   JJS heavy
sentence nsubj     7 NOUN  NN  sentence
ever     advmod    7 ADV   RB  ever
passed   conj      1 VERB  VBD pass
"""


def test_a_worth_goes_to_its_noun_and_a_buyer_to_the_verb() -> None:
    assert worth(built(WORTH)[3]) == {3: (2, "amod", "JJ"), 5: (1, "prep", "IN")}


def test_a_rank_gets_what_it_is_of() -> None:
    assert ranked(built(RANKED)[6]) == {6: (4, "relcl", "VB")}


def test_a_past_behind_ever_is_a_participle() -> None:
    assert unmatched(built(EVER)[7]) == {7: (5, "acl", "VBN"), 5: (1, "dep", "NN")}


@pytest.mark.parametrize(
    ("parse", "old", "new"),
    [
        (WORTH, "assets  dobj", "assets  nsubj"),
        (WORTH, "worth   prep     1 ADJ   JJ  worth", "for     prep     1 ADP   IN  for"),
        (RANKED, "first   amod  4 ADJ   JJ  first", "rich    amod  4 ADJ   JJ  rich"),
        (RANKED, "became  ROOT  1 VERB  VBD become", "helped  ROOT  1 VERB  VBD help"),
        (EVER, "ever     advmod    7 ADV   RB  ever", "soon     advmod    7 ADV   RB  soon"),
        (EVER, "heaviest amod      5 ADJ   JJS heavy", "heavy    amod      5 ADJ   JJ  heavy"),
    ],
)
def test_other_words_stay_where_they_are(parse: str, old: str, new: str) -> None:
    doc = built(parse.replace(old, new))
    assert old in parse
    assert not any(rule(token) for rule in (worth, ranked, unmatched) for token in doc)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Orsted made a loss of 20 million kroner in 2023, compared with a profit of 15 million a year earlier.",
            "Orsted made a loss of 20 million kroner in 2023.",
        ),
        ("Parliament is to debate a bill in October that would force hospitals to publish every price.", ""),
    ],
)
def test_what_a_comparison_and_a_late_clause_leave(text: str, told: str) -> None:
    assert [statement(draft) for draft in drafts(text)] == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A basin is a wide hollow in rock with a flat floor and, on at least one side, steep walls.",
            "A basin is a wide hollow in rock with a flat floor and, on at least one side, steep walls.",
        ),
        (
            "Ida Holm opened a school in 1901 and, after the war, the second one was closed.",
            "Ida Holm opened a school in 1901.",
        ),
        ("Female toads lay 300 eggs in a pond.", "Female toads lay 300 eggs in a pond."),
    ],
)
def test_a_list_goes_on_behind_an_aside(text: str, told: str) -> None:
    assert [statement(draft) for draft in drafts(text)] == [told]


def test_one_does_not_lay_in_the_plural() -> None:
    assert not any("300" in statement(draft) for draft in drafts("A newt may live for ten years and lay 300 eggs."))
