"""Stems that begin with what their sentence began with."""

import pytest
from drafts import IS, T, draft, name, passive, phrase, verb

from quizgen.model import FactDraft, FactKind, Phrase
from quizgen.questions import fronting

ADA = name("Ada Berg")
SHE = verb("drew up", "draw", particle="up")


def fronted(text: str, role: str, prep: str, kind: T = T.THING, *, position: int = -1) -> Phrase:
    return phrase(text, role, kind, prep=prep, position=position)


def fact(lead: Phrase, *others: Phrase, kind: FactKind = FactKind.RELATION) -> FactDraft:
    made = draft(ADA, SHE, *others, kind=kind)
    leads = (lead, *(q for q in made.qualifiers))
    return FactDraft(
        kind=made.kind, subject=made.subject, relation="", object=made.object, qualifiers=leads, verb=made.verb
    )


YEAR = fronted("1921", "time", "in", T.DATE)


@pytest.mark.parametrize(
    ("lead", "told", "stem", "spoken"),
    [
        (
            YEAR,
            phrase("four rules that tell how lakes form", "object"),
            "Who drew up four rules that tell how lakes form in 1921?",
            "In 1921, who drew up four rules that tell how lakes form?",
        ),
        (
            fronted("her brother Otto", "other", "with"),
            phrase("to study under Ida Moe, a painter", "purpose", T.CLAUSE),
            "Who was sent to study under Ida Moe, a painter with her brother Otto?",
            "With her brother Otto, who was sent to study under Ida Moe, a painter?",
        ),
        (
            fronted("the north", "place", "in"),
            phrase("the coast", "place", prep="on"),
            "Who drew up on the coast in the north?",
            "In the north, who drew up on the coast?",
        ),
        (
            fronted("the desert", "place", "in"),
            phrase("salt, tea and cloth", "object"),
            "What did Ada Berg draw up salt, tea and cloth in the desert?",
            "In the desert, what did Ada Berg draw up salt, tea and cloth?",
        ),
        (
            fronted("when war broke out", "other", "", T.CLAUSE),
            phrase("a clinic that served ten farms", "object"),
            "Who drew up a clinic that served ten farms when war broke out?",
            "When war broke out, who drew up a clinic that served ten farms?",
        ),
    ],
)
def test_what_a_clause_would_take_comes_first(lead: Phrase, told: Phrase, stem: str, spoken: str) -> None:
    assert fronting.spoken(fact(lead, told), stem, ADA) == spoken


@pytest.mark.parametrize(
    ("made", "stem"),
    [
        (fact(YEAR, phrase("the plan", "object")), "Who drew up the plan in 1921?"),
        (fact(YEAR, phrase("the plan for Elm", "object")), "Who drew up the plan for Elm in 1921?"),
        (fact(YEAR, phrase("a rule that holds", "object")), "Who drew up a rule that holds?"),
        (fact(YEAR, phrase("a rule that holds", "object")), "When did Ada Berg draw up in 1921 a rule that holds?"),
        (
            fact(YEAR, phrase("a rule that holds", "object"), kind=FactKind.DEFINITION),
            "Who drew up a rule that holds in 1921?",
        ),
        (
            fact(fronted("Brook against Moe", "other", "", T.CLAUSE), phrase("that a law held", "object", T.CLAUSE)),
            "Who drew up that a law held Brook against Moe?",
        ),
        (draft(ADA, SHE, phrase("a rule that holds", "object"), YEAR), "Who drew up a rule that holds in 1921?"),
        (draft(ADA, IS, phrase("a woman who swam", "attribute")), "Who is a woman who swam?"),
    ],
)
def test_other_stems_begin_with_their_question_word(made: FactDraft, stem: str) -> None:
    assert fronting.spoken(made, stem, ADA) == stem


def test_what_is_asked_for_is_not_in_front() -> None:
    made = fact(YEAR, phrase("a rule that holds", "object"))
    lead = next(q for q in made.qualifiers if q.role == "time")
    stem = "In which year did Ada Berg draw up a rule that holds?"
    assert fronting.spoken(made, stem, lead) == stem


def test_a_label_stays_before_what_opens_a_stem() -> None:
    assert fronting.read_out("Elm: Who swam at noon?", "Who swam at noon?", "At noon, who swam?") == (
        "Elm: At noon, who swam?"
    )
    assert fronting.read_out("Ada swam _____.", "Who swam at noon?", "At noon, who swam?") == "Ada swam _____."


def test_an_object_of_a_passive_may_run_on() -> None:
    made = draft(name("granite"), passive("carved", "carve"), phrase("ridges, walls and peaks", "other", prep="into"))
    lead = fronted("the High Elms", "place", "in")
    made = FactDraft(
        kind=made.kind, subject=made.subject, relation="", qualifiers=(lead, *made.qualifiers), verb=made.verb
    )
    stem = "What was carved into ridges, walls and peaks in the High Elms?"
    assert (
        fronting.spoken(made, stem, made.subject) == "In the High Elms, what was carved into ridges, walls and peaks?"
    )


@pytest.mark.parametrize(
    ("prompt", "spoken", "code"),
    [
        ("In which year did she move at 44?", "At 44, in which year did she move?", "refused-grammar"),
        ("When did she move at 44?", "At 44, when did she move?", "refused-grammar"),
        ("In which year did she move?", "In which year did she move?", ""),
        ("In which year did she move?", "", ""),
        ("How many people moved in 1921?", "In 1921, how many people moved?", ""),
    ],
)
def test_a_time_is_not_asked_for_behind_an_opening(prompt: str, spoken: str, code: str) -> None:
    assert fronting.reason(prompt, spoken) == code
