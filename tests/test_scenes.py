"""Stems and answers that speak of one thing of a story."""

import pytest
from drafts import IS, T, draft, name, passive, phrase, verb, year

from quizgen.model import FactDraft, Phrase
from quizgen.questions import scenes
from quizgen.questions.case import Case

ADA = name("Ada Brook")
BROKE = verb("broke out", "break", particle="out")
HAS = verb("has", "have", tense="present")


def reason(made: FactDraft, prompt: str, *, slot: str = "subject", asked: Phrase | None = None, label: str = "") -> str:
    """Return the code that speaks against asking for the subject, or for another argument."""
    found = asked or made.subject
    return scenes.reason(Case(made, slot, found, prompt, found.text), label=label)


WAR = draft(phrase("war", "subject", head="war"), BROKE, year("1904"))
BOY = draft(ADA, verb("taught", "teach"), phrase("the shy 14-year-old", "object", T.PERSON))
VERSION = draft(ADA, verb("built", "build"), phrase("an early forerunner", "object", head="forerunner"), year("1772"))
SHOPS = phrase("220 shops", "object", T.NUMBER, head="shop")
MANY = draft(name("Greggs"), verb("opened", "open"), SHOPS, year("2023"))
WALL = draft(phrase("a sea wall", "subject", head="wall"), verb("gave way", "give"), year("2018"))


@pytest.mark.parametrize(
    ("made", "slot", "prompt", "code"),
    [
        (WAR, "time", "When did war break out?", "refused-scene"),
        (
            draft(phrase("the war that followed", "subject"), verb("lasted", "last"), year("1904")),
            "time",
            "When did the war that followed last?",
            "refused-scene",
        ),
        (
            draft(ADA, verb("sent", "send"), phrase("ships equipped to deal with one", "object")),
            "subject",
            "Who sent ships equipped to deal with one?",
            "refused-scene",
        ),
        (MANY, "time", "In which year did Greggs open 220 shops?", "refused-count"),
        (BOY, "subject", "Who taught the shy 14-year-old?", "refused-scene"),
        (WALL, "time", "When did a sea wall give way?", "refused-scene"),
        (
            draft(ADA, verb("lost", "lose"), phrase("the ensuing quarrel", "object"), year("1904")),
            "time",
            "When did Ada Brook lose the ensuing quarrel?",
            "refused-scene",
        ),
        (
            draft(ADA, verb("struck out", "strike", particle="out"), phrase("the “N”", "object")),
            "subject",
            "Who struck out the “N”?",
            "refused-scene",
        ),
        (
            draft(
                phrase("settlers", "subject"), verb("arrived", "arrive"), phrase("a small country", "other", prep="in")
            ),
            "subject",
            "Who arrived in a small country?",
            "refused-scene",
        ),
        (
            draft(phrase("two men", "subject", T.NUMBER), passive("jailed", "jail"), year("2008")),
            "time",
            "When were two men jailed?",
            "refused-scene",
        ),
        (
            draft(ADA, verb("became", "become"), phrase("governor", "attribute"), year("1578")),
            "time",
            "When did Ada Brook become governor?",
            "refused-office",
        ),
        (
            draft(ADA, verb("became", "become"), phrase("medical director", "attribute"), year("1937")),
            "time",
            "In which year did Ada Brook become medical director?",
            "refused-office",
        ),
        (
            draft(
                ADA,
                verb("became", "become"),
                phrase("examiner", "attribute"),
                name("Hull", "place", T.PLACE, prep="in"),
            ),
            "subject",
            "Who became examiner in Hull?",
            "refused-office",
        ),
        (VERSION, "object", "What did Ada Brook build in 1772?", "refused-version"),
        (
            draft(phrase("Ada Brook's country", "subject"), HAS, phrase("ten million people", "object", T.NUMBER)),
            "object",
            "How many people does Ada Brook's country have?",
            "refused-owner",
        ),
        (
            draft(
                phrase("a standing wave", "subject"),
                verb("differs", "differ", tense="present"),
                phrase("an important respect", "other", prep="in"),
            ),
            "subject",
            "What differs in an important respect?",
            "refused-respect",
        ),
    ],
)
def test_what_only_the_page_tells_is_refused(made: FactDraft, slot: str, prompt: str, code: str) -> None:
    asked = made.object if slot == "object" else next((q for q in made.qualifiers if q.role == slot), made.subject)
    assert reason(made, prompt, slot=slot, asked=asked) == code


@pytest.mark.parametrize(
    ("made", "prompt"),
    [
        (
            draft(ADA, verb("taught", "teach"), phrase("the shy 14-year-old Jane Ward", "object", proper=True)),
            "Who taught the shy 14-year-old Jane Ward?",
        ),
        (draft(ADA, BROKE, phrase("the Second War", "object", proper=True)), "Who broke the Second War?"),
        (draft(phrase("war", "subject", head="war"), IS, phrase("a state of conflict", "attribute")), "What is war?"),
        (VERSION, "Who built an early forerunner in 1772?"),
        (draft(phrase("a copy of the map", "subject", head="copy"), passive("sold", "sell")), "What was sold?"),
        (
            draft(
                ADA,
                verb("led", "lead"),
                phrase("Ada Brook's country", "object", bound="her country"),
                phrase("the Pacific Games", "other", T.EVENT, prep="at", proper=True),
            ),
            "Who led her country at the Pacific Games?",
        ),
        (
            draft(ADA, verb("lived", "live"), phrase("a town in Wales", "place", prep="in")),
            "Who lived in a town in Wales?",
        ),
        (draft(ADA, verb("sang", "sing"), phrase("an old style", "other", prep="in")), "Who sang in an old style?"),
    ],
)
def test_what_is_clear_or_asked_for_is_not(made: FactDraft, prompt: str) -> None:
    assert reason(made, prompt) == ""


def test_a_label_tells_which_war_broke_out() -> None:
    when = WAR.qualifiers[0]
    assert reason(WAR, "When did war break out?", slot="time", asked=when, label="War in Finland: ") == ""
    between = phrase("Peru and Chile", "other", prep="between", proper=True)
    told = draft(phrase("war", "subject", head="war"), BROKE, between, year("1879"))
    assert reason(told, "When did war break out between Peru and Chile?", slot="time", asked=told.qualifiers[1]) == ""


def test_when_something_named_or_with_more_to_tell_happened_is_asked() -> None:
    named = draft(phrase("a Dutch wall", "subject"), verb("gave way", "give"), year("2018"))
    more = draft(
        phrase("a factory", "subject"), verb("began", "begin"), phrase("pressed yeast", "object"), year("1867")
    )
    for made in (named, more):
        assert reason(made, "In which year did it?", slot="time", asked=made.qualifiers[-1]) == ""


@pytest.mark.parametrize(
    ("thing", "code"),
    [
        ("a series of alternatives", "refused-version"),
        ("its successor", "refused-version"),
        ("a series of alternatives to salt", ""),
        ("the successor of the theatre", ""),
        ("a series of lectures", ""),
        ("a replacement vehicle", ""),
    ],
)
def test_a_stem_tells_of_what_something_is_a_version(thing: str, code: str) -> None:
    head = "successor" if "successor" in thing else "series"
    made = draft(ADA, verb("introduced", "introduce"), phrase(thing, "object", head=head), year("1966"))
    assert reason(made, f"Who introduced {thing} in 1966?") == code
