"""Clauses and verb groups of sentences whose parse is given by hand."""

import pytest
from docs_of import sentence

from quizgen.extract.losses import run_together
from quizgen.extract.tense import anchored, planned
from quizgen.extract.verbs import verb_group
from quizgen.model import Modality, Verb
from quizgen.syntax.clauses import clauses

ACTIVE = """
Mendel  nsubj 1 PROPN NNP Mendel
grew    ROOT  1 VERB  VBD grow
peas    dobj  1 NOUN  NNS pea
.       punct 1 PUNCT .
"""
PASSIVE = """
Peas    nsubjpass 2 NOUN  NNS pea
were    auxpass   2 AUX   VBD be
grown   ROOT      2 VERB  VBN grow
by      agent     2 ADP   IN
Mendel  pobj      3 PROPN NNP Mendel
.       punct     2 PUNCT .
"""
CONJUNCTS = """
Peas    nsubjpass 2 NOUN  NNS pea
were    auxpass   2 AUX   VBD be
grown   ROOT      2 VERB  VBN grow
,       punct     2 PUNCT ,
counted conj      2 VERB  VBN count
and     cc        4 CCONJ CC
sold    conj      4 VERB  VBN sell
.       punct     2 PUNCT .
"""
TWO_SUBJECTS = """
Mendel  nsubj 1 PROPN NNP Mendel
grew    ROOT  1 VERB  VBD grow
peas    dobj  1 NOUN  NNS pea
and     cc    1 CCONJ CC
Darwin  nsubj 5 PROPN NNP Darwin
bred    conj  1 VERB  VBD breed
pigeons dobj  5 NOUN  NNS pigeon
.       punct 1 PUNCT .
"""
RELATIVE = """
Mendel  nsubj 6 PROPN NNP Mendel
,       punct 0 PUNCT ,
who     nsubj 3 PRON  WP
grew    relcl 0 VERB  VBD grow
peas    dobj  3 NOUN  NNS pea
,       punct 0 PUNCT ,
lived   ROOT  6 VERB  VBD live
in      prep  6 ADP   IN
Brno    pobj  7 PROPN NNP Brno
.       punct 6 PUNCT .
"""
RESTRICTIVE = """
Monks   nsubj 4 NOUN  NNS monk
who     nsubj 2 PRON  WP
grew    relcl 0 VERB  VBD grow
peas    dobj  2 NOUN  NNS pea
lived   ROOT  4 VERB  VBD live
in      prep  4 ADP   IN
Brno    pobj  5 PROPN NNP Brno
.       punct 4 PUNCT .
"""
WHICH_CAUSED = """
Spain   nsubj 1 PROPN NNP Spain
raised  ROOT  1 VERB  VBD raise
taxes   dobj  1 NOUN  NNS tax
,       punct 1 PUNCT ,
which   nsubj 5 PRON  WDT
caused  relcl 2 VERB  VBD cause
riots   dobj  5 NOUN  NNS riot
.       punct 1 PUNCT .
"""
PARTICIPLE = """
Brno    nsubj 7 PROPN NNP Brno
,       punct 0 PUNCT ,
founded acl   0 VERB  VBN found
in      prep  2 ADP   IN
1243    pobj  3 NUM   CD
,       punct 0 PUNCT ,
still   advmod 7 ADV  RB
has     ROOT  7 VERB  VBZ have
walls   dobj  7 NOUN  NNS wall
.       punct 7 PUNCT .
"""
ADVERBIAL_PARTICIPLE = """
Mendel  nsubj 1 PROPN NNP Mendel
stayed  ROOT  1 VERB  VBD stay
in      prep  1 ADP   IN
Brno    pobj  2 PROPN NNP Brno
,       punct 1 PUNCT ,
growing advcl 1 VERB  VBG grow
peas    dobj  5 NOUN  NNS pea
.       punct 1 PUNCT .
"""
CHAIN = """
Juice   nsubjpass 2 PROPN NNP Juice
is      auxpass   2 AUX   VBZ be
expected ROOT     2 VERB  VBN expect
to      aux       4 PART  TO
reach   xcomp     2 VERB  VB
Jupiter dobj      4 PROPN NNP Jupiter
.       punct     2 PUNCT .
"""
LONG_CHAIN = """
Mendel  nsubj 1 PROPN NNP Mendel
began   ROOT  1 VERB  VBD begin
to      aux   3 PART  TO
try     xcomp 1 VERB  VB
to      aux   5 PART  TO
grow    xcomp 3 VERB  VB
peas    dobj  5 NOUN  NNS pea
.       punct 1 PUNCT .
"""
CHAIN_CONJUNCT = """
Juice   nsubj 1 PROPN NNP Juice
aims    ROOT  1 VERB  VBZ aim
to      aux   3 PART  TO
orbit   xcomp 1 VERB  VB
Jupiter dobj  3 PROPN NNP Jupiter
and     cc    3 CCONJ CC
map     conj  3 VERB  VB
its     poss  8 PRON  PRP$
moons   dobj  6 NOUN  NNS moon
.       punct 1 PUNCT .
"""
REPORT = """
Officials nsubj 1 NOUN NNS official
said    ROOT  1 VERB  VBD say
that    mark  4 SCONJ IN
Brno    nsubj 4 PROPN NNP Brno
has     ccomp 1 VERB  VBZ have
walls   dobj  4 NOUN  NNS wall
.       punct 1 PUNCT .
"""
OPINION = REPORT.replace("said", "believe").replace("VBD say", "VBP believe")
CONDITION = """
If      mark  2 SCONJ IN
Rome    nsubj 2 PROPN NNP Rome
falls   advcl 6 VERB  VBZ fall
,       punct 6 PUNCT ,
Spain   nsubj 6 PROPN NNP Spain
will    aux   6 AUX   MD
suffer  ROOT  6 VERB  VB
.       punct 6 PUNCT .
"""
WHEN = """
When    advmod 2 SCONJ WRB
Rome    nsubj  2 PROPN NNP Rome
fell    advcl  5 VERB  VBD fall
,       punct  5 PUNCT ,
Spain   nsubj  5 PROPN NNP Spain
suffered ROOT  5 VERB  VBD suffer
.       punct  5 PUNCT .
"""
ALTHOUGH = WHEN.replace("When    advmod 2 SCONJ WRB", "Although mark 2 SCONJ IN ")
BEFORE = WHEN.replace("When    advmod 2 SCONJ WRB", "Before  mark   2 SCONJ IN ")
EXPLETIVE = """
There   expl  1 PRON  EX
was     ROOT  1 VERB  VBD be
a       det   3 DET   DT
fire    attr  1 NOUN  NN
.       punct 1 PUNCT .
"""
FRAGMENT = """
A       det   1 DET   DT
view    ROOT  1 NOUN  NN
of      prep  1 ADP   IN
Brno    pobj  2 PROPN NNP Brno
.       punct 1 PUNCT .
"""
PLAN = """
Spain   nsubj 2 PROPN NNP Spain
will    aux   2 AUX   MD
build   ROOT  2 VERB  VB
ships   dobj  2 NOUN  NNS ship
.       punct 2 PUNCT .
"""
INTENT = """
Spain   nsubj 1 PROPN NNP Spain
plans   ROOT  1 VERB  VBZ plan
to      aux   3 PART  TO
build   xcomp 1 VERB  VB
ships   dobj  3 NOUN  NNS ship
.       punct 1 PUNCT .
"""


def found(table: str) -> list[tuple[str, str, str]]:
    """Return subject, verbs and kind of each clause."""
    return [
        (each.subject.text, " ".join(verb.text for verb in each.chain), each.kind) for each in clauses(sentence(table))
    ]


# --- which clauses --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(ACTIVE, [("Mendel", "grew", "main")], id="active"),
        pytest.param(PASSIVE, [("Peas", "grown", "main")], id="passive"),
        pytest.param(
            CONJUNCTS,
            [("Peas", "grown", "main"), ("Peas", "counted", "conj"), ("Peas", "sold", "conj")],
            id="conjuncts share the subject",
        ),
        pytest.param(
            TWO_SUBJECTS, [("Mendel", "grew", "main"), ("Darwin", "bred", "conj")], id="conjuncts with two subjects"
        ),
        pytest.param(RELATIVE, [("Mendel", "grew", "relative"), ("Mendel", "lived", "main")], id="relative clause"),
        pytest.param(RESTRICTIVE, [("Monks", "lived", "main")], id="restrictive relative clause"),
        pytest.param(WHICH_CAUSED, [("Spain", "raised", "main")], id="which, of a whole clause"),
        pytest.param(PARTICIPLE, [("Brno", "founded", "participle"), ("Brno", "has", "main")], id="participle"),
        pytest.param(
            ADVERBIAL_PARTICIPLE,
            [("Mendel", "stayed", "main"), ("Mendel", "growing", "participle")],
            id="participle beside the clause",
        ),
        pytest.param(CHAIN, [("Juice", "expected reach", "main")], id="infinitive"),
        pytest.param(LONG_CHAIN, [("Mendel", "began try grow", "main")], id="infinitives"),
        pytest.param(
            CHAIN_CONJUNCT, [("Juice", "aims orbit", "main"), ("Juice", "aims map", "main")], id="two infinitives"
        ),
        pytest.param(REPORT, [("Officials", "said", "main"), ("Brno", "has", "report")], id="report"),
        pytest.param(WHEN, [("Spain", "suffered", "main")], id="when"),
        pytest.param(ALTHOUGH, [("Rome", "fell", "adverbial"), ("Spain", "suffered", "main")], id="although"),
        pytest.param(BEFORE, [("Spain", "suffered", "main")], id="before"),
        pytest.param(CONDITION, [("Spain", "suffer", "main")], id="if"),
        pytest.param(EXPLETIVE, [], id="there"),
        pytest.param(FRAGMENT, [], id="fragment"),
    ],
)
def test_the_clauses_of_a_sentence(table: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(table) == expected


@pytest.mark.parametrize(
    ("table", "passive"),
    [(ACTIVE, [False]), (PASSIVE, [True]), (CONJUNCTS, [True] * 3), (PARTICIPLE, [True, False]), (CHAIN, [False])],
)
def test_the_voice_of_a_clause(table: str, passive: list[bool]) -> None:
    assert [each.passive for each in clauses(sentence(table))] == passive


@pytest.mark.parametrize(
    ("table", "auxiliaries"),
    [(ACTIVE, [[]]), (PASSIVE, [["were"]]), (CONJUNCTS, [["were"]] * 3), (TWO_SUBJECTS, [[], []]), (CHAIN, [["is"]])],
)
def test_conjuncts_inherit_their_auxiliary(table: str, auxiliaries: list[list[str]]) -> None:
    assert [[aux.text for aux in each.auxes] for each in clauses(sentence(table))] == auxiliaries


def test_a_report_knows_who_reports() -> None:
    attributions = [each.attribution for each in clauses(sentence(REPORT))]
    assert [each and each.text for each in attributions] == [None, "Officials"]


@pytest.mark.parametrize(
    ("table", "dependents"),
    [
        (ACTIVE, [["Mendel", "peas", "."]]),
        (CHAIN, [["Juice", "is", "to", "Jupiter", "."]]),
        (TWO_SUBJECTS, [["Mendel", "peas", "and", "bred", "."], ["Darwin", "pigeons"]]),
    ],
)
def test_what_depends_on_a_clause(table: str, dependents: list[list[str]]) -> None:
    assert [[token.text for token in each.dependents] for each in clauses(sentence(table))] == dependents


# --- how far the text stands behind it ------------------------------------------------------------------------------

NEVER = """
Mendel  nsubj 2 PROPN NNP Mendel
never   neg   2 ADV   RB
grew    ROOT  2 VERB  VBD grow
figs    dobj  2 NOUN  NNS fig
.       punct 2 PUNCT .
"""
NO_MONK = """
No      det   1 DET   DT
monk    nsubj 2 NOUN  NN
grew    ROOT  2 VERB  VBD grow
figs    dobj  2 NOUN  NNS fig
.       punct 2 PUNCT .
"""
NOT_A_MONK = """
Not  dep   2 PART RB
a    det   2 DET  DT
monk nsubj 3 NOUN NN
grew ROOT  3 VERB VBD grow
figs dobj  3 NOUN NNS fig
.    punct 3 PUNCT .
"""
SHARED_NOT = """
Mendel  nsubj 3 PROPN NNP Mendel
could   aux   3 AUX   MD
not     neg   3 PART  RB
read    ROOT  3 VERB  VB  read
notes   dobj  3 NOUN  NNS note
or      cc    3 CCONJ CC
play    conj  3 VERB  VB  play
flutes  dobj  6 NOUN  NNS flute
.       punct 3 PUNCT .
"""
NEITHER = SHARED_NOT.replace("not     neg   3 PART  RB", "neither preconj 3 CCONJ CC").replace("or  ", "nor ")
NOT_BUT = SHARED_NOT.replace("or  ", "but ").replace("VERB  VB  play", "VERB  VBD play")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(SHARED_NOT, [Modality.NEGATED, Modality.NEGATED], id="not … or"),
        pytest.param(NEITHER, [Modality.NEGATED, Modality.NEGATED], id="neither … nor"),
        pytest.param(NOT_BUT, [Modality.NEGATED, Modality.CERTAIN], id="not … but"),
        pytest.param(ACTIVE, [Modality.CERTAIN], id="said"),
        pytest.param(PLAN, [Modality.PLANNED], id="will"),
        pytest.param(INTENT, [Modality.PLANNED], id="plans to"),
        pytest.param(CHAIN, [Modality.PLANNED], id="is expected to"),
        pytest.param(NEVER, [Modality.NEGATED], id="never"),
        pytest.param(NEVER.replace("never ", "hardly").replace(" neg ", " advmod "), [Modality.NEGATED], id="hardly"),
        pytest.param(NO_MONK, [Modality.NEGATED], id="no"),
        pytest.param(NO_MONK.replace("No  ", "Few "), [Modality.NEGATED], id="few"),
        pytest.param(NO_MONK.replace("No  ", "Each"), [Modality.CERTAIN], id="each"),
        pytest.param(NOT_A_MONK, [Modality.NEGATED], id="not a"),
        pytest.param(NOT_A_MONK.replace("a    det ", "only det "), [Modality.CERTAIN], id="not only"),
        pytest.param(
            NEVER.replace("never ", "nominally ").replace(" neg ", " advmod "), [Modality.CONDITIONAL], id="nominally"
        ),
        *(
            pytest.param(PLAN.replace("will ", f"{word} "), [Modality.CONDITIONAL], id=word)
            for word in ("would", "might", "may", "should")
        ),
        pytest.param(PLAN.replace("will ", "could "), [Modality.CERTAIN], id="could, a power"),
        pytest.param(PLAN.replace("will ", "must "), [Modality.CERTAIN], id="must, a duty"),
        pytest.param(CONDITION, [Modality.CONDITIONAL], id="if"),
        pytest.param(REPORT, [Modality.CERTAIN, Modality.CERTAIN], id="say that"),
        pytest.param(OPINION, [Modality.CERTAIN, Modality.CONDITIONAL], id="believe that"),
        pytest.param(LONG_CHAIN.replace("VBD begin", "VBD have"), [Modality.CERTAIN], id="had to"),
    ],
)
def test_the_modality_of_a_clause(table: str, expected: list[Modality]) -> None:
    assert [each.modality for each in clauses(sentence(table))] == expected


OF_A_CLAUSE = """
Ore       nsubj     1 NOUN  NN
comes     ROOT      1 VERB  VBZ come
from      prep      1 ADP   IN
Lund      pobj      2 PROPN NNP
but       cc        3 CCONJ CC
half      conj      3 NOUN  NN
of        prep      5 ADP   IN
what      dobj      9 PRON  WP
mills     nsubj     9 NOUN  NNS mill
use       pcomp     6 VERB  VBP use
is        auxpass  11 AUX   VBZ be
imported  conj      1 VERB  VBN import
.         punct     1 PUNCT .
"""


@pytest.mark.parametrize(("table", "flaws"), [(OF_A_CLAUSE, ["misread", "misread"]), (SHARED_NOT, ["", ""])])
def test_what_is_told_of_a_clause_is_not_told_of_the_subject_before(table: str, flaws: list[str]) -> None:
    assert [run_together(each) for each in clauses(sentence(table))] == flaws


# --- verb groups ----------------------------------------------------------------------------------------------------

HAD_GROWN = """
Mendel  nsubj 2 PROPN NNP Mendel
had     aux   2 AUX   VBD have
grown   ROOT  2 VERB  VBN grow
peas    dobj  2 NOUN  NNS pea
.       punct 2 PUNCT .
"""
HAD_BEEN_GROWN = """
Peas    nsubjpass 3 NOUN  NNS pea
had     aux       3 AUX   VBD have
been    auxpass   3 AUX   VBN be
grown   ROOT      3 VERB  VBN grow
there   advmod    3 ADV   RB
.       punct     3 PUNCT .
"""
TOUCHED_DOWN = """
Luna    nsubj  2 PROPN NNP Luna
first   advmod 2 ADV   RB
touched ROOT   2 VERB  VBD touch
down    prt    2 ADP   RP
there   advmod 2 ADV   RB
.       punct  2 PUNCT .
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(ACTIVE, ["grew"], id="past"),
        pytest.param(PASSIVE, ["were grown"], id="passive"),
        pytest.param(CONJUNCTS, ["were grown", "were counted", "were sold"], id="conjuncts"),
        pytest.param(CHAIN, ["is expected to reach"], id="chain"),
        pytest.param(LONG_CHAIN, ["began to try to grow"], id="long chain"),
        pytest.param(PLAN, ["will build"], id="future"),
        pytest.param(INTENT, ["plans to build"], id="plan"),
        pytest.param(HAD_GROWN, ["grew"], id="past perfect alone is past"),
        pytest.param(HAD_BEEN_GROWN, ["were grown"], id="past perfect passive"),
        pytest.param(HAD_GROWN.replace("had ", "has ").replace("VBD have", "VBZ have"), ["has grown"], id="perfect"),
        pytest.param(TOUCHED_DOWN, ["first touched down"], id="particle and adverb"),
        pytest.param(ADVERBIAL_PARTICIPLE, ["stayed", "grew"], id="a participle takes the tense of its clause"),
        pytest.param(
            PARTICIPLE.replace("has ", "had ").replace("VBZ", "VBD"), ["was founded", "had"], id="bare passive"
        ),
        pytest.param(NEVER, ["grew"], id="negation is no part of it"),
    ],
)
def test_the_verb_group_of_a_clause(table: str, expected: list[str]) -> None:
    groups = [verb_group(each) for each in clauses(sentence(table))]
    assert [group and group.text for group in groups] == expected


def test_the_forms_of_a_verb_group() -> None:
    group = verb_group(next(clauses(sentence(CHAIN))))
    assert group == Verb(
        lemma="expect to reach",
        text="is expected to reach",
        base="expect",
        past="expected",
        participle="expected",
        aux=("is",),
        complement="to reach",
        tense="present",
        passive=False,
    )


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (PLAN.replace("VERB  VB", "VERB  VBD"), "will built"),
        (HAD_GROWN.replace("VBN grow", "VBZ grow"), "had grows"),
        (ACTIVE.replace("VBD grow", "VBG grow"), "a participle alone"),
    ],
)
def test_a_verb_group_that_does_not_fit_together_was_misread(table: str, reason: str) -> None:
    assert [verb_group(each) for each in clauses(sentence(table))] == [None], reason


# --- tenses that stay true ------------------------------------------------------------------------------------------


def verb(text: str, base: str, tense: str = "present", **more: object) -> Verb:
    return Verb(lemma=base, text=text, base=base, past=f"{base}ed", tense=tense, **{"participle": "", **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "plural", "expected"),
    [
        (verb("will land", "land", "future", aux=("will",), participle="land"), False, "was due to land"),
        (verb("will land", "land", "future", aux=("will",), participle="land"), True, "were due to land"),
        (
            verb("will be built", "build", "future", aux=("will", "be"), participle="built", passive=True),
            False,
            "was due to be built",
        ),
        (
            verb("will touch down", "touch", "future", aux=("will",), participle="touch", particle="down"),
            False,
            "was due to touch down",
        ),
        (
            verb("is expected to land", "expect", aux=("is",), participle="expected", complement="to land"),
            False,
            "was expected to land",
        ),
        (
            verb("are expected to land", "expect", aux=("are",), participle="expected", complement="to land"),
            True,
            "were expected to land",
        ),
        (verb("plans to land", "plan", complement="to land"), False, "planned to land"),
        (verb("planned to land", "plan", "past", complement="to land"), False, "planned to land"),
    ],
)
def test_a_plan_is_told_as_the_plan_it_was(given: Verb, plural: bool, expected: str) -> None:
    told = planned(given, plural=plural)
    assert (told.text, told.tense) == (expected, "past")


@pytest.mark.parametrize(
    ("given", "plural", "expected"),
    [
        (verb("is", "be"), False, "was"),
        (verb("are", "be"), True, "were"),
        (verb("is building", "build", aux=("is",), participle="building"), False, "was building"),
        (verb("has built", "build", aux=("has",), participle="built"), False, "had built"),
        (verb("have built", "build", aux=("have",), participle="built"), True, "had built"),
        (verb("carries", "carry"), False, "carried"),
        (verb("carries out", "carry", particle="out"), False, "carried out"),
        (verb("usually carries", "carry", adverbs=("usually",)), False, "usually carried"),
        (verb("built", "build", "past"), False, "built"),
    ],
)
def test_a_passing_state_is_told_as_it_was(given: Verb, plural: bool, expected: str) -> None:
    assert anchored(given, plural=plural).text == expected
