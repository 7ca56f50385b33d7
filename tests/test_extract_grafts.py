"""Participles that the parser took for predicates, in parses given by hand."""

import pytest
from docs_of import built

from quizgen.extract.grafts import grafted

PARENTHESIS = """
Astra     nsubj 2 PROPN NNP Astra
,         punct 0 PUNCT ,
chartered ROOT  2 VERB  VBD charter
in        prep  2 ADP   IN
Oslo      pobj  3 PROPN NNP Oslo
,         punct 2 PUNCT ,
was       auxpass 7 AUX VBD be
sold      conj  2 VERB  VBN sell
.         punct 2 PUNCT .
"""
LISTED = """
Rivers    nsubj 1 NOUN  NNS river
carry     ROOT  1 VERB  VBP carry
sand      dobj  1 NOUN  NN  sand
and       cc    1 CCONJ CC
dissolved conj  1 VERB  VBD dissolve
salts     dobj  4 NOUN  NNS salt
.         punct 1 PUNCT .
"""
AFTERTHOUGHT = """
Cook       nsubj 1 PROPN NNP Cook
was        ROOT  1 AUX   VBD be
British    attr  1 ADJ   JJ  british
,          punct 1 PUNCT ,
best       advmod 5 ADV  RBS well
remembered conj  1 VERB  VBD remember
for        prep  5 ADP   IN
voyages    pobj  6 NOUN  NNS voyage
.          punct 1 PUNCT .
"""
COORDINATED = """
Cook    nsubj 1 PROPN NNP Cook
sailed  ROOT  1 VERB  VBD sail
ships   dobj  1 NOUN  NNS ship
and     cc    1 CCONJ CC
drew    conj  1 VERB  VBD draw
maps    dobj  4 NOUN  NNS map
.       punct 1 PUNCT .
"""
TWO_DEEDS = """
Cook    nsubj 1 PROPN NNP Cook
sailed  ROOT  1 VERB  VBD sail
,       punct 1 PUNCT ,
drew    conj  1 VERB  VBD draw
maps    dobj  3 NOUN  NNS map
and     cc    3 CCONJ CC
died    conj  3 VERB  VBD die
.       punct 1 PUNCT .
"""


def heads(table: str) -> dict[str, tuple[str, str]]:
    doc = grafted(built(table))
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_a_participle_between_commas_gives_the_subject_to_the_verb_behind_it() -> None:
    found = heads(PARENTHESIS)
    assert found["sold"] == ("ROOT", "sold")
    assert found["Astra"] == ("nsubjpass", "sold")
    assert found["chartered"] == ("acl", "Astra")


def test_a_participle_before_a_noun_of_a_list_belongs_to_the_noun() -> None:
    found = heads(LISTED)
    assert found["dissolved"] == ("amod", "salts")
    assert found["salts"] == ("conj", "sand")


def test_what_somebody_is_remembered_for_stands_beside_the_clause() -> None:
    assert heads(AFTERTHOUGHT)["remembered"] == ("advcl", "was")


@pytest.mark.parametrize("table", [COORDINATED, TWO_DEEDS])
def test_coordinated_deeds_stay_as_they_are(table: str) -> None:
    before = {token.text: (token.dep_, token.head.text) for token in built(table)}
    assert heads(table) == before


def test_a_sentence_stays_one_sentence() -> None:
    assert len(list(grafted(built(PARENTHESIS)).sents)) == 1


CONTINUED = """
Ice     nsubj 1 NOUN NN  ice
acts    ROOT  1 VERB VBZ act
as      prep  1 ADP  IN
shield  pobj  2 NOUN NN  shield
and     cc    3 CCONJ CC
forces  conj  3 VERB VBZ force
air     dobj  5 NOUN NN  air
out     prt   5 ADP  RP
.       punct 1 PUNCT .
"""


def test_a_verb_is_joined_to_a_verb() -> None:
    assert heads(CONTINUED)["forces"] == ("conj", "acts")


NOUN_OF_LIST = """
Cells    nsubj 1 NOUN NNS cell
break    ROOT  1 VERB VBP break
down     prt   1 ADP  RP
parts    dobj  1 NOUN NNS part
and      cc    1 CCONJ CC
waste    conj  1 VERB VB  waste
with     prep  5 ADP  IN
enzymes  pobj  6 NOUN NNS enzyme
.        punct 1 PUNCT .
"""


def test_a_noun_of_a_list_is_no_verb() -> None:
    found = heads(NOUN_OF_LIST)
    assert found["waste"] == ("conj", "parts")
    assert found["with"] == ("prep", "break")


NAMED_FIRST = """
Tartu advmod 1 ADV   RB  tartu
is    ROOT   1 AUX   VBZ be
a     det    3 DET   DT  a
city  attr   1 NOUN  NN  city
.     punct  1 PUNCT .
"""
ADVERB_FIRST = """
Formally advmod 1 ADV  RB  formally
is       ROOT   1 AUX   VBZ be
it       nsubj  1 PRON  PRP it
a        det    4 DET   DT  a
city     attr   1 NOUN  NN  city
.        punct  1 PUNCT .
"""


@pytest.mark.parametrize(
    ("table", "word", "role"), [(NAMED_FIRST, "Tartu", "nsubj"), (ADVERB_FIRST, "Formally", "advmod")]
)
def test_a_name_read_as_an_adverb_is_the_subject_that_lacks(table: str, word: str, role: str) -> None:
    assert heads(table)[word] == (role, "is")


BEHIND_A_CLAUSE = """
Because mark     2 SCONJ IN because
clay    nsubj    2 NOUN  NN  clay
swells  advcl    5 VERB  VBZ swell
,       punct    5 PUNCT ,
water   compound 5 NOUN  NN  water
drains  ROOT     5 NOUN  NNS drain
away    advmod   5 ADV   RB  away
.       punct    5 PUNCT .
"""
BEHIND_SO = """
Clay    nsubj    1 NOUN  NN  clay
swells  ROOT     1 VERB  VBZ swell
,       punct    1 PUNCT ,
so      mark     5 SCONJ IN  so
water   compound 5 NOUN  NN  water
moves   appos    0 NOUN  NNS move
slowly  advmod   5 ADV   RB  slowly
.       punct    1 PUNCT .
"""
A_CAPTION = """
Water   compound 1 NOUN  NN  water
drains  ROOT     1 NOUN  NNS drain
in      prep     1 ADP   IN  in
Oslo    pobj     2 PROPN NNP Oslo
.       punct    1 PUNCT .
"""
LOST_TO_AS = """
Signals nsubj 1 NOUN NNS signal
fall    ROOT  1 VERB VBP fall
as      prep  1 ADP  IN  as
noise   pobj  2 NOUN NN  noise
grows   advcl 1 VERB VBZ grow
.       punct 1 PUNCT .
"""
BEYOND_A_VERB = """
Growth  nsubj 1 NOUN NN  growth
depends ROOT  1 VERB VBZ depend
on      prep  1 ADP  IN  on
rain    pobj  2 NOUN NN  rain
,       punct 1 PUNCT ,
soil    appos 0 NOUN NN  soil
and     cc    5 CCONJ CC and
sun     conj  5 NOUN NN  sun
.       punct 1 PUNCT .
"""


def test_a_noun_to_which_a_clause_belongs_is_a_verb() -> None:
    found = heads(BEHIND_A_CLAUSE)
    assert (found["water"], found["drains"]) == (("nsubj", "drains"), ("ROOT", "drains"))
    found = heads(BEHIND_SO)
    assert (found["water"], found["moves"]) == (("nsubj", "moves"), ("advcl", "swells"))


def test_a_noun_without_a_clause_stays_one() -> None:
    assert heads(A_CAPTION)["Water"] == ("compound", "drains")


def test_as_gives_a_verb_its_subject_back() -> None:
    found = heads(LOST_TO_AS)
    assert (found["as"], found["noise"]) == (("mark", "grows"), ("nsubj", "grows"))


def test_what_stands_beyond_the_verb_explains_no_subject() -> None:
    assert heads(BEYOND_A_VERB)["soil"] == ("conj", "rain")


AN_ADVERB_FIRST = """
Finally advmod 2 ADV  RB  finally
a       det    2 DET  DT  a
valve   nsubj  3 NOUN NN  valve
opens   ROOT   3 VERB VBZ open
.       punct  3 PUNCT .
"""


def test_an_adverb_that_opens_a_sentence_belongs_to_the_verb() -> None:
    assert heads(AN_ADVERB_FIRST)["Finally"] == ("advmod", "opens")
    assert heads(AN_ADVERB_FIRST.replace("Finally", "Only   ").replace("finally", "only"))["Only"] == (
        "advmod",
        "valve",
    )
