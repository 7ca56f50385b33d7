"""Which "the …" a reader knows who has the title, and which answers that leaves without a name."""

import pytest
from docs_of import asked, drafts
from drafts import T, draft, passive, phrase, year

from quizgen.model import FactDraft
from quizgen.questions import unsaid
from quizgen.questions.case import Case
from quizgen.questions.vagueness import Topics

VIADUCT = "The Holm Viaduct was built between 1846 and 1851. "
BERGEN = "Merchants from Lund settled at Bergen in 1360. "


def topical(text: str, title: str) -> list[str]:
    """Return the phrases that only the topic explains."""
    return [p.text for each in drafts(text, title=title) for p in each.arguments if p.topical]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The foundation stone was laid on 31 May 1846.", "the foundation stone"),
        ("Each day 20 brickyards along the line made 50,000 bricks.", "20 brickyards along the line"),
        ("Ida Krantz left when the scaffolding fell in 1848.", "when the scaffolding fell in 1848"),
        ("Pottery came up from the bottom in 1848.", "the bottom"),
        ("Lund adopted the idea in 1851.", "the idea"),
        ("The bricklayers went on strike in 1848.", "the bricklayers"),
        ("The first trains reached Lund in 1851.", "the first trains"),
        ("The line was opened in 1851 in the presence of the king.", "the presence of the king"),
        ("Its original drawings burned. The original drawings belonged to Emil Krantz.", "the original drawings"),
    ],
)
def test_what_belongs_to_the_topic_is_clear(text: str, said: str) -> None:
    assert said in topical(VIADUCT + text, "The Holm Viaduct")


@pytest.mark.parametrize(
    "text",
    [
        "A trip to Lund decided the matter in 1848.",
        "The trick worked in 1848.",
        "The second trains reached Lund in 1851.",
        "The first season ended in 1847.",
        "The early drawings showed ten arches in 1848.",
        "The bricklayer went to Lund in 1848.",
        "The family moved to Lund in 1848.",
        "A crane came in 1846. Each crane came from Lund. The crane fell in 1848.",
        "Three cranes came in 1846. The crane fell in 1848.",
        "The bottom was dug out in 1848.",
        "Emil Krantz wrote two letters to Lund. The letters of 1847 were lost. The day ended in Lund.",
        "Holm Lighthouse was lit in 1847. The lamp was made in Lund in 1848.",
    ],
)
def test_what_takes_up_the_sentence_before_is_not(text: str) -> None:
    assert not topical(VIADUCT + text, "The Holm Viaduct")


def test_a_text_without_a_label_leaves_it_open() -> None:
    assert not topical(VIADUCT + "The foundation stone was laid on 31 May 1846.", "")


@pytest.mark.parametrize(("title", "clear"), [("The town of Bergen", True), ("Olav Berg, who sold fish", False)])
def test_the_place_in_the_title_has_a_harbour_and_a_person_has_none(title: str, clear: bool) -> None:
    text = "The town of Bergen faces the sea. Olav Berg sold fish. Fire reached the harbour in 1702."
    assert ("the harbour" in topical(BERGEN + text, title)) is clear


def test_the_evening_needs_no_topic() -> None:
    found = drafts(VIADUCT + "Emil Krantz studied physics in the evening.", title="The Holm Viaduct")
    assert [q.text for q in found[-1].qualifiers] == ["the evening"]
    assert not any(p.topical for p in found[-1].arguments)


def test_a_fuller_description_says_more_than_the_title() -> None:
    text = "The stone bridge over the Orla was built in 1702. The bridge fell in 1998."
    assert topical(text, "Flood hits Trebnitz") == ["the stone bridge over the Orla"]


def told(text: str, head: str, *, plural: bool = False) -> FactDraft:
    return draft(
        phrase(text, "subject", T.THING, head=head, topical=True, plural=plural), passive("sold", "sell"), year("1925")
    )


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (told("the link", "link"), "refused-unsaid"),
        (told("the standard procedure", "procedure"), "refused-unsaid"),
        (told("the flood", "flood"), "refused-unsaid"),
        (told("the rooms", "room", plural=True), ""),
        (told("the royal mint", "mint"), ""),
        (told("the cable", "cable"), ""),
        (told("the mercury", "mercury"), ""),
        (told("the keel", "keel"), ""),
        (told("the cable that links the islands", "cable"), ""),
    ],
)
def test_an_answer_names_something(made: FactDraft, code: str) -> None:
    about = Topics(frozenset(), {}, frozenset({"cabl"}) | unsaid.content("cable"))
    assert (
        unsaid.reason(Case(made, "subject", made.subject, "What was sold in 1925?", made.subject.text), about) == code
    )


def test_what_is_asked_for_otherwise_may_stay_unnamed() -> None:
    made = told("the link", "link")
    asked = made.qualifiers[0]
    assert not unsaid.reason(Case(made, "time", asked, "When was the link sold?", "1925"), Topics(frozenset(), {}))


KELD = "Keld was an uncrewed spacecraft of the Norland agency that visited a small asteroid. "


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (KELD + "The probe was launched in May 2003.", "Keld", "When was Keld launched? => May 2003"),
        (KELD + "It carried a probe. The probe was launched in May 2003.", "Keld", ""),
        (KELD + "The rear probe was launched in May 2003.", "Keld", ""),
    ],
)
def test_the_craft_of_the_title_is_told_by_a_narrower_noun(text: str, title: str, expected: str) -> None:
    said = [each.partition(": ")[2] for each in asked(drafts(text, title=title)) if "launched? =>" in each]
    assert (expected in said) if expected else not any("Keld" in each for each in said)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Smoke made them grow short, and Ida Krantz traced the effect to ethylene in 1901.", False),
        ("The blood clots quickly. Ida Krantz observed the reaction at Lund in 1956.", False),
        ("Ida Krantz described the reaction of the blood in 1956.", True),
        ("Ida Krantz studied the reaction to fear in 1956.", True),
        ("It states that p equals k. Ida Krantz formulated the relation in 1908.", False),
        ("A judge closed the club in July 1908. Ida Krantz overturned the ruling in 1909.", False),
    ],
)
def test_a_noun_that_takes_up_a_sentence_is_not_told_by_what_follows_it(text: str, known: bool) -> None:
    made = [each for each in drafts(text, title="The Chemistry of Blood") if each.subject.text == "Ida Krantz"]
    assert bool(made) == known
