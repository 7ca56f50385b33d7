"""Which statements are not asked about: they are read amiss, lack a part or show a moment."""

import pytest
from drafts import IS, T, asked, draft, name, passive, phrase, verb, year

from quizgen.model import FactDraft, FactKind
from quizgen.questions import fitness

K = FactKind
HAD = verb("had", "have")
TOLD = phrase("a vase", "object")


def definition(subject: str, told: str, extractor: str = "definition", **more: object) -> FactDraft:
    return draft(
        phrase(subject, "subject", **more),
        IS,
        phrase(told, "attribute", T.PLACE, head=told.split(" ")[0]),
        kind=K.DEFINITION,
        extractor=extractor,
    )


UNFIT = [
    draft(name("Jane Ward"), verb("was standing", "stand", aux=("was",), participle="standing"), year("1990")),
    draft(phrase("the course", "subject"), verb("gave", "give"), name("Jane Ward", "object"), year("1990")),
    draft(phrase("tunnels", "subject", plural=True), passive("lowered", "lower"), year("1990")),
    draft(name("Otley Glacier", type=T.PLACE), verb("exceeded", "exceed"), phrase("40 metres", "object", T.QUANTITY)),
    draft(
        name("Jane Ward"), verb("chartered", "charter"), phrase("to fetch coal", "purpose", T.CLAUSE), kind=K.PURPOSE
    ),
    draft(name("Jane Ward"), verb("remembered", "remember"), phrase("a poet", "other", prep="as")),
    draft(
        phrase("the energy", "subject"),
        verb("comes", "come", tense="present"),
        phrase("the soil", "other", prep="from"),
        phrase("the leaf", "other", prep="from"),
    ),
    draft(
        phrase("the working end", "subject"),
        IS,
        phrase("the cutter", "attribute"),
        phrase("a disc as wide as a bus", "other"),
    ),
    draft(
        phrase("the salt", "subject"),
        passive("replaced", "replace"),
        phrase("food", "other", prep="partly from"),
        phrase("cells in the gills", "agent", prep="partly by"),
    ),
    draft(name("Jane Ward"), verb("holds", "hold", tense="present"), TOLD),
    draft(name("Jane Ward"), verb("said to look", "say", complement="to look"), year("1990")),
    draft(name("Jane Ward"), verb("sat out", "sit", particle="out"), phrase("a cave", "other", prep="in")),
    draft(name("Jane Ward"), HAD, phrase("tired of it", "attribute", T.CLAUSE), year("1990")),
    draft(name("Jane Ward"), verb("said", "say"), phrase("to look for it", "object", T.CLAUSE), year("1990")),
    draft(name("Jane Ward"), verb("went", "go"), year("1990")),
    draft(name("Jane Ward"), verb("left", "leave"), year("1990")),
    draft(name("Jane Ward"), verb("set out", "set", particle="out"), phrase("way of Japan", "manner", prep="by")),
    draft(name("Jane Ward"), verb("blamed", "blame"), phrase("the wind", "object"), year("1990")),
    draft(
        phrase("the goal", "subject", head="goal"),
        verb("was to gain", "be", complement="to gain"),
        phrase("control", "object"),
    ),
    draft(
        phrase("the work", "subject"),
        verb("took", "take"),
        phrase("a year", "object", T.DURATION),
        phrase("two weeks", "duration", T.DURATION, prep="for"),
    ),
    draft(
        phrase("the string", "subject"),
        verb("has", "have", tense="present"),
        phrase("ten beads", "object", T.NUMBER),
        phrase("two rows of five", "other", T.NUMBER, prep="in"),
    ),
    draft(name("the Navy", type=T.ORGANISATION), verb("set", "set"), name("Ida Holm", "object", T.PERSON)),
    draft(name("the Navy", type=T.ORGANISATION), verb("ended", "end"), phrase("a team", "object", head="team")),
    draft(phrase("1390", "subject", T.DATE), verb("lists", "list", tense="present"), phrase("five names", "object")),
    draft(phrase("none's shape", "subject"), verb("recalls", "recall", tense="present"), phrase("a tent", "object")),
    draft(
        phrase("passengers", "subject", plural=True),
        verb("paid", "pay"),
        phrase("$200", "object", T.MONEY),
        phrase("$100 eastward", "other", T.CLAUSE),
    ),
    definition("the total difference", "2 × 2 = 4 times"),
    definition("the Lakes region", "area north of the river", extractor="apposition", proper=True),
    definition("a conquered Carthage", "an area of ruins", extractor="apposition", proper=True),
]
FIT = [
    draft(name("Jane Ward"), verb("left", "leave"), phrase("Lima", "other", prep="for"), year("1990")),
    draft(name("Jane Ward"), verb("left", "leave"), phrase("the party", "object"), year("1990")),
    draft(name("Jane Ward"), verb("set up", "set", particle="up"), phrase("a stall", "object"), year("1990")),
    draft(name("Jane Ward"), verb("held", "hold"), TOLD),
    draft(name("Jane Ward"), verb("chairs", "chair", tense="present"), TOLD),
    draft(name("the River Bure", type=T.PLACE), verb("turns", "turn", tense="present"), year("1990")),
    draft(name("Jane Ward"), passive("said", "say", complement="to look"), year("1990")),
    draft(name("Jane Ward"), verb("sat out", "sit", particle="out"), phrase("the storm", "object")),
    draft(name("Jane Ward"), verb("sat down", "sit", particle="down"), year("1990")),
    draft(name("Jane Ward"), HAD, TOLD),
    draft(name("Jane Ward"), verb("went", "go"), name("York", "other", T.PLACE, prep="to"), year("1990")),
    draft(name("Jane Ward"), verb("went", "go"), phrase("home", "manner"), year("1990")),
    draft(name("Jane Ward"), verb("blamed", "blame"), TOLD, phrase("the noise", "other", prep="for")),
    draft(name("Jane Ward"), verb("was to sing", "be", complement="to sing"), phrase("a song", "object")),
    draft(
        phrase("the string", "subject"),
        verb("has", "have", tense="present"),
        phrase("ten beads", "object", T.NUMBER),
        phrase("two rows of knots", "other", T.NUMBER, prep="in"),
    ),
    definition("the Lakes region", "the area north of the river", extractor="apposition", proper=True),
    definition("a delta", "an area of mud"),
    definition("a conquered town", "an area of ruins", extractor="apposition"),
]


@pytest.mark.parametrize("made", UNFIT, ids=lambda made: f"{made.subject.text} {made.relation}")
def test_a_statement_that_is_no_fact_by_itself(made: FactDraft) -> None:
    assert fitness.is_unfit(made)


@pytest.mark.parametrize("made", FIT, ids=lambda made: f"{made.subject.text} {made.relation}")
def test_a_statement_that_can_be_asked_about(made: FactDraft) -> None:
    assert not fitness.is_unfit(made)


def aim(verb_: object, purpose: str, *others: object) -> FactDraft:
    return draft(
        name("the guild", type=T.ORGANISATION),
        verb_,  # type: ignore[arg-type]
        *others,  # type: ignore[arg-type]
        phrase(purpose, "purpose", T.CLAUSE),
        kind=K.PURPOSE,
    )


@pytest.mark.parametrize(
    "made",
    [
        aim(verb("rose", "rise"), "to lead the city"),
        aim(verb("returned", "return"), "to find its hall burned"),
        aim(passive("regarded", "regard"), "to gain a seat", phrase("a step", "other", prep="as")),
        aim(verb("called", "call"), "to join the militia", phrase("volunteers", "other", prep="for")),
        aim(verb("grew", "grow"), "to become the largest of all"),
        aim(verb("lacked", "lack"), "to pay its debts", phrase("the means", "object")),
    ],
    ids=lambda made: made.relation,
)
def test_a_result_is_no_purpose(made: FactDraft) -> None:
    assert "purpose" not in asked(made)


@pytest.mark.parametrize(
    "made",
    [
        aim(verb("printed", "print"), "to pay its debts", phrase("paper money", "object")),
        aim(passive("founded", "found"), "to protect weavers"),
        aim(verb("travelled", "travel"), "to meet the shah"),
    ],
    ids=lambda made: made.relation,
)
def test_a_deed_has_a_purpose(made: FactDraft) -> None:
    assert "purpose" in asked(made)
