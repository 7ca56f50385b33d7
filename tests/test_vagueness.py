"""Descriptions that need the text at hand."""

import pytest

from quizgen.model import Evidence, Fact, FactDraft, FactKind, Phrase, PhraseType, Value, Verb
from quizgen.questions.asking import Ask
from quizgen.questions.vagueness import Topics, kind, leans, topics, vagueness

NOTHING = Topics(frozenset(), {})


def phrase(text: str, *, role: str = "subject", head: str = "", plural: bool = False, proper: bool = False) -> Phrase:
    """Return a phrase without a place in a text."""
    last = head or text.split()[-1].lower()
    return Phrase(text=text, start=0, end=0, role=role, head=last, plural=plural, proper=proper)


def fact(
    subject: Phrase, object_: Phrase | None, *, kind: FactKind = FactKind.EVENT, tense: str = "past", uid: str = "f_1"
) -> Fact:
    """Return a fact with a verb in this tense."""
    verb = Verb(lemma="carry", text="carried", base="carry", past="carried", participle="carried", tense=tense)
    draft = FactDraft(kind=kind, subject=subject, relation="carried", object=object_, verb=verb)
    evidence = Evidence(
        document="a", sentence="s", text="", start=0, end=0, extractor="relation", section="The bridges"
    )
    return Fact(uid=uid, draft=draft, document="a", evidence=(evidence,))


@pytest.mark.parametrize(
    ("text", "head", "left"),
    [
        ("the network", "network", "definite"),
        ("the hot vapour", "vapour", "definite"),
        ("the colour of the room", "colour", "definite"),
        ("a further boundary", "boundary", "indefinite"),
        ("each tooth", "tooth", "indefinite"),
        ("a president", "president", "indefinite"),
        ("attendance", "attendance", "bare"),
        ("the full set of laws", "set", "definite"),
        ("the set of musical laws", "set", ""),
        ("a set of laws", "set", ""),
        ("a hand-operated forerunner", "forerunner", "derived"),
        ("the women's version", "version", "derived"),
        ("the later version", "version", "derived"),
        ("the last winner of a women's version", "winner", "derived"),
        ("a rival of early presses", "rival", ""),
        ("the mayor of Boston", "mayor", ""),
        ("the longest bridge", "bridge", ""),
        ("the far side of the moon", "side", ""),
        ("the amplitude of a wave", "amplitude", ""),
        ("the plate that dives", "plate", ""),
        ("a lithium-ion cell", "cell", ""),
        ("the Moon", "moon", ""),
        ("the sun", "sun", ""),
        ("chemical weathering", "weathering", ""),
    ],
)
def test_which_phrases_leave_open_what_is_meant(text: str, head: str, left: str) -> None:
    assert kind(phrase(text, head=head), NOTHING) == left


def test_what_the_text_is_about_needs_no_more_words() -> None:
    about = topics([fact(phrase("a cell"), None)], "How a battery works")
    assert kind(phrase("the battery"), about) == ""
    assert kind(phrase("the bridge"), about) == ""
    assert kind(phrase("the separator"), about) == "definite"


def test_a_term_is_known_by_another_fact_only() -> None:
    meaning = phrase("the plate at which electrons leave", role="attribute", head="plate")
    one = fact(phrase("the anode"), meaning, kind=FactKind.DEFINITION)
    about = topics([one], "")
    assert kind(phrase("the anode"), about, "f_2") == ""
    assert kind(phrase("the anode"), about, "f_1") == "definite"


def test_names_plurals_and_numbers_are_clear() -> None:
    assert kind(phrase("the Union", proper=True), NOTHING) == ""
    assert kind(phrase("bees", plural=True, head="bee"), NOTHING) == ""
    counted = Phrase(
        text="a ton", start=0, end=0, role="object", values=(Value(role="quantity", text="a ton", type="quantity"),)
    )
    assert kind(counted, NOTHING) == ""


def _cost(stated: Fact, asked: Phrase) -> dict[str, float]:
    return vagueness(Ask(prompt="", answer=asked.text, phrase=asked, kind=PhraseType.THING), stated, NOTHING)


def test_stem_and_answer_are_weighed_apart() -> None:
    who, what = phrase("Inge Lehmann", proper=True), phrase("a further boundary", role="object")
    stated = fact(who, what)
    assert _cost(stated, who) == {"vague stem": 0.35, "vague answer": 0.0}
    assert _cost(stated, what) == {"vague stem": 0.0, "vague answer": 0.35}


def test_a_bare_noun_is_vague_only_where_it_did_something() -> None:
    subject, object_ = phrase("attendance"), phrase("Spain", role="object", proper=True)
    assert _cost(fact(subject, object_), object_)["vague stem"] > 0
    assert _cost(fact(subject, object_, tense="present"), object_)["vague stem"] == 0


@pytest.mark.parametrize(
    ("subject", "meaning", "vague"),
    [
        ("a market", "any arrangement that lets people trade", False),
        ("the scale", "increase of ten", True),
        ("an unusual sculpture", "a statue of Narcissus in Florence", True),
    ],
)
def test_a_definition_tells_what_its_subject_is(subject: str, meaning: str, vague: bool) -> None:
    told = phrase(meaning, role="attribute", head="thing")
    stated = fact(phrase(subject), told, kind=FactKind.DEFINITION, tense="present")
    assert (_cost(stated, told)["vague stem"] > 0) == vague


def test_a_subject_without_a_word_is_no_defined_term() -> None:
    told = phrase("a sign that stands for Earth", role="attribute", head="sign")
    sign = Phrase(text="⊕", start=0, end=1, role="subject")
    stated = fact(sign, told, kind=FactKind.DEFINITION, tense="present")
    assert _cost(stated, told)["vague stem"] == 0
    assert topics([stated], "").terms == {}


def test_of_whom_a_quarter_of_the_facts_tell_is_a_hero() -> None:
    often = [fact(phrase("Ada Brook", proper=True), None, uid=f"f_{n}") for n in range(4)]
    others = [fact(phrase("the bridge"), None, uid=f"g_{n}") for n in range(12)]
    assert topics([*often, *others], "Rivers").is_hero("Ada Brook")
    assert not topics([*often, *others, others[0]], "Rivers").is_hero("Ada Brook")
    assert not topics([*often[:3], *others[:2]], "Rivers").is_hero("Ada Brook")


@pytest.mark.parametrize(
    ("text", "head", "leaning"),
    [
        ("the lake", "lake", True),
        ("the outline of the lake", "outline", True),
        ("the valve", "valve", True),
        ("an early forerunner", "forerunner", True),
        ("a lake", "lake", False),
        ("the lake that froze", "lake", False),
        ("the lake at Ely", "lake", False),
        ("the sun", "sun", False),
        ("lakes", "lake", False),
    ],
)
def test_some_descriptions_are_clear_only_beside_the_title(text: str, head: str, leaning: bool) -> None:
    about = topics([fact(phrase("a cell"), None)], "Lake Vostok")
    assert leans(phrase(text, head=head), about) is leaning
