"""Ranges, comments, sizes and verbs that the parser hung on the wrong word."""

import pytest
from docs_of import pipeline

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model
HANDS = (
    "As the left hand nears the copper ring the note rises, "
    "and as the right hand approaches the loop the sound grows softer."
)


def heads(text: str) -> dict[str, tuple[str, str]]:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    return {t.text: (t.dep_, t.head.text) for t in doc}


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("The tide rose 3 to 5 metres along the shore.", "3", ("quantmod", "5")),
        ("Dogs were kept in the Near East thousands of years ago.", "East", ("pobj", "in")),
        ("Dogs were kept in the Near East thousands of years ago.", "thousands", ("npadvmod", "ago")),
        ("Lorries wait in queues up to 12 kilometres long.", "long", ("amod", "queues")),
        ("The queen appointed Otto Rask chancellor in 1803.", "Rask", ("dobj", "appointed")),
        ("The queen appointed Otto Rask chancellor in 1803.", "chancellor", ("oprd", "appointed")),
        ("Dry winds called harmattan occur.", "occur", ("ROOT", "occur")),
        ("In England Henry Willis and Sons still tunes organs.", "Willis", ("nsubj", "tunes")),
        ("Six teams built 25 cones, the tallest of them, at Holm, reaching 33 metres.", "reaching", ("acl", "tallest")),
        ("At Ezinge Albert van Giffen mapped three farms.", "Ezinge", ("pobj", "At")),
        ("He chose a southern route through El Paso and Fort Yuma.", "through", ("prep", "route")),
        ("New Zealand granted the Whanganui River personhood in 2017.", "River", ("dative", "granted")),
        ("A wasp is drawn by scent to a fig at the right stage.", "to", ("prep", "drawn")),
        ("On 4 May 1871, Ida Holm received patent No. 18,177.", "18,177", ("nummod", "No")),
        ("The melt is skimmed, and at around 1,100 °C flows over a lip on to the bath.", "1,100", ("nummod", "°C")),
        ("People have long spread potatoes on the ground on cold nights.", "spread", ("ROOT", "spread")),
        ("Dry winds called harmattan occur.", "winds", ("nsubj", "occur")),
        ("By 1300 they ruled the largest realm West Africa had yet seen.", "seen", ("relcl", "realm")),
        ("By 1300 they ruled the largest realm West Africa had yet seen.", "Africa", ("nsubj", "seen")),
        ("Rains passing over Bavaria on Monday lifted Lake Constance by 2 metres.", "Rains", ("nsubj", "lifted")),
        ("The upper cliffs consist of basalt, poured out as lava 182 million years ago.", "poured", ("acl", "basalt")),
        ("The town has a museum and the Church of Saint Olaf, finished in 1893.", "finished", ("acl", "Church")),
        ("Goats, brought ashore in the 1890s, now live wild and eat seedlings.", "brought", ("acl", "Goats")),
        ("From 1510 until 1640 Varda belonged to Spain.", "1640", ("pobj", "until")),
        ("About 1870 Ida Holm, working in Bergen, measured the depth.", "1870", ("npadvmod", "measured")),
        (HANDS, "nears", ("advcl", "rises")),
        (HANDS, "grows", ("conj", "rises")),
        ("Out of the sea, the gills lose their shape and stick together.", "stick", ("conj", "lose")),
    ],
)
def test_a_word_is_back_in_its_place(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Fares rose from 20 to 110 euros within a month.", "20", ("pobj", "from")),
        ("The king called parliament in 1640.", "called", ("ROOT", "called")),
        ("In London Bridge station trains stop every minute.", "station", ("pobj", "In")),
        ("The ship turned, struck a rock and sank.", "struck", ("conj", "turned")),
        ("The 1948 Summer Games were held in Holm.", "1948", ("nummod", "Games")),
        ("As the crew saw the rock that the pilot feared, they prayed.", "feared", ("relcl", "rock")),
        ("The birds have long curved beaks.", "have", ("ROOT", "have")),
    ],
)
def test_what_is_right_stays(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Larvae fed on these tips grow quickly.", "grow"),
        ("Magnetite crystals suspended in lava swing freely until the lava cools.", "swing"),
        ("Two vats store hydroquinone and hydrogen peroxide in a cellar lined with lead.", "store"),
        ("The seeds carried back to the burrow feed a family of mice.", "feed"),
        ("Salt mined in the hills travels down the river on barges.", "travels"),
        ("A blade kept in boiled water under a film of oil stays bright.", "stays"),
        ("Pears picked in this way and held in cold storage can remain crisp for months.", "remain"),
        ("The troops raced across the plain and took the town.", "raced"),
        ("The soldiers marched to the river that feeds the lake.", "marched"),
        ("The valley widened where the river turns.", "widened"),
    ],
)
def test_a_past_before_a_bare_verb_is_a_participle(text: str, root: str) -> None:
    assert [w for w, (dep, _) in heads(text).items() if dep == "ROOT"] == [root]
