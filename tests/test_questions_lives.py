"""When somebody's deed can have been, and where else somebody was."""

import pytest
from drafts import T, draft, name, passive, phrase, verb, year

from quizgen.distractors import ALWAYS
from quizgen.model import Fact, FactDraft, Phrase
from quizgen.questions import lives

ADA = name("Ada Holm")
BORN = draft(ADA, passive("born", "bear"), year("1850"))
DIED = draft(ADA, verb("died", "die"), year("1910"))
LEFT = draft(ADA, verb("left", "leave"), phrase("the hut", "object"), year("1880"))


def facts(*drafts: FactDraft) -> list[Fact]:
    return [Fact(uid=f"f{index}", draft=each, document="a.txt") for index, each in enumerate(drafts)]


@pytest.mark.parametrize(
    ("told", "made", "years"),
    [
        ((BORN, DIED), LEFT, (1862, 1909)),
        ((BORN,), LEFT, (1862, 1895)),
        ((), LEFT, (1865, 1895)),
        (
            (BORN, DIED),
            draft(name("Ada Holm's diary", type=T.THING), passive("sold", "sell"), year("1880")),
            (1862, 1909),
        ),
        ((BORN, DIED), draft(phrase("the hut", "subject"), passive("sold", "sell"), year("1880")), ALWAYS),
        ((BORN, DIED), draft(ADA, verb("left", "leave"), phrase("the hut", "object")), ALWAYS),
        ((BORN, DIED), BORN, (1835, 1865)),
        ((BORN, DIED), DIED, (1880, 1925)),
    ],
)
def test_a_deed_lies_within_a_life(told: tuple[FactDraft, ...], made: FactDraft, years: tuple[int, int]) -> None:
    assert lives.of(facts(*told)).years(made) == years


def test_birthdays_are_known() -> None:
    assert lives.of(facts(BORN, DIED, LEFT)).births == ("1850",)


def test_where_somebody_settled_may_be_where_somebody_went() -> None:
    settled = draft(ADA, verb("settled", "settle"), name("Palermo", "place", T.PLACE, prep="in"))
    moved = draft(ADA, verb("moved", "move"), name("Sicily", "place", T.PLACE, prep="to"))
    built = draft(ADA, verb("built", "build"), name("Rome", "place", T.PLACE, prep="in"))
    known = facts(settled, moved, built)
    assert lives.elsewhere(known, known[0], "place") == ["Palermo", "Sicily"]
    assert lives.elsewhere(known, known[2], "place") == []
    assert lives.elsewhere(known, known[0], "time") == []


TOWN = name("Vik", type=T.PLACE)
PEOPLE = phrase("a population of 345", "object", T.NUMBER)


@pytest.mark.parametrize(
    ("made", "asked", "unsure"),
    [
        (draft(TOWN, verb("had", "have"), PEOPLE, year("2020")), year("2020"), True),
        (draft(TOWN, verb("covered", "cover"), phrase("the hill", "object"), year("2020")), year("2020"), True),
        (draft(TOWN, verb("remained", "remain"), year("2020", "until")), year("2020", "until"), False),
        (draft(TOWN, verb("burned", "burn"), year("2020")), year("2020"), False),
        (draft(TOWN, verb("burned", "burn"), year("Sunday, 5 May 2019")), year("Sunday, 5 May 2019"), True),
        (draft(TOWN, verb("burned", "burn")), phrase("the coast", "place", prep="along"), True),
        (draft(TOWN, verb("burned", "burn")), name("Norway", "place", T.COUNTRY, prep="in"), False),
    ],
)
def test_what_may_hold_at_other_times_is_not_judged(made: FactDraft, asked: Phrase, unsure: bool) -> None:
    assert lives.is_unsure(made, asked) is unsure
