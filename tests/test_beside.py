"""Words that stand for what only the page tells: to the north, to appoint one, on her return, a class of objects."""

from dataclasses import replace

import pytest
from drafts import IS, T, draft, name, passive, phrase, refusals, verb, year

from quizgen.model import FactDraft, FactKind
from quizgen.questions import beside
from quizgen.questions.case import Case

ADA = name("Ada Brook")
LIES = verb("lies", "lie", tense="present")
PIER = phrase("the old pier", "subject")
TOLD = verb("told", "tell")
BO = name("Bo Lind", "object")
WROTE = verb("ordered", "order")
CALLED = {"kind": FactKind.ALIAS}
MEANT = {"kind": FactKind.DEFINITION}


def case(made: FactDraft, prompt: str) -> Case:
    return Case(made, "subject", made.subject, prompt, made.subject.text)


def alias(text: str, head: str) -> FactDraft:
    return draft(phrase(text, "subject", head=head), verb("called", "call"), name("Blue Bo", "object"), **CALLED)


def meaning(text: str, head: str) -> FactDraft:
    return draft(phrase("bo", "subject"), IS, phrase(text, "attribute", head=head), **MEANT)


def led(opening: str) -> FactDraft:
    """Return that Ada was elected, where the sentence began with something of hers."""
    made = draft(ADA, passive("elected", "elect"), phrase(opening, "other", prep="on"), year("1921"))
    ahead = tuple(replace(q, position=0) if q.prep == "on" else q for q in made.qualifiers)
    return replace(made, qualifiers=ahead)


LEFT_OPEN = [
    (draft(PIER, LIES, phrase("north-east", "place", prep="to the")), "What lies to the north-east?"),
    (draft(PIER, LIES, phrase("800 metres further east", "place")), "What lies 800 metres further east?"),
    (
        draft(
            name("Norland", type=T.COUNTRY),
            verb("became", "become"),
            phrase("the first country of all to appoint one", "attribute"),
            year("1962"),
        ),
        "What became the first country of all to appoint one in 1962?",
    ),
    (led("her return"), "Who was elected in 1921 on her return?"),
    (draft(ADA, WROTE, phrase("a great quantity from Leeds", "object")), "Who ordered a great quantity from Leeds?"),
    (alias("a class of objects", "class"), "What is a class of objects called?"),
    (alias("a pale yellow variety", "variety"), "What is a pale yellow variety called?"),
    (meaning("small groups of cells", "group"), "What is the term for small groups of cells?"),
    (
        meaning("the most stable variety at room temperature", "variety"),
        "What is the term for the most stable variety at room temperature?",
    ),
]
CLEAR = [
    (draft(PIER, LIES, phrase("800 metres further east of Rye", "place")), "What lies 800 metres further east of Rye?"),
    (draft(ADA, verb("rode", "ride"), phrase("to the east", "place"), year("1921")), "Who rode to the east in 1921?"),
    (draft(ADA, verb("owned", "own"), phrase("number one", "object")), "Who owned number one?"),
    (led("her first great journey"), "Who was elected in 1921 on her first great journey?"),
    (led("her return from Rye"), "Who was elected in 1921 on her return from Rye?"),
    (draft(ADA, WROTE, phrase("a great quantity of tiles", "object")), "Who ordered a great quantity of tiles?"),
    (alias("a row of overlapping ridges", "row"), "What is a row of overlapping ridges called?"),
    (alias("a yellow variety of fluorite", "variety"), "What is a yellow variety of fluorite called?"),
    (alias("the stage between two moults", "stage"), "What is the stage between two moults called?"),
    (meaning("a clot that forms in a vessel", "clot"), "What is the term for a clot that forms in a vessel?"),
    (meaning("a clot of blood", "clot"), "What is the term for a clot of blood?"),
]


@pytest.mark.parametrize(("made", "prompt"), LEFT_OPEN)
def test_a_word_of_the_page_is_left_open(made: FactDraft, prompt: str) -> None:
    assert beside.is_left_open(case(made, prompt))


@pytest.mark.parametrize(("made", "prompt"), CLEAR)
def test_what_is_told_of_something_is_clear(made: FactDraft, prompt: str) -> None:
    assert not beside.is_left_open(case(made, prompt))


def test_it_is_not_asked_who_told_somebody_nothing() -> None:
    assert refusals(draft(ADA, TOLD, BO))["Who told Bo Lind?"] == "refused-light"
    waited = draft(ADA, verb("told", "tell", complement="to wait"), BO)
    assert "refused-light" not in refusals(waited).values()
    assert "refused-light" not in refusals(draft(ADA, TOLD, phrase("the story", "object"))).values()
