import pytest

from quizgen.model import Value
from quizgen.resolve import quantities


@pytest.mark.parametrize(
    ("text", "type", "number", "unit"),
    [
        ("about 40 million visitors", "number", 40e6, ""),
        ("2.2 million km", "quantity", 2.2e6, "km"),
        ("1.4 million miles", "quantity", 1.4e6, "mi"),
        ("170.1 grams", "quantity", 170.1, "g"),
        ("minus 89 degrees Celsius", "quantity", -89, "°C"),
        ("−89 °C", "quantity", -89, "°C"),
        ("-89°C", "quantity", -89, "°C"),
        ("$4.5 billion", "money", 4.5e9, "USD"),
        ("€3m", "money", 3e6, "EUR"),
        ("£20bn", "money", 20e9, "GBP"),
        ("5 million dollars", "money", 5e6, "USD"),
        ("12 percent", "percent", 12, "%"),
        ("12 per cent", "percent", 12, "%"),
        ("12%", "percent", 12, "%"),
        ("3 percentage points", "percent", 3, "pp"),
        ("six flights", "number", 6, ""),
        ("12 astronauts", "number", 12, ""),
        ("one-third", "number", pytest.approx(1 / 3, abs=1e-5), ""),
        ("two thirds of the votes", "number", pytest.approx(2 / 3, abs=1e-5), ""),
        ("half a million", "number", 5e5, ""),
        ("three-quarters", "number", 0.75, ""),
        ("2½ hours", "duration", 2.5, "hour"),
        ("1/2", "number", 0.5, ""),
        ("a dozen eggs", "number", 12, ""),
        ("twenty-one", "number", 21, ""),
        ("two hundred and five pages", "number", 205, ""),
        ("382 kilograms", "quantity", 382, "kg"),
        ("4.5-billion-year-old", "duration", 4.5e9, "year"),
        ("48 kilometers per second", "quantity", 48, "km/s"),
        ("48 km/s", "quantity", 48, "km/s"),
        ("60 miles an hour", "quantity", 60, "mi/h"),
        ("60 mph", "quantity", 60, "mi/h"),
        ("90 days", "duration", 90, "day"),
        ("about 197 days", "duration", 197, "day"),
        ("a 90-day mission", "duration", 90, "day"),
        ("two centuries", "duration", 2, "century"),
        ("1,234.5 m", "quantity", 1234.5, "m"),
        ("3 km²", "quantity", 3, "km²"),
        ("300 square miles", "quantity", 300, "mi²"),
        ("third", "ordinal", 3, ""),
        ("the third nation", "ordinal", 3, ""),
        ("21st", "ordinal", 21, ""),
        ("more than 100 people", "number", 100, ""),
    ],
)
def test_parse(text, type, number, unit):
    value = quantities.parse(text)
    assert value is not None
    assert (value.type, value.number, value.high, value.unit, value.text) == (type, number, None, unit, text)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 5 and 10 kg", 5, 10, "kg"),
        ("5–10 kg", 5, 10, "kg"),
        ("5 kg to 10 kg", 5, 10, "kg"),
        ("5 to 10 percent", 5, 10, "%"),
        ("$5–10 million", 5e6, 10e6, "USD"),
        ("two or three moons", 2, 3, ""),
    ],
)
def test_parse_ranges(text, low, high, unit):
    value = quantities.parse(text)
    assert value is not None and (value.number, value.high, value.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    ["", "often", "few", "Apollo 11", "24 November", "8 p.m.", "six months ago", "the probe", "many", "a", "."],
)
def test_parse_gives_nothing(text):
    assert quantities.parse(text) is None


@pytest.mark.parametrize(
    ("text", "approximate"),
    [("about 5 km", True), ("nearly 5 km", True), ("over 5 km", True), ("at least 5 km", True), ("5 km", False)],
)
def test_approximate(text, approximate):
    value = quantities.parse(text)
    assert value is not None and value.approximate is approximate


@pytest.mark.parametrize(
    ("text", "iso"), [("90 days", "P90D"), ("44 years", "P44Y"), ("3 hours", "PT3H"), ("5 km", "")]
)
def test_durations_have_an_iso_form(text, iso):
    value = quantities.parse(text)
    assert value is not None and value.iso == iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It brought back 382 kilograms of rock over six flights.", ["382 kilograms", "six"]),
        ("It is 184 million km from Earth and 1.1 million km from Mars.", ["184 million km", "1.1 million km"]),
        ("The mass lies between 5 and 10 kg.", ["5 and 10 kg"]),
        ("The US landed 12 astronauts from 1969 to 1972.", ["12"]),
        ("In 1976 it took 170.1 grams.", ["170.1 grams"]),
        ("It was the third nation to land.", ["third"]),
        ("Over 12 people watched.", ["Over 12"]),
        ("Only 12 people watched.", ["12"]),
        ("The 12 people watched.", ["12"]),
        ("Some 40 million people watched.", ["Some 40 million"]),
        ("Half of the crew slept.", ["Half"]),
        ("It cost $4.5 billion, about 12% more.", ["$4.5 billion", "about 12%"]),
        ("It lasted one hour.", ["one hour"]),
        ("It flew at 48 kilometers per second.", ["48 kilometers per second"]),
        ("It fell by 3.5 per cent.", ["3.5 per cent"]),
    ],
)
def test_find(text, expected):
    found = quantities.find(text)
    assert [each.text for each in found] == expected
    assert all(text[each.start : each.end] == each.text == each.value.text for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing was counted.",
        "Apollo 11 landed.",
        "The Luna 24 probe and the Chang'e-5 probe landed.",
        "It was launched on November 24.",
        "It was shown at Expo 2020.",
        "It landed in 1969.",
        "See Figure 3 and page 12.",
        "It landed at 8 p.m.",
        "One of them knew no one.",
        "It left six months ago.",
        "In the 19th century it fell.",
        "At first it fell, and second it rose.",
        "It happened in our second half of the game, in a two-party system.",
        "Version 2.1.3 is out.",
        "It flies from the COVID-19 ward.",
        "One day it fell.",
        "Someone wrote often.",
    ],
)
def test_find_gives_nothing(text):
    assert [each.text for each in quantities.find(text) if each.value.type != "ordinal"] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2.2 million km", "1.4 million miles", True),
        ("2.2 million km", "1.1 million km", False),
        ("2.2 million km", "2,200,000 kilometres", True),
        ("12 astronauts", "twelve astronauts", True),
        ("12 astronauts", "13 astronauts", False),
        ("about 197 days", "197 days", True),
        ("100 km", "62 miles", True),
        ("100 km", "80 miles", False),
        ("1 year", "12 months", True),
        ("0 °C", "32 °F", True),
        ("0 °C", "0 °F", False),
        ("5 km", "5 kg", False),
        ("5 km", "5", False),
        ("$5 million", "€5 million", False),
        ("$5 million", "5 million dollars", True),
        ("50%", "half of it", True),
        ("50%", "one-third", False),
        ("third", "3 moons", False),
        ("5–10 kg", "between 5 and 10 kg", True),
        ("5–10 kg", "5 kg", False),
        ("382 kilograms", "842 pounds", True),
        ("60 mph", "97 km/h", True),
    ],
)
def test_same(one, other, same):
    a, b = quantities.parse(one), quantities.parse(other)
    assert a is not None and b is not None
    assert quantities.same(a, b) is same and quantities.same(b, a) is same


@pytest.mark.parametrize(("iso", "same"), [("1969", True), ("1970", False)])
def test_same_compares_dates_by_their_iso_form(iso, same):
    first = Value(role="time", text="1969", type="date", iso="1969")
    assert quantities.same(first, Value(role="time", text="", type="date", iso=iso)) is same
