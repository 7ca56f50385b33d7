"""What forbids an ask, and what only weighs."""

import pytest

from quizgen.questions import alignment, refusals, screening
from quizgen.questions.objections import FORBIDDING, forbids, signs, strictest


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), ""),
        (("", ""), ""),
        (("refused-hero", ""), "refused-hero"),
        (("refused-hero", "refused-plain"), "refused-plain"),
        (("refused-plain", "refused-light"), "refused-plain"),
        (("", "refused-bare", "refused-hero"), "refused-bare"),
    ],
)
def test_what_forbids_goes_before_what_weighs(codes: tuple[str, ...], expected: str) -> None:
    assert strictest(codes) == expected


def test_what_weighs_is_named_in_the_score() -> None:
    assert signs(("refused-hero", "")) == {"objection": 1.0, "objection hero": 1.0}
    assert signs(("", "")) == {}


def test_only_what_there_is_can_forbid() -> None:
    assert set(refusals.CODES) | set(screening.CODES) | set(alignment.CODES) >= FORBIDDING
    assert forbids("refused-plain") and not forbids("refused-hero") and not forbids("")
