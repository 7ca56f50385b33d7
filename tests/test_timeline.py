"""What the dates of a story are counted from: only where the sentence before leaves one answer."""

import datetime as dt

import pytest
from docs_of import reasons, statements


def last(text: str, *, date: dt.date | None = None) -> str:
    """Return the last fact of a text."""
    return statements(text, title="Clara Hughes", date=date)[-1]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Clara Hughes founded a school in 1835. Two years later she moved to Toronto.",
            "Clara Hughes moved to Toronto in 1837.",
        ),
        (
            "In 1871 Clara Hughes founded a school. That year she met Queen Victoria.",
            "Clara Hughes met Queen Victoria in 1871.",
        ),
        (
            "In 1871 Clara Hughes founded a school. A year earlier she had met Queen Victoria.",
            "Clara Hughes met Queen Victoria in 1870.",
        ),
        (
            "Clara Hughes sold the factory on 29 April 1880. Four days later she left France.",
            "Clara Hughes left France on May 3, 1880.",
        ),
        (
            "In 1870 Clara Hughes wrote a novel. In November she left France.",
            "Clara Hughes left France in November 1870.",
        ),
        (
            "Clara Hughes wrote a novel in December 1870. In January she left France.",
            "Clara Hughes left France in January 1871.",
        ),
        (
            "Clara Hughes was elected in March 1922. She left Rome that September.",
            "Clara Hughes left Rome in September 1922.",
        ),
        (
            "In 1835 Clara Hughes married William King, who was made Earl of Ross three years later.",
            "William King was made Earl of Ross in 1838.",
        ),
        (
            "In 1870 Clara Hughes wrote a novel. The next year she founded a school. Two years later she left Rome.",
            "Clara Hughes left Rome in 1873.",
        ),
    ],
)
def test_told_by_the_sentence_before(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Clara Hughes taught from 1860 to 1865. She wrote a report that year.", id="a stretch of years"),
        pytest.param("Clara Hughes met a man who had died in 1860. She left Rome two years later.", id="of another"),
        pytest.param("In 1860 Clara Hughes was ill.\n\nShe left Rome two years later.", id="another paragraph"),
        pytest.param("In 1860 Clara Hughes left Paris. She met Ida Holm. She left Rome that year.", id="too far back"),
        pytest.param("Clara Hughes left Paris in May 1860. In March she had met Ida Holm.", id="back or on"),
        pytest.param("Clara Hughes left Paris in 1860. She saw the Nile in the past year.", id="vague"),
        pytest.param("Clara Hughes left Paris in the 1860s. She saw the Nile a year later.", id="a decade"),
    ],
)
def test_a_guess_is_no_date(text: str) -> None:
    assert reasons(text, title="Clara Hughes")[-1] == "undated"


_WALK = "The bridge was tall. The roof was red. Clara Hughes liked Rome. "


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Clara Hughes left Rome on 3 May 1870. {_WALK}On 7 August she reached Lima.",
            "Clara Hughes reached Lima on 7 August 1870.",
        ),
        (
            f"Clara Hughes left Rome on 3 May 1870. {_WALK}In June she left Bern. {_WALK}On 7 August she reached Lima.",
            "Clara Hughes reached Lima on 7 August 1870.",
        ),
    ],
)
def test_a_story_stays_in_its_year(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        f"Clara Hughes left Rome on 3 May 1870. {_WALK}On 7 April she reached Lima.",
        f"Clara Hughes left Rome in 1870. {_WALK}On 7 August she reached Lima.",
        f"Clara Hughes left Rome on 3 May 1870. {_WALK}Clara Hughes met Ada in 1871. {_WALK}On 7 August she left Lima.",
        f"Clara Hughes left Rome on 3 May 1870. {_WALK * 4}On 7 August she reached Lima.",
    ],
)
def test_another_year_may_have_come(text: str) -> None:
    assert not any("August" in each or "April" in each for each in statements(text, title="Clara Hughes"))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Clara Hughes left Rome on 24 June 1810. The following March she left Bern.",
            "Clara Hughes left Bern in March 1811.",
        ),
        ("Clara Hughes left Rome in 1873. She left Bern three years after.", "Clara Hughes left Bern in 1876."),
        ("Clara Hughes was knighted in 1874 and retired in 1889.", "Clara Hughes retired in 1889."),
    ],
)
def test_counted_on(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Clara Hughes found a stone anchor, which was dated to the eleventh century.", "in the eleventh century"),
        ("Clara Hughes rose from the field in honour of his marriage to Emma Stone.", "to Emma Stone"),
        ("Clara Hughes grew up on a farm outside Leeds, where her father built boats.", "boats in Leeds"),
        ("The statue will stay here until a gate is fitted, which is expected to take three months.", "statue was"),
    ],
)
def test_what_belongs_to_another_word(text: str, unsaid: str) -> None:
    assert not any(unsaid in each for each in statements(text, title="Clara Hughes"))


@pytest.mark.model
def test_a_season_keeps_its_article() -> None:
    text = "Clara Hughes reached Lima in the rainy winter of 1870."
    assert last(text) == "Clara Hughes reached Lima in the winter of 1870."


@pytest.mark.model
def test_what_only_links_may_be_left_out() -> None:
    assert last("Clara Hughes taught for years. A few years later she left Rome.") == "Clara Hughes left Rome."


@pytest.mark.model
def test_news_mean_their_own_year() -> None:
    text = "The school in Leeds opened in 1932. Clara Hughes left Rome on 3 May."
    assert last(text, date=dt.date(2021, 6, 1)) == "Clara Hughes left Rome on 3 May 2021."


@pytest.mark.model
def test_an_earl_has_the_name_of_a_place() -> None:
    text = "Ada Lovelace was born in London. William King became Earl of Lovelace in 1838."
    assert statements(text, title="Ada Lovelace")[-1] == "William King became Earl of Lovelace in 1838."


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Nile floods in August.", "The Nile floods in August."),
        ("Saint Lucy's Day is celebrated on 13 December.", "Saint Lucy's Day is celebrated on 13 December."),
    ],
)
def test_what_comes_round_every_year_needs_no_year(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.model
def test_once_is_not_every_year() -> None:
    assert reasons("Ida Holm left Rome in August.") == ["undated"]


@pytest.mark.model
def test_a_grade_is_nobody() -> None:
    assert last("The Menai Bridge is a Grade I listed structure.") == "The Menai Bridge is a Grade I listed structure."


@pytest.mark.model
def test_years_that_somebody_spent_are_cut_off_their_verb() -> None:
    assert reasons("Ida Holm spent 1902–03 at the Cavendish Laboratory with Otto Krantz.") == ["cut"]
