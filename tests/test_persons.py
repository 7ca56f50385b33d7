"""Whom he and she mean: only where nobody else may be meant."""

import pytest
from docs_of import harvests


def read(text: str, title: str = "") -> str:
    """Return the last sentence of a text with its references spelled out."""
    last = harvests(text, title=title)[-1]
    return last.resolved or last.sentence.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Ida Holm",
            "Ida Holm was a chemist. Beno Krantz hired her in 1920. In 1925 she left Berlin.",
            "In 1925 she [Ida Holm] left Berlin.",
            id="a man is not she",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was a chemist. Vera Krantz wrote a book. She left Berlin.",
            "She [Vera Krantz] left Berlin.",
            id="another woman acts and the protagonist is away",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was a chemist. After working with Vera Krantz, she left Berlin.",
            "After working with Vera Krantz, she [Ida Holm] left Berlin.",
            id="a woman in an adjunct of the clause",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was born in Graz. Her mother ran a school. In 1925 she left Graz.",
            "In 1925 she [Ida Holm] left Graz.",
            id="a date takes up the story",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was born in Graz. Her mother ran a school. Her father sold wine.",
            "Her [Ida Holm's] father sold wine.",
            id="one relative after the other",
        ),
        pytest.param(
            "The clerk of Graz",
            "Their author, Emil Holm, was born in Graz. He studied law. He left Graz in 1925. He wrote two books. "
            "His sister kept his letters. He died in 1960.",
            "He [Emil Holm] died in 1960.",
            id="whose birth is told",
        ),
        pytest.param(
            "",
            "The economist Alfred Holm taught in Graz. He wrote two books.",
            "He [Alfred Holm] wrote two books.",
            id="without what describes him",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was a chemist. In her later work Holm studied steel.",
            "In her [Ida Holm's] later work Holm [Ida Holm] studied steel.",
            id="who follows as the subject",
        ),
        pytest.param(
            "",
            "Prime Minister Narendra Modi flew to Rome. He met two farmers.",
            "He [Prime Minister Narendra Modi] met two farmers.",
            id="an office before the name",
        ),
        pytest.param(
            "Inge Holm",
            "Inge Holm was a chemist. She studied in Graz. She taught in Berlin. She left Berlin.",
            "She [Inge Holm] left Berlin.",
            id="a name of both: the pronouns tell",
        ),
        pytest.param(
            "",
            "Emil Holm and Ida Krantz married in 1920. In 1925 the couple left Graz.",
            "In 1925 the couple [Emil Holm and Ida Krantz] left Graz.",
            id="two persons named together",
        ),
        pytest.param(
            "",
            "Humphry Holm gave a lecture. Holm won a prize. In 1925 he left Graz.",
            "In 1925 he [Humphry Holm] left Graz.",
            id="a surname",
        ),
        pytest.param(
            "HOLMO Y KRANZ, José",
            "His father, General Lorenzo Holmo, wrote books. The young José left Graz. In 1925 Holmo founded a school.",
            "In 1925 Holmo [José Holmo y Kranz] founded a school.",
            id="the title has the surname in two parts, and the father one of them",
        ),
        pytest.param(
            "",
            "Ida Holm-Kranz is a cyclist. In 1925 Holm-Kranz left Graz.",
            "In 1925 Holm-Kranz [Ida Holm-Kranz] left Graz.",
            id="a surname with a hyphen",
        ),
        pytest.param(
            "",
            "Ida Holm joined the expedition of Louis-Antoine de Krantz. In 1925 Krantz left Graz.",
            "In 1925 Krantz [Louis-Antoine de Krantz] left Graz.",
            id="a first name with a hyphen",
        ),
        pytest.param(
            "",
            "Duma Krantz won the vote. In 1925 Mr. Krantz left Graz.",
            "In 1925 Mr. Krantz [Duma Krantz] left Graz.",
            id="a civil title is not needed before a full name",
        ),
        pytest.param(
            "",
            "Emil Holm was born in Graz. In 1925 the young Holm left Graz.",
            "In 1925 the young Holm [Emil Holm] left Graz.",
            id="how old somebody was is not needed either",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm knew Willem van Krantz. Van Krantz died in 1683. In 1693 she married the painter Emil Voss.",
            "In 1693 she [Ida Holm] married the painter Emil Voss.",
            id="a surname with a small word is that of a man",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was born in Graz. Her mother ran a school. At the age of six she left Graz.",
            "At the age of six she [Ida Holm] left Graz.",
            id="an age takes up the story",
        ),
    ],
)
def test_who_is_meant(title: str, text: str, expected: str) -> None:
    assert read(text, title) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("", "Vera Krantz met Ida Holm. She left Berlin.", id="either may be meant"),
        pytest.param("Emil Holm", "Emil Holm lived in Graz. His father sold wine. He moved to Rome.", id="the father"),
        pytest.param("Emil Holm", "Emil Holm met Otto Krantz. Krantz said that he slept.", id="either may have slept"),
        pytest.param("Emil Holm", "Otto Krantz, who praised his book, moved to Rome.", id="whose book"),
        pytest.param("", "After his death Otto Krantz moved to Rome.", id="the death of another"),
        pytest.param("", "Otto Krantz moved to Rome. She slept.", id="nobody whom she can mean"),
        pytest.param("", "Ida Holm saw the bear. “Then she slept,” Holm said.", id="whom she spoke of"),
        pytest.param("", "Dinwiddie ordered him to lead a larger force.", id="not himself"),
        pytest.param("", "Emil Holm visited Graz. Rome liked the couple.", id="no couple"),
        pytest.param("", "Emil Holm and Ida Krantz met Otto Voss and Vera Lund. The couple left.", id="two couples"),
        pytest.param("Ida Holm", "The infants wept when the mother left until she came.", id="a mother"),
        pytest.param("Ida Holm", "Ida Holm ran far. The coach Vera Krantz guided her career.", id="a helper's or hers"),
        pytest.param(
            "Ida Holm",
            "Ida Holm was a painter. Emil Voss showed three of her bowls. Vera Krantz bought her vase. Later she left.",
            id="who bought or who made it",
        ),
        pytest.param("HMS Holm", "MS Holm is a ship. Vera Krantz left Graz. She was sold in 1925.", id="ship or woman"),
        pytest.param("Emil Holm", "Emil Holm lived in Graz. The ship sank. She was old.", id="a ship"),
    ],
)
def test_who_is_not_certain(title: str, text: str) -> None:
    assert "[" not in read(text, title).replace("Krantz [Otto Krantz]", "").replace("Holm [Ida Holm]", "")


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Wyoma Tylus",
            "Wyoma Tylus (born August 29, 1945, Griffin, Georgia, U.S.) is an American sprinter. She won a medal. "
            "In 1974 she moved to Hull.",
            "In 1974 she [Wyoma Tylus] moved to Hull.",
            id="a name in no list, with a birth in brackets",
        ),
        pytest.param(
            "Holm, Emil",
            "Composer and teacher (b. Graz, 3 July 1854). At eleven he left Graz. (Otto Krantz lived there.) "
            "In 1881 he moved to Hull.",
            "In 1881 he [Emil Holm] moved to Hull.",
            id="a title with the surname first, and another beside the story",
        ),
        pytest.param(
            "Oyewusi Adébáyọ̀",
            "Oyewusi Adébáyọ̀ is a Nigerian engineer. She left Ibadan. In 1974 she moved to Hull.",
            "In 1974 she [Oyewusi Adébáyọ̀] moved to Hull.",
            id="a name in no list, of whom it is said who that is",
        ),
        pytest.param(
            "Ida Holm",
            "Dame Ida Maria Holm (4 May 1901 – 8 June 1980) was a chemist. In 1925 Holm left Graz.",
            "In 1925 Holm [Ida Holm] left Graz.",
            id="one name, the one that the text has for its title",
        ),
    ],
)
def test_the_person_with_whom_a_text_begins_has_one_name(title: str, text: str, expected: str) -> None:
    assert read(text, title=title) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1925 she was sold.", "In 1925 she [HMS Holm] was sold."),
        ("In 1925 Holm was sold.", "In 1925 Holm [HMS Holm] was sold."),
        ("In 1925 she sailed to Holm.", "In 1925 she [HMS Holm] sailed to Holm."),
        ("The farmers left Holm in 1925.", "The farmers left Holm in 1925."),
    ],
)
def test_a_ship_is_she_and_has_its_whole_name(text: str, expected: str) -> None:
    assert read(f"HMS Holm was the first ship of the line. {text}", title="HMS Holm") == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "A scale of her own: Louise Brenner",
            "Louise was born in Graz in 1804. At fifteen she sang in Vienna.",
            "At fifteen she [Louise Brenner] sang in Vienna.",
            id="the title names her behind a colon",
        ),
        pytest.param(
            "A scale of her own — Louise Brenner",
            "Jeanne-Louise, born in Graz in 1804, sang in Vienna. In 1825 she married Aristide Brenner.",
            "In 1825 she [Louise Brenner] married Aristide Brenner.",
            id="whom she marries is not she",
        ),
        pytest.param(
            "A scale of her own: Louise Brenner",
            "Louise was born in Graz. In 1825 she married Aristide Brenner. She ran a school. Brenner wrote two songs.",
            "Brenner [Louise Brenner] wrote two songs.",
            id="the surname is that of the one in the title",
        ),
        pytest.param(
            "A scale of her own: Louise Brenner",
            "Louise was born in Graz. In 1825 she married Aristide Brenner. Aristide printed music. "
            "Brenner wrote two songs.",
            "Brenner wrote two songs.",
            id="unless the husband just acted",
        ),
        pytest.param(
            "A scale of her own: Louise Brenner",
            "Louise was born in Graz. In 1825 she married Aristide Brenner. Aristide printed music.",
            "Aristide [Aristide Brenner] printed music.",
            id="a husband by his given name",
        ),
        pytest.param(
            "How Wilma Brenner outran them all",
            "Brenner was born in Graz in 1940. At fifteen she won a race.",
            "At fifteen she [Wilma Brenner] won a race.",
            id="the title is a sentence about her",
        ),
        pytest.param(
            "Ida Holm",
            "Ida Holm was born in Graz. In 1895 she married Robert Seaman. Seaman bought a factory.",
            "Seaman bought a factory.",
            id="a husband's surname may be hers",
        ),
        pytest.param(
            "Robert and Clara Brenner at home",
            "Robert Brenner was born in Graz in 1810. He studied law. Clara Brenner was born in 1819. "
            "Brenner founded a journal.",
            "Brenner founded a journal.",
            id="a couple in the title",
        ),
        pytest.param(
            "Robert and Clara Brenner at home",
            "Clara Brenner sang. Brenner crossed the Rhine. She taught in Graz.",
            "She taught in Graz.",
            id="nor is a river she",
        ),
        pytest.param(
            "Caroline Holm",
            "Caroline Holm was born in Graz. Her brother William built organs. Holm found a comet.",
            "Holm found a comet.",
            id="a brother has the surname too",
        ),
    ],
)
def test_of_several_with_one_surname_it_is_certain_who_is_meant(title: str, text: str, expected: str) -> None:
    assert read(text, title=title) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In 1905 Holm's Gully was closed.", "In 1905 Holm's Gully was closed.", id="a place"),
        pytest.param(
            "Its summit, Holm's Peak, is high.",
            "Its summit, Holm's Peak, is high.",
            id="beside",
        ),
        pytest.param(
            "Holm's owl, which is named after Emil Holm, eats mice.",
            "Holm's owl, which is named after Emil Holm, eats mice.",
            id="a kind named after its finder",
        ),
        pytest.param("Holm's German pass was lost.", "Holm's [Emil Holm's] German pass was lost.", id="no name"),
        pytest.param("Holm's Nobel Prize was sold.", "Holm's [Emil Holm's] Nobel Prize was sold.", id="a prize"),
        pytest.param("Holm's owl bit the nurse.", "Holm's [Emil Holm's] owl bit the nurse.", id="his own"),
    ],
)
def test_an_owner_in_the_name_of_a_thing_stays_as_it_is(text: str, expected: str) -> None:
    assert read(f"Emil Holm was a geologist. {text}") == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Sanka Orimu II",
            "Emil Krantz, who took the name Sanka Orimu II, led a revolt. He was a son of Sanka Orimu, who had been "
            "hanged. In 1777 he travelled to Lima.",
            "In 1777 he [Emil Krantz] travelled to Lima.",
            id="one without the number of the title",
        ),
        pytest.param(
            "Frederick William III",
            "Frederick William III was a king of Prussia. He was born in 1770. Frederick William built a house.",
            "Frederick William built a house.",
            id="an elder one is not the third",
        ),
        pytest.param(
            "Frederick William III",
            "Frederick William III was a king of Prussia. In 1806 he left Berlin.",
            "In 1806 he [Frederick William III] left Berlin.",
            id="the third himself",
        ),
        pytest.param(
            "Ida Holm",
            'Johanna Maria "Ida" Holm was a Dutch chemist. Holm left Graz.',
            "Holm [Ida Holm] left Graz.",
            id="a surname alone",
        ),
        pytest.param(
            "Fanny Krantz-Voss",
            'Francina Elsje "Fanny" Krantz-Voss (4 May 1901 – 8 June 1980) was a Dutch chemist.',
            'Francina Elsje "Fanny" Krantz-Voss (4 May 1901 – 8 June 1980) was a Dutch chemist.',
            id="the name goes on before the one in quotation marks",
        ),
        pytest.param(
            "Emil Holm, Jena",
            "In 1846 the mechanic Emil Holm opened a workshop in Jena. In 1850 Holm left Jena.",
            "In 1850 Holm [Emil Holm] left Jena.",
            id="a place behind the whole name",
        ),
        pytest.param(
            "Ice from the south",
            "The core was drilled by Beyond ORCA, a project. An earlier project, ORCA, found ice in 1996.",
            "An earlier project, ORCA, found ice in 1996.",
            id="letters are no surname",
        ),
    ],
)
def test_a_name_is_not_completed_with_another(title: str, text: str, expected: str) -> None:
    assert read(text, title=title) == expected


@pytest.mark.model
def test_a_river_keeps_its_article() -> None:
    text = (
        "The Mackenzie River flows through Canada. It runs to the Beaufort Sea. Alexander Mackenzie, a trader, "
        "descended the river in July 1789. Frozen until May, the river serves as an ice road in winter."
    )
    assert "the river [the Mackenzie] serves" in read(text, title="Mackenzie River")
