"""From a fact to its questions: facts are built by hand, no parser is needed."""

import pytest
from drafts import every

from quizgen import templates
from quizgen.model import FactDraft, FactKind, Modality, Phrase, PhraseType, Value, Verb
from quizgen.questions import forms, slots
from quizgen.questions.asking import Ask, ask

K, T = FactKind, PhraseType
TEMPLATES = templates.load()


def phrase(text: str, role: str, at: int, type: PhraseType = T.THING, **more: object) -> Phrase:
    return Phrase(text=text, start=0, end=len(text), role=role, position=at, type=type, **more)  # type: ignore[arg-type]


def value(text: str, type: str, **more: object) -> tuple[Value, ...]:
    return (Value(role="object", text=text, type=type, **more),)  # type: ignore[arg-type]


def draft(kind: FactKind, subject: Phrase, verb: Verb | None, *others: Phrase, **more: object) -> FactDraft:
    objects = [each for each in others if each.role in ("object", "attribute")]
    values = {
        "kind": kind,
        "subject": subject,
        "relation": verb.text if verb else "is",
        "object": objects[0] if objects else None,
        "qualifiers": tuple(each for each in others if each not in objects),
        "verb": verb,
    }
    return FactDraft(**{**values, **more})  # type: ignore[arg-type]


def questions(made: FactDraft) -> list[str]:
    return [f"{each.id}: {found.prompt} => {found.answer}" for each in TEMPLATES for found in every(made, each)]


def only(made: FactDraft, template_id: str) -> Ask:
    template = TEMPLATES.get(template_id)
    assert template is not None
    (found,) = every(made, template)
    return found


MENDEL = phrase("Gregor Mendel", "subject", 2, T.PERSON, proper=True)
PUBLISHED = Verb(lemma="publish", text="published", base="publish", past="published", participle="")
RESULTS = phrase("Gregor Mendel's results", "object", 4, bound="his results")
BRNO = phrase("Brno", "place", 6, T.PLACE, prep="in", proper=True)
YEAR = phrase("1866", "time", 8, T.DATE, prep="in", values=value("1866", "date", iso="1866"))
EVENT = draft(K.EVENT, MENDEL, PUBLISHED, RESULTS, BRNO, YEAR)
IS = Verb(lemma="be", text="is", base="be", past="was", participle="", tense="present")
HAS = Verb(lemma="have", text="has", base="have", past="had", participle="", tense="present")
OPENED = Verb(
    lemma="open", text="was opened", base="open", past="opened", participle="opened", aux=("was",), passive=True
)
FJORD = phrase("a fjord", "subject", 1)


# --- what each kind of fact is asked --------------------------------------------------------------------------------

ASKED = [
    pytest.param(
        EVENT,
        [
            "time: In which year did Gregor Mendel publish his results in Brno? => 1866",
            "place: Where did Gregor Mendel publish his results in 1866? => Brno",
            "subject: Who published his results in Brno in 1866? => Gregor Mendel",
            "object: What did Gregor Mendel publish in Brno in 1866? => his results",
        ],
        id="event",
    ),
    pytest.param(
        draft(
            K.EVENT,
            phrase("the canal of Corinth", "subject", 2, T.PLACE),
            OPENED,
            phrase("King George", "agent", 6, T.PERSON, prep="by", proper=True),
            phrase("1893", "time", 8, T.DATE, prep="in"),
        ),
        [
            "time: In which year was the canal of Corinth opened by King George? => 1893",
            "subject: What was opened by King George in 1893? => the canal of Corinth",
            "agent: By whom was the canal of Corinth opened in 1893? => King George",
        ],
        id="passive",
    ),
    pytest.param(
        draft(
            K.QUANTITY,
            phrase("Mount Kenya", "subject", 1, proper=True),
            HAS,
            phrase("eleven glaciers", "object", 4, T.NUMBER, plural=True),
        ),
        [
            "quantity: How many glaciers does Mount Kenya have? => eleven",
            "subject: What has eleven glaciers? => Mount Kenya",
        ],
        id="quantity",
    ),
    pytest.param(
        draft(
            K.RELATION,
            phrase("40 percent of the farmers", "subject", 3, T.PERCENT, plural=True),
            Verb(lemma="grow", text="grow", base="grow", past="grew", participle="", tense="present"),
            phrase("rice", "object", 6),
        ),
        [
            "counted: What percentage of the farmers grow rice? => 40 percent",
            "object: What do 40 percent of the farmers grow? => rice",
        ],
        id="counted",
    ),
    pytest.param(
        draft(
            K.RELATION,
            phrase("Queen Victoria", "subject", 1, T.PERSON, proper=True),
            Verb(lemma="reign", text="reigned", base="reign", past="reigned", participle=""),
            phrase("63 years", "duration", 4, T.DURATION, prep="for"),
        ),
        [
            "duration: For how long did Queen Victoria reign? => 63 years",
            "subject: Who reigned for 63 years? => Queen Victoria",
        ],
        id="duration",
    ),
    pytest.param(
        draft(K.DEFINITION, FJORD, IS, phrase("a narrow inlet of the sea", "attribute", 4)),
        [
            "definition: What is a fjord? => a narrow inlet of the sea",
            "term: What is the term for a narrow inlet of the sea? => a fjord",
        ],
        id="definition",
    ),
    pytest.param(
        draft(
            K.DEFINITION,
            phrase("Ada Lovelace", "subject", 1, T.PERSON, proper=True),
            Verb(lemma="be", text="was", base="be", past="was", participle=""),
            phrase("a mathematician from London", "attribute", 4, T.PERSON),
        ),
        [
            "definition: Who was Ada Lovelace? => a mathematician from London",
            "term: Who was a mathematician from London? => Ada Lovelace",
        ],
        id="person",
    ),
    pytest.param(
        draft(
            K.DEFINITION,
            phrase("fjords", "subject", 1, plural=True),
            Verb(lemma="be", text="are", base="be", past="was", participle="", tense="present"),
            phrase("narrow inlets of the sea", "attribute", 4, plural=True),
        ),
        [
            "definition: What are fjords? => narrow inlets of the sea",
            "term: What is the term for narrow inlets of the sea? => fjords",
        ],
        id="plural definition",
    ),
    pytest.param(
        draft(
            K.REASON,
            phrase("the canal", "subject", 1),
            OPENED,
            phrase("because trade grew", "reason", 5, T.CLAUSE),
        ),
        ["reason: Why was the canal opened? => Because trade grew"],
        id="reason",
    ),
    pytest.param(
        draft(
            K.PURPOSE,
            phrase("the Romans", "subject", 1, plural=True),
            Verb(lemma="build", text="built", base="build", past="built", participle=""),
            phrase("roads", "object", 3, plural=True),
            phrase("to move the Romans' armies", "purpose", 5, T.CLAUSE, bound="to move their armies"),
        ),
        [
            "subject: Who built roads? => the Romans",
            "object: What did the Romans build? => roads",
            "purpose: Why did the Romans build roads? => To move their armies",
        ],
        id="purpose",
    ),
    pytest.param(
        draft(
            K.ALIAS,
            phrase("IOC", "subject", 6, T.ORGANISATION),
            None,
            phrase("International Olympic Committee", "object", 2, T.ORGANISATION),
            relation="stands for",
            extractor="acronym",
        ),
        [
            "acronym: What does IOC stand for? => International Olympic Committee",
            "abbreviation: What is the abbreviation for “International Olympic Committee”? => IOC",
        ],
        id="acronym",
    ),
    pytest.param(
        draft(
            K.ALIAS,
            phrase("the sticky juice of rubber trees", "subject", 6),
            None,
            phrase("latex", "object", 9),
            relation="is called",
            extractor="named",
        ),
        ["name: What is the sticky juice of rubber trees called? => latex"],
        id="name",
    ),
    pytest.param(
        draft(
            K.QUANTITY,
            phrase("Neptune", "subject", 1, T.CELESTIAL, proper=True),
            IS,
            phrase("4.5 billion km from the Sun", "attribute", 4, T.QUANTITY),
        ),
        [
            "subject: Which planet is 4.5 billion km from the Sun? => Neptune",
            "distance: How far is Neptune from the Sun? => 4.5 billion km",
        ],
        id="distance",
    ),
    pytest.param(
        draft(
            K.LIST,
            phrase("the three states of matter", "subject", 2, T.NUMBER, plural=True),
            Verb(lemma="be", text="are", base="be", past="was", participle="", tense="present"),
            phrase("solid, liquid and gas", "object", 6),
            extractor="members",
        ),
        ["members: What are the three states of matter? => solid, liquid and gas"],
        id="members",
    ),
    pytest.param(
        draft(
            K.RELATION,
            phrase("Peru", "subject", 1, T.COUNTRY, proper=True),
            Verb(lemma="fight", text="fought", base="fight", past="fought", participle=""),
            phrase("Chile", "other", 4, T.COUNTRY, prep="against", proper=True),
            phrase("1880", "time", 6, T.DATE, prep="in"),
        ),
        [
            "time: In which year did Peru fight against Chile? => 1880",
            "subject: Which country fought against Chile in 1880? => Peru",
            "adjunct: Against which country did Peru fight in 1880? => Chile",
        ],
        id="adjunct",
    ),
]


@pytest.mark.parametrize(("made", "expected"), ASKED)
def test_what_a_fact_is_asked(made: FactDraft, expected: list[str]) -> None:
    assert questions(made) == expected


# --- what is not asked ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("modality", [Modality.NEGATED, Modality.CONDITIONAL])
def test_what_the_text_does_not_say_is_not_asked(modality: Modality) -> None:
    assert not questions(draft(K.EVENT, MENDEL, PUBLISHED, RESULTS, YEAR, modality=modality))


def test_two_times_leave_open_which_is_meant() -> None:
    later = phrase("1869", "time", 9, T.DATE, prep="in")
    assert not any(each.startswith("time:") for each in questions(draft(K.EVENT, MENDEL, PUBLISHED, YEAR, later)))


@pytest.mark.parametrize("text", ["one of the oldest towns", "part of the old town", "a kind of clay"])
def test_one_of_many_is_not_asked_for(text: str) -> None:
    made = draft(K.DEFINITION, FJORD, IS, phrase(text, "attribute", 4))
    assert not any(each.startswith("term:") for each in questions(made))


def test_a_name_that_may_be_a_persons_or_a_places_is_not_asked_for() -> None:
    made = draft(K.EVENT, phrase("Kipling", "subject", 1, T.UNKNOWN, proper=True), PUBLISHED, YEAR)
    assert questions(made) == ["time: In which year did Kipling publish? => 1866"]


@pytest.mark.parametrize("template_id", ["acronym", "name", "naming", "other-name"])
def test_a_template_of_one_pattern_leaves_facts_of_others_alone(template_id: str) -> None:
    template = TEMPLATES.get(template_id)
    assert template is not None
    made = draft(K.ALIAS, FJORD, None, phrase("inlet", "object", 4), extractor="somebody's own")
    assert not list(ask(made, template))


# --- slots ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ("subject", ["Gregor Mendel"]),
        ("object", ["Gregor Mendel's results"]),
        ("attribute", []),
        ("time", ["1866"]),
        ("place", ["Brno"]),
        ("agent", []),
        ("other", ["his garden", "his notes"]),
        ("measured", ["his garden", "his notes"]),
        ("reason", []),
    ],
)
def test_the_arguments_of_a_slot(slot: str, expected: list[str]) -> None:
    others = [phrase("his garden", "other", 9, prep="from"), phrase("his notes", "other", 10, prep="with")]
    made = draft(K.EVENT, MENDEL, PUBLISHED, RESULTS, BRNO, YEAR, *others)
    assert [each.text for each in slots.phrases(made, slot)] == expected


# --- other forms ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template_id", "prompt", "answer"),
    [
        ("time", "Gregor Mendel published his results in Brno in _____.", "1866"),
        ("place", "Gregor Mendel published his results in _____ in 1866.", "Brno"),
        ("subject", "_____ published his results in Brno in 1866.", "Gregor Mendel"),
    ],
)
def test_a_gap_in_the_sentence(template_id: str, prompt: str, answer: str) -> None:
    assert forms.cloze(EVENT, only(EVENT, template_id)) == (prompt, answer)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1866", ("Gregor Mendel met Ida Holm in the year _____.", "1866")),
        ("the 1880s", None),
        ("May 1866", ("Gregor Mendel met Ida Holm in _____.", "May 1866")),
    ],
)
def test_a_gap_that_a_place_fits_as_well_says_its_sort(text: str, found: tuple[str, str] | None) -> None:
    met = Verb(lemma="meet", text="met", base="meet", past="met", participle="met")
    holm = phrase("Ida Holm", "object", 3, T.PERSON, proper=True)
    when = phrase(text, "time", 4, T.DATE, prep="in", values=value(text, "date", iso="1866"))
    made = draft(K.EVENT, MENDEL, met, holm, when)
    assert forms.cloze(made, only(made, "time")) == found


def test_a_gap_for_an_age_says_so() -> None:
    married = Verb(lemma="marry", text="married", base="marry", past="married", participle="married")
    age = phrase("nineteen", "other", 4, T.NUMBER, prep="at", values=value("nineteen", "number"))
    made = draft(K.RELATION, MENDEL, married, age)
    assert forms.cloze(made, only(made, "measured")) == ("Gregor Mendel married at the age of _____.", "nineteen")


def test_of_whom_somebody_met_only_the_truth_is_told() -> None:
    met = Verb(lemma="meet", text="met", base="meet", past="met", participle="met")
    holm = phrase("Ida Holm", "object", 3, T.PERSON, proper=True)
    made = draft(K.EVENT, MENDEL, met, holm, YEAR)
    told = {forms.judged(made, only(made, "object"), "Otto Voss", str(seed))[1] for seed in range(20)}
    assert told == {"True"}


def test_the_gap_of_a_number_leaves_what_is_counted() -> None:
    glaciers = phrase("eleven glaciers", "object", 4, T.NUMBER, values=value("eleven glaciers", "number", number=11.0))
    made = draft(K.QUANTITY, phrase("Mount Kenya", "subject", 1, proper=True), HAS, glaciers)
    assert forms.cloze(made, only(made, "quantity")) == ("Mount Kenya has _____ glaciers.", "eleven")


@pytest.mark.parametrize("template_id", ["object", "reason"])
def test_no_gap_for_what_could_be_said_in_many_ways(template_id: str) -> None:
    because = phrase("because trade grew", "reason", 9, T.CLAUSE)
    made = EVENT if template_id == "object" else draft(K.REASON, MENDEL, PUBLISHED, RESULTS, because)
    assert forms.cloze(made, only(made, template_id)) is None


def test_no_gap_for_a_meaning() -> None:
    meaning = phrase("the inventor of the telegraph", "attribute", 5, proper=True)
    made = draft(K.DEFINITION, MENDEL, IS, meaning)
    assert forms.cloze(made, only(made, "definition")) is None


@pytest.mark.parametrize(("aim", "given"), [("with the goal of taking Rome", False), ("with great care", True)])
def test_no_gap_for_a_time_behind_another_deed(aim: str, given: bool) -> None:
    prep, _, text = aim.partition(" ")
    made = draft(K.EVENT, MENDEL, PUBLISHED, RESULTS, phrase(text, "other", 6, prep=prep), YEAR)
    assert (forms.cloze(made, only(made, "time")) is not None) is given


def test_a_pronoun_fits_some_names_only() -> None:
    born = phrase("the town in which he was born", "place", 6, T.PLACE, prep="in")
    made = draft(K.EVENT, MENDEL, PUBLISHED, phrase("a book", "object", 5), born)
    assert forms.is_gendered(made, only(made, "subject"))
    assert not forms.is_gendered(EVENT, only(EVENT, "time"))


def test_no_gap_in_a_fact_without_a_verb() -> None:
    made = draft(
        K.ALIAS,
        phrase("IOC", "subject", 6, proper=True),
        None,
        phrase("International Olympic Committee", "object", 2, proper=True),
        relation="stands for",
        extractor="acronym",
    )
    assert forms.cloze(made, only(made, "acronym")) is None


SEEDS = [f"seed {number}" for number in range(40)]


def test_statements_to_judge_are_true_as_often_as_false() -> None:
    asked = only(EVENT, "time")
    judged = [forms.judged(EVENT, asked, "1855", seed) for seed in SEEDS]
    assert set(judged) == {
        ("Gregor Mendel published his results in Brno in 1866.", "True"),
        ("Gregor Mendel published his results in Brno in 1855.", "False"),
    }
    assert 10 <= sum(answer == "True" for _, answer in judged) <= 30
    assert judged == [forms.judged(EVENT, asked, "1855", seed) for seed in SEEDS]


def test_a_false_number_keeps_what_is_counted() -> None:
    made = draft(K.QUANTITY, phrase("Mount Kenya", "subject", 1), HAS, phrase("eleven glaciers", "object", 4, T.NUMBER))
    judged = {forms.judged(made, only(made, "quantity"), "nineteen", seed) for seed in SEEDS}
    assert ("Mount Kenya has nineteen glaciers.", "False") in judged


@pytest.mark.parametrize("answer", ["True", "False"])
def test_one_of_two_options_is_right(answer: str) -> None:
    options = forms.judgement_options(answer)
    assert [option.text for option in options] == ["True", "False"]
    assert [option.text for option in options if option.correct] == [answer]


# --- who and what ---------------------------------------------------------------------------------------------------

BECAME = Verb(lemma="become", text="became", base="become", past="became", participle="become")


def test_a_relative_is_a_person() -> None:
    aunt = phrase("an aunt of the physicist", "attribute", 5, head="aunt")
    made = draft(K.DEFINITION, phrase("Hanna Berg", "subject", 1, T.UNKNOWN, proper=True), IS, aunt)
    assert only(made, "definition").prompt == "Who is Hanna Berg?"


def test_a_place_with_a_name_is_no_person() -> None:
    town = phrase("a town in Poland", "attribute", 5, T.PLACE, head="town")
    made = draft(K.DEFINITION, phrase("Elbing", "subject", 1, T.UNKNOWN, proper=True), IS, town)
    assert only(made, "definition").prompt == "What is Elbing?"


def test_who_became_a_person() -> None:
    oldest = phrase("the oldest person with a prize", "attribute", 5, head="person")
    made = draft(K.RELATION, phrase("Goodwin", "subject", 1, T.THING, proper=True), BECAME, oldest)
    assert only(made, "subject").prompt == "Who became the oldest person with a prize?"


@pytest.mark.parametrize(
    ("verb_", "others", "prompt"),
    [
        (OPENED, (YEAR,), "What was opened in 1866?"),
        (HAS, (phrase("a sandy shore", "object", 5),), "Which bay has a sandy shore?"),
    ],
)
def test_a_ship_named_after_a_bay(verb_: Verb, others: tuple[Phrase, ...], prompt: str) -> None:
    bay = phrase("Carrick Bay", "subject", 1, T.PLACE, proper=True, head="bay", noun="bay")
    assert only(draft(K.RELATION, bay, verb_, *others), "subject").prompt == prompt


def test_the_year_of_a_deed_is_no_part_of_the_thing() -> None:
    made = draft(K.RELATION, MENDEL, PUBLISHED, phrase("a paper on peas in 1866", "object", 5))
    found = only(made, "object")
    assert (found.prompt, found.answer) == ("What did Gregor Mendel publish in 1866?", "a paper on peas")


def test_what_it_has_been_is_not_asked() -> None:
    been = Verb(lemma="be", text="has been", base="be", past="was", participle="been", aux=("has",), tense="present")
    made = draft(K.DEFINITION, phrase("Riga", "subject", 1, proper=True), been, phrase("a free city", "attribute", 5))
    assert not [found for each in TEMPLATES if each.id == "definition" for found in ask(made, each)]


# --- peoples, powers and places -------------------------------------------------------------------------------------


def deed(subject: Phrase, text: str, base: str, *others: Phrase, **more: object) -> FactDraft:
    return draft(K.RELATION, subject, Verb(lemma=base, text=text, base=base, past=text, participle="", **more), *others)  # type: ignore[arg-type]


def named(text: str, type: PhraseType = T.THING, **more: object) -> Phrase:
    return phrase(text, "subject", 1, type, proper=True, **more)


GATE = phrase("the eastern gate of Sennar", "object", 3, proper=True)


@pytest.mark.parametrize(
    ("made", "prompt"),
    [
        (deed(named("the Norwegians", plural=True), "built", "build", GATE), "Who built the eastern gate of Sennar?"),
        (deed(named("The Romans", plural=True), "saw", "see", GATE), "Who saw the eastern gate of Sennar?"),
        (deed(named("the Tavastes", plural=True), "sacked", "sack", GATE), "Who sacked the eastern gate of Sennar?"),
        (deed(named("Sennar", T.PLACE), "seized", "seize", GATE), "Who seized the eastern gate of Sennar?"),
        (
            deed(named("the Apennines", T.PLACE, plural=True), "hid", "hide", GATE),
            "What hid the eastern gate of Sennar?",
        ),
        (
            deed(named("victory off Cape Sorn", T.PLACE, noun="cape", head="sorn"), "opened", "open", GATE),
            "What opened the eastern gate of Sennar?",
        ),
    ],
)
def test_peoples_and_powers_are_asked_with_who(made: FactDraft, prompt: str) -> None:
    assert only(made, "subject").prompt == prompt


def test_a_committee_is_no_organisation() -> None:
    body = named("the Committee of Stewards", T.ORGANISATION, head="committee")
    assert only(deed(body, "saw", "see", GATE), "subject").prompt.startswith("Which committee ")


def test_a_clause_does_not_name_the_subject_again() -> None:
    clause = phrase("as drops of resin fall", "other", 5, T.CLAUSE)
    drops = phrase("drops of resin", "subject", 1, plural=True)
    drag = Verb(lemma="drag", text="drag", base="drag", past="dragged", participle="", tense="present")
    made = draft(K.RELATION, drops, drag, phrase("dust", "object", 3), clause)
    assert only(made, "object").prompt == "What do drops of resin drag as they fall?"


@pytest.mark.parametrize(("prep", "asked"), [("in", True), ("at", True), ("with", False)])
def test_where_somebody_was_born_is_asked_also_of_an_unknown_name(prep: str, asked: bool) -> None:
    born = Verb(lemma="bear", text="was born", base="bear", past="bore", participle="born", aux=("was",), passive=True)
    town = phrase("Aune", "other", 4, T.UNKNOWN, prep=prep, proper=True)
    made = draft(K.RELATION, named("Ada Brook", T.PERSON), born, town)
    assert bool(slots.phrases(made, "place")) is asked
    if asked:  # a year fits a gap behind "in" as well
        assert (forms.cloze(made, only(made, "place")) is None) is (prep == "in")


@pytest.mark.parametrize(("age", "asked"), [("23", True), ("ninety-eight", True), ("2", False), ("1906", False)])
def test_somebodys_age_is_asked_for(age: str, asked: bool) -> None:
    when = phrase(age, "other", 4, T.NUMBER, prep="at", values=value(age, "number"))
    made = deed(named("Ada Brook", T.PERSON), "wrote", "write", phrase("the Tide Tables", "object", 3), when)
    found = [each for each in questions(made) if "At what age" in each]
    assert bool(found) is asked


def test_once_goes_where_the_year_is_told() -> None:
    rowed = Verb(lemma="row", text="once rowed", base="row", past="rowed", participle="", adverbs=("once",))
    made = draft(K.EVENT, named("Ada Brook", T.PERSON), rowed, phrase("the Weir race", "object", 3), YEAR)
    assert only(made, "time").prompt == "In which year did Ada Brook row the Weir race?"


def test_what_stands_by_somebody_is_no_deed_of_theirs() -> None:
    author = phrase("Ida Holm", "other", 5, T.PERSON, prep="by", proper=True)
    borrowed = Verb(lemma="borrow", text="borrowed", base="borrow", past="borrowed", participle="")
    made = draft(K.RELATION, MENDEL, borrowed, phrase("a compendium", "object", 4), author)
    assert not [found for found in questions(made) if found.startswith("adjunct")]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("open", "What is the brake held open by?"), ("the lift", "What holds the brake near the lift?")],
)
def test_what_holds_a_thing_open_is_asked_with_the_state_before_by(rest: str, expected: str) -> None:
    held = Verb(lemma="hold", text="is held", base="hold", past="held", participle="held", aux=("is",), passive=True)
    state = phrase(rest, "manner" if rest == "open" else "place", 5, prep="" if rest == "open" else "near")
    agent = phrase("electricity", "agent", 6, prep="by")
    made = draft(K.RELATION, phrase("the brake", "subject", 1), held, state, agent)
    assert only(made, "agent").prompt == expected


def test_a_date_is_asked_without_the_occasion_beside_it() -> None:
    lost = Verb(lemma="lose", text="lost", base="lose", past="lost", participle="lost")
    when = phrase("when a computer failed", "other", 9, T.CLAUSE)
    made = draft(K.EVENT, MENDEL, lost, phrase("the lander", "object", 4), YEAR, when)
    assert only(made, "time").prompt == "In which year did Gregor Mendel lose the lander?"
    assert only(made, "subject").prompt == "Who lost the lander in 1866 when a computer failed?"
