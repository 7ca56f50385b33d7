"""What the word rules of grading rest on: spellings, plurals, trimmings, formulas, equations, look-alikes."""

import pytest

from quizgen.grading import Verdict, equations, formulas, grade, lookalikes, plurals
from quizgen.grading.cores import cores
from quizgen.grading.known import Names
from quizgen.grading.numerals import numeral, roman
from quizgen.grading.spellings import spelling
from quizgen.model import PhraseType


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour", "color"),
        ("centre", "center"),
        ("organise", "organize"),
        ("haemoglobin", "hemoglobin"),
        ("oestrogen", "estrogen"),
        ("foetus", "fetus"),
        ("coeliac", "celiac"),
        ("diarrhoea", "diarrhea"),
        ("homoeopathy", "homeopathy"),
        ("czar", "tsar"),
        ("romanoff", "romanov"),
        ("tschaikowski", "chaikowsky"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("microeconomics", "macroeconomics"), ("volcanoes", "volcanos"), ("for", "four"), ("rise", "rize"), ("off", "ov")],
)
def test_spellings_of_two_words(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nucleus", "nuclei"),
        ("wife", "wives"),
        ("foot", "feet"),
        ("alga", "algae"),
        ("matrix", "matrices"),
        ("policeman", "policemen"),
    ],
)
def test_irregular_plurals(one: str, other: str) -> None:
    assert plurals.irregular(one, other) and plurals.irregular(other, one)


@pytest.mark.parametrize(("one", "other"), [("us", "i"), ("mars", "mar"), ("atlas", "atla"), ("bus", "bi"), ("", "")])
def test_no_irregular_plurals(one: str, other: str) -> None:
    assert not plurals.irregular(one, other)


@pytest.mark.parametrize(("one", "other"), [("city", "cities"), ("box", "boxes"), ("gas", "gases"), ("ion", "ions")])
def test_regular_plurals(one: str, other: str) -> None:
    assert plurals.regular(one, other)


@pytest.mark.parametrize(("one", "other"), [("new", "news"), ("as", "ass"), ("cat", "cart"), ("city", "citties")])
def test_no_regular_plurals(one: str, other: str) -> None:
    assert not plurals.regular(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("eclipse", "ellipse"), ("nucleotides", "nucleosides"), ("resolving", "revolving"), ("evolution", "revolution")],
)
def test_words_that_look_alike(one: str, other: str) -> None:
    assert lookalikes.another(one, other) and lookalikes.another(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("eclipse", "eclipse"), ("eclipse", "eclipses"), ("eclipse", "eclispe"), ("chlorophyll", "chlorophyl"), ("", "x")],
)
def test_words_that_are_one(one: str, other: str) -> None:
    assert not lookalikes.another(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("SO4^2-", "SO42-"), ("SO₄²⁻", "SO4 2-"), ("Ca2+", "Ca²⁺"), ("Ca+2", "Ca2+"), ("OH-", "OH⁻")]
)
def test_one_ion_in_many_notations(one: str, other: str) -> None:
    assert formulas.same_ion(one, other) and not formulas.differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("CO", "Co"), ("Na", "Na+"), ("NO3-", "NO2-"), ("H2O", "H2O2"), ("O2", "O3")]
)
def test_two_formulas(one: str, other: str) -> None:
    assert formulas.differ(one, other) and not formulas.same_ion(one, other)


@pytest.mark.parametrize("text", ["Paris", "A", "co", "", "SO4-2-2", "Xq"])
def test_no_formula(text: str) -> None:
    assert not formulas.readings(text)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("F=m*a", "F = ma"),
        ("ma = F", "F = ma"),
        ("m × a", "F = ma"),
        ("e=mc^2", "E = mc²"),
        ("y=2*x+1", "y = 2x + 1"),
        ("(a+b)^2", "(a + b)²"),
        ("5 < x", "x > 5"),
        ("x >= 5", "x ≥ 5"),
    ],
)
def test_equations(given: str, expected: str) -> None:
    assert equations.grade(given, expected) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("given", "expected"),
    [("V = I/R", "V = IR"), ("y = 2x - 1", "y = 2x + 1"), ("m/a", "F = ma"), ("F", "F = ma"), ("x < 5", "x > 5")],
)
def test_other_equations(given: str, expected: str) -> None:
    assert equations.grade(given, expected) is not Verdict.RIGHT


@pytest.mark.parametrize("text", ["Paris", "km/h", "F-16", "C++", "24/7", "A+", "", "=", "x ="])
def test_no_equation(text: str) -> None:
    assert equations.grade("F = ma", text) is None


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("because of the rain", "the rain"),
        ("by means of light", "light"),
        ("the River Thames", "Thames"),
        ("the city of Rome", "Rome"),
        ("Falkland Islands", "Falklands"),
        ("France's capital", "capital of France"),
        ("Treaty of Paris", "Paris Treaty"),
        ("south-west", "SW"),
        ("it shrinks", "shrinks"),
        ("making glass", "make glass"),
        ("running water", "run water"),
        ("AT&T", "AT T"),
        ("brass (copper and zinc)", "brass"),
    ],
)
def test_trimmings(text: str, core: str) -> None:
    assert core in [found.text for found in cores(text, expected=True)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("due to the rain", "despite the rain"),
        ("to the north", "from the north"),
        ("Mississippi River", "Mississippi"),
        ("District", "Lake District"),
        ("Washington University", "University of Washington"),
        ("Berlin (not Rome)", "Rome"),
    ],
)
def test_trimmings_that_matter(given: str, expected: str) -> None:
    assert grade(given, expected) is not Verdict.RIGHT


@pytest.mark.parametrize("value", [1, 4, 9, 14, 40, 90, 400, 1999, 3999])
def test_numerals_are_read_as_they_are_written(value: int) -> None:
    assert roman(numeral(value)) == value


def test_names_of_one_thing() -> None:
    names = Names([("NHA", "Northern Harbour Authority"), ("Sea of Crises", "Mare Crisium"), ("Same", "same")])
    assert names.of("the northern harbour authority") == ("NHA",)
    assert names.of("nha") == ("Northern Harbour Authority",)
    assert names.of("same") == names.of("other") == ()


@pytest.mark.parametrize(
    ("given", "expected", "verdict"),
    [
        ("John Kennedy", "John F. Kennedy", Verdict.RIGHT),
        ("J. S. Bach", "Johann Sebastian Bach", Verdict.RIGHT),
        ("King Louis XVI", "Louis XVI", Verdict.RIGHT),
        ("T. rex", "Tyrannosaurus rex", Verdict.RIGHT),
        ("Zedong Mao", "Mao Zedong", Verdict.RIGHT),
        ("George Bush", "George H. W. Bush", Verdict.CLOSE),
        ("John Adams", "John Quincy Adams", Verdict.CLOSE),
        ("John Quincy Adams", "John Adams", Verdict.CLOSE),
        ("Queen Charles III", "King Charles III", Verdict.WRONG),
        ("Edward Island", "Prince Edward Island", Verdict.CLOSE),
        ("Steven Spender", "Stephen Spielberg", Verdict.WRONG),
    ],
)
def test_names_of_unknown_type(given: str, expected: str, verdict: Verdict) -> None:
    assert grade(given, expected) is verdict


@pytest.mark.parametrize("given", ["a " * 20_000, "(" * 20_000, "1," * 10_000, "x=" * 10_000, "A" * 20_000])
def test_an_essay_is_no_answer(given: str) -> None:
    assert grade(given, "Oslo") is grade("Oslo", given) is Verdict.WRONG
    assert grade(given, given) is Verdict.RIGHT


def test_a_known_rival_takes_initials_away() -> None:
    assert grade("J. Adams", "John Adams", type=PhraseType.PERSON, others=["Jane Adams"]) is Verdict.CLOSE
    assert grade("J. Adams", "John Adams", others=["Jane Adams"]) is Verdict.CLOSE
    assert grade("J. Adams", "John Adams") is Verdict.RIGHT
