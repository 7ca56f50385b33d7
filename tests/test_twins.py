"""Two subjects of one verb, and verbs that were read as nouns, become what they are."""

import pytest
from docs_of import pipeline, statements

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model


def heads(text: str) -> dict[str, tuple[str, str]]:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    return {token.text: (token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Ferns, grasses and low shrubs make up the undergrowth.", "grasses", ("conj", "Ferns")),
        (
            "British settlements now extended from Canada to Florida, and British trade shifted to the sea.",
            "settlements",
            ("nsubj", "extended"),
        ),
        ("The outbreak of plague the following year ended the siege of Vienna.", "year", ("npadvmod", "ended")),
        ("Even after the repeal of the law, however, trade with Spain remained small.", "repeal", ("pobj", "after")),
        ("Northern anti-abolitionists feared the South.", "anti", ("compound", "abolitionists")),
        ("In 1931 engineers opened the bridge.", "1931", ("pobj", "In")),
        ("By 1850 close to 3,000 families lived in Sutton.", "1850", ("pobj", "By")),
    ],
)
def test_a_word_beside_the_subject_gets_its_place(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The valve opens and lets in cold water.", ["The valve lets in cold water."]),
        (
            "The vapour drops to a low pressure and cools quickly.",
            ["The vapour drops to a low pressure.", "The vapour cools quickly."],
        ),
        (
            "Magnets attract the needle, and a weak current flows through the coil.",
            ["Magnets attract the needle.", "A weak current flows through the coil."],
        ),
        (
            "Napoleon won at Ligny and Paris fell to the Allies.",
            ["Napoleon won at Ligny.", "Paris fell to the Allies."],
        ),
        (
            "Knives look for cracks, copper or steel rollers score the plate, and levers snap the glass.",
            ["Knives look for cracks.", "Copper or steel rollers score the plate.", "Levers snap the glass."],
        ),
        (
            "Enzymes called proteases and lipases break up stains.",
            ["Enzymes called proteases and lipases break up stains."],
        ),
        (
            "Rust eats iron, moss covers stone, and frost splits rock.",
            ["Rust eats iron.", "Moss covers stone.", "Frost splits rock."],
        ),
        ("Cats pass on ringworm to children.", ["Cats pass on ringworm to children."]),
        ("The youngest of six sons, Bering went to sea.", ["Bering went to sea."]),
        (
            "Water, sugar, salts and urea are forced through a membrane.",
            ["Water, sugar, salts and urea are forced through a membrane."],
        ),
        (
            "An unusual number of whales were seen in Iceland in 1901.",
            ["An unusual number of whales were seen in Iceland in 1901."],
        ),
    ],
)
def test_each_deed_has_its_own_subject(text: str, facts: list[str]) -> None:
    assert statements(text) == facts


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("The plant makes steel and pipes in Leeds.", "pipes", ("conj", "steel")),
        ("The Romans called Carthaginians Poeni.", "called", ("ROOT", "called")),
        (
            "Gold, silver and copper trade in Africa, and the slave trade, were ruled by Lisbon.",
            "ruled",
            ("ROOT", "ruled"),
        ),
        ("In 1500 villages the wells fell dry.", "1500", ("nummod", "villages")),
    ],
)
def test_what_is_read_rightly_stays(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    "text",
    [
        "Steel beams decay faster.",
        "A, B and C are towns in Wales.",
        "Nearly all of the whales bore scars left by ropes.",
        "Staff will be paid, bins emptied and schools kept open.",
        "Plans for pumping water to Leeds, for roads and for a dam caused riots.",
        "An astonishing number were taken to Brazil in 1801.",
    ],
)
def test_what_leaves_something_open_gives_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Cholera, a deadly disease, swept through the ports of Spain in the 1830s.",
            ["Cholera swept through the ports of Spain in the 1830s."],
        ),
        (
            "The Corsicans, for instance, traded with the French for muskets.",
            ["The Corsicans traded with the French for muskets."],
        ),
        (
            "A steam crane for lifting the largest guns exploded in 1884.",
            ["A steam crane for lifting the largest guns exploded in 1884."],
        ),
        ("Where the coat is torn, the zinc corrodes first.", ["The zinc corrodes first where the coat is torn."]),
        (
            "As evidence Darwin pointed to fossils of giant sloths.",
            ["Darwin pointed to fossils of giant sloths as evidence."],
        ),
        ("A nitrate is a salt: one metal ion and one group of atoms.", ["A nitrate is a salt."]),
        (
            "The Battle of Kosovo (also Kosova; Latin: Cossova) was fought in 1389.",
            ["The Battle of Kosovo was fought in 1389."],
        ),
        (
            "The river spreads out over the sands and is lost, almost wholly to the wind.",
            ["The river spreads out over the sands.", "The river is lost almost wholly to the wind."],
        ),
    ],
)
def test_a_sentence_without_a_main_verb_gets_it(text: str, facts: list[str]) -> None:
    assert statements(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Apples, pears and plums grow in the valley, but most cherries are brought from Kent.",
            ["Apples, pears and plums grow in the valley.", "Most cherries are brought from Kent."],
        ),
        (
            "Sheep from Skye were driven into the sea and made to swim to Kyle.",
            ["Sheep from Skye were driven into the sea.", "Sheep from Skye were made to swim to Kyle."],
        ),
        (
            "The blood of sharks contains about a third as much salt as sea water.",
            ["The blood of sharks contains about a third as much salt as sea water."],
        ),
    ],
)
def test_a_clause_keeps_its_own_words(text: str, facts: list[str]) -> None:
    assert statements(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "A ship often spent as much time in Bristol as at sea.",
        "Coal, timber and iron travel in special wagons, but most finished goods are packed in crates.",
        "Salt is replaced partly from food and partly by the gills.",
    ],
)
def test_half_a_comparison_or_a_list_gives_nothing(text: str) -> None:
    assert statements(text) == []
