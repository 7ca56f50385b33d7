"""What a text speaks of as "the …" from the start, since its topic has one of it."""

import pytest
from docs_of import drafts, row

from quizgen.model import FactDraft

TOWN = "Bergen is a town on the coast of Norway. "
LINES = "The harbour tram of Bergen opened in 2019. "


def told(found: list[FactDraft]) -> list[str]:
    """Return the facts that only the topic explains."""
    return [row(each) for each in found if any(phrase.topical for phrase in each.arguments)]


@pytest.mark.parametrize(
    ("title", "text", "fact"),
    [
        ("Bergen", TOWN + "The port handled timber in 1902.", "event | the port | handled | timber"),
        ("Bergen", TOWN + "Sailors burnt the historic quarter in 1811.", "event | sailors | burnt | the historic"),
        ("Bergen", TOWN + "The entire waterfront burnt down in 1811.", "event | the entire waterfront | burnt down"),
        (
            "How a tunnel drill works",
            "A tunnel drill cuts through rock. The driver steers by laser.",
            "relation | the driver | steers",
        ),
        (
            "The Bergen fever",
            "The Bergen fever killed many people in 1702. Rats carried the bacterium to Holm in 1703.",
            "event | rats | carried | the bacterium",
        ),
    ],
)
def test_what_the_topic_has_one_of_is_clear_beside_the_title(title: str, text: str, fact: str) -> None:
    assert any(each.startswith(fact) for each in told(drafts(text, title=title)))


@pytest.mark.parametrize(
    ("title", "text", "noun"),
    [
        ("Ida Holm of Bergen", TOWN + "Ida Holm lived there. The port handled timber in 1902.", "the port"),  # a life
        ("Bergen", TOWN + "Oslo lies to the east. The port handled timber in 1902.", "the port"),  # of Oslo?
        ("Bergen", TOWN + "It has a port and a second port. The port handled timber in 1902.", "the port"),
        ("", TOWN + "The port handled timber in 1902.", "the port"),  # no title
        ("The Bergen tram", LINES + "Its second opening was delayed. A flood delayed the opening.", "the opening"),
        ("The Bergen fever", "The fever killed many. The driver steered by laser in 1990.", "the driver"),
    ],
)
def test_what_may_be_another_ones_is_not(title: str, text: str, noun: str) -> None:
    assert not any(noun in each for each in told(drafts(text, title=title)))


@pytest.mark.parametrize(
    ("title", "text", "fact"),
    [
        (
            "Norway",
            "Norway opened a weather station in 1921. The station sent its first report in 1922.",
            "the weather station | sent",
        ),
        (
            "Bergen",
            TOWN + "Bergen lies on a bay that opens to the north. Norse sailors reached the bay in 1060.",
            "norse sailors | reached | the bay that opens to the north",
        ),
    ],
)
def test_one_that_was_brought_in_keeps_its_description(title: str, text: str, fact: str) -> None:
    assert any(fact in each.lower() for each in told(drafts(text, title=title)))


@pytest.mark.parametrize(
    "text",
    [
        "Norway opened a weather station and a railway station in 1921. The station sent a report in 1922.",
        "Norway opened a weather station in 1921. An old station burnt. The station sent a report in 1922.",
        "Norway opened Holm Station in 1921 and a weather station. The station sent a report in 1922.",
    ],
)
def test_one_of_two_that_were_brought_in_does_not(text: str) -> None:
    assert not [each for each in drafts(text, title="Norway") if each.subject.head == "station"]


BRIDGE = "The Holm Suspension Bridge is a road bridge in Norway. "


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The two towers were built of granite in 1825.", "event | the two towers | were built"),
        ("Sailors raised the first chain in 1825.", "event | sailors | raised | the first chain"),
        ("A storm damaged the wooden deck in 1839.", "event | a storm | damaged | the wooden deck"),
    ],
)
def test_counted_parts_of_the_thing_in_the_title_are_clear(text: str, fact: str) -> None:
    assert any(each.startswith(fact) for each in told(drafts(BRIDGE + text, title="Holm Suspension Bridge")))
    assert not told(drafts(BRIDGE + text, title="The harbours of Norway"))


@pytest.mark.parametrize(
    ("title", "text", "places"),
    [
        ("Iceland", "Iceland is a cold island. Monks settled there in 790.", ["Iceland"]),
        ("Bergen", TOWN + "Merchants settled here in 1350.", ["Bergen"]),
        ("Bergen", TOWN + "Many left for Oslo. Merchants settled there in 1350.", []),
        ("The harbours of Norway", TOWN + "Merchants settled there in 1350.", []),
    ],
)
def test_there_is_the_place_that_a_text_is_about(title: str, text: str, places: list[str]) -> None:
    last = [each for each in drafts(text, title=title) if each.relation == "settled"]
    assert [q.text for each in last for q in each.qualifiers if q.role == "place"] == places
