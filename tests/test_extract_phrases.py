"""Noun phrases, times and the text of a sentence, with parses given by hand."""

import datetime as dt

import pytest
from docs_of import reading

from quizgen.extract import times
from quizgen.extract.screen import unreadable
from quizgen.model import PhraseType
from quizgen.resolve.discourse import Discourse
from quizgen.syntax import phrases
from quizgen.syntax.names import name_of, strip_article
from quizgen.syntax.reading import Reading, tidy

T = PhraseType


def text_of(table: str, head: int, **more: tuple[tuple[int, int, str], ...]) -> str:
    """Return the noun phrase around a token as a fact says it."""
    found = reading(table, **more)
    return found.text(phrases.noun_tokens(found.sent[head], found))


# --- which words belong to a phrase ---------------------------------------------------------------------------------

ASIDE = """
Mendel  nsubj 8 PROPN NNP Mendel
,       punct 0 PUNCT ,
a       det   3 DET   DT
monk    appos 0 NOUN  NN
from    prep  3 ADP   IN
Brno    pobj  4 PROPN NNP Brno
,       punct 0 PUNCT ,
also    advmod 8 ADV  RB
grew    ROOT  8 VERB  VBD grow
peas    dobj  8 NOUN  NNS pea
.       punct 8 PUNCT .
"""
WHO = """
Mendel  nsubj 6 PROPN NNP Mendel
,       punct 0 PUNCT ,
who     nsubj 3 PRON  WP
liked   relcl 0 VERB  VBD like
peas    dobj  3 NOUN  NNS pea
,       punct 0 PUNCT ,
smiled  ROOT  6 VERB  VBD smile
.       punct 6 PUNCT .
"""
BRACKETS = """
The     det   1 DET   DT
agency  nsubj 5 NOUN  NN
(       punct 3 PUNCT -LRB-
ESA     appos 1 PROPN NNP ESA
)       punct 1 PUNCT -RRB-
moved   ROOT  5 VERB  VBD move
.       punct 5 PUNCT .
"""
THAT = """
A       det   2 DET   DT
tiny    amod  2 ADJ   JJ
machine nsubj 6 NOUN  NN
that    nsubj 4 PRON  WDT
builds  relcl 2 VERB  VBZ build
proteins dobj 4 NOUN  NNS protein
stopped ROOT  6 VERB  VBD stop
.       punct 6 PUNCT .
"""
OF = """
The     det   2 DET   DT
outer   amod  2 ADJ   JJ
shell   nsubj 6 NOUN  NN
of      prep  2 ADP   IN
the     det   5 DET   DT
Earth   pobj  3 PROPN NNP Earth
broke   ROOT  6 VERB  VBD break
.       punct 6 PUNCT .
"""
INCLUDING = """
Metals  nsubj 4 NOUN  NNS metal
,       punct 0 PUNCT ,
including prep 0 VERB VBG include
gold    pobj  2 NOUN  NN
shine   ROOT  4 VERB  VBP shine
.       punct 4 PUNCT .
"""
AND = """
Tin     nsubj 3 NOUN  NN
and     cc    0 CCONJ CC
copper  conj  0 NOUN  NN
shine   ROOT  3 VERB  VBP shine
.       punct 3 PUNCT .
"""
THREE = """
They    nsubj 1 PRON  PRP they
sold    ROOT  1 VERB  VBD sell
tin     dobj  1 NOUN  NN
,       punct 2 PUNCT ,
copper  conj  2 NOUN  NN
and     cc    4 CCONJ CC
gold    conj  4 NOUN  NN
.       punct 1 PUNCT .
"""
QUOTED = """
The     det   3 DET   DT
“       punct 3 PUNCT ``
big     amod  3 ADJ   JJ
house   nsubj 5 NOUN  NN
”       punct 3 PUNCT ''
fell    ROOT  5 VERB  VBD fall
.       punct 5 PUNCT .
"""


@pytest.mark.parametrize(
    ("table", "head", "expected"),
    [
        pytest.param(ASIDE, 0, "Mendel", id="apposition"),
        pytest.param(WHO, 0, "Mendel", id="relative clause behind a comma"),
        pytest.param(BRACKETS, 1, "the agency", id="brackets"),
        pytest.param(INCLUDING, 0, "metals", id="including"),
        pytest.param(THAT, 2, "a tiny machine that builds proteins", id="restrictive clause"),
        pytest.param(OF, 2, "the outer shell of the Earth", id="of"),
        pytest.param(AND, 0, "tin and copper", id="and"),
        pytest.param(THREE, 2, "tin, copper and gold", id="list"),
        pytest.param(ASIDE, 3, "a monk from Brno", id="the apposition itself"),
    ],
)
def test_asides_stay_out_of_a_phrase(table: str, head: int, expected: str) -> None:
    assert text_of(table, head) == expected


def test_quotation_marks_keep_their_partner() -> None:
    assert text_of(QUOTED, 3) == "the “big house”"


@pytest.mark.parametrize(
    ("table", "head", "plural"),
    [(AND, 0, True), (THAT, 2, False), (THAT, 5, True), (ASIDE, 0, False), (THREE, 0, True)],
)
def test_the_number_of_a_phrase(table: str, head: int, plural: bool) -> None:
    assert phrases.is_plural(reading(table).sent[head]) is plural


@pytest.mark.parametrize("word", ["one", "some", "others", "both", "several", "thing", "fact", "way"])
def test_a_word_that_says_nothing_alone(word: str) -> None:
    found = reading(AND.replace("Tin ", f"{word} "))
    assert not phrases.is_clear(found.sent[0], found)


# --- what a phrase denotes ------------------------------------------------------------------------------------------

FOUND = """
They    nsubj 1 PRON  PRP they
found   ROOT  1 VERB  VBD find
{object}
.       punct 1 PUNCT .
"""


@pytest.mark.parametrize(
    ("rows", "ents", "type", "proper"),
    [
        ("Peru dobj 1 PROPN NNP Peru", (), T.COUNTRY, True),
        ("Neptune dobj 1 PROPN NNP Neptune", (), T.CELESTIAL, True),
        ("Ada compound 3 PROPN NNP Ada\nByron dobj 1 PROPN NNP Byron", ((2, 4, "PERSON"),), T.PERSON, True),
        ("Brno dobj 1 PROPN NNP Brno", ((2, 3, "GPE"),), T.PLACE, True),
        ("a det 3 DET DT\nnovelist dobj 1 NOUN NN", (), T.PERSON, False),
        ("a det 3 DET DT\nvillage dobj 1 NOUN NN", (), T.PLACE, False),
        ("gold dobj 1 NOUN NN", (), T.THING, False),
        ("twelve nummod 3 NUM CD\nships dobj 1 NOUN NNS ship", (), T.NUMBER, False),
        ("40 nummod 3 NUM CD\nkilograms dobj 1 NOUN NNS kilogram", (), T.QUANTITY, False),
        ("Hainan compound 3 PROPN NNP Hainan\nisland dobj 1 NOUN NN", ((2, 3, "GPE"),), T.PLACE, True),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_what_a_phrase_denotes(
    rows: str, ents: tuple[tuple[int, int, str], ...], type: PhraseType, proper: bool
) -> None:
    found = reading(FOUND.format(object=rows), ents=ents)
    discourse = Discourse()
    discourse.observe([found.sent.doc])
    head = next(token for token in found.sent if token.dep_ == "dobj")
    phrase = phrases.phrase(head, found, discourse, role="object")
    assert phrase is not None
    assert (phrase.type, phrase.proper) == (type, proper)
    assert phrase.text == " ".join(row.split()[0] for row in rows.splitlines())
    assert found.sent.text[phrase.start : phrase.end] == phrase.text


def test_a_name_with_its_class_gives_the_noun_to_ask_with() -> None:
    found = reading(FOUND.format(object="Hainan compound 3 PROPN NNP Hainan\nisland dobj 1 NOUN NN"))
    phrase = phrases.phrase(found.sent[3], found, Discourse(), role="object")
    assert phrase is not None
    assert phrase.noun == "island"


def test_offsets_count_from_the_document() -> None:
    found = reading(OF)
    moved = Reading(sent=found.sent, offset=1000)
    phrase = phrases.phrase(found.sent[2], moved, Discourse(), role="subject", prep="in")
    assert phrase is not None
    assert (phrase.start, phrase.end) == (1000, 1000 + len("The outer shell of the Earth"))
    assert (phrase.text, phrase.head, phrase.prep, phrase.role) == (
        "the outer shell of the Earth",
        "shell",
        "in",
        "subject",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Danube", "Danube"),
        ("The Danube", "Danube"),
        ("an Etruscan", "Etruscan"),
        ("China's Mars", "Mars"),
        ("Peru’s", "Peru"),
        ("Theodore", "Theodore"),
        ("Anders", "Anders"),
        ("", ""),
    ],
)
def test_a_name_without_its_article(text: str, name: str) -> None:
    assert strip_article(text) == name


def test_the_words_of_a_name() -> None:
    table = """
    Apollo  nsubj  2 PROPN NNP Apollo
    11      nummod 0 NUM   CD
    landed  ROOT   2 VERB  VBD land
    .       punct  2 PUNCT .
    """
    assert name_of(reading(table).sent[0]) == "Apollo 11"


# --- text -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the agency ( ESA )", "the agency (ESA)"),
        ("the agency ()", "the agency"),
        ("tin , copper , ,", "tin, copper"),
        (" – the harbour – ", "the harbour"),
        ("the “big house", "the “big house"),
        ("the big house”", "the big house"),
        ("“the big house", "the big house"),
        ("(the big house", "the big house"),
        ('the "big house', "the big house"),
        ('the "big" house', 'the "big" house'),
        ("the children's house", "the children's house"),
        ("the workers' house", "the workers' house"),
    ],
)
def test_text_is_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@pytest.mark.parametrize(
    ("table", "first"),
    [
        (OF, "the"),
        (AND, "tin"),
        (ASIDE, "Mendel"),
        (AND.replace("Tin ", "DNA "), "DNA"),
        (AND.replace("Tin     nsubj 3 NOUN  NN", "I nsubj 3 PRON PRP"), "I"),
    ],
)
def test_the_capital_of_a_first_word_stays_only_with_names(table: str, first: str) -> None:
    found = reading(table)
    assert found.text(found.sent[:1]) == first


def test_references_are_said_in_their_place() -> None:
    found = reading(THREE)
    found.replace = {0: "the Romans"}
    assert found.text(found.sent) == "the Romans sold tin, copper and gold."
    assert found.changed(found.sent)
    assert not found.changed(found.sent[1:])


def test_the_first_unresolved_word_is_told() -> None:
    found = reading(THREE)
    found.unresolved = {0: "unresolved-pronoun"}
    assert found.first_unresolved(found.sent) == "unresolved-pronoun"
    assert found.first_unresolved(found.sent[1:]) == ""


# --- times ----------------------------------------------------------------------------------------------------------

IN_YEAR = """
Mendel  nsubj 1 PROPN NNP Mendel
died    ROOT  1 VERB  VBD die
in      prep  1 ADP   IN
Brno    pobj  2 PROPN NNP Brno
in      prep  1 ADP   IN
1884    pobj  4 NUM   CD
.       punct 1 PUNCT .
"""
LAST_YEAR = """
Peru    nsubj 1 PROPN NNP Peru
voted   ROOT  1 VERB  VBD vote
last    amod  3 ADJ   JJ
year    npadvmod 1 NOUN NN
.       punct 1 PUNCT .
"""
FIRE_OF = """
The     det   1 DET   DT
fire    nsubj 4 NOUN  NN
of      prep  1 ADP   IN
1666    pobj  2 NUM   CD
spread  ROOT  4 VERB  VBD spread
.       punct 4 PUNCT .
"""


def placed(table: str) -> list[tuple[str, str, int]]:
    """Return text, preposition and verb of each time in a sentence."""
    found = reading(table)
    return [(found.sent[t.start : t.end].text, t.prep, t.head) for t in times.locate(found)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(IN_YEAR, [("1884", "in", 1)], id="in a year"),
        pytest.param(LAST_YEAR, [("last year", "", 1)], id="last year"),
        pytest.param(FIRE_OF, [("1666", "", -1)], id="of a year"),
        pytest.param(THREE, [], id="no time"),
    ],
)
def test_a_time_belongs_to_a_verb_or_to_a_noun(table: str, expected: list[tuple[str, str, int]]) -> None:
    assert placed(table) == expected


def test_a_time_of_the_verb_is_no_part_of_a_phrase_and_one_of_the_noun_is() -> None:
    found = reading(FIRE_OF)
    found.times = times.locate(found)
    assert found.text(phrases.noun_tokens(found.sent[1], found)) == "the fire of 1666"


@pytest.mark.parametrize(
    ("table", "reference", "expected"),
    [
        pytest.param(IN_YEAR, None, ("in", "1884", "1884", False), id="a year"),
        pytest.param(LAST_YEAR, dt.date(2021, 3, 10), ("in", "2020", "2020", True), id="last year"),
        pytest.param(LAST_YEAR, None, None, id="last year of an undated text"),
    ],
)
def test_a_time_is_said_so_that_it_stays_true(
    table: str, reference: dt.date | None, expected: tuple[str, str, str, bool] | None
) -> None:
    found = reading(table)
    (time,) = times.locate(found)
    phrase = times.phrase(time, found, reference, future=False)
    if expected is None:
        assert phrase is None
    else:
        assert phrase is not None
        value = phrase.values[0]
        assert (phrase.prep, phrase.text, value.iso, phrase.resolved) == expected
        assert phrase.role == value.role == "time"


# --- sentences that are not read ------------------------------------------------------------------------------------


def plain(text: str) -> Reading:
    """Return a sentence of words that all hang on the first one."""
    words = text.split()
    rows = [f"{word} {'ROOT' if not n else 'dep'} 0 X XX" for n, word in enumerate(words)]
    return reading("\n".join(rows))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mendel grew peas in Brno .", ""),
        ("Mendel grew peas in Brno ;", ""),
        ("Did Mendel grow peas ?", "question"),
        ("Did Mendel grow peas ? ”", "question"),
        ("Read more .", "too-short"),
        ("Peas .", "too-short"),
        (" ".join(["peas"] * 61) + " .", "too-long"),
        (" ".join(["peas"] * 60) + " .", ""),
        ("A short history of peas", "heading"),
        ("Fuel | Burning wood gives off smoke .", "heading"),
        ("What we know so far :", "heading"),
        ("We grew our peas in Brno .", "first-person"),
        ("The monk gave us peas today .", ""),
        ("“ Peas grow well in Brno . ”", "quotation"),
        ("“ Peas ” are what Mendel grew .", ""),
    ],
)
def test_what_is_not_read_at_all(text: str, code: str) -> None:
    assert unreadable(plain(text).sent) == code
