"""Names with hyphens are said whole."""

import pytest
from docs_of import harvests

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ida Holm ran a hotel in Weston-super-Mare in 1930.", "a hotel in Weston-super-Mare"),
        ("Ida Holm founded the Baden-Baden casino in 1824.", "the Baden-Baden casino"),
        ("Ida Holm crossed the Anglo-Scottish border in 1930.", "the Anglo-Scottish border"),
    ],
)
def test_a_name_keeps_what_stands_between_its_hyphens(text: str, phrase: str) -> None:
    told = [p.text for each in harvests(text) for draft in each.drafts for p in draft.arguments]
    assert phrase in told


def test_a_past_of_one_person_is_no_present() -> None:
    read = harvests("In 1906 Ida Holm went to Athens, where she swam without medals.")
    assert {draft.verb.base for each in read for draft in each.drafts if draft.verb} == {"go", "swim"}
