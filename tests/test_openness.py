"""Which questions are not asked, seen with the whole text: a hero's common deeds, and things without name or date."""

import pytest
from drafts import IS, T, draft, name, passive, phrase, verb, year

from quizgen.model import FactDraft, FactKind, Phrase
from quizgen.questions import openness
from quizgen.questions.case import Case
from quizgen.questions.vagueness import Topics

ABOUT = Topics(frozenset(), {}, heroes=frozenset({"Ada Brook"}))
ADA = name("Ada Brook")
MAPS = phrase("printed maps", "object", plural=True)


def reason(made: FactDraft, prompt: str, *, slot: str = "subject", asked: Phrase | None = None, **more: bool) -> str:
    """Return the code for asking for the subject of a fact, or for ``asked``."""
    phrase_ = asked or made.subject
    case = Case(made, slot, phrase_, prompt, phrase_.text)
    return openness.reason(case, labelled=more.get("labelled", False), against={}, about=ABOUT)


@pytest.mark.parametrize(
    ("made", "prompt"),
    [
        (draft(ADA, verb("sold", "sell"), MAPS), "Who sold printed maps to young sailors?"),
        (
            draft(
                ADA,
                verb("was allowed", "allow", complement="to attend"),
                name("Elm School", "object", T.ORGANISATION),
            ),
            "Who was allowed to attend Elm School?",
        ),
        (draft(ADA, verb("began", "begin"), MAPS, year("1907")), "Who began printed maps in 1907?"),
        (
            draft(ADA, verb("taught", "teach"), MAPS, name("Elm Hall", "other", T.UNKNOWN, prep="at")),
            "Who taught printed maps at Elm Hall?",
        ),
        (
            draft(ADA, verb("left", "leave"), phrase("with first-class honours", "other"), year("1923")),
            "Who left with first-class honours in 1923?",
        ),
        (draft(ADA, passive("sent", "send"), name("Peru", "place", T.COUNTRY, prep="to")), "Who was sent to Peru?"),
    ],
)
def test_whom_the_text_is_about_is_not_asked_for_by_a_common_deed(made: FactDraft, prompt: str) -> None:
    assert reason(made, prompt) == "refused-hero"


@pytest.mark.parametrize(
    ("made", "prompt"),
    [
        (draft(name("Otto Rahl"), verb("sold", "sell"), MAPS), "Who sold printed maps to young sailors?"),
        (draft(ADA, verb("sells", "sell", tense="present"), MAPS), "Who sells printed maps to young sailors?"),
        (draft(ADA, verb("met", "meet"), name("Otto Rahl", "object")), "Who met Otto Rahl?"),
        (
            draft(ADA, verb("opened", "open"), name("the Elm School", "object", T.ORGANISATION)),
            "Who opened the Elm School?",
        ),
        (
            draft(ADA, verb("climbed", "climb"), phrase("the highest volcano", "object")),
            "Who climbed the highest volcano?",
        ),
        (
            draft(ADA, verb("drew", "draw"), phrase("maps of wind, rain, frost and snow for pilots", "object")),
            "Who drew maps of wind, rain, frost and snow for young pilots?",
        ),
    ],
)
def test_a_deed_with_a_name_or_with_much_told_is_asked(made: FactDraft, prompt: str) -> None:
    assert reason(made, prompt) == ""


SEALS = phrase("seals", "subject", plural=True)
NETS = phrase("nets", "object", plural=True)


def test_a_past_thing_is_not_asked_for_without_name_number_or_label() -> None:
    torn = draft(SEALS, verb("tore", "tear"), NETS)
    assert reason(torn, "What tore nets off the rocky coast?") == "refused-adrift"
    assert reason(torn, "What did seals tear?", slot="object", asked=torn.object) == "refused-adrift"
    assert reason(torn, "What tore nets?", labelled=True) == ""


@pytest.mark.parametrize(
    ("made", "prompt"),
    [
        (draft(SEALS, verb("tear", "tear", tense="present"), NETS), "What tears nets off rocky coasts?"),
        (draft(SEALS, verb("tore", "tear"), phrase("the first nets", "object")), "What tore the first nets?"),
        (draft(SEALS, verb("tore", "tear"), NETS, year("1931")), "What tore nets off rocky coasts in 1931?"),
        (draft(SEALS, verb("tore", "tear"), phrase("the nets of Hull", "object")), "What tore the nets of Hull?"),
    ],
)
def test_what_holds_in_general_or_has_a_date_or_a_name_is_asked(made: FactDraft, prompt: str) -> None:
    assert reason(made, prompt) == ""


@pytest.mark.parametrize(
    ("made", "prompt"),
    [
        (draft(ADA, verb("disliked", "dislike"), phrase("offices", "object", plural=True)), "Who disliked offices?"),
        (draft(ADA, verb("lost", "lose"), phrase("her post", "object")), "Who lost her post?"),
        (draft(SEALS, verb("tear", "tear", tense="present"), NETS), "What tears nets?"),
        (draft(ADA, verb("died", "die"), year("1931")), "Who died in 1931?"),
    ],
)
def test_a_stem_that_says_next_to_nothing_needs_a_label_or_a_name(made: FactDraft, prompt: str) -> None:
    assert reason(made, prompt) == "refused-alone"
    assert reason(made, prompt, labelled=True) != "refused-alone"


def test_a_name_or_a_meaning_stands_alone() -> None:
    met = draft(ADA, verb("met", "meet"), name("Otto Rahl", "object"))
    assert reason(met, "Who met Otto Rahl?") == ""
    term = draft(phrase("a net", "subject"), IS, phrase("a thing", "attribute"), kind=FactKind.DEFINITION)
    assert reason(term, "What is a thing?") == ""


def test_who_is_told_of_often_or_named_in_the_title_is_a_hero() -> None:
    assert ABOUT.is_hero("Ada Brook")
    assert Topics(frozenset(), {}, title=frozenset({"brook"})).is_hero("Ada Brook")
    assert not ABOUT.is_hero("Otto Rahl")
