"""What a verb puts something into, treats it with or takes it for: asked with its preposition, wherever that stands."""

import pytest
from docs_of import asked, drafts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The potter sprinkles the wet plate with sand.", "What does the potter sprinkle the wet plate with? => sand"),
        ("Molten bronze is poured into a clay mould.", "What is molten bronze poured into? => a clay mould"),
        ("The harbour owes its name to a lighthouse.", "What does the harbour owe its name to? => a lighthouse"),
        ("Doctors regard the plant as a remedy.", "What do doctors regard the plant as? => a remedy"),
        ("The fibres are obtained from nettles.", "What are the fibres obtained from? => nettles"),
        ("The cloth is cut by women into narrow strips.", "Into what is the cloth cut by women? => narrow strips"),
        ("The shells are ground in winter into a paste.", "Into what are the shells ground in winter? => a paste"),
        ("The grain is stored in the loft as seed corn.", "What is the grain stored in the loft as? => seed corn"),
    ],
)
def test_what_completes_a_verb_is_asked(sentence: str, expected: str) -> None:
    assert f"bound: {expected}" in asked(drafts(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "In dry seasons the hay is stored.",
        "In tempera the colours are placed.",
        "The carpenter walked with a stick.",
        "The gate shines with dew.",
    ],
)
def test_a_circumstance_completes_no_verb(sentence: str) -> None:
    assert not any(each.startswith("bound: ") for each in asked(drafts(sentence)))
