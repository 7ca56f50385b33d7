"""From the facts of a document to its questions, with options, sources and scores."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from around import Around, facts
from docs_of import harvests

from quizgen import flaws, ids, rank, templates
from quizgen.model import (
    Fact,
    FactDraft,
    FactKind,
    FactStatus,
    Modality,
    Phrase,
    PhraseType,
    Question,
    QuestionKind,
    Value,
    Verb,
)
from quizgen.questions import CODES, accepted, candidates, forms, merit, sets
from quizgen.questions.asking import Ask, ask

pytestmark = pytest.mark.model

PAGE = """Gregor Mendel published his results in Brno in 1866. Clara Barton founded the American Red Cross in 1881. \
Alfred Nobel invented dynamite in Germany in 1867. Marie Curie discovered polonium in Paris in July 1898. \
She isolated radium in 1902.

A glacier is a slow river of ice. A fjord is a narrow inlet of the sea. A moraine is a ridge of loose rock. \
A delta is a fan of mud at the mouth of a river. Mauna Loa is a volcano on the island of Hawaii.

The Suez Canal was opened in November 1869 because trade with Asia grew quickly. \
The International Olympic Committee (IOC) was founded in Paris in 1894. \
Isaac Newton built a telescope in Cambridge in 1668.
"""


READ = harvests(PAGE)
FACTS = facts(READ)
QUESTIONS, DROPS = candidates(FACTS, Around(READ), templates=templates.load(), choices=9)


def about(text: str) -> list[Question]:
    """Return the questions whose sentence has a text in it."""
    return [each for each in QUESTIONS if text in each.sources[0].sentence]


def one(template: str, text: str) -> Question:
    (found,) = [each for each in about(text) if each.template == template]
    return found


# --- the whole chain ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "text", "prompt", "answer"),
    [
        ("time", "Mendel", "In which year did Gregor Mendel publish his results in Brno?", "1866"),
        ("place", "Mendel", "Where did Gregor Mendel publish his results in 1866?", "Brno"),
        ("subject", "Barton", "Who founded the American Red Cross in 1881?", "Clara Barton"),
        ("time", "isolated", "In which year did Marie Curie isolate radium?", "1902"),
        ("definition", "fjord", "What is a fjord?", "a narrow inlet of the sea"),
        ("reason", "Suez", "Why was the Suez Canal opened in November 1869?", "Because trade with Asia grew quickly"),
        ("acronym", "IOC", "What does IOC stand for?", "International Olympic Committee"),
        ("time.cloze", "Nobel", "Alfred Nobel invented dynamite in Germany in _____.", "1867"),
        ("subject.cloze", "polonium", "_____ discovered polonium in Paris in July 1898.", "Marie Curie"),
    ],
)
def test_a_page_becomes_questions(template: str, text: str, prompt: str, answer: str) -> None:
    found = one(template, text)
    assert (found.prompt, found.answer) == (prompt, answer)


def test_events_of_different_years_are_put_in_order() -> None:
    found = next(each for each in QUESTIONS if each.kind is QuestionKind.ORDER)
    assert found.parts == (
        "Isaac Newton built a telescope in Cambridge",
        "Gregor Mendel published his results in Brno",
        "Alfred Nobel invented dynamite in Germany",
        "Clara Barton founded the American Red Cross",
    )
    assert found.answer == " → ".join(found.parts)
    assert len(found.facts) == len(found.sources) == len(found.parts) == 4


# --- laws -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: f"{each.template} {each.prompt[:30]}")
def test_every_question_can_be_traced_and_read(question: Question) -> None:
    for source in question.sources:
        assert PAGE[source.start : source.end] == source.sentence
        assert source.start <= source.answer_start < source.answer_end <= source.end
        assert (source.title, source.url, source.document) == ("Discoveries", "https://example.org/page", "own.txt")
    assert question.facts
    assert {each.uid for each in FACTS} >= set(question.facts)
    assert 0 <= question.score <= 1 and 0 <= question.difficulty <= 1
    assert ("  " not in question.prompt and question.prompt[0].isupper()) or question.prompt[0] == "_"
    assert question.prompt[-1] in "?."
    assert not flaws.errors(question.flaws)
    assert question.answer not in question.accept
    assert question.explanation


@pytest.mark.parametrize(
    "question",
    [each for each in QUESTIONS if each.kind in (QuestionKind.SHORT, QuestionKind.NUMERIC, QuestionKind.CLOZE)],
    ids=lambda each: f"{each.template} {each.prompt[:30]}",
)
def test_the_answer_stands_in_the_source_or_was_resolved(question: Question) -> None:
    source = question.sources[0]
    assert source.resolved or PAGE[source.answer_start : source.answer_end] == question.answer


def test_a_resolved_answer_points_at_the_pronoun() -> None:
    found = one("subject", "isolated")
    source = found.sources[0]
    assert (found.answer, PAGE[source.answer_start : source.answer_end]) == ("Marie Curie", "She")
    assert source.resolved
    assert "She [Marie Curie] isolated" in found.explanation


def test_all_questions_have_names_of_their_own() -> None:
    assert len({each.uid for each in QUESTIONS}) == len(QUESTIONS)
    for each in QUESTIONS:
        assert each.uid == ids.question(each.facts, each.template, each.slot)


def test_the_same_facts_give_the_same_questions() -> None:
    again, _ = candidates(facts(harvests(PAGE)), Around(READ), templates=templates.load(), choices=9)
    assert again == QUESTIONS


def test_every_drop_has_a_code_and_a_place() -> None:
    for drop in DROPS:
        assert (drop.stage, drop.document) == ("question", "own.txt")
        assert drop.code in {*CODES, *flaws.CODES}
        assert drop.start is not None and drop.end is not None and drop.start < drop.end


@pytest.mark.parametrize("kind", [QuestionKind.CHOICE, QuestionKind.TRUEFALSE])
def test_options_hold_one_right_answer(kind: QuestionKind) -> None:
    found = [each for each in QUESTIONS if each.kind is kind]
    assert found
    for each in found:
        assert [option.text for option in each.options if option.correct] == [each.answer]
        assert len({ids.normal(option.text) for option in each.options}) == len(each.options)
        assert len(each.options) == (2 if kind is QuestionKind.TRUEFALSE else 4)


def test_who_did_another_thing_in_the_document_is_a_wrong_option() -> None:
    wrong = {option.text for option in one("subject.choice", "Barton").options if not option.correct}
    assert wrong < {"Alfred Nobel", "Gregor Mendel", "Marie Curie", "Isaac Newton"}


@pytest.mark.model
@pytest.mark.parametrize(("number", "offered"), [("450", True), ("more than 450", False), ("at least 450", False)])
def test_a_bound_without_an_end_gets_no_options(number: str, offered: bool) -> None:
    read = harvests(f"The Old Bridge of Mostar has {number} stones.")
    made, _ = candidates(facts(read), Around(read), templates=templates.load(), choices=9)
    assert any(each.template == "quantity.choice" for each in made) == offered


def test_ranking_a_page_asks_every_fact_first() -> None:
    sure = [replace(each, score=max(each.score, rank.SURE)) for each in QUESTIONS]
    chosen, _ = rank.select(sure, per_fact=2, floor=0.0)
    single = [each for each in chosen if each.kind is not QuestionKind.ORDER]
    asked = {each.facts[0] for each in QUESTIONS if each.kind is not QuestionKind.ORDER}
    assert {each.facts[0] for each in single[: len(asked)]} == asked


# --- what a store adds ----------------------------------------------------------------------------------------------


def test_a_fact_in_conflict_is_not_asked() -> None:
    disputed = [replace(each, status=FactStatus.CONFLICT) for each in FACTS[:1]]
    made, drops = candidates(disputed, Around(READ), templates=templates.load(), choices=9)
    assert not made
    assert [drop.code for drop in drops] == ["conflict"]


def test_a_fact_that_no_template_fits_is_told() -> None:
    dull = replace(FACTS[0], draft=replace(FACTS[0].draft, modality=Modality.NEGATED))
    made, drops = candidates([dull], Around(READ), templates=templates.load(), choices=9)
    assert not made
    assert [drop.code for drop in drops] == ["no-template"]


def test_further_evidence_is_a_further_source() -> None:
    first, second = FACTS[0], FACTS[1]
    twice = replace(first, evidence=(*first.evidence, *second.evidence))
    made, _ = candidates([twice], Around(READ), templates=templates.load(), choices=9)
    assert made
    for each in made:
        assert [source.sentence for source in each.sources] == [first.evidence[0].text, second.evidence[0].text]


def test_an_option_that_became_true_is_flagged() -> None:
    who = one("subject.choice", "Barton")
    (own,) = [each for each in FACTS if each.uid in who.facts]
    wrong = next(option.text for option in who.options if not option.correct)
    subject = replace(own.draft.subject, text=wrong)
    twin = replace(own, uid="f_twin", draft=replace(own.draft, subject=subject))
    seen = Around(READ, options={who.uid: who.options})
    made, _ = candidates([*FACTS, twin], seen, templates=templates.load(), choices=9)
    (found,) = [each for each in made if each.uid == who.uid]
    assert f"also-true:{wrong}" in found.flaws
    assert wrong not in {option.text for option in found.options}


def lent(*names: str) -> list[FactDraft]:
    """Return what a document of the same time and subject says of persons: that they founded something."""
    (own,) = [each for each in FACTS if "Barton" in each.draft.subject.text]
    return [replace(own.draft, subject=replace(own.draft.subject, text=name)) for name in names]


def test_another_document_with_the_same_subject_lends_names() -> None:
    few = [each for each in FACTS if "Barton" in each.evidence[0].text]
    alone, _ = candidates(few, Around(READ), templates=templates.load(), choices=9)
    assert not [each for each in alone if each.template == "subject.choice"]
    around = Around(READ, others=lent("Jane Addams", "Mary Lyon", "Dorothea Dix"))
    made, _ = candidates(few, around, templates=templates.load(), choices=9)
    (choice,) = [each for each in made if each.template == "subject.choice"]
    assert {(option.text, option.origin) for option in choice.options} == {
        *((name, "store") for name in ("Jane Addams", "Mary Lyon", "Dorothea Dix")),
        ("Clara Barton", "key"),
    }


def test_a_lent_name_that_some_document_may_state_is_never_offered() -> None:
    few = [each for each in FACTS if "Barton" in each.evidence[0].text]
    others = lent("Jane Addams", "Mary Lyon", "Dorothea Dix", "Lucretia Mott")
    around = Around(READ, others=others, told=frozenset({"Mary Lyon"}))
    made, _ = candidates(few, around, templates=templates.load(), choices=9)
    (choice,) = [each for each in made if each.template == "subject.choice"]
    assert {option.text for option in choice.options} == {
        *("Clara Barton", "Jane Addams", "Dorothea Dix", "Lucretia Mott")
    }


def test_a_lent_option_that_a_document_states_later_is_flagged() -> None:
    few = [each for each in FACTS if "Barton" in each.evidence[0].text]
    others = lent("Jane Addams", "Mary Lyon", "Dorothea Dix", "Lucretia Mott")
    made, _ = candidates(few, Around(READ, others=others), templates=templates.load(), choices=9)
    (choice,) = [each for each in made if each.template == "subject.choice"]
    wrong = next(option.text for option in choice.options if not option.correct)
    around = Around(READ, options={choice.uid: choice.options}, others=others, told=frozenset({wrong}))
    (again,) = [
        each for each in candidates(few, around, templates=templates.load(), choices=9)[0] if each.uid == choice.uid
    ]
    assert f"also-true:{wrong}" in again.flaws


# --- accepted answers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "prep", "bound", "type", "answer", "expected"),
    [
        ("Brno", "in", "", PhraseType.PLACE, "Brno", ("in Brno",)),
        ("Brno", "near", "", PhraseType.PLACE, "near Brno", ("Brno",)),
        ("Gregor Mendel", "", "", PhraseType.PERSON, "Gregor Mendel", ()),
        (
            "Gregor Mendel's results",
            "",
            "his results",
            PhraseType.THING,
            "his results",
            ("Gregor Mendel's results",),
        ),
        ("eleven glaciers", "", "", PhraseType.NUMBER, "eleven", ("eleven glaciers",)),
        ("ten countries", "through", "", PhraseType.NUMBER, "ten", ("ten countries",)),
    ],
)
def test_other_ways_to_say_the_answer(
    text: str, prep: str, bound: str, type: PhraseType, answer: str, expected: tuple[str, ...]
) -> None:
    phrase = Phrase(text=text, start=0, end=1, role="other", prep=prep, bound=bound, type=type)
    assert accepted(Ask(prompt="?", answer=answer, phrase=phrase, kind=type), answer) == expected


# --- questions on several facts -------------------------------------------------------------------------------------


def event(subject: str, iso: str, *, prep: str = "in", **more: object) -> Fact:
    value = Value(role="time", text=iso, type="date", iso=iso)
    time = Phrase(text=iso, start=1, end=2, role="time", type=PhraseType.DATE, prep=prep, position=9, values=(value,))
    values = {
        "kind": FactKind.EVENT,
        "subject": Phrase(text=subject, start=0, end=1, role="subject", position=1, proper=True),
        "relation": "reached",
        "object": Phrase(text="the pole", start=1, end=2, role="object", position=5),
        "qualifiers": (time,),
        "verb": Verb(lemma="reach", text="reached", base="reach", past="reached", participle=""),
    }
    return Fact(uid=f"f_{subject}", draft=FactDraft(**{**values, **more}), document="a.txt")  # type: ignore[arg-type]


def subjects(groups: Sequence[tuple[Fact, ...]]) -> list[list[str]]:
    return [[each.draft.subject.text for each in group] for group in groups]


@pytest.mark.parametrize(
    ("years", "groups"),
    [
        (["1911", "1909", "1926"], [["1909", "1911", "1926"]]),
        (["1911", "1909"], []),
        (["1911", "1911", "1909", "1926"], [["1909", "1911", "1926"]]),
        (["1911-12-14", "1909-04", "1926"], [["1909-04", "1911-12-14", "1926"]]),
        (["-0043", "0014", "-0099"], [["-0099", "-0043", "0014"]]),
        (["1901", "1902", "1903", "1904", "1905"], [["1901", "1902", "1903", "1904"]]),
        (
            ["1901", "1902", "1903", "1904", "1905", "1906", "1907"],
            [["1901", "1902", "1903", "1904"], ["1905", "1906", "1907"]],
        ),
        (["190X", "19XX", "1911/1912", "1926"], []),
    ],
)
def test_events_are_ordered_by_their_years(years: list[str], groups: list[list[str]]) -> None:
    assert subjects(list(sets.ordered([event(year, year) for year in years]))) == groups


@pytest.mark.parametrize(
    "change",
    [
        {"kind": FactKind.RELATION},
        {"modality": Modality.PLANNED},
        {"qualifiers": ()},
        {"object": Phrase(text=" ".join(["very"] * 20), start=1, end=2, role="object", position=5)},
    ],
    ids=["no event", "only planned", "no date", "too long"],
)
def test_what_cannot_be_put_in_order(change: dict[str, object]) -> None:
    given = [event("Ann", "1909"), event("Bob", "1911"), event("Cid", "1926", **change)]
    assert not list(sets.ordered(given))


@pytest.mark.parametrize("prep", ["before", "since", "until", "by", "around"])
def test_a_bound_is_no_date_to_order_by(prep: str) -> None:
    assert not list(sets.ordered([event("Ann", "1909"), event("Bob", "1911"), event("Cid", "1926", prep=prep)]))


def test_an_event_to_order_does_not_tell_its_date() -> None:
    assert sets.event_text(event("Ann", "1909")) == "Ann reached the pole"


def definition(term: str, meaning: str, kind: FactKind = FactKind.DEFINITION) -> Fact:
    subject = Phrase(text=term, start=0, end=1, role="subject", position=1)
    attribute = Phrase(text=meaning, start=1, end=2, role="attribute", position=5)
    verb = Verb(lemma="be", text="is", base="be", past="was", participle="", tense="present")
    draft = FactDraft(kind=kind, subject=subject, relation="is", object=attribute, verb=verb)
    return Fact(uid=f"f_{term}", draft=draft, document="a.txt")


TERMS = [
    definition("a fjord", "a narrow inlet of the sea"),
    definition("a moraine", "a ridge of loose rock"),
    definition("a delta", "a fan of mud"),
]


@pytest.mark.parametrize(
    ("fourth", "matched"),
    [
        (definition("a geyser", "a spring that throws up hot water"), True),
        (definition("a fjord", "an arm of the sea"), False),
        (definition("a geyser", "a spring"), False),
        (definition("a geyser", "a geyser that throws up hot water"), False),
        (definition("a hot spring that throws up its water", "one of the sights of Iceland"), False),
        (definition("a geyser", " ".join(["hot"] * 19)), False),
        (definition("a geyser", "a spring that throws up hot water", FactKind.RELATION), False),
    ],
)
def test_four_terms_are_matched_with_their_meanings(fourth: Fact, matched: bool) -> None:
    found = subjects(list(sets.defined([*TERMS, fourth])))
    assert found == ([["a fjord", "a moraine", "a delta", "a geyser"]] if matched else [])


# --- scores ---------------------------------------------------------------------------------------------------------


def scored(template: str = "time", *, flaws_: Sequence[str] = (), **changes: object) -> float:
    """Return the merit of a question about Mendel, changed."""
    found = templates.load().get(template)
    assert found is not None
    (made,) = ask(FACTS[0].draft, found)
    question = replace(one(template, "Mendel"), **changes)  # type: ignore[arg-type]
    return merit.merit(question, found, merit.penalties(question, found, FACTS[0], list(flaws_), made))


def test_a_long_question_loses() -> None:
    assert scored(prompt="word " * 40) < scored()


def test_a_long_answer_loses() -> None:
    assert scored(answer="word " * 20) < scored()


def test_a_form_that_helps_more_scores_less() -> None:
    forms = [QuestionKind.SHORT, QuestionKind.CHOICE, QuestionKind.CLOZE, QuestionKind.TRUEFALSE]
    scores = [scored(kind=kind) for kind in forms]
    assert scores == sorted(scores, reverse=True) and len(set(scores)) == 4


def test_a_warning_costs_something() -> None:
    warning = next(code for code, meaning in flaws.CODES.items() if meaning.severity == "warning")
    assert scored(flaws_=[warning]) < scored()


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        (QuestionKind.TRUEFALSE, QuestionKind.CHOICE),
        (QuestionKind.CHOICE, QuestionKind.CLOZE),
        (QuestionKind.CLOZE, QuestionKind.SHORT),
    ],
)
def test_recall_is_harder_than_recognition(easier: QuestionKind, harder: QuestionKind) -> None:
    question = one("subject", "Mendel")
    one_, other = (merit.difficulty(replace(question, kind=kind), FACTS[0]) for kind in (easier, harder))
    assert one_ < other


def test_dates_are_harder_than_names() -> None:
    assert one("time", "Mendel").difficulty > one("subject", "Mendel").difficulty


def test_a_hint_shows_where_the_words_begin() -> None:
    assert forms.hint("Peter Schöffer") == "P____ S_______"
    assert forms.hint("170.1 grams") == "1__.1 g____"
    assert forms.hint("a thin double layer of lipids") == ""


def test_what_is_refused_is_told_with_its_reason() -> None:
    read = harvests("Water was found in Peru in 1563.")
    told = {drop.text: drop.code for drop in candidates(facts(read), Around(read), templates=templates.load())[1]}
    assert told["What was found in Peru in 1563?"] == "refused-plain"


def test_what_many_teachers_keep_is_only_weighed() -> None:
    told: dict[str, set[str]] = {}
    packs = templates.load()
    candidates(FACTS, Around(READ), templates=packs, note=lambda made, signs: told.update({made.prompt: set(signs)}))
    assert "objection description" in told["What is a volcano on the island of Hawaii?"]
    assert not [sign for sign in told["Who invented dynamite in Germany in 1867?"] if sign.startswith("objection")]
