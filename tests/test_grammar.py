"""English around a fact: every draft is built by hand, no parser is needed."""

from dataclasses import replace

import pytest

from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.questions import grammar

T = PhraseType


def phrase(text: str, role: str = "object", *, at: int = 0, **more: object) -> Phrase:
    """Return a phrase at a place in the sentence; the subject stands at 2 and the verb at 4."""
    return Phrase(text=text, start=0, end=len(text), role=role, position=at, **more)  # type: ignore[arg-type]


def subject(text: str = "Ada", **more: object) -> Phrase:
    return phrase(text, "subject", at=2, **more)


def verb(text: str, base: str, past: str = "", **more: object) -> Verb:
    return Verb(lemma=base, text=text, base=base, past=past or f"{base}ed", **{"participle": "", **more})  # type: ignore[arg-type]


def draft(made: Verb, *others: Phrase, of: Phrase | None = None) -> FactDraft:
    objects = [each for each in others if each.role in ("object", "attribute")]
    return FactDraft(
        kind=FactKind.RELATION,
        subject=of or subject(),
        relation=made.text,
        object=objects[0] if objects else None,
        qualifiers=tuple(each for each in others if each not in objects),
        verb=made,
    )


WROTE = verb("wrote", "write", "wrote", participle="written")
PUBLISHED = verb("published", "publish")
LETTERS = phrase("letters", at=5)
YEAR = phrase("1843", "time", at=7, prep="in", type=T.DATE)
CITY = phrase("London", "place", at=6, prep="in", type=T.PLACE)


@pytest.mark.parametrize("said", ["in short", "in fact", "of course"])
def test_a_comment_is_left_out(said: str) -> None:
    prep, text = said.split()
    made = draft(WROTE, LETTERS, phrase(text, "other", at=6, prep=prep))
    assert grammar.statement(made) == "Ada wrote letters."


# --- inversion and do-support ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "plural", "front", "rest"),
    [
        (WROTE, False, "did", "write"),
        (WROTE, True, "did", "write"),
        (verb("writes", "write", tense="present"), False, "does", "write"),
        (verb("write", "write", tense="present"), True, "do", "write"),
        (verb("touched down", "touch", particle="down"), False, "did", "touch down"),
        (verb("had", "have", "had"), False, "did", "have"),
        (verb("was", "be", "was"), False, "was", ""),
        (verb("were", "be", "was"), True, "were", ""),
        (verb("is", "be", "was", tense="present"), False, "is", ""),
        (verb("are", "be", "was", tense="present"), True, "are", ""),
        (verb("was built", "build", "built", participle="built", aux=("was",), passive=True), False, "was", "built"),
        (
            verb("has been seen", "see", "saw", participle="seen", aux=("has", "been"), tense="present", passive=True),
            False,
            "has",
            "been seen",
        ),
        (verb("can see", "see", "saw", participle="see", aux=("can",), tense="modal"), False, "can", "see"),
        (verb("will land", "land", participle="land", aux=("will",), tense="future"), False, "will", "land"),
        (
            verb("is flying", "fly", "flew", participle="flying", aux=("is",), tense="present"),
            False,
            "is",
            "flying",
        ),
        (
            verb(
                "was expected to land",
                "expect",
                participle="expected",
                aux=("was",),
                complement="to land",
                passive=True,
            ),
            False,
            "was",
            "expected to land",
        ),
        (verb("began to sink", "begin", "began", complement="to sink"), False, "did", "begin to sink"),
        (
            verb("first flew", "fly", "flew", adverbs=("first",)),
            False,
            "did",
            "first fly",
        ),
        (
            verb("usually lives", "live", tense="present", adverbs=("usually",)),
            False,
            "does",
            "usually live",
        ),
        (
            verb("was first seen", "see", "saw", participle="seen", aux=("was",), adverbs=("first",), passive=True),
            False,
            "was",
            "first seen",
        ),
    ],
    ids=lambda value: getattr(value, "text", None),
)
def test_the_first_auxiliary_goes_before_the_subject(made: Verb, plural: bool, front: str, rest: str) -> None:
    assert grammar.inverted(made, subject(plural=plural)) == (front, rest)


# --- agreement with a question word ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "singular"),
    [
        (verb("contain", "contain", tense="present"), "contains"),
        (verb("carry", "carry", "carried", tense="present"), "carries"),
        (verb("are", "be", "was", tense="present"), "is"),
        (verb("were", "be", "was"), "was"),
        (verb("have", "have", "had", tense="present"), "has"),
        (
            verb("have been found", "find", "found", participle="found", aux=("have", "been"), tense="present"),
            "has been found",
        ),
        (verb("were built", "build", "built", participle="built", aux=("were",), passive=True), "was built"),
        (verb("are used", "use", "used", participle="used", aux=("are",), tense="present"), "is used"),
        (verb("usually live", "live", tense="present", adverbs=("usually",)), "usually lives"),
        (verb("grow up", "grow", "grew", particle="up", tense="present"), "grows up"),
        (WROTE, "wrote"),
        (verb("had", "have", "had"), "had"),
        (verb("contains", "contain", tense="present"), "contains"),
        (verb("can see", "see", "saw", participle="see", aux=("can",), tense="modal"), "can see"),
    ],
    ids=lambda value: getattr(value, "text", None),
)
def test_who_and_what_take_the_singular(made: Verb, singular: str) -> None:
    assert grammar.finite(made, singular=True) == singular
    assert grammar.finite(made, singular=False) == made.text


# --- what follows the verb ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("without", "expected"),
    [
        ([], "letters in London in 1843"),
        ([LETTERS], "in London in 1843"),
        ([CITY], "letters in 1843"),
        ([YEAR], "letters in London"),
        ([LETTERS, CITY, YEAR], ""),
    ],
)
def test_the_rest_keeps_the_order_of_the_text(without: list[Phrase], expected: str) -> None:
    assert grammar.rest(draft(WROTE, YEAR, LETTERS, CITY), without=without) == expected


def test_what_stood_before_the_subject_goes_to_the_end() -> None:
    front = phrase("1843", "time", at=-1, prep="in", type=T.DATE)
    assert grammar.rest(draft(WROTE, front, LETTERS, CITY), without=[]) == "letters in London in 1843"


@pytest.mark.parametrize("role", ["attribution", "reason", "purpose"])
def test_what_only_comments_is_left_out(role: str) -> None:
    aside = phrase("the Times", role, at=9, prep="according to")
    assert grammar.rest(draft(WROTE, LETTERS, aside), without=[]) == "letters"


def test_a_possessive_that_the_subject_explains_stays_one() -> None:
    own = phrase("Ada's letters", at=5, bound="her letters")
    assert grammar.rest(draft(WROTE, own), without=[]) == "her letters"


def test_only_the_phrase_itself_is_left_out_not_its_twin() -> None:
    one, other = phrase("letters", at=5), phrase("letters", "other", at=8, prep="after")
    made = draft(WROTE, one, other)
    assert grammar.rest(made, without=[one]) == "after letters"


def test_a_long_stem_loses_its_clauses_first_manner_then_others() -> None:
    words = " ".join(["word"] * 12)
    manner = phrase(f"by {words}", "manner", at=8, type=T.CLAUSE)
    other = phrase(f"until {words}", "other", at=9, type=T.CLAUSE)
    place = phrase(f"the {words}", "place", at=10, prep="in", type=T.PLACE)
    made = draft(WROTE, LETTERS, manner, other, place)
    assert grammar.rest(made, without=[]) == f"letters in the {words}"
    assert grammar.rest(draft(WROTE, LETTERS, manner), without=[]) == f"letters by {words}"


# --- statements -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (draft(WROTE, LETTERS, CITY, YEAR), "Ada wrote letters in London in 1843."),
        (draft(WROTE), "Ada wrote."),
        (draft(WROTE, LETTERS, of=subject("the young woman")), "The young woman wrote letters."),
        (draft(WROTE, LETTERS, of=subject("ʻOumuamua")), "ʻOumuamua wrote letters."),
        (draft(verb("was", "be", "was"), phrase("a writer", "attribute", at=5)), "Ada was a writer."),
        (draft(PUBLISHED, phrase("letters etc.", at=5)), "Ada published letters etc."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fact_as_a_sentence(made: FactDraft, expected: str) -> None:
    assert grammar.statement(made) == expected


def test_a_fact_without_verb_says_its_relation() -> None:
    made = FactDraft(
        kind=FactKind.ALIAS, subject=subject("WMO"), relation="stands for", object=phrase("World Weather", at=5)
    )
    assert grammar.statement(made) == "WMO stands for World Weather."


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        ("subject", "_____ wrote letters in London in 1843."),
        ("object", "Ada wrote _____ in London in 1843."),
        ("place", "Ada wrote letters in _____ in 1843."),
        ("time", "Ada wrote letters in London in _____."),
    ],
)
def test_a_gap_takes_the_place_of_one_phrase(gap: str, expected: str) -> None:
    made = draft(WROTE, LETTERS, CITY, YEAR)
    blank = next(each for each in made.arguments if each.role == gap)
    assert grammar.statement(made, blank=blank) == expected


def test_another_value_takes_the_place_of_one_phrase() -> None:
    assert grammar.statement(draft(WROTE, LETTERS, YEAR), blank=YEAR, said="1851") == "Ada wrote letters in 1851."


def test_a_statement_can_do_without_a_phrase() -> None:
    assert grammar.statement(draft(WROTE, LETTERS, CITY, YEAR), without=[YEAR]) == "Ada wrote letters in London."


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("who wrote  letters", "?", "Who wrote letters?"),
        ("  ada wrote letters. ", ".", "Ada wrote letters."),
        ("Ada wrote letters ,", "?", "Ada wrote letters?"),
        ("Ada , a writer , wrote", ".", "Ada, a writer, wrote."),
        ("20 ships sank", ".", "20 ships sank."),
        ("élan is needed", ".", "Élan is needed."),
    ],
)
def test_text_as_a_sentence(text: str, end: str, expected: str) -> None:
    assert grammar.sentence(text, end) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("two storms, Ada and Eve", "Two storms, Ada and Eve, wrote letters."),
        ("the old king, Ludwig II", "The old king, Ludwig II, wrote letters."),
        ("Ada, Eve and Max", "Ada, Eve and Max wrote letters."),
        ("the king, the queen and the fool", "The king, the queen and the fool wrote letters."),
    ],
)
def test_an_apposition_is_closed(text: str, said: str) -> None:
    assert grammar.statement(draft(WROTE, LETTERS, of=subject(text))) == said


@pytest.mark.parametrize("prep", ["as with", "as for", "unlike"])
def test_what_leads_on_from_the_text_is_left_out(prep: str) -> None:
    assert grammar.rest(draft(WROTE, LETTERS, phrase("Eve", "other", at=6, prep=prep)), without=[]) == "letters"


def test_a_stressed_verb_is_said_plainly() -> None:
    stressed = verb("did once cover", "cover", aux=("did",), adverbs=("once",))
    made = draft(stressed, phrase("the course", at=6), of=subject())
    assert grammar.statement(grammar.settled(made)) == "Ada once covered the course."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the soil itself", "the soil"),
        ("the bees themselves", "the bees"),
        ("itself", "itself"),
        ("the self", "the self"),
    ],
)
def test_a_stressing_pronoun_is_left_out(text: str, said: str) -> None:
    assert grammar.unstressed(text) == said


def test_what_happens_beside_it_is_left_out() -> None:
    beside = phrase("the water holds salts", "other", at=8, type=T.CLAUSE, prep="as")
    part = phrase("a carrier", "other", at=7, prep="as")
    made = draft(verb("acts", "act", tense="present"), part, beside, of=subject("the water"))
    assert grammar.statement(made) == "The water acts as a carrier."


BECAME = verb("had become", "become", "became", aux=("had",), participle="become")
BY_THEN = phrase("3 May 2019", "day", at=9, prep="by")


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        ("the first town to ban cars", "Ada became the first town to ban cars."),
        ("the only town without cars", "Ada became the only town without cars."),
        ("the largest town of the north", "Ada had become the largest town of the north by 3 May 2019."),
        ("a town without cars", "Ada had become a town without cars by 3 May 2019."),
    ],
)
def test_a_rank_that_lasts_needs_no_day(rank: str, said: str) -> None:
    made = draft(BECAME, phrase(rank, "attribute", at=6), BY_THEN, of=subject())
    assert grammar.statement(grammar.settled(made)) == said


@pytest.mark.parametrize("said", ["also", "too", "therefore", "as well"])
def test_what_only_joins_sentences_is_left_out(said: str) -> None:
    made = draft(
        verb("paints", "paint", tense="present"), phrase("boats", at=6), phrase(said, "manner", at=7), of=subject()
    )
    assert grammar.statement(made) == "Ada paints boats."


# --- the order of what follows --------------------------------------------------------------------------------------


MOVED = verb("moved", "move")
STAYED = verb("stayed", "stay")
IN_1941 = phrase("1941", "time", at=5, prep="in", type=T.DATE)


@pytest.mark.parametrize(
    ("others", "rest"),
    [
        ((IN_1941, phrase("the hospital at Kampen", "other", at=6, prep="to")), "to the hospital at Kampen in 1941"),
        ((IN_1941, phrase("a blood bank", at=6)), "a blood bank in 1941"),
        ((IN_1941, phrase("a house that burned", "other", at=6, prep="to")), "in 1941 to a house that burned"),
        ((IN_1941, phrase("after studying law", "other", at=6, type=T.CLAUSE)), "in 1941 after studying law"),
        ((IN_1941, phrase("three weeks", "duration", at=6, prep="for")), "in 1941 for three weeks"),
    ],
)
def test_a_date_stands_behind_short_phrases(others: tuple[Phrase, ...], rest: str) -> None:
    assert grammar.rest(draft(MOVED, *others), without=()) == rest


def test_a_noun_that_says_an_amount_in_other_words_is_left_out() -> None:
    amount = phrase("ninety letters", at=5, type=T.NUMBER)
    beside = phrase("twice the usual number", "other", at=6)
    assert grammar.statement(draft(WROTE, amount, beside)) == "Ada wrote ninety letters."
    assert grammar.statement(draft(WROTE, LETTERS, beside)) == "Ada wrote letters twice the usual number."


@pytest.mark.parametrize(
    ("text", "prep", "said"),
    [("two years", "over", "for over two years"), ("two years", "for", "for two years"), ("the winter", "over", "")],
)
def test_somebody_stays_for_over_two_years(text: str, prep: str, said: str) -> None:
    made = grammar.settled(draft(STAYED, phrase(text, "duration", at=6, prep=prep)))
    assert grammar.rest(made, without=()) == (said or f"{prep} {text}")


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("ada lived in the U.S.", "?", "Ada lived in the U.S.?"),
        ("ada lived in the U.S.", ".", "Ada lived in the U.S."),
        ("ada lived in Bonn.", "?", "Ada lived in Bonn?"),
    ],
)
def test_initials_keep_their_last_stop(text: str, end: str, expected: str) -> None:
    assert grammar.sentence(text, end) == expected


@pytest.mark.parametrize("prep", ["probably along", "including", "especially in"])
def test_what_is_doubtful_or_an_example_is_left_out(prep: str) -> None:
    made = draft(WROTE, LETTERS, phrase("the old routes", "other", at=6, prep=prep))
    assert grammar.statement(made) == "Ada wrote letters."


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("a body that should not be confused with another", "is"),
        ("a body that had no money", "was"),
        ("a body of twelve", "was"),
    ],
)
def test_a_definition_is_as_lasting_as_its_meaning(told: str, said: str) -> None:
    made = draft(verb("was", "be", "was"), phrase(told, "attribute", at=5))
    made = replace(made, kind=FactKind.DEFINITION)
    assert grammar.settled(made).verb.text == said  # type: ignore[union-attr]


def test_a_subject_with_an_apposition_is_closed_by_a_comma() -> None:
    assert grammar.closed("two storms, Ada and Eve") == "two storms, Ada and Eve,"
    assert grammar.closed("the storm of 1901") == "the storm of 1901"


BY_JUNE = phrase("17 June 2024", "day", at=8, prep="by", type=T.DATE)


@pytest.mark.parametrize(
    ("base", "told", "said"),
    [
        ("open", phrase("the tunnel", at=5), "Ada opened the tunnel."),
        ("raise", phrase("the tunnel", at=5), "Ada had raised the tunnel by 17 June 2024."),
        ("open", phrase("9 tunnels", at=5, type=T.NUMBER), "Ada had opened 9 tunnels by 17 June 2024."),
    ],
)
def test_what_had_been_done_for_good_was_done(base: str, told: Phrase, said: str) -> None:
    past = f"{base.removesuffix('e')}ed"
    made = draft(verb(f"had {past}", base, past, aux=("had",), participle=past), told, BY_JUNE)
    assert grammar.statement(grammar.settled(made)) == said


def test_a_name_that_somebody_was_born_with_is_left_out() -> None:
    born = verb("was born", "bear", "bore", participle="born", aux=("was",), passive=True)
    made = draft(born, phrase("Ida Holm", "other", at=5, type=T.CLAUSE), CITY)
    assert grammar.statement(made) == "Ada was born in London."


@pytest.mark.parametrize(
    ("text", "adverb", "tense", "said"),
    [
        ("then runs", "then", "present", "Ada runs."),
        ("first runs", "first", "present", "Ada runs."),
        ("first ran", "first", "past", "Ada first ran."),
        ("often runs", "often", "present", "Ada often runs."),
    ],
)
def test_what_comes_after_what_is_not_told_by_a_card(text: str, adverb: str, tense: str, said: str) -> None:
    made = draft(verb(text, "run", "ran", adverbs=(adverb,), tense=tense))
    assert grammar.statement(grammar.settled(made)) == said


@pytest.mark.parametrize(
    ("others", "rest"),
    [
        ((phrase("that the river had moved", at=5, type=T.CLAUSE),), "in 1784 that the river had moved"),
        (
            (LETTERS, phrase("people born before 1760", "other", at=6, prep="to")),
            "letters in 1784 to people born before 1760",
        ),
        ((LETTERS, phrase("by hiding in a barn", "other", at=6, type=T.CLAUSE)), "letters in 1784 by hiding in a barn"),
        ((LETTERS, phrase("the old harbour", "other", at=6, prep="from")), "letters from the old harbour in 1784"),
        ((phrase("the first book to be sold", at=5),), "the first book to be sold in 1784"),
    ],
)
def test_a_date_from_the_front_does_not_join_another_deed(others: tuple[Phrase, ...], rest: str) -> None:
    front = phrase("1784", "time", at=-1, prep="in", type=T.DATE)
    assert grammar.rest(draft(WROTE, front, *others), without=()) == rest


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (verb("is cut", "cut", participle="cut", aux=("is",), passive=True, tense="present"), "cuts"),
        (verb("were often cut", "cut", "cut", aux=("were",), passive=True, adverbs=("often",)), "often cut"),
        (verb("can be seen", "see", aux=("can", "be"), passive=True, tense="modal"), "can see"),
        (verb("has been seen", "see", participle="seen", aux=("has", "been"), passive=True), "has seen"),
        (verb("had been seen", "see", participle="seen", aux=("had", "been"), passive=True), ""),
        (verb("is forced to go", "force", aux=("is",), passive=True, complement="to go"), ""),
        (verb("sees", "see"), ""),
    ],
)
def test_a_passive_as_its_doer_does_it(made: Verb, said: str) -> None:
    assert grammar.active(made) == said


@pytest.mark.parametrize(
    ("text", "proper", "said"),
    [
        ("Ada Berg herself", True, "Ada Berg"),
        ("Elmnet later", True, "Elmnet"),
        ("Elm alone", True, "Elm"),
        ("the coin itself", False, "the coin itself"),
        ("Alone in Elm", True, "Alone in Elm"),
    ],
)
def test_a_name_loses_what_only_stresses_it(text: str, proper: bool, said: str) -> None:
    assert grammar.settled(draft(WROTE, of=subject(text, proper=proper))).subject.text == said


@pytest.mark.parametrize(
    ("said", "at", "rest"),
    [
        ("the west", -1, "letters"),
        ("the west", 6, "letters to the west"),
        ("the west of Elm", -1, "letters to the west of Elm"),
    ],
)
def test_the_other_side_only_leads_on(said: str, at: int, rest: str) -> None:
    side = phrase(said, "other", at=at, prep="to")
    assert grammar.rest(draft(WROTE, LETTERS, side), without=()) == rest


def test_a_side_is_told_where_nothing_else_is() -> None:
    assert grammar.rest(draft(WROTE, phrase("the west", "other", at=-1, prep="to")), without=()) == "to the west"


def test_how_something_is_called_now_is_no_part_of_it() -> None:
    called = phrase("as it is now called", "other", at=6, type=T.CLAUSE)
    assert grammar.rest(draft(WROTE, LETTERS, called), without=()) == "letters"
