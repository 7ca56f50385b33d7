"""Whether “What” fits a name, where the sort of it is not known."""

import pytest
from drafts import T, draft, name, passive, phrase, refusals, verb


@pytest.mark.parametrize("bearer", ["Orlen", "Zarathan", "Sankt-Orlen"])
@pytest.mark.parametrize("doing", [verb("taught", "teach"), verb("opened", "open"), verb("turned", "turn")])
def test_a_bare_name_that_may_be_a_town_or_a_person_is_no_what(bearer: str, doing: object) -> None:
    made = draft(name(bearer, type=T.PLACE), doing, phrase("its first school of weavers in the old mill", "object"))
    assert "refused-bearer" in refusals(made).values()


@pytest.mark.parametrize("bearer", ["the Orlen", "Orlen Forest", "the Cape of Orlen"])
def test_a_landform_may_be_asked_for_with_what(bearer: str) -> None:
    made = draft(name(bearer, type=T.PLACE), verb("crosses", "cross", tense="present"), name("Norland", "object"))
    assert "refused-bearer" not in refusals(made).values()


def test_what_is_done_to_a_bare_name_may_be_asked() -> None:
    made = draft(name("Orlen", type=T.PLACE), passive("flooded", "flood"), phrase("by the Marl in spring", "agent"))
    assert "refused-bearer" not in refusals(made).values()
