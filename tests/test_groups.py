"""Groups whose members follow a colon, and colons behind which stands something else."""

import pytest
from docs_of import drafts

pytestmark = pytest.mark.model


def members(text: str) -> list[tuple[str, str]]:
    return [(d.subject.text, d.object.text) for d in drafts(text) if d.extractor == "members" and d.object is not None]


@pytest.mark.parametrize(
    ("text", "group", "listed"),
    [
        (
            "Glass is made in three steps: melting, shaping and cooling.",
            "the three steps in which glass is made",
            "melting, shaping and cooling",
        ),
        (
            "Economists distinguish three sources of inflation: demand, costs and expectations.",
            "the three sources of inflation that economists distinguish",
            "demand, costs and expectations",
        ),
        (
            "A cut kidney shows two regions: the cortex and the medulla.",
            "the two regions that a cut kidney shows",
            "the cortex and the medulla",
        ),
    ],
)
def test_the_members_behind_a_colon_are_read(text: str, group: str, listed: str) -> None:
    assert members(text) == [(group, listed)]


@pytest.mark.parametrize(
    "text",
    [
        "In 1980 the firm opened two plants: Selby and Corby.",
        "Later the team found two tombs: a shaft and a pit.",
        "The North could offer two things: schools and the vote.",
        "The tube does not show two regions: the cortex and the medulla.",
        "They named three sons: Karl, Otto and Max.",
        "A star's life is a competition between two forces: gravity and pressure.",
    ],
)
def test_what_holds_only_at_a_time_or_is_denied_gives_no_members(text: str) -> None:
    assert members(text) == []
