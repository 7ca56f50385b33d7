"""Who is a person, and who or what only looks like one, in the question word."""

from dataclasses import replace

import pytest
from drafts import IS, T, asked, draft, name, passive, phrase, verb, year

from quizgen.model import FactKind, Phrase, PhraseType, Verb
from quizgen.questions import wh


def plural(text: str, head: str, type: PhraseType = T.THING) -> Phrase:
    return phrase(text, "subject", type, plural=True, head=head, proper=text[:1].isupper())


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (plural("trombonists", "trombonist"), "Who"),
        (plural("regatta organisers", "organiser"), "Who"),
        (plural("mail coachmen", "coachman"), "Who"),
        (phrase("the pumpman", "subject", head="pumpman"), "Who"),
        (phrase("the specimen", "subject", head="specimen"), "What"),
        (plural("old specimens", "specimen"), "What"),
        (name("the Hartman", type=T.THING, head="hartman"), "What"),
        (phrase("the 31-year-old", "subject", head="old"), "Who"),
        (phrase("a girl of nine named Rosa", "subject", T.PERSON, head="girl"), "Who"),
        (phrase("a mould of clay named Rosa", "subject", T.PERSON, head="mould"), "What"),
        (name("the late lady Ida Holm", type=T.THING, head="lady"), "Who"),
        (name("the Māori", type=T.PRODUCT, head="māori"), "Who"),
        (name("the Mohawk", type=T.PLACE, head="mohawk"), "What"),
        (plural("the government forces", "force"), "Who"),
        (plural("elastic and magnetic forces", "force"), "What"),
        (plural("Coulomb forces", "force"), "What"),
        (plural("clerks, sailors and horses", "clerk"), "What"),
        (plural("clerks, sailors and their families", "clerk"), "Who"),
        (plural("visitors from towns and villages", "visitor"), "Who"),
        (phrase("a family of seven Siberian cranes", "subject", T.PEOPLE, head="family"), "What"),
        (phrase("a family of seven German singers", "subject", T.PEOPLE, head="family"), "Who"),
        (plural("small groups of cells known as islets", "group", type=T.PEOPLE), "What"),
        (name("Helen Falls", head="falls"), "What"),
        (name("Helen Hill", head="hill"), "Who"),
        (plural("the Confederates", "confederates"), "Who"),
        (plural("the Harbour Boys", "boys"), "Who"),
        (plural("Senecas, Shawnees and Delawares", "senecas"), "Who"),
        (plural("the Algonquian", "algonquian"), "Who"),
        (plural("the Sisters", "sisters", T.PLACE), "What"),
        (plural("the Harbour Lights", "lights"), "What"),
        (name("the Dean of Lund Cathedral", type=T.ORGANISATION, head="dean", noun="cathedral"), "Who"),
        (name("the Tower of Lund Cathedral", type=T.THING, head="tower"), "What"),
        (name("a tuner called Jens Dahl", type=T.THING, head="tuner"), "Who"),
        (name("a mould called Jens Dahl", type=T.THING, head="mould"), "What"),
        (plural("Boys and Lanterns", "boys"), "What"),
    ],
)
def test_the_form_of_a_noun_tells_whether_it_is_somebody(subject: Phrase, expected: str) -> None:
    found = wh.subject(subject)
    assert found is not None and found.wh == expected


@pytest.mark.parametrize(
    ("made", "agent", "expected"),
    [
        (passive("designed", "design"), name("Oda Vik and Jens Voss", "agent", T.THING, plural=True), "By whom was"),
        (passive("flooded", "flood"), name("Arva Vik and Sund Voss", "agent", T.THING, plural=True), "What flooded"),
        (passive("elected", "elect"), name("the Storting", "agent", T.THING, head="storting"), "By whom was"),
        (
            passive("played", "play"),
            name("the orchestra of the Harbour Theatre", "agent", T.THING, head="orchestra"),
            "By which orchestra was",
        ),
        (
            passive("admitted", "admit"),
            phrase("the conservatory", "agent", head="conservatory"),
            "By which institution",
        ),
        (passive("cooled", "cool"), phrase("the pump", "agent", head="pump"), "What cooled"),
    ],
)
def test_somebody_or_a_body_does_what_is_done(made: Verb, agent: Phrase, expected: str) -> None:
    done = draft(name("the Arva", type=T.THING), made, replace(agent, prep="by"), year("1903"))
    assert asked(done)["agent"].startswith(expected)


@pytest.mark.parametrize(
    ("base", "behind", "expected"),
    [
        ("persuade", "that the dam was safe", "Who"),
        ("urge", "to wait", "Who"),
        ("show", "that the dam was safe", "What"),
    ],
)
def test_who_is_moved_to_something_is_somebody(base: str, behind: str, expected: str) -> None:
    told = phrase("several ministries", "object", plural=True, head="ministry")
    made = draft(name("Ida Holm"), verb(f"{base}d", base), told, phrase(behind, "other", T.CLAUSE))
    assert asked(made)["object"].startswith(f"{expected} did Ida Holm {base}")


def test_one_leaves_what_is_no_person() -> None:
    army = phrase("the army", "object", T.PEOPLE, head="army")
    assert asked(draft(name("Ida Holm"), verb("left", "leave"), army, year("1903")))["object"].startswith("What did")
    troops = phrase("his troops", "object", T.PEOPLE, head="troop", plural=True)
    assert asked(draft(name("Ida Holm"), verb("left", "leave"), troops, year("1903")))["object"].startswith("Who did")


@pytest.mark.parametrize(
    ("made", "behind", "expected"),
    [
        (passive("launched", "launch"), phrase("a rocket", "agent", prep="by"), "What was"),
        (passive("made", "make", "is"), phrase("pressed cake", "other", prep="from"), "What is"),
        (passive("made", "make"), phrase("bishop", "object"), "Who was"),
        (verb("includes", "include", tense="present"), phrase("five workshops", "object"), "What includes"),
    ],
)
def test_what_only_things_suffer_tells_that_a_name_is_one(made: Verb, behind: Phrase, expected: str) -> None:
    assert asked(draft(name("Ostara"), made, behind, year("1903")))["subject"].startswith(expected)


def test_a_country_and_a_body_are_nobody() -> None:
    buyer = phrase("the leading buyer", "attribute", head="buyer")
    peru = draft(name("Peru", type=T.COUNTRY), IS, buyer, kind=FactKind.DEFINITION, extractor="definition")
    found = asked(peru)
    assert "definition" not in found and found["term"].startswith("Which country is the leading buyer")
    panel = phrase("a standing group of nine people", "attribute", T.PEOPLE, head="group")
    body = draft(name("the Holm Panel"), IS, panel, kind=FactKind.DEFINITION, extractor="apposition")
    assert asked(body)["definition"].startswith("What is the Holm Panel")
    best = phrase("the ablest of the generals", "attribute", head="ablest")
    general = draft(name("Wen Daqing", type=T.UNKNOWN), IS, best, kind=FactKind.DEFINITION, extractor="apposition")
    assert asked(general)["definition"].startswith("Who")


def test_an_office_is_what_somebody_serves_as() -> None:
    office = phrase("president of the Harbour Society", "other", T.PERSON, proper=True, prep="as", head="president")
    assert asked(draft(name("Ida Holm"), verb("served", "serve"), office, year("1903")))["bound"].startswith("What did")


@pytest.mark.parametrize(
    ("subject", "made", "told", "expected"),
    [
        (phrase("the jury", "subject", head="jury"), verb("took", "take"), phrase("an hour", "object"), "Who took"),
        (phrase("the council", "subject", head="it"), verb("sold", "sell"), phrase("the mill", "object"), "Who sold"),
        (phrase("the motor", "subject", head="it"), verb("drove", "drive"), phrase("the mill", "object"), "What drove"),
        (phrase("the heir himself", "subject", head="heir"), passive("shot", "shoot"), None, "Who was"),
        (name("Holm", type=T.THING), verb("founded", "found"), name("the Holm Fund", "object", T.ORGANISATION), "Who"),
        (name("the Faroes", type=T.PLACE), verb("beat", "beat"), name("Malta", "object", T.UNKNOWN), "Who beat"),
        (name("Rani ki Lund"), passive("planned", "plan"), None, "What was"),
    ],
)
def test_what_is_done_tells_who_does_it(subject: Phrase, made: Verb, told: Phrase | None, expected: str) -> None:
    behind = [told] if told is not None else []
    assert asked(draft(subject, made, *behind, year("1903")))["subject"].startswith(expected)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (passive("called", "call"), name("Grete Dahl or Grete Moe", "object")),
        (verb("called themselves", "call", particle="themselves"), name("the Orphans", "object", plural=True)),
        (verb("called itself", "call", particle="itself"), name("the Bead Capital", "object", T.PLACE, noun="capital")),
    ],
)
def test_what_somebody_is_called_is_a_name(made: Verb, told: Phrase) -> None:
    assert asked(draft(name("Ida Holm"), made, told, year("1903")))["object"].startswith("What ")


def test_a_government_of_somebody_is_no_person() -> None:
    ruled = name("the government of Ida Holm", type=T.ORGANISATION, head="government", noun="government")
    found = wh.subject(ruled)
    assert found is not None and (found.wh, found.answer) == ("Which government", "the government of Ida Holm")


def test_a_branch_of_a_nation_does_something_as_a_body() -> None:
    service = phrase("the Greek weather service", "agent", prep="by", head="service")
    made = draft(name("Alma", type=T.THING), passive("named", "name"), service, year("1903"))
    assert asked(made)["agent"].startswith("By which service was Alma named")


@pytest.mark.parametrize("means", ["helicopter", "laser", "post"])
def test_a_means_without_article_is_no_doer(means: str) -> None:
    made = draft(name("the capsule", type=T.THING), passive("carried", "carry"), phrase(means, "agent", prep="by"))
    assert "agent" not in asked(made)
