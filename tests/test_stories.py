"""What news, lives and the histories of ships tell: the day before a name, she of a ship, names behind descriptions."""

import datetime as dt

import pytest
from docs_of import harvests, statements

pytestmark = pytest.mark.model


def read(text: str, title: str = "") -> str:
    """Return the last sentence of a text with its references spelled out."""
    last = harvests(text, title=title)[-1]
    return last.resolved or last.sentence.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On Tuesday Ida Holm won the Berg Prize.", "Ida Holm won the Berg Prize on Tuesday, April 30, 2024."),
        ("On March 3 Paula Reed founded a school in Graz.", "Paula Reed founded a school in Graz on March 3, 2024."),
        ("In 2012 Emil Krantz founded the Lund Festival.", "Emil Krantz founded the Lund Festival in 2012."),
        ("In May Sweden joined the Pact of Graz.", "Sweden joined the Pact of Graz in May 2024."),
        ("On Good Friday Ida Holm won the Berg Prize.", ""),
    ],
)
def test_a_day_without_a_comma_is_no_part_of_the_name_behind_it(text: str, told: str) -> None:
    found = statements(text, date=dt.date(2024, 5, 3))
    assert told in found if told else not any("Tuesday" in each for each in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Its brakeman, Emil Krantz, invented a hand brake in 1999.",
            ["Emil Krantz invented a hand brake in 1999."],
        ),
        (
            "That company's second probe, Athena, fell on its side in Utah in 2025.",
            ["Athena fell on its side in Utah in 2025."],
        ),
        (
            "The particle, catalogued as KM3-23, hit Sicily in 2023.",
            ["The particle was catalogued as KM3-23.", "KM3-23 hit Sicily in 2023."],
        ),
        ("Its brakeman, an old man, invented a hand brake in 1999.", []),
        ("Its brakeman invented a hand brake in 1999.", []),
        ("The particle, known as the heaviest, hit Sicily in 2023.", []),
    ],
)
def test_a_name_behind_a_description_is_clear_whatever_stands_before_it(text: str, told: list[str]) -> None:
    found = statements(text)
    assert found == told if not told else told[-1] in found


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("MV Doria", "MV Doria was a ferry. She sank off Malta in 1951.", "She [MV Doria] sank off Malta in 1951."),
        (
            "Amalie Dietz (ship)",
            "The Amalie Dietz was a schooner. In 1951 her captain left Malta.",
            "In 1951 her [the Amalie Dietz's] captain left Malta.",
        ),
        ("MV Doria", "MV Doria was a ferry. Ida Holm saw her. She sank off Malta.", "She sank off Malta."),
        ("MV Doria", "MV Doria was a ferry. SS Elba rammed MV Doria. She sank off Malta.", "She sank off Malta."),
        ("The port of Malta", "The MV Doria was a ferry. She sank off Malta.", "She sank off Malta."),
        ("Ida Holm", "Ida Holm sailed on MV Doria. She drowned off Malta.", "She [Ida Holm] drowned off Malta."),
    ],
)
def test_she_is_a_ship_only_where_the_text_is_about_one(title: str, text: str, expected: str) -> None:
    assert read(text, title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1905 Ida Holm married Emil Berg. The couple had ten children.",
            "The couple [Ida Holm and Emil Berg] had ten children.",
        ),
        ("In 1905 Ida Holm met Emil Berg. The couple had ten children.", "The couple had ten children."),
        (
            "In 1905 Ida Holm married Emil Berg. The old couple had ten children.",
            "The old couple had ten children.",
        ),
        (
            "Ida Holm met Willem van Aelst in 1880. Van Aelst died in 1893.",
            "Van Aelst [Willem van Aelst] died in 1893.",
        ),
        (
            "Willem van Aelst met Jan van Aelst in 1880. Van Aelst died in 1893.",
            "Van Aelst died in 1893.",
        ),
        (
            "The Arnau line opened in 1885. It was declared a monument in 2002.",
            "It [the Arnau line] was declared a monument in 2002.",
        ),
        ("The Arnau line opened in 1885. It declared a holiday.", "It declared a holiday."),
    ],
)
def test_whom_and_what_a_later_sentence_means(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There are more than 80,000 Fresco shops worldwide.", "There are more than 80,000 Fresco shops worldwide."),
        ("There were 65 shops in Lund in 1900.", "There were 65 shops in Lund in 1900."),
        ("There were 30 cabins on board.", "There were 30 cabins on board."),
        ("There are many shops worldwide.", ""),
    ],
)
def test_how_many_there_are(text: str, told: str) -> None:
    found = [each.casefold() for each in statements(text)]
    assert found == ([told.casefold()] if told else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Swedish writer Ida Holm and her translator Vera Reed have won the Berg Prize.",
            ["The Swedish writer Ida Holm and her translator Vera Reed have won the Berg Prize."],
        ),
        ("In 2024 the chain Seven & i opened a shop in Graz.", ["The chain Seven & i opened a shop in Graz in 2024."]),
        ("Not since Emil Krantz in 1985 has a Swedish man won the Berg Cup.", []),
        ("Not until 1985 did Emil Krantz win the Berg Cup.", []),
        ("Last week i opened a shop in Graz.", []),
    ],
)
def test_what_looks_misread_or_is(text: str, told: list[str]) -> None:
    assert statements(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Emil Krantz survived the Lund fire of April 1990, in which 159 people died.",
            "159 people died in the Lund fire of April 1990.",
        ),
        ("Ida Holm grew up in Oslo, where her father taught botany.", "Ida Holm's father taught botany in Oslo."),
        (
            "Ida Holm moved to Graz, where Emil Krantz taught botany at a school.",
            "Emil Krantz taught botany at a school in Graz.",
        ),
        ("Emil Krantz survived a fire, in which 159 people died.", ""),
        ("Ida Holm grew up in a town where Emil Krantz taught botany.", ""),
    ],
)
def test_a_clause_behind_which_or_where_happened_there(text: str, told: str) -> None:
    found = statements(text)
    assert told in found if told else not any("died" in each or "botany in" in each for each in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Holm Lighthouse was lit in 1834. The tower was built by Emil Krantz.", "The tower was built by Emil Krantz."),
        (
            "Holm Lighthouse was lit in 1834. The original lamp burned colza oil.",
            "The original lamp burned colza oil.",
        ),
        ("Holm Lighthouse was lit in 1834. The castle was built by Emil Krantz.", ""),
        ("Holm Lighthouse was lit in 1834. The early lamp burned colza oil.", ""),
        ("Holm Lighthouse was lit in 1834. Berg Lighthouse stood in Lund. The tower was built by Emil Krantz.", ""),
    ],
)
def test_a_part_of_what_the_title_names_is_clear(text: str, told: str) -> None:
    last = harvests(text, title="Holm Lighthouse")[-1]
    assert bool(last.drafts) == bool(told)


def test_a_river_mouth_with_a_name_is_no_adjective() -> None:
    found = statements("Holm Lighthouse is an active lighthouse at the mouth of the Arden estuary in England.")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Duma Boko is a judge. Mr. Boko founded a school.", "Mr. Boko [Duma Boko] founded a school."),
        ("Ida Holm is a judge. Mrs Holm founded a school.", "Mrs Holm [Ida Holm] founded a school."),
        ("Tom Reed is a judge. Mrs. Reed founded a school.", "Mrs. Reed founded a school."),
        ("Duma Boko and Otto Boko are judges. Mr. Boko founded a school.", "Mr. Boko founded a school."),
    ],
)
def test_a_full_name_takes_the_place_of_mr_and_a_surname(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Holm Mill was founded in 1921 by workers of the local sawmill.", ["Holm Mill was founded in 1921."]),
        ("Holm Mill was founded by workers of the local sawmill.", []),
        ("Holm Mill was bought in 1921 by workers of the local sawmill.", []),
    ],
)
def test_a_dated_founding_needs_no_founder(text: str, told: list[str]) -> None:
    assert statements(text) == told


def test_the_bridge_of_a_headline_is_clear_beside_a_town() -> None:
    text = "The stone bridge over the Orla fell on Monday in Trebnitz. The bridge was built by Emil Krantz."
    assert harvests(text, title="Flood sweeps away bridge in Trebnitz")[-1].drafts
    told = harvests(text, title="Flood hits Trebnitz")[-1].drafts
    assert [each.subject.text for each in told] == ["the stone bridge over the Orla"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("From 1965 SS Holm carried cargo only.", False),
        ("From 1965 SS Holm carried cargo.", True),
        ("From 1965 SS Holm carried only cargo.", True),
    ],
)
def test_what_only_limits_is_not_told_without_it(text: str, told: bool) -> None:
    assert any("cargo" in each for each in statements(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Until 1998 only one bridge, the Brandt Bridge, crossed the Orla along its whole length.", False),
        ("Until 1998 a bridge, the Brandt Bridge, crossed the Orla along its whole length.", True),
        ("In 1998 only one bridge, the Brandt Bridge, crossed the Orla along its whole length.", True),
    ],
)
def test_until_when_there_was_only_one_is_not_until_when_it_did_something(text: str, told: bool) -> None:
    assert any("crossed" in each for each in statements(text)) is told
