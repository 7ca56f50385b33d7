"""Typed answers: what a fair teacher takes, calls nearly right, and refuses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.grading import Verdict, grade
from quizgen.grading.amounts import amounts
from quizgen.grading.dates import dates
from quizgen.grading.numerals import roman, spelled
from quizgen.grading.typos import distance
from quizgen.grading.units import units
from quizgen.model import PhraseType as T

# (expected, given) or (expected, given, type)
RIGHT = [
    ("Isaac Newton", "Newton", T.PERSON),
    ("Isaac Newton", "Sir Isaac Newton", T.PERSON),
    ("Isaac Newton", "Isac Newton", T.PERSON),
    ("Isaac Newton", "Issac Newton", T.PERSON),
    ("Isaac Newton", "newton, isaac"),
    ("Charles Darwin", "Charles Darwen"),
    ("Franklin D. Roosevelt", "Franklin Delano Roosevelt", T.PERSON),
    ("J. R. R. Tolkien", "JRR Tolkien"),
    ("J. K. Rowling", "J.K. Rowling"),
    ("Vincent van Gogh", "van Gogh", T.PERSON),
    ("Ludwig van Beethoven", "Beethoven", T.PERSON),
    ("Beyoncé", "Beyonce"),
    ("Zürich", "Zurich"),
    ("Zürich", "Zuerich"),
    ("Ångström", "Angstrom"),
    ("Brontë", "Bronte"),
    ("naïve", "naive"),
    ("Malmö", "Malmo"),
    ("Dvořák", "Dvorak"),
    ("Kraków", "Krakow"),
    ("Reykjavík", "Reykjavik"),
    ("the Nile", "Nile"),
    ("Nile", "River Nile"),
    ("Amazon", "the Amazon river"),
    ("Mount Everest", "Everest"),
    ("Mount Everest", "Mt. Everest"),
    ("Saint Louis", "St. Louis"),
    ("Henry VIII", "Henry the Eighth"),
    ("Henry VIII", "henry viii"),
    ("World War II", "World War 2"),
    ("World War II", "Second World War"),
    ("World War II", "WWII"),
    ("Apollo 11", "Apollo XI"),
    ("carbon-14", "carbon 14"),
    ("H2O", "H₂O"),
    ("CO2", "co2"),
    ("red blood cells", "red blood cell"),
    ("chromosome", "chromosomes"),
    ("metre", "meter"),
    ("aluminium", "aluminum"),
    ("organisation", "organization"),
    ("haemoglobin", "hemoglobin"),
    ("sulphur", "sulfur"),
    ("theatre", "theater"),
    ("oesophagus", "esophagus"),
    ("foetus", "fetus"),
    ("evaporation", "evaporaton"),
    ("condensation", "condensaton"),
    ("Johannes Gutenberg", "Johannes Guttenberg"),
    ("Copernicus", "Copernikus"),
    ("Shakespeare", "Shakespear"),
    ("Massachusetts", "Massachusets"),
    ("Connecticut", "Conneticut"),
    ("Galileo Galilei", "Galileo Galilee"),
    ("12", "a dozen", T.NUMBER),
    ("12", "twelve", T.NUMBER),
    ("1,000", "1000", T.NUMBER),
    ("1,000", "one thousand", T.NUMBER),
    ("1000", "a thousand", T.NUMBER),
    ("0.25", "1/4", T.NUMBER),
    ("0.25", "a quarter", T.NUMBER),
    ("75%", "75", T.PERCENT),
    ("75 percent", "75 per cent", T.PERCENT),
    ("3 million", "3m", T.NUMBER),
    ("465 million km", "465,000,000 km", T.QUANTITY),
    ("1.5 hours", "90 minutes", T.DURATION),
    ("1.5 hours", "an hour and a half", T.DURATION),
    ("two weeks", "14 days", T.DURATION),
    ("two weeks", "a fortnight", T.DURATION),
    ("24 hours", "one day", T.DURATION),
    ("24 hours", "a day", T.DURATION),
    ("half an hour", "30 minutes", T.DURATION),
    ("10 years", "a decade", T.DURATION),
    ("$1.5 billion", "1.5 billion dollars", T.MONEY),
    ("$1.5 billion", "$1.5bn", T.MONEY),
    ("£5", "5 pounds", T.MONEY),
    ("50 cents", "$0.50", T.MONEY),
    ("37 °C", "98.6 °F", T.QUANTITY),
    ("0 °C", "273.15 K", T.QUANTITY),
    ("300 K", "27 °C", T.QUANTITY),
    ("1 km", "1000 m", T.QUANTITY),
    ("5 mg", "5 milligrams", T.QUANTITY),
    ("10 litres", "10 L", T.QUANTITY),
    ("10 L", "10 dm³", T.QUANTITY),
    ("1 m³", "1000 litres", T.QUANTITY),
    ("3 × 10^8 m/s", "300,000 km/s", T.QUANTITY),
    ("3e8 m/s", "300000000 m/s", T.QUANTITY),
    ("120 km/h", "120 kph", T.QUANTITY),
    ("100 square miles", "100 sq mi", T.QUANTITY),
    ("6 feet", "6 ft", T.QUANTITY),
    ("6 feet 2 inches", "6'2\"", T.QUANTITY),
    ("4.2 light years", "4.2 ly", T.QUANTITY),
    ("1 AU", "150 million km", T.QUANTITY),
    ("three moons", "3", T.NUMBER),
    ("three moons", "3 moons", T.NUMBER),
    ("first", "1st", T.ORDINAL),
    ("twenty-first", "21st", T.ORDINAL),
    ("second", "2nd", T.ORDINAL),
    ("fourth orbital correction", "4th orbital correction"),
    ("20 July 1969", "July 20, 1969", T.DATE),
    ("20 July 1969", "20/7/1969", T.DATE),
    ("20 July 1969", "7/20/1969", T.DATE),
    ("20 July 1969", "20.07.1969", T.DATE),
    ("20 July 1969", "the 20th of July, 1969", T.DATE),
    ("20 July 1969", "20-Jul-69", T.DATE),
    ("20 July 1969", "20 July '69", T.DATE),
    ("20 July 1969", "1969-07-20", T.DATE),
    ("20 July 1969", "1969/07/20", T.DATE),
    ("1959", "in 1959", T.DATE),
    ("1959", "1959 AD", T.DATE),
    ("753 BC", "753 B.C.E.", T.DATE),
    ("the 1930s", "1930s", T.DATE),
    ("the 1930s", "thirties", T.DATE),
    ("17th century", "1600s", T.DATE),
    ("1939–1945", "1939 to 1945", T.DATE),
    ("November 24", "24 Nov", T.DATE),
    ("March 2020", "03/2020", T.DATE),
    ("December 7, 1941", "Dec. 7, 1941", T.DATE),
    ("July", "july", T.DATE),
    ("8 p.m.", "8 pm", T.TIME),
    ("8:30 a.m.", "8:30am", T.TIME),
    ("15:00", "3 pm", T.TIME),
    ("midnight", "12 am", T.TIME),
    ("France and Germany", "Germany and France"),
    ("France and Germany", "Germany, France"),
    ("France and Germany", "France & Germany"),
    ("copper, tin and zinc", "zinc, copper, tin"),
    ("Japan and India", "japan / india"),
    ("Romulus and Remus", "Remus & Romulus"),
    ("protons and neutrons", "neutrons, protons"),
    ("Mars", "Mars?"),
    ("Mars", "the planet Mars"),
    ("Mars", "I think it's Mars"),
    ("Mars", "The answer is Mars."),
    ("Mars", "maybe Mars"),
    ("London", "London, England"),
    ("London", "London, UK"),
    ("Houston, Texas", "Houston"),
    ("in Paris", "Paris"),
    ("Paris", "in Paris"),
    ("from Hainan island", "Hainan island"),
    ("European Space Agency", "ESA", T.ORGANISATION),
    ("Federal Bureau of Investigation", "FBI", T.ORGANISATION),
    ("Ada Lovelace", "Ada Lovelase", T.PERSON),
    ("AT&T", "AT and T"),
    ("R&B", "R & B"),
    ("O'Neill", "ONeill"),
    ("O'Neill", "O’Neill"),
    ("Wi-Fi", "wifi"),
    ("e-mail", "email"),
    ("ice cream", "icecream"),
    ("Ph.D.", "PhD"),
    ("X-ray", "x ray"),
    ("Spider-Man", "spiderman"),
    ("to reach the orbit of Mars", "reach the orbit of Mars", T.CLAUSE),
    ("because the engine failed", "the engine failed", T.CLAUSE),
    ("Alaska", "Alaska, USA"),
    ("Washington, D.C.", "Washington DC"),
    ("the Great Wall of China", "Great Wall of China"),
    ("Kepler's laws", "Keplers laws"),
    ("first law of motion", "1st law of motion"),
    ("phase 1", "phase I"),
    ("Tianwen-1", "Tianwen 1"),
    ("Tianwen-1", "tianwen1"),
]
CLOSE = [
    ("a single-celled fungus", "a fungus"),
    ("a single-celled fungus", "fungus"),
    ("a large flightless bird", "bird"),
    ("a double-stranded molecule", "a molecule"),
    ("NO", "No"),
    ("West Virginia", "Virginia"),
    ("Northern Ireland", "Ireland"),
    ("New Mexico", "Mexico"),
    ("Papua New Guinea", "Guinea"),
    ("Alexander Graham Bell", "Alexander Bell"),
    ("90 days", "three months", T.DURATION),
    ("20 July 1969", "July 1969", T.DATE),
    ("20 July 1969", "1969", T.DATE),
    ("20 July 1969", "July 20th", T.DATE),
    ("753 BC", "753", T.DATE),
    ("the 1930s", "1930", T.DATE),
    ("1939–1945", "1939", T.DATE),
    ("copper, tin and zinc", "copper and tin"),
    ("The Four Musketeers", "4"),
    ("more than half", "half"),
    ("copper, tin and zinc", "copper, tin, zinc and lead"),
    ("Houston, Texas", "Texas"),
    ("China", "the People's Republic of China", T.COUNTRY),
    ("Washington, D.C.", "Washington"),
    ("the Great Wall of China", "Great Wall"),
]
WRONG = [
    ("a single-celled fungus", "a plant"),
    ("a new-born mammal", "mammal"),
    ("a complicated chemical process", "a process"),
    ("a very complicated thing", "thing"),
    ("an inner planet", "a planet"),
    ("a unit of heredity", "a unit"),
    ("a large bird that hunts at night", "night"),
    ("a large flightless bird", "a large fish"),
    ("the single-celled Fungus", "fungus"),
    ("Charles Darwin", "Erasmus Darwin", T.PERSON),
    ("Franklin D. Roosevelt", "Theodore Roosevelt", T.PERSON),
    ("vitamin C", "Vitamin D"),
    ("Type A", "type B"),
    ("Henry VIII", "Henry VII"),
    ("Apollo 11", "Apollo 13"),
    ("Boeing 747", "Boeing 737"),
    ("carbon-14", "carbon-12"),
    ("CO2", "CO"),
    ("respiration", "perspiration"),
    ("mitosis", "meosis"),
    ("inductive", "deductive"),
    ("ellipse", "eclipse"),
    ("astronomy", "astrology"),
    ("geology", "zoology"),
    ("ethanol", "methanol"),
    ("sulfate", "sulfite"),
    ("phosphate", "phosphite"),
    ("hyperglycemia", "hypoglycemia"),
    ("endothermic reaction", "exothermic reaction"),
    ("prokaryotic cell", "eukaryotic cell"),
    ("invertebrates", "vertebrates"),
    ("North Carolina", "South Carolina"),
    ("South Korea", "North Korea"),
    ("York", "New York"),
    ("Mississippi", "Missouri"),
    ("monosaccharide", "disaccharide"),
    ("monosaccharide", "polysaccharide"),
    ("capitalism", "capitalist"),
    ("interstate", "intrastate"),
    ("immigration", "emigration"),
    ("convergent evolution", "divergent evolution"),
    ("positive", "negative"),
    ("increase", "decrease"),
    ("left ventricle", "right ventricle"),
    ("left ventricle", "left atrium"),
    ("systolic pressure", "diastolic pressure"),
    ("atomic number", "atomic mass"),
    ("75%", "57%", T.PERCENT),
    ("3 million", "3 thousand", T.NUMBER),
    ("465 million km", "465 km", T.QUANTITY),
    ("465 million km", "465 million miles", T.QUANTITY),
    ("$1.5 billion", "$1.5 million", T.MONEY),
    ("$1.5 billion", "€1.5 billion", T.MONEY),
    ("0 °C", "0 °F", T.QUANTITY),
    ("1 km", "1000 km", T.QUANTITY),
    ("1 kg", "1 g", T.QUANTITY),
    ("3 mm", "3 cm", T.QUANTITY),
    ("5 mg", "5 Mg", T.QUANTITY),
    ("299,792 km/s", "300,000 km/s", T.QUANTITY),
    ("100 square miles", "100 miles", T.QUANTITY),
    ("three moons", "two moons", T.NUMBER),
    ("first", "one", T.ORDINAL),
    ("20 July 1969", "21 July 1969", T.DATE),
    ("1959", "1958", T.DATE),
    ("the 1930s", "1940s", T.DATE),
    ("17th century", "1700s", T.DATE),
    ("November 24", "November 25", T.DATE),
    ("Tuesday", "Thursday", T.DATE),
    ("June", "July", T.DATE),
    ("spring 2020", "autumn 2020", T.DATE),
    ("8:30 a.m.", "8:30pm", T.TIME),
    ("France and Germany", "France and Spain"),
    ("protons and neutrons", "protons and electrons"),
    ("Mars", "Mars or Venus"),
    ("Mars", "Mars/Venus"),
    ("Mars", "Mars, Venus"),
    ("Mars", "not Mars"),
    ("Mars", "it isn't Mars"),
    ("Mars", "marz"),
    ("Mars", "I don't know"),
    ("Mars", "Mars and Venus"),
    ("Mars", "anything but Mars"),
    ("London", "London, Berlin"),
    ("London", "England"),
    ("Houston, Texas", "Houston, Ohio"),
    ("China", "China, Japan", T.COUNTRY),
    ("above the sea", "below the sea"),
    ("before the war", "after the war"),
    ("European Space Agency", "EPA", T.ORGANISATION),
    ("United Nations", "UN", T.ORGANISATION),
    ("deoxyribonucleic acid", "DNA"),
    ("C", "C++"),
    ("A minor", "minor"),
    ("A♯", "A"),
    ("Na+", "Na"),
    ("because the engine failed", "because the engine did not fail", T.CLAUSE),
    ("because the engine failed", "due to an engine failure", T.CLAUSE),
    ("plate tectonics", "tectonic plates"),
    ("University of Oxford", "Oxford University"),
    ("Newton's first law", "Newton's second law"),
    ("Sputnik 1", "Sputnik 2"),
    ("Sputnik 1", "Sputnik"),
    ("Tianwen-1", "Tianwen-2"),
    ("Tianwen-1", "Tianwen"),
]


def judge(case: tuple[str, ...]) -> Verdict:
    return grade(case[1], case[0], type=T(case[2]) if len(case) > 2 else T.THING)


def ids(case: object) -> str:
    return " | ".join(case[:2]) if isinstance(case, tuple) else str(case)


@pytest.mark.parametrize("case", RIGHT, ids=ids)
def test_right(case: tuple[str, ...]) -> None:
    assert judge(case) is Verdict.RIGHT


@pytest.mark.parametrize("case", CLOSE, ids=ids)
def test_close(case: tuple[str, ...]) -> None:
    assert judge(case) is Verdict.CLOSE


@pytest.mark.parametrize("case", WRONG, ids=ids)
def test_wrong(case: tuple[str, ...]) -> None:
    assert judge(case) is Verdict.WRONG


@pytest.mark.parametrize("nothing", ["", "   ", "?", "...", "-", "\u200b"])
def test_nothing_is_wrong(nothing: str) -> None:
    assert grade(nothing, "Mars") is Verdict.WRONG


def test_aliases_are_right_and_take_the_same_tolerance() -> None:
    assert grade("peking", "Beijing", ["Peking"]) is Verdict.RIGHT
    assert grade("constantinopel", "Istanbul", ["Constantinople"]) is Verdict.RIGHT
    assert grade("Ankara", "Istanbul", ["Constantinople"]) is Verdict.WRONG


@pytest.mark.parametrize(
    ("given", "expected", "others"),
    [
        ("Gobi Desert B", "Gobi Desert A", ["Gobi Desert B"]),
        ("ascomycetes", "ascomycotes", ["Ascomycetes"]),  # one letter, but it is another known answer
        ("John Quincy Adams", "John Adams", ["John Quincy Adams"]),
        ("Apollo 12", "Apollo 11", ["Apollo 12"]),
    ],
)
def test_another_known_answer_is_wrong(given: str, expected: str, others: list[str]) -> None:
    assert grade(given, expected, others=others) is Verdict.WRONG


def test_a_typo_nearer_to_another_known_answer_is_wrong() -> None:
    assert grade("Basidiomycets", "Basidiomyceta") is Verdict.RIGHT
    assert grade("Basidiomycets", "Basidiomyceta", others=["Basidiomycets."]) is Verdict.WRONG


def test_the_answer_itself_is_right_even_among_the_others() -> None:
    assert grade("Mars", "Mars", others=["Mars"]) is Verdict.RIGHT
    assert grade("mars", "Mars", others=["MARS", "Venus"]) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("others", "verdict"),
    [((), Verdict.RIGHT), (("Pierre Curie",), Verdict.CLOSE), (("Louis Pasteur",), Verdict.RIGHT)],
)
def test_a_surname_is_enough_for_a_person_unless_two_share_it(others: tuple[str, ...], verdict: Verdict) -> None:
    assert grade("Curie", "Marie Curie", type=T.PERSON, others=others) is verdict


def test_a_surname_alone_is_close_where_the_type_is_unknown() -> None:
    assert grade("Curie", "Marie Curie") is Verdict.CLOSE
    assert grade("Marie", "Marie Curie", type=T.PERSON) is Verdict.WRONG


@pytest.mark.parametrize(
    ("words", "value", "ordinal"),
    [
        ("forty two", 42, False),
        ("three hundred and forty two", 342, False),
        ("nineteen sixty nine", 1969, False),
        ("nineteen oh five", 1905, False),
        ("two million three hundred thousand and five", 2_300_005, False),
        ("a hundred", 100, False),
        ("two dozen", 24, False),
        ("twenty first", 21, True),
    ],
)
def test_number_words(words: str, value: int, ordinal: bool) -> None:
    found = spelled(words.split())
    assert found is not None
    assert (found.value, found.ordinal, found.end) == (value, ordinal, len(words.split()))


@pytest.mark.parametrize("words", ["and", "million", "moon", ""])
def test_no_number_words(words: str) -> None:
    assert spelled(words.split()) is None


def test_numbers_side_by_side_are_not_added() -> None:
    found = spelled(["five", "six"])
    assert found is not None
    assert (found.value, found.end) == (5, 1)


@pytest.mark.parametrize(
    ("numeral", "value"), [("xiv", 14), ("mcmlxxxiv", 1984), ("iiii", None), ("", None), ("moon", None)]
)
def test_roman_numerals(numeral: str, value: int | None) -> None:
    assert roman(numeral) == value


@pytest.mark.parametrize(
    "text",
    ["km", "kilometres per hour", "m/s^2", "metres per second squared", "°C", "sq km", "kWh", "light-years", "%"],
)
def test_units(text: str) -> None:
    assert units(text)


@pytest.mark.parametrize("text", ["", "astronauts", "km/h/s/d", "of", "per", "/", "blue moons"])
def test_no_units(text: str) -> None:
    assert not units(text)


@pytest.mark.parametrize("text", ["Paris", "the first", "x 5", "", "12 is 13", "$", "e5"])
def test_no_amount(text: str) -> None:
    assert not amounts(text)


@pytest.mark.parametrize("text", ["Paris", "12 astronauts", "", "32 May 2020", "the moon", "13/13/2020"])
def test_no_date(text: str) -> None:
    assert not dates(text)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("", "", 0), ("abc", "", 3), ("abc", "acb", 1), ("abc", "abd", 1), ("ca", "abc", 3), ("kitten", "sitting", 3)],
)
def test_distance(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == distance(other, one) == edits


relaxed = settings(deadline=None)  # a busy machine is no failure
answers = st.one_of(
    st.text(max_size=40),
    st.sampled_from([case[0] for case in RIGHT + CLOSE + WRONG]),
    st.from_regex(r"[-$€0-9a-zA-Z.,/'\" °^×]{0,20}", fullmatch=True),
)
plain_words = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=9), min_size=1, max_size=4).map(
    " ".join
)


@relaxed
@given(answers, answers, st.lists(answers, max_size=2), st.sampled_from(T), st.lists(answers, max_size=2))
def test_never_raises(typed: str, expected: str, accept: list[str], type: T, others: list[str]) -> None:
    assert grade(typed, expected, accept, type=type, others=others) in Verdict


@relaxed
@given(answers, st.lists(answers, max_size=2), st.sampled_from(T))
def test_an_answer_is_right_against_itself(answer: str, others: list[str], type: T) -> None:
    assert grade(answer, answer, type=type, others=others) is Verdict.RIGHT
    assert grade(f"  {answer} ", answer, type=type, others=others) is Verdict.RIGHT


@relaxed
@given(plain_words, plain_words)
def test_case_and_spaces_do_not_matter(typed: str, expected: str) -> None:
    verdict = grade(typed, expected)
    assert grade(typed.upper(), expected) is verdict
    assert grade(typed.replace(" ", "  ") + " ", expected) is verdict
    assert grade(expected.title(), expected) is Verdict.RIGHT


@relaxed
@given(st.integers(0, 10**12))
def test_a_number_is_right_in_every_notation(number: int) -> None:
    for typed in (f"{number:,}", f"{number}", f"{number:,}".replace(",", " "), f"{number}.0"):
        assert grade(typed, str(number), type=T.NUMBER) is Verdict.RIGHT
    assert grade(str(number + 1), str(number), type=T.NUMBER) is not Verdict.RIGHT


@relaxed
@given(st.dates())
def test_a_date_is_right_in_every_notation(date: object) -> None:
    iso = f"{date:%Y-%m-%d}".zfill(10)
    day, year = int(iso[8:]), int(iso[:4])
    for typed in (
        f"{day} {date:%B} {year:04}",
        f"{date:%b} {day}, {year:04}",
        f"{day}. {iso[5:7]}. {year:04}".replace(" ", ""),
    ):
        assert grade(typed, iso, type=T.DATE) is Verdict.RIGHT
    assert grade(f"{date:%B} {year:04}", iso, type=T.DATE) is Verdict.CLOSE


@relaxed
@given(st.text("0123456789.,/^×x-+e ", max_size=60))
def test_figures_of_any_shape_do_not_raise(text: str) -> None:
    assert grade(text, "12 km") in Verdict


@pytest.mark.parametrize("given", ["0e400", "1e400", "1e-400", "3 x 10^999"])
def test_monstrous_powers_do_not_raise(given: str) -> None:
    assert grade(given, "12") is Verdict.WRONG
