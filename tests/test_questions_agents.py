"""Who acts and what is acted on, in the question word."""

import pytest
from drafts import T, asked, draft, name, passive, phrase, refusals, verb, year

from quizgen.model import FactKind, Phrase, PhraseType, Verb

WANTS = verb("wants", "want", tense="present")
WAGE = phrase("a wage of twenty dollars an hour", "object")


def several(text: str, type: PhraseType = T.THING, **more: object) -> Phrase:
    return phrase(text, "subject", type, plural=True, **more)


@pytest.mark.parametrize(
    ("subject", "made", "thing", "expected"),
    [
        (phrase("the union", "subject", T.ORGANISATION), WANTS, WAGE, "Who"),
        (several("unions", T.ORGANISATION), verb("want", "want", tense="present"), WAGE, "Who"),
        (several("estates"), verb("signed", "sign"), phrase("agreements with the ministry", "object"), "Who"),
        (several("walkers"), passive("advised", "advise", "were", complement="to wait"), None, "Who"),
        (several("bystanders"), passive("jailed", "jail", "were"), None, "Who"),
        (several("bands of pilgrims"), verb("whipped", "whip"), phrase("themselves", "object"), "Who"),
        (several("Ida Holm and five companions"), verb("left", "leave"), phrase("the hut", "object"), "Who"),
        (name("Finance Minister Ida Holm", type=T.PLACE), verb("left", "leave"), phrase("the hut", "object"), "Who"),
        (phrase("Otto Voss's expedition", "subject", head="expedition"), verb("left", "leave"), WAGE, "Which"),
        (name("the Norwegian Ida Holm", type=T.THING), verb("built", "build"), phrase("organs", "object"), "Who"),
        (name("the Norwegian Red Cross", type=T.THING), verb("built", "build"), phrase("huts", "object"), "What"),
        (several("Jorn Dahl and Ida Holm of the University of Lund"), verb("found", "find"), WAGE, "Who"),
        (several("Radium Street and Ida Holm"), verb("lost", "lose"), WAGE, "What"),
        (several("Marie Curie and radium"), verb("left", "leave"), phrase("the hut", "object"), "What"),
        (phrase("the law", "subject"), WANTS, WAGE, "What"),
        (phrase("walkers", "subject"), passive("asked", "ask", "are", complement="to wait"), None, "Who"),
        (phrase("the Kenyan government", "subject", T.ORGANISATION, head="government"), WANTS, WAGE, "Which"),
        (name("the Institute's report", type=T.THING), verb("agreed", "agree"), None, "What"),
        (phrase("a court in Peru", "subject", head="court"), verb("recognised", "recognise"), WAGE, "Who"),
        (phrase("the Holm-era court", "subject", head="court"), verb("held", "hold"), WAGE, "What"),
        (several("machines"), verb("brace", "brace", tense="present"), phrase("themselves", "object"), "What"),
        (several("bands of rubber"), verb("wrapped", "wrap"), phrase("themselves", "object"), "What"),
        (several("stories"), passive("told", "tell", "were"), None, "What"),
        (several("pumps"), passive("installed", "install", "were"), None, "What"),
        (phrase("the union", "subject", T.ORGANISATION), verb("owns", "own", tense="present"), WAGE, "What"),
    ],
)
def test_only_people_want_and_sign(subject: Phrase, made: Verb, thing: Phrase | None, expected: str) -> None:
    others = [thing] if thing is not None else [phrase("the old harbour", "other", prep="in")]
    assert asked(draft(subject, made, *others))["subject"].split(" ")[0] == expected


def test_what_is_run_is_no_person_and_a_king_is_one() -> None:
    agent = name("the Harbour Trust", "agent", T.ORGANISATION, prep="by")
    run = draft(name("Wilder Wood"), passive("run", "run", "is"), agent)
    assert asked(run)["subject"].startswith("What is run by the Harbour Trust?")
    opened = draft(name("King Olaf V of Norland", type=T.THING), verb("opened", "open"), WAGE)
    assert asked(opened)["subject"].startswith("Who opened")


def test_by_hand_names_nobody() -> None:
    by_hand = phrase("hand", "agent", prep="by")
    assert "agent" not in asked(draft(several("sacks"), passive("stowed", "stow", "were"), by_hand))


def test_an_office_is_no_person() -> None:
    made = passive("named", "name")
    office = phrase("president of the league", "object", T.PERSON)
    assert asked(draft(name("Ida Holm"), made, office))["object"].startswith("What was Ida Holm named?")
    named = name("Queen of the May", "object")
    assert asked(draft(name("Ida Holm"), made, named))["object"].startswith("Who was Ida Holm named?")


@pytest.mark.parametrize(
    ("base", "thing", "expected"),
    [
        ("found", name("the Arva Mahala", "object", T.PERSON, noun="society"), "Which society did"),
        ("write", name("The Harbour Woman", "object", T.PERSON, noun="woman"), "What did"),
        ("join", name("Ida Holm", "object", T.PERSON), "Who did"),
        ("marry", name("Ida Holm", "object", T.PERSON, noun="widow"), "Who did"),
    ],
)
def test_nobody_founds_or_writes_a_person(base: str, thing: Phrase, expected: str) -> None:
    made = draft(name("Ada Brook"), verb(base, base), thing)
    assert asked(made)["object"].startswith(f"{expected} Ada Brook")


@pytest.mark.parametrize(
    ("subject", "made", "expected"),
    [
        (
            phrase("the Oslo-based operator of Nordfjord Ferries", "subject", head="operator"),
            verb("accused", "accuse"),
            "Which",
        ),
        (phrase("the operator", "subject", head="operator"), verb("accused", "accuse"), "What"),
        (phrase("the Harbour maker", "subject", head="maker"), verb("contained", "contain"), "What"),
        (several("councils", head="council"), verb("build", "build", tense="present"), "Who"),
        (several("councils", head="council"), verb("need", "need", tense="present"), "What"),
    ],
)
def test_a_firm_goes_by_what_it_does(subject: Phrase, made: Verb, expected: str) -> None:
    assert (
        asked(draft(subject, made, phrase("groynes of timber along the beach", "object")))["subject"].split(" ")[0]
        == expected
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (passive("tuned", "tune", "is"), "What is tuned"),
        (passive("fined", "fine"), "Which organisation was fined"),
    ],
)
def test_a_device_is_no_organisation(made: Verb, expected: str) -> None:
    told = draft(
        name("ORBA", type=T.ORGANISATION), made, name("the Nordic Council", "agent", T.ORGANISATION, prep="by")
    )
    assert asked(told)["subject"].startswith(expected)


@pytest.mark.parametrize(
    ("subject", "told", "expected"),
    [
        (name("Oto Dalbo", type=T.WORK), phrase("a travelling salesman from Vik", "attribute", head="salesman"), "Who"),
        (
            name("Oto Dalbo", type=T.WORK),
            phrase("a travelling exhibition from Vik", "attribute", head="exhibition"),
            "What",
        ),
        (phrase("the last winner of the race", "subject"), name("Ida Holm", "attribute"), "Who"),
        (phrase("a salesman", "subject"), phrase("a man who sells things", "attribute", head="man"), "What"),
    ],
)
def test_somebody_is_told_by_a_trade(subject: Phrase, told: Phrase, expected: str) -> None:
    made = draft(subject, verb("was", "be"), told, kind=FactKind.DEFINITION)
    assert asked(made)["definition"].split(" ")[0] == expected


@pytest.mark.parametrize(
    ("text", "made", "asks"),
    [
        ("adults", verb("measure", "measure", tense="present"), False),
        ("wingless females", verb("climb", "climb", tense="present"), False),
        ("a female", verb("has", "have", tense="present"), False),
        ("the male", verb("guards", "guard", tense="present"), True),
        ("adults", verb("vote", "marry", tense="present"), True),
        ("adult moles", verb("climb", "climb", tense="present"), True),
    ],
)
def test_an_age_or_a_sex_is_not_asked_for(text: str, made: Verb, asks: bool) -> None:
    told = phrase("the tall oaks beside the Holm Canal", "object")
    found = asked(draft(phrase(text, "subject", head=text.split()[-1].removesuffix("s")), made, told))
    assert (found.get("subject") is not None) is asks


def test_a_branch_of_a_ministry_is_a_body() -> None:
    branch = name("the Bridge Inspection Branch", type=T.THING, head="branch")
    told = phrase("an inquiry into the fall of the Holm Bridge", "object")
    assert asked(draft(branch, verb("began", "begin"), told))["subject"].startswith("Which body began")


@pytest.mark.parametrize(("base", "expected"), [("convert", "What"), ("found", "Which")])
def test_capitals_alone_make_no_organisation(base: str, expected: str) -> None:
    thing = name("ACC", "object", T.ORGANISATION)
    made = draft(name("Ida Holm"), verb(f"{base}ed", base), thing, year("1921"))
    assert asked(made)["object"].split(" ")[0] == expected


@pytest.mark.parametrize(("head", "expected"), [("house", "What"), ("village", "What"), ("sailor", "Who")])
def test_a_public_house_is_no_person(head: str, expected: str) -> None:
    told = phrase(f"a {head} in Graz", "attribute", head=head)
    made = draft(name("Ada Brook"), verb("was", "be"), told, kind=FactKind.DEFINITION)
    assert asked(made)["definition"].split(" ")[0] == expected


@pytest.mark.parametrize(
    ("told", "head", "who"),
    [
        ("a stepwell in the old town of Orlen", "stepwell", "What"),
        ("a group of mines in the upper valley", "group", "What"),
        ("a priest of the old town of Orlen", "priest", "Who"),
    ],
)
def test_what_a_name_is_said_to_be_tells_whether_it_is_a_persons(told: str, head: str, who: str) -> None:
    made = draft(
        name("Rani Orlen", type=T.PERSON),
        verb("was", "be"),
        phrase(told, "attribute", head=head),
        kind=FactKind.DEFINITION,
        extractor="definition",
    )
    assert f"{who} was Rani Orlen?" in refusals(made)
