"""Questions that are garbled as a whole, whatever they are made of."""

from dataclasses import replace

import pytest
from drafts import T, asked, draft, name, passive, phrase, refusals, verb, year

from quizgen.model import FactDraft, FactKind, Phrase

ADA = name("Ada Brook")
SHED = phrase("the shed", "subject")
THREE = phrase("the trains", "subject", plural=True)


def thing(text: str, **more: object) -> object:
    return phrase(text, "object", **more)


REFUSED: list[tuple[FactDraft, str, str]] = [
    (
        draft(ADA, verb("painted", "paint"), name("Otto Moe", "agent", prep="by"), year("1931")),
        "In which year did Ada Brook paint by Otto Moe?",
        "refused-grammar",
    ),
    (
        draft(name("Norway", type=T.COUNTRY), passive("split", "split"), phrase("1931", "other", prep="since")),
        "Which country was split since 1931?",
        "refused-grammar",
    ),
    (
        draft(phrase("the lake", "subject"), verb("reported", "report"), phrase("76 metres", "other", prep="as")),
        "What reported as 76 metres?",
        "refused-grammar",
    ),
    (
        draft(ADA, verb("drove", "drive"), thing("a truck"), phrase("a truck's wheels", "other", prep="into")),
        "Who drove a truck into a truck's wheels?",
        "refused-grammar",
    ),
    (
        draft(
            phrase("a gas", "subject"),
            verb("called", "call"),
            phrase("neon lights", "object", plural=True),
            year("1931"),
        ),
        "What called neon lights in 1931?",
        "refused-grammar",
    ),
    (
        draft(phrase("where a barn stood", "subject"), passive("turned", "turn", "has"), year("1931")),
        "In which year has where a barn stood turned?",
        "refused-grammar",
    ),
    (
        draft(name("Norway", type=T.COUNTRY), passive("granted", "grant", "were"), year("1645")),
        "In which year were Norway granted?",
        "refused-grammar",
    ),
    (
        draft(
            phrase("1943", "subject", plural=True),
            verb("refer", "refer", tense="present"),
            phrase("the crossing of the bay", "other", prep="to", head="crossing"),
        ),
        "What do 1943 refer to?",
        "refused-grammar",
    ),
    (
        draft(
            phrase("ships that pass the old bridge", "subject", plural=True),
            passive("painted", "paint", "were"),
            year("1931"),
            phrase("the old bridge", "other", prep="near", head="bridge"),
        ),
        "In which year were ships that pass the old bridge painted near the old bridge?",
        "refused-grammar",
    ),
    (
        draft(
            ADA,
            verb("carried", "carry"),
            phrase("the salt", "object"),
            phrase("the Treaty of Basel", "other", prep="under", proper=True),
            phrase("Swedish vessels", "other", plural=True, proper=True),
        ),
        "Who carried the salt under the Treaty of Basel Swedish vessels?",
        "refused-grammar",
    ),
    (
        draft(ADA, verb("took up", "take", particle="up"), thing("the load, and a strong smell results"), year("1931")),
        "What did Ada Brook take up in 1931?",
        "refused-torn",
    ),
    (
        draft(ADA, verb("injured", "injure"), thing("her hand and breaking ribs"), year("1931")),
        "What did Ada Brook injure in 1931?",
        "refused-torn",
    ),
    (
        draft(SHED, verb("passes", "pass", tense="present"), thing("past plates of clay"), year("1931")),
        "What does the shed pass in 1931?",
        "refused-torn",
    ),
    (
        draft(
            THREE,
            verb("served", "serve"),
            thing("Orvik", proper=True),
            phrase("early tenth centuries", "time", T.DATE, prep="in"),
        ),
        "When did the trains serve Orvik?",
        "refused-torn",
    ),
    (
        draft(ADA, passive("honoured", "honour"), phrase("", "other", prep="for")),
        "Who was honoured for?",
        "refused-grammar",
    ),
    (
        draft(ADA, passive("moved", "move", "has"), thing("the finish"), year("1931")),
        "In which year has Ada Brook moved the finish?",
        "refused-grammar",
    ),
    (
        draft(
            THREE,
            verb("ran", "run"),
            phrase("1931", "time", T.DATE, prep="until"),
            phrase("40 years", "duration", T.DURATION, prep="for"),
        ),
        "Until when did the trains run for 40 years?",
        "refused-grammar",
    ),
    (
        draft(SHED, verb("rises", "rise", tense="present"), thing("about 500 metres over the track")),
        "What does the shed rise?",
        "refused-word",
    ),
]


@pytest.mark.parametrize(("made", "prompt", "code"), REFUSED, ids=[prompt for _, prompt, _ in REFUSED])
def test_a_garbled_question_is_refused(made: FactDraft, prompt: str, code: str) -> None:
    assert refusals(made).get(prompt) == code


GOOD: list[tuple[FactDraft, str]] = [
    (
        draft(
            THREE,
            passive("run", "run", "have"),
            phrase("1931", "time", T.DATE, prep="since"),
            phrase("Orvik", "place", prep="to"),
        ),
        "Since when have the trains run to Orvik?",
    ),
    (
        draft(THREE, passive("painted", "paint", "were"), name("Otto Moe", "agent", prep="by"), year("1931")),
        "In which year were the trains painted by Otto Moe?",
    ),
    (
        draft(THREE, passive("painted", "paint", "were"), year("1931")),
        "In which year were the trains painted?",
    ),
    (
        draft(name("the Royal Board", type=T.ORGANISATION), passive("granted", "grant", "were"), year("1645")),
        "In which year were the Royal Board granted?",
    ),
    (
        draft(ADA, verb("grew", "grow"), thing("oats, rye and barley", plural=True), year("1931")),
        "What did Ada Brook grow in 1931?",
    ),
    (
        draft(ADA, verb("built", "build"), thing("a bridge and boathouse in Orvik", head="bridge"), year("1931")),
        "What did Ada Brook build in 1931?",
    ),
    (
        draft(
            name("the Royal Board", type=T.ORGANISATION),
            verb("awarded", "award"),
            name("Ada Brook", "other"),
            thing("its gold medal"),
            year("1931"),
        ),
        "In which year did the Royal Board award Ada Brook its gold medal?",
    ),
]


@pytest.mark.parametrize(("made", "prompt"), GOOD, ids=[prompt for _, prompt in GOOD])
def test_a_well_formed_question_is_not(made: FactDraft, prompt: str) -> None:
    assert refusals(made).get(prompt) == ""


def test_how_is_not_answered_by_a_time() -> None:
    summer = phrase("early summer", "other", prep="by", head="summers")
    made = draft(THREE, verb("cleared", "clear"), phrase("the lake", "object"), summer)
    assert refusals(made).get("How did the trains clear the lake?") == "refused-word"


def test_a_span_is_asked_for_as_one() -> None:
    span = phrase("little more than a decade", "other", prep="by", head="decade")
    made = draft(name("the firm", type=T.ORGANISATION), verb("outlived", "outlive"), name("Ada Brook", "object"), span)
    assert asked(made)["way"] == "By how long did the firm outlive Ada Brook? => little more than a decade"


def test_how_much_is_not_answered_by_a_year() -> None:
    when = phrase("about 1320", "other", T.NUMBER, prep="by")
    made = draft(THREE, verb("lost", "lose"), phrase("their charm", "object"), when)
    assert refusals(made).get("By how much did the trains lose their charm?", "refused-word") == "refused-word"


def test_what_matters_most_is_no_definition() -> None:
    told = phrase("the principal source of income", "attribute", head="source")
    made = draft(
        phrase("tourism", "subject"),
        verb("is", "be", tense="present"),
        told,
        kind=FactKind.DEFINITION,
        extractor="definition",
    )
    assert asked(made) == {}


def test_a_thing_that_is_called_so_is_no_person() -> None:
    told = phrase("the ore deposit", "attribute", head="deposit")
    made = draft(
        name("Per Holm"), verb("is", "be", tense="present"), told, kind=FactKind.DEFINITION, extractor="called"
    )
    assert "What is Per Holm? => the ore deposit" in asked(made).values()


@pytest.mark.parametrize(
    ("subject", "question"),
    [
        (name("Tropical Storm Erna"), "What reached Orvik in 1931?"),
        (name("the Elm Viaduct"), "What reached Orvik in 1931?"),
        (phrase("the fungus's partner", "subject", head="partner"), "What reached Orvik in 1931?"),
        (phrase("the painter's partner", "subject", head="partner"), "Who reached Orvik in 1931?"),
        (name("the Dalai Lama"), "Who reached Orvik in 1931?"),
        (name("the Iron Lady"), "Who reached Orvik in 1931?"),
        (phrase("searchers with torches", "subject", head="searcher", plural=True), "Who reached Orvik in 1931?"),
        (phrase("Ada Brook and her remaining friends", "subject", plural=True), "Who reached Orvik in 1931?"),
        (phrase("an unhappy couple", "subject", head="couple"), "Who reached Orvik in 1931?"),
        (phrase("a couple of planks", "subject", head="couple", plural=True), "What reached Orvik in 1931?"),
        (phrase("Swedes", "subject", head="swede", plural=True), "Who reached Orvik in 1931?"),
        (name("the salesman Ole Barber", type=T.THING, head="salesman"), "Who reached Orvik in 1931?"),
        (name("Franz Josef Land"), "What reached Orvik in 1931?"),
        (phrase("army personnel", "subject", head="personnel", plural=True), "Who reached Orvik in 1931?"),
    ],
)
def test_the_question_word_fits_what_only_sounds_like_a_person(subject: object, question: str) -> None:
    made = draft(subject, verb("reached", "reach"), name("Orvik", "object", T.PLACE), year("1931"))  # type: ignore[arg-type]
    assert asked(made)["subject"].startswith(question)


@pytest.mark.parametrize(
    ("subject", "hour", "prompt"),
    [
        (
            phrase("Some old ferries", "subject", plural=True),
            "Orvik",
            "In which year did some old ferries reach Orvik?",
        ),
        (ADA, "Orvik at 7 a.m.", "In which year did Ada Brook reach Orvik at 7 a.m.?"),
    ],
)
def test_capitals_and_stops_stand_where_they_belong(subject: object, hour: str, prompt: str) -> None:
    made = draft(subject, verb("reached", "reach"), name(hour, "object", T.PLACE), year("1931"))  # type: ignore[arg-type]
    assert prompt in refusals(made)


def test_a_date_does_not_part_a_deed_from_its_verb() -> None:
    deed = phrase("putting the letters into order", "other", T.CLAUSE, prep="about")
    made = draft(ADA, verb("set", "set"), deed, kind=FactKind.EVENT)
    front = replace(year("1931"), position=-1)
    dated = replace(made, subject=replace(made.subject, position=0), qualifiers=(front, *made.qualifiers))
    assert asked(dated)["subject"] == "Who set about putting the letters into order in 1931? => Ada Brook"


def test_a_date_does_not_part_somebody_from_their_deed() -> None:
    deed = phrase("to keep accounts", "other", T.CLAUSE)
    made = draft(ADA, verb("taught", "teach"), name("Olav Moe", "object"), deed, kind=FactKind.EVENT)
    front = replace(year("1931"), position=-1)
    dated = replace(made, subject=replace(made.subject, position=0), qualifiers=(front, *made.qualifiers))
    assert asked(dated)["subject"] == "Who taught Olav Moe to keep accounts? => Ada Brook"


def test_a_second_goal_that_explains_the_first_is_left_out() -> None:
    goals = (phrase("Orvik", "place", T.PLACE, prep="to", proper=True), phrase("a school", "other", prep="to"))
    made = draft(ADA, verb("went", "go"), *goals, year("1931"), kind=FactKind.EVENT)
    assert asked(made)["time"] == "In which year did Ada Brook go to Orvik? => 1931"


def test_nobody_asks_what_several_of_a_kind_are_by_what_they_are() -> None:
    told = phrase("freemen of the guild", "attribute", head="freeman", plural=True)
    jurors = phrase("the jurors", "subject", head="juror", plural=True)
    made = draft(jurors, verb("are", "be", tense="present"), told, kind=FactKind.DEFINITION, extractor="definition")
    assert refusals(made).get("What are freemen of the guild?", "refused-word") == "refused-word"


def test_a_town_with_hyphens_is_none_of_its_parts() -> None:
    place = phrase("Weston-super-Mare", "place", T.PLACE, prep="in", proper=True, noun="mare")
    made = draft(ADA, verb("ran", "run"), phrase("a hotel", "object"), place)
    assert not any("mare did" in question for question in asked(made).values())


def test_what_took_time_to_build_says_how_long() -> None:
    took = verb("took to build", "take", complement="to build")
    dam = phrase("the Elm Dam", "subject", proper=True)
    span = phrase("from 1529 to 1622", "time", T.DATE)
    assert set(refusals(draft(dam, took, span)).values()) == {"refused-grammar"}


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        (("for", "talking aloud"), ("for", "dropping tools"), True),
        (("to", "the west"), ("to", "the east"), True),
        (("for", "talking aloud"), ("from", "the west"), False),
    ],
)
def test_two_of_a_list_are_not_meant_at_once(first: tuple[str, str], second: tuple[str, str], *, refused: bool) -> None:
    told = [phrase(text, "other", prep=prep) for prep, text in (first, second)]
    made = draft(ADA, verb("lost", "lose"), phrase("the Elm Prize", "object", proper=True), *told)
    assert ("refused-grammar" in refusals(made).values()) == refused


def test_a_side_belongs_to_no_name() -> None:
    side = phrase("Elmland to the west", "subject", T.COUNTRY, proper=True)
    made = draft(side, verb("joined", "join"), phrase("the Elm League", "object", proper=True), year("1931"))
    assert set(refusals(made).values()) == {"refused-grammar"}


def test_nobody_is_called_by_a_name_twice() -> None:
    twice = name('Ada "Holmy" Brook Brook')
    once = name('Ada "Holmy" Brook')
    rest = (verb("joined", "join"), phrase("the Elm League", "object", proper=True), year("1931"))
    assert set(refusals(draft(twice, *rest)).values()) == {"refused-grammar"}
    assert "refused-grammar" not in refusals(draft(once, *rest)).values()


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        ([phrase("Norway", "place", T.PLACE, prep="in"), phrase("Norway", "place", T.PLACE, prep="in")], True),
        ([phrase("the year in which her son was born", "other")], True),
        ([phrase("the Elm Cup, which began", "other", prep="for")], True),
        ([phrase("Norway", "place", T.PLACE, prep="in"), phrase("the Elm Cup", "other", prep="for")], False),
    ],
)
def test_a_stem_has_each_place_once_and_no_loose_date(told: list[Phrase], *, refused: bool) -> None:
    made = draft(ADA, verb("built", "build"), phrase("the Elm Hall", "object", proper=True), *told)
    assert ("refused-grammar" in refusals(made).values()) == refused


@pytest.mark.parametrize(("title", "refused"), [('Elm Song " "', True), ("Elm Song", False)])
def test_quotes_have_not_lost_what_stood_in_them(title: str, *, refused: bool) -> None:
    made = draft(
        phrase(title, "subject", T.WORK, proper=True),
        verb("won", "win"),
        phrase("the Elm Cup", "object", proper=True),
        year("1931"),
    )
    assert ("refused-grammar" in refusals(made).values()) == refused


def test_with_whom_says_together() -> None:
    together = phrase("together", "manner")
    made = draft(
        ADA, verb("opened", "open"), thing("the hall"), together, name("Otto Moe", "other", T.PERSON, prep="with")
    )
    assert asked(made)["adjunct"] == "With whom did Ada Brook open the hall? => Otto Moe"
