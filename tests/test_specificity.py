"""How much a stem tells of what it asks for."""

import pytest
from drafts import T, draft, name, phrase, verb, year

from quizgen.model import FactDraft, Phrase
from quizgen.questions.case import Case
from quizgen.questions.specificity import signs
from quizgen.questions.vagueness import Topics

ABOUT = Topics(frozenset(), {}, heroes=frozenset({"Ada Brook"}))
ADA = name("Ada Brook")


def _signs(made: FactDraft, prompt: str, *, slot: str = "subject", asked: Phrase | None = None) -> dict[str, float]:
    phrase_ = asked or made.subject
    return signs(Case(made, slot, phrase_, prompt, phrase_.text), ABOUT)


@pytest.mark.parametrize(
    ("others", "telling"),
    [
        ((phrase("nets", "object", plural=True),), False),
        ((phrase("nets", "object"), year("1931")), False),
        ((phrase("nets", "object"), name("Orvik", "place", T.PLACE, prep="in")), False),
        ((name("Otto Rahl", "object"), year("1931")), True),
    ],
)
def test_a_name_that_is_no_address_tells(others: tuple[Phrase, ...], telling: bool) -> None:
    found = _signs(draft(ADA, verb("met", "meet"), *others), "Who met …?")
    assert found["hero asked"] == 1
    assert found["a telling name"] == float(telling)


def test_few_and_common_words_are_told_from_words_of_their_own() -> None:
    seals = phrase("seals", "subject", plural=True)
    thin = _signs(draft(seals, verb("take", "take", tense="present"), phrase("part", "object")), "What takes part?")
    full = _signs(
        draft(seals, verb("digest", "digest", tense="present"), phrase("crustacean shells", "object")),
        "What digests crustacean shells?",
    )
    assert thin["common words"] > full["common words"]
    assert thin["words of its own"] < full["words of its own"]


def test_of_dates_and_numbers_only_what_makes_them_the_only_one_counts() -> None:
    made = draft(ADA, verb("won", "win"), phrase("the first race", "object"), year("1931"))
    found = _signs(made, "When did Ada Brook win the first race?", slot="time", asked=made.qualifiers[0])
    assert not {"a telling name", "common words"} & set(found)
    assert found["only one can be"] == 1
    assert found["hero asked"] == 0


@pytest.mark.parametrize(
    ("subject", "text", "sign"),
    [
        (phrase("strong states", "subject", plural=True), "kept", "unnamed subject, past"),
        (ADA, "had kept", "perfect"),
    ],
)
def test_nameless_actors_and_perfects_are_told(subject: Phrase, text: str, sign: str) -> None:
    made = draft(subject, verb(text, "keep"), phrase("nets", "object", plural=True))
    assert _signs(made, "What … keep?", slot="object", asked=made.object)[sign] == 1


def test_who_is_named_or_asked_for_is_no_nameless_actor() -> None:
    made = draft(ADA, verb("had to keep", "have"), phrase("nets", "object", plural=True))
    found = _signs(made, "What did Ada Brook have to keep?", slot="object", asked=made.object)
    assert found["unnamed subject, past"] == found["perfect"] == found["ends with by"] == 0
    assert _signs(made, "What were the nets kept by?")["ends with by"] == 1
    seals = draft(phrase("seals", "subject", plural=True), verb("kept", "keep"), phrase("nets", "object"))
    assert _signs(seals, "What kept nets?")["unnamed subject, past"] == 0
