"""Whatever the text, dates and quantities point into it, do not overlap and never raise."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizgen.distractors import Pool, options
from quizgen.model import Phrase, PhraseType
from quizgen.resolve import dates, quantities

PIECES = (
    *(
        "in",
        "on",
        "from",
        "to",
        "and",
        "between",
        "about",
        "the",
        "May",
        "March",
        "Nov.",
        "Friday",
        "night",
        "last",
        "next",
    ),
    *(
        "year",
        "week",
        "spring",
        "ago",
        "three",
        "a",
        "half",
        "million",
        "1969",
        "24",
        "31",
        "0",
        "8 p.m.",
        "20:15",
        "44 BC",
    ),
    *(
        "AD",
        "1970s",
        "19th",
        "century",
        "third",
        "one-third",
        "km",
        "kg",
        "per",
        "second",
        "%",
        "$",
        "€3m",
        "−",
        "–",
        ",",
        ".",
    ),
    *("99999999999", "2.5", "1,000", "½", "of", "days", "minus", "°C", "years", "later", "Apollo", "11"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join) | st.text(max_size=40)


@given(TEXTS)
def test_mentions_lie_in_the_text_and_apart(text):
    for found in (dates.find(text), quantities.find(text)):
        assert all(text[each.start : each.end] == each.text for each in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS, st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)), st.booleans())
def test_what_is_absolute_needs_no_reference(text, reference, future):
    made = dates.absolute(text, reference, future=future)
    if made and not made.changed:
        assert dates.absolute(text, None) == made
        assert made.text == text


@given(TEXTS)
def test_a_value_is_the_same_as_itself(text):
    value = quantities.parse(text)
    assert value is None or value.number is None or quantities.same(value, value)


@given(TEXTS.filter(str.strip), st.sampled_from(sorted(PhraseType)))
def test_options_are_none_or_four_with_one_key(text, type):
    key = Phrase(text=text, start=0, end=len(text), role="object", type=type)
    found = options(key, answer=text, pool=Pool(()), also_true=(), stem="", seed="q")
    assert len(found) in (0, 4)
    assert [option.text for option in found if option.correct] == ([text] if found else [])
