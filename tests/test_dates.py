import datetime as dt

import pytest

from quizgen.resolve import dates

FRIDAY = dt.date(2021, 2, 5)


def found(text):
    return [(each.text, each.value.iso) for each in dates.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It left on 3 March 2019.", [("3 March 2019", "2019-03-03")]),
        ("It left on the 3rd of March, 2019.", [("the 3rd of March, 2019", "2019-03-03")]),
        ("It left on March 3, 2019, at dawn.", [("March 3, 2019", "2019-03-03")]),
        ("It left on March 3rd.", [("March 3rd", "XXXX-03-03")]),
        ("It left on Nov. 24.", [("Nov. 24", "XXXX-11-24")]),
        ("It left on Sept 5, 1977.", [("Sept 5, 1977", "1977-09-05")]),
        ("It left on Friday, February 5, 2021.", [("Friday, February 5, 2021", "2021-02-05")]),
        ("FEB. 5, 2021", [("FEB. 5, 2021", "2021-02-05")]),
        ("It was 2019-03-03 then.", [("2019-03-03", "2019-03-03")]),
        ("It was 13/04/2019 then.", [("13/04/2019", "2019-04-13")]),
        ("It was 03/04/2019 then.", [("03/04/2019", "2019")]),
        ("On 29 February 2020 it rained.", [("29 February 2020", "2020-02-29")]),
        ("On 29 February 2021 it rained.", [("29 February 2021", "")]),
        ("From March 3–5, 2019 it rained.", [("March 3–5, 2019", "2019-03-03/2019-03-05")]),
        ("It opened in January 2020.", [("January 2020", "2020-01")]),
        ("It opened in late March 2019.", [("late March 2019", "2019-03")]),
        ("It will land in May.", [("May", "XXXX-05")]),
        ("In May it will land.", [("May", "XXXX-05")]),
        ("In July NASA left.", [("July", "XXXX-07")]),
        ("In 2019, it flew.", [("2019", "2019")]),
        ("It flew in 1066.", [("1066", "1066")]),
        ("It has flown since 1959.", [("1959", "1959")]),
        ("The probe (1959) flew.", [("1959", "1959")]),
        ("Einstein (1879–1955) worked there.", [("1879–1955", "1879/1955")]),
        ("The 2019 mission failed.", [("2019", "2019")]),
        ("The 2008 elections were close.", [("2008", "2008")]),
        ("Her 1859 book sold well.", [("1859", "1859")]),
        ("It flew in 1969, 1971 and 1975.", [("1969", "1969"), ("1971", "1971"), ("1975", "1975")]),
        ("2013 was warm.", [("2013", "2013")]),
        ("Caesar died in 44 BC.", [("44 BC", "-0043")]),
        ("Pompeii fell in AD 79.", [("AD 79", "0079")]),
        ("Pompeii fell in 79 CE.", [("79 CE", "0079")]),
        ("He ruled 44–30 BC.", [("44–30 BC", "-0043/-0029")]),
        ("Around 10,000 BC the ice melted.", [("10,000 BC", "-9999")]),
        ("It began in the 1970s.", [("the 1970s", "197X")]),
        ("It began in the late 1960s.", [("the late 1960s", "196X")]),
        ("It began in the mid-1970s.", [("the mid-1970s", "197X")]),
        ("It began in the '70s.", [("the '70s", "197X")]),
        ("It began in the 19th century.", [("the 19th century", "18XX")]),
        ("It began in the early nineteenth century.", [("the early nineteenth century", "18XX")]),
        ("A fifth century BC vase.", [("fifth century BC", "-04XX")]),
        ("A 19th-century house.", [("19th-century", "18XX")]),
        ("During the 17th and 18th centuries it grew.", [("the 17th and 18th centuries", "16XX/17XX")]),
        ("It flew from 1969 to 1972.", [("1969 to 1972", "1969/1972")]),
        ("It closed between the 1960s and 1981.", [("the 1960s and 1981", "196X/1981")]),
        ("The war of 1914–18 ended.", [("1914–18", "1914/1918")]),
        ("The war of 1642–1649 ended.", [("1642–1649", "1642/1649")]),
        ("It was fought between 1914 and 1918.", [("1914 and 1918", "1914/1918")]),
        ("From May to July 2020 it rained.", [("May to July 2020", "2020-05/2020-07")]),
        ("From November to March 2020 it rained.", [("November to March 2020", "2019-11/2020-03")]),
        ("From March 3 to March 9, 2019 it rained.", [("March 3 to March 9, 2019", "2019-03-03/2019-03-09")]),
        ("It flew in spring 2020.", [("spring 2020", "2020-21")]),
        ("It flew in the summer of 1969.", [("the summer of 1969", "1969-22")]),
        ("It landed at 8 p.m. Beijing time.", [("8 p.m. Beijing time", "T20:00")]),
        ("It landed at 12:30 a.m.", [("12:30 a.m.", "T00:30")]),
        ("It landed at 20:15.", [("20:15", "T20:15")]),
        ("It landed at noon.", [("noon", "T12:00")]),
        ("It landed at ten minutes to six.", [("ten minutes to six", "T05:50")]),
        ("It landed at half past nine.", [("half past nine", "T09:30")]),
        ("It took three quarters to two of them.", []),
        ("By April 6 and 7, 1862, it was over.", [("April 6 and 7, 1862", "1862-04-06/1862-04-07")]),
        ("In the winter of 1777–1778 they froze.", [("the winter of 1777–1778", "1777-24")]),
        ("In the late 1600s it grew.", [("the late 1600s", "16XX")]),
        ("As early as 1761, it grew.", [("1761", "1761")]),
        ("It was built c. 1450.", [("c. 1450", "1450")]),
    ],
)
def test_find(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It landed last year.", "last year"),
        ("It will arrive this month.", "this month"),
        ("It will arrive next week.", "next week"),
        ("It fell on Friday night.", "Friday night"),
        ("It fell yesterday.", "yesterday"),
        ("It left six months ago.", "six months ago"),
        ("It left about 66 million years ago.", "about 66 million years ago"),
        ("It returned two years later.", "two years later"),
        ("It left earlier this year.", "earlier this year"),
        ("It left at the end of last year.", "the end of last year"),
        ("In the past few years it grew.", "the past few years"),
        ("The following year it fell.", "The following year"),
        ("It left that same day.", "that same day"),
        ("It left on November 24.", "November 24"),
        ("It left in July.", "July"),
    ],
)
def test_find_marks_what_is_relative(text, said):
    (mention,) = dates.find(text)
    assert (mention.text, mention.relative) == (said, True)
    assert text[mention.start : mention.end] == said


@pytest.mark.parametrize("text", ["It left in 2019.", "It left on 3 March 2019.", "From May to July 2020 it rained."])
def test_find_marks_what_is_absolute(text):
    assert [mention.relative for mention in dates.find(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing happened.",
        "About 1500 soldiers fell.",
        "It sold 2000 copies.",
        "They marched with 1200 men.",
        "It weighs 1959 kg.",
        "It cost $2000.",
        "It reached 2,019 metres.",
        "Windows 2000 was slow.",
        "It was shown at Expo 2020.",
        "Chapter 11 begins.",
        "He may march.",
        "May the force be with you.",
        "April O'Neil laughed.",
        "The march on Washington was long.",
        "They met on Black Friday.",
        "Friday Harbor is a town.",
        "The last year of his life was hard.",
        "It was her last year.",
        "The score was 3:2.",
        "A ratio of 20:15 is high.",
        "The second part is better.",
        "Version 3.1969 is out.",
        "Boeing 747 and Apollo 11 flew.",
        "The 2000 soldiers slept.",
        "It took 90 days.",
        "In one day it fell.",
        "For the last time, no.",
    ],
)
def test_find_gives_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "approximate"), [("in c. 1450", True), ("in the late 1960s", True), ("in 1450", False)]
)
def test_approximate(text, approximate):
    assert [mention.value.approximate for mention in dates.find(text)] == [approximate]


def test_clock_times_have_a_type_of_their_own():
    assert [mention.value.type for mention in dates.find("At 8 p.m. on 3 March 2019 it fell.")] == ["time", "date"]


@pytest.mark.parametrize(
    ("text", "future", "prep", "said", "iso"),
    [
        ("last year", False, "in", "2020", "2020"),
        ("this year", False, "in", "2021", "2021"),
        ("next year", True, "in", "2022", "2022"),
        ("earlier this year", False, "in", "2021", "2021"),
        ("late last year", False, "in", "late 2020", "2020"),
        ("the end of last year", False, "at", "the end of 2020", "2020"),
        ("this month", True, "in", "February 2021", "2021-02"),
        ("last month", False, "in", "January 2021", "2021-01"),
        ("next month", True, "in", "March 2021", "2021-03"),
        ("this week", False, "in", "the week of February 1, 2021", "2021-W05"),
        ("last week", False, "in", "the week of January 25, 2021", "2021-W04"),
        ("last weekend", False, "on", "the weekend of January 30, 2021", "2021-01-30/2021-01-31"),
        ("November 24", False, "on", "November 24, 2020", "2020-11-24"),
        ("November 24", True, "on", "November 24, 2021", "2021-11-24"),
        ("24 November", False, "on", "24 November 2020", "2020-11-24"),
        ("the 24th of November", False, "on", "the 24th of November 2020", "2020-11-24"),
        ("Nov. 24", False, "on", "Nov. 24, 2020", "2020-11-24"),
        ("February 5", False, "on", "February 5, 2021", "2021-02-05"),
        ("February 29", False, "on", "February 29, 2020", "2020-02-29"),
        ("February 29", True, "on", "February 29, 2024", "2024-02-29"),
        ("Thursday, February 4", False, "on", "Thursday, February 4, 2021", "2021-02-04"),
        ("May", True, "in", "May 2021", "2021-05"),
        ("July", False, "in", "July 2020", "2020-07"),
        ("February", False, "in", "February 2021", "2021-02"),
        ("February", True, "in", "February 2021", "2021-02"),
        ("January", True, "in", "January 2022", "2022-01"),
        ("late July", False, "in", "late July 2020", "2020-07"),
        ("last May", False, "in", "May 2020", "2020-05"),
        ("last summer", False, "in", "the summer of 2020", "2020-22"),
        ("this spring", True, "in", "the spring of 2021", "2021-21"),
        ("last decade", False, "in", "the 2010s", "201X"),
        ("last century", False, "in", "the 20th century", "19XX"),
        ("Friday", False, "on", "Friday, February 5, 2021", "2021-02-05"),
        ("Thursday", False, "on", "Thursday, February 4, 2021", "2021-02-04"),
        ("Saturday", False, "on", "Saturday, January 30, 2021", "2021-01-30"),
        ("Saturday", True, "on", "Saturday, February 6, 2021", "2021-02-06"),
        ("Friday night", False, "on", "the night of Friday, February 5, 2021", "2021-02-05"),
        ("last Friday", False, "on", "Friday, January 29, 2021", "2021-01-29"),
        ("this Sunday", True, "on", "Sunday, February 7, 2021", "2021-02-07"),
        ("last night", False, "on", "the night of February 4, 2021", "2021-02-04"),
        ("this morning", False, "on", "the morning of February 5, 2021", "2021-02-05"),
        ("yesterday", False, "on", "February 4, 2021", "2021-02-04"),
        ("today", False, "on", "February 5, 2021", "2021-02-05"),
        ("now", False, "as of", "February 5, 2021", "2021-02-05"),
        ("tomorrow morning", True, "on", "the morning of February 6, 2021", "2021-02-06"),
        ("three days ago", False, "on", "February 2, 2021", "2021-02-02"),
        ("six months ago", False, "around", "August 2020", "2020-08"),
        ("two years ago", False, "around", "2019", "2019"),
        ("a decade ago", False, "around", "2011", "2011"),
    ],
)
def test_absolute_changes_what_is_relative(text, future, prep, said, iso):
    assert dates.absolute(text, FRIDAY, future=future) == dates.Absolute(prep=prep, text=said, iso=iso, changed=True)


@pytest.mark.parametrize("reference", [None, FRIDAY])
@pytest.mark.parametrize(
    ("text", "prep", "iso"),
    [
        ("1969", "in", "1969"),
        ("the 1970s", "in", "197X"),
        ("the 19th century", "in", "18XX"),
        ("the end of 1969", "at", "1969"),
        ("44 BC", "in", "-0043"),
        ("November 24, 2020", "on", "2020-11-24"),
        ("January 2020", "in", "2020-01"),
        ("the summer of 1969", "in", "1969-22"),
        ("1969 to 1972", "from", "1969/1972"),
        ("1914 and 1918", "between", "1914/1918"),
        ("1914–18", "from", "1914/1918"),
        ("May to July 2020", "from", "2020-05/2020-07"),
        ("8 p.m. Beijing time", "at", "T20:00"),
        ("66 million years ago", "", ""),
    ],
)
def test_absolute_leaves_what_lasts(text, prep, iso, reference):
    assert dates.absolute(text, reference) == dates.Absolute(prep=prep, text=text, iso=iso, changed=False)


@pytest.mark.parametrize(
    "text",
    ["last year", "this month", "November 24", "May", "Friday night", "yesterday", "now", "today", "two years ago"],
)
def test_absolute_needs_a_reference(text):
    assert dates.absolute(text, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "recently",
        "these days",
        "in recent years",
        "the past few years",
        "two years later",
        "the following year",
        "that year",
        "next Friday",
        "last winter",
        "several years ago",
        "more than a decade ago",
        "over 30 years ago",
        "Monday, February 4",
        "February 30",
        "May to July",
        "the second part",
        "in 1969",
        "1969 and more",
        "two hours ago",
        "800000 days ago",
        "99999 months ago",
    ],
)
def test_absolute_never_guesses(text):
    assert dates.absolute(text, FRIDAY) is None


@pytest.mark.parametrize(
    ("text", "reference", "said"),
    [
        ("last May", dt.date(2021, 7, 1), None),
        ("next May", dt.date(2021, 2, 5), None),
        ("next January", dt.date(2021, 2, 5), "January 2022"),
        ("last summer", dt.date(2021, 10, 5), None),
        ("last summer", dt.date(2021, 7, 5), "the summer of 2020"),
        ("last weekend", dt.date(2021, 2, 7), None),
        ("last week", dt.date(2021, 2, 7), None),
        ("three days ago", dt.date(2020, 3, 1), "February 27, 2020"),
        ("last month", dt.date(2021, 1, 31), "December 2020"),
        ("two months ago", dt.date(2021, 1, 31), "November 2020"),
    ],
)
def test_absolute_at_the_edges(text, reference, said):
    result = dates.absolute(text, reference)
    assert (result and result.text) == said
