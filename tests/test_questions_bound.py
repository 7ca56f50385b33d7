"""What completes a verb and its preposition."""

import pytest
from drafts import IS, T, asked, draft, name, passive, phrase, verb, year

from quizgen.model import FactDraft

CONVERTS = verb("converts", "convert", tense="present")
CONSISTS = verb("consists", "consist", tense="present")
DIVIDED = passive("divided", "divide")
POLAND = name("Poland", "other", T.COUNTRY, prep="after")
CHAMBERS = phrase("four chambers", "other", T.NUMBER, prep="into", plural=True)

ASKED = [
    (
        draft(
            phrase("brunost", "subject"),
            verb("belongs", "belong", tense="present"),
            phrase("the family of whey products", "other", T.PEOPLE, prep="to", head="family"),
        ),
        "Which family does brunost belong to? => the family of whey products",
    ),
    (
        draft(
            phrase("peat moss", "subject"),
            verb("belongs", "belong", tense="present"),
            phrase("the genus Sphagnum", "other", T.THING, prep="to", head="genus"),
        ),
        "Which genus does peat moss belong to? => Sphagnum",
    ),
    (
        draft(name("Ada Brook"), verb("served", "serve"), name("a volunteer of the Red Cross", "other", prep="as")),
        "What did Ada Brook serve as? => a volunteer of the Red Cross",
    ),
    (
        draft(name("Ada Brook"), verb("worked", "work"), phrase("a surveyor", "other", T.PERSON, prep="as")),
        "What did Ada Brook work as? => a surveyor",
    ),
    (
        draft(name("the queen"), passive("known", "know"), name("Ada Brook", "other", prep="as")),
        "Who was the queen known as? => Ada Brook",
    ),
    (
        draft(name("polonium", type=T.UNKNOWN), passive("named", "name"), POLAND),
        "Which country was polonium named after? => Poland",
    ),
    (
        draft(name("polonium", type=T.UNKNOWN), passive("named", "name"), POLAND, year("1898")),
        "Which country was polonium named after in 1898? => Poland",
    ),
    (
        draft(
            phrase("the tower", "subject"),
            passive("named", "name", "is"),
            name("Gustave Eiffel", "other", prep="after"),
        ),
        "Who is the tower named after? => Gustave Eiffel",
    ),
    (
        draft(
            phrase("the tower", "subject"),
            passive("named", "name"),
            name("Gustave Eiffel", "other", prep="after"),
            year("1889"),
        ),
        "Who was the tower named after in 1889? => Gustave Eiffel",
    ),
    (
        draft(phrase("the heart", "subject"), passive("divided", "divide", "is"), CHAMBERS),
        "How many chambers is the heart divided into? => four",
    ),
    (
        draft(
            name("Germany", type=T.COUNTRY),
            DIVIDED,
            phrase("four zones", "other", T.NUMBER, prep="into", plural=True),
            year("1945"),
        ),
        "How many zones was Germany divided into in 1945? => four",
    ),
    (
        draft(
            phrase("the liver", "subject"),
            CONVERTS,
            phrase("glucose", "object"),
            phrase("glycogen", "other", prep="into"),
        ),
        "What does the liver convert glucose into? => glycogen",
    ),
    (
        draft(
            phrase("water", "subject"),
            passive("composed", "compose", "is"),
            phrase("hydrogen and oxygen", "other", prep="of"),
        ),
        "What is water composed of? => hydrogen and oxygen",
    ),
    (
        draft(
            phrase("comets", "subject", plural=True),
            verb("consist", "consist", tense="present"),
            phrase("ice", "other", prep="mainly of"),
        ),
        "What do comets consist mainly of? => ice",
    ),
    (
        draft(
            name("Hermann Ebbinghaus"),
            verb("served", "serve"),
            phrase("Hermann Ebbinghaus's subject", "other", bound="his own subject", prep="as"),
        ),
        "What did Hermann Ebbinghaus serve as? => his own subject",
    ),
]


@pytest.mark.parametrize(("made", "expected"), ASKED, ids=[each for _, each in ASKED])
def test_a_verb_asks_for_what_it_needs(made: FactDraft, expected: str) -> None:
    assert asked(made)["bound"] == expected


@pytest.mark.parametrize(
    "made",
    [
        draft(name("Ada"), verb("walked", "walk"), phrase("a stick", "other", prep="with")),
        draft(name("Ada"), verb("consisted", "consist"), phrase("patience", "other", prep="in")),
        draft(phrase("it", "subject"), IS, phrase("copper", "other", prep="of")),
        draft(name("Ada"), passive("named", "name"), name("Lovelace", "other", T.UNKNOWN, prep="after")),
        draft(name("Ada"), verb("aimed to turn", "turn", complement="to turn"), phrase("gold", "other", prep="into")),
        draft(
            phrase("comets", "subject", plural=True), CONSISTS, phrase("ice", "other", prep="mainly of"), year("1990")
        ),
        draft(
            phrase("lead", "subject"), CONVERTS, phrase("gold", "other", prep="into"), phrase("tin", "other", prep="to")
        ),
        draft(name("Ada"), verb("came", "come"), phrase("a wealthy family", "other", T.PEOPLE, prep="from")),
        draft(name("Spain", type=T.COUNTRY), verb("led", "lead"), phrase("inflation", "other", prep="to")),
        draft(phrase("the crowd", "subject"), DIVIDED, phrase("Ada and Byron", "other", T.PEOPLE, prep="into")),
        draft(name("Nain Singh"), verb("died", "die"), phrase("cholera", "other", prep="probably of")),
    ],
    ids=lambda made: f"{made.subject.text} {made.relation}",
)
def test_what_no_verb_needs_is_not_asked_so(made: FactDraft) -> None:
    assert "bound" not in asked(made)
