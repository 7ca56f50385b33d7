"""Questions that are not asked since their verb says too little or their answer too much."""

import pytest
from drafts import IS, T, draft, name, passive, phrase, refusals, verb, year

from quizgen.model import FactDraft, FactKind

ADA = name("Ada Brook")
PUMP = phrase("the pump", "subject")


REFUSED: list[tuple[FactDraft, str, str]] = [
    (
        draft(PUMP, verb("takes", "take", tense="present"), phrase("a great deal of water from above", "object")),
        "What does the pump take?",
        "refused-light",
    ),
    (
        draft(ADA, passive("named", "name"), phrase("president of the guild and its school", "object")),
        "What was Ada Brook named?",
        "refused-light",
    ),
    (draft(PUMP, verb("uses", "use", tense="present"), phrase("oil", "object")), "What uses oil?", "refused-light"),
    (
        draft(
            name("the guild", type=T.ORGANISATION),
            verb("lists", "list", tense="present"),
            phrase("the old town as a port", "object"),
        ),
        "What does the guild list?",
        "refused-full",
    ),
    (
        draft(
            PUMP,
            verb("protects", "protect", tense="present"),
            phrase("the steel even where the paint is gone", "object"),
        ),
        "What does the pump protect?",
        "refused-full",
    ),
    (
        draft(
            name("Orca", type=T.ORGANISATION),
            passive("tuned", "tune", aux="is"),
            phrase("to study low notes", "purpose", T.CLAUSE),
            kind=FactKind.PURPOSE,
        ),
        "Why is Orca tuned?",
        "refused-aim",
    ),
    (
        draft(
            phrase("a low island in the bay", "subject"),
            passive("rebuilt", "rebuild"),
            name("Marl Island", "place", T.PLACE, noun="island", prep="at"),
        ),
        "At which island was a low island in the bay rebuilt?",
        "refused-alike",
    ),
    (
        draft(
            ADA,
            verb("was going", "go", aux=("was",), participle="going"),
            phrase("back to the road with the team", "other", T.CLAUSE),
        ),
        "Who was going back to the road with the team?",
        "refused-moment",
    ),
]
ASKED = [
    (
        draft(
            phrase("symptoms of measles", "subject", plural=True),
            verb("include", "include", tense="present"),
            phrase("fever, cough and headache", "object"),
        ),
        "What do symptoms of measles include?",
    ),
    (
        draft(ADA, passive("named", "name"), phrase("president of the guild", "object"), year("1931")),
        "What was Ada Brook named in 1931?",
    ),
    (
        draft(
            phrase("electrons", "subject", plural=True),
            verb("have", "have", tense="present"),
            phrase("a negative charge", "object"),
        ),
        "What do electrons have?",
    ),
    (
        draft(
            PUMP,
            verb("takes", "take", tense="present"),
            phrase("water", "object"),
            phrase("the river", "other", prep="from"),
        ),
        "What does the pump take from the river?",
    ),
    (
        draft(
            phrase("grout", "subject"),
            passive("injected", "inject", aux="is"),
            phrase("to fill the gap behind the ring", "purpose", T.CLAUSE),
            kind=FactKind.PURPOSE,
        ),
        "Why is grout injected?",
    ),
]


@pytest.mark.parametrize(("made", "prompt", "code"), REFUSED)
def test_a_question_is_refused(made: FactDraft, prompt: str, code: str) -> None:
    assert refusals(made)[prompt] == code


@pytest.mark.parametrize(("made", "prompt"), ASKED)
def test_a_question_is_asked(made: FactDraft, prompt: str) -> None:
    assert refusals(made)[prompt] == ""


@pytest.mark.parametrize(
    "made",
    [
        draft(ADA, verb("lost", "lose"), phrase("few riders", "object"), year("1931")),
        draft(
            phrase("travel", "subject"),
            verb("is", "be", tense="present"),
            phrase("an important source of income", "attribute", head="source"),
            kind=FactKind.DEFINITION,
            extractor="definition",
        ),
    ],
)
def test_what_tells_hardly_anything_is_not_asked_about(made: FactDraft) -> None:
    assert not refusals(made)


def test_their_is_not_said_of_what_is_asked_for_with_what() -> None:
    made = draft(
        phrase("oaks and beeches", "subject", plural=True),
        verb("keep", "keep", tense="present"),
        phrase("their dead leaves until spring in most years", "object"),
    )
    assert refusals(made)["What keeps their dead leaves until spring in most years?"] == "refused-number"


def test_a_time_counted_from_elsewhere_is_not_told() -> None:
    made = draft(ADA, verb("built", "build"), name("the Orvik Pier", "object"), phrase("five years later", "other"))
    assert set(refusals(made).values()) == {"refused-moment"}


def test_whose_child_somebody_is_says_not_who_he_was() -> None:
    def codes(told: str, head: str) -> set[str]:
        said = phrase(told, "attribute", head=head)
        made = draft(name("Jens Dahl"), IS, said, kind=FactKind.DEFINITION, extractor="apposition")
        return {code for prompt, code in refusals(made).items() if prompt.startswith("Who is Jens")}

    assert codes("the son of a weaver", "son") == {"refused-light"}
    assert codes("the son of King Otto II", "son") == {""}
