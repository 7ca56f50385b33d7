"""Statements held against their sentence."""

from dataclasses import replace

import pytest
from drafts import T, draft, name, phrase, verb, year

from quizgen.model import FactDraft, Phrase, Sentence, Verb
from quizgen.questions import alignment

OFFSET = 100


def sentence(text: str) -> Sentence:
    return Sentence(uid="s", document="d", position=0, start=OFFSET, end=OFFSET + len(text), text=text)


def told(text: str, of: str, role: str, prep: str = "", kind: T = T.THING) -> Phrase:
    """Return a phrase where a sentence has it; "|" in its text stands for words that it has lost."""
    first, _, last = text.partition("|")
    start = of.index(first)
    end = of.index(last or first, start) + len(last or first)
    return replace(phrase(f"{first}{last}", role, kind, prep=prep), start=OFFSET + start, end=OFFSET + end)


def made(of: str, done: Verb, *parts: tuple[str, str, str]) -> FactDraft:
    phrases = [told(text, of, role, prep) for text, role, prep in parts]
    return draft(phrases[0], done, *phrases[1:])


STOOD = verb("stood", "stand")
DUG = verb("dug", "dig")

BEHIND = [
    (
        "Long rows stood with their gables to the harbour.",
        STOOD,
        [("Long rows", "subject", ""), ("their gables", "other", "with")],
    ),
    ("Crews dug mud so little that it slid.", DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    ("Crews dug mud better than clay.", DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    ("Crews dug mud from around the hull and left.", DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    ("The group dug pits with a great machine.", DUG, [("The group", "subject", ""), ("pits", "object", "")]),
]


@pytest.mark.parametrize(("text", "done", "parts"), BEHIND, ids=[text for text, *_ in BEHIND])
def test_a_sentence_that_goes_on_has_lost_something(text: str, done: Verb, parts: list[tuple[str, str, str]]) -> None:
    assert alignment.reason(made(text, done, *parts), sentence(text)) == "refused-behind"


WHOLE = [
    ("Crews dug mud, from what is known.", DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    ("Crews dug mud and left for the coast.", DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    ("Crews dug mud to free the hull.", DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    ("Crews dug mud on purpose.", DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    ("Crews dug mud (from the hull).", DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    (
        "Crews dug mud from the hull.",
        DUG,
        [("Crews", "subject", ""), ("mud", "object", ""), ("the hull", "other", "from")],
    ),
    (
        "Crews dug mud since it was soft.",
        DUG,
        [("Crews", "subject", ""), ("mud", "object", ""), ("since it was soft", "reason", "")],
    ),
    (
        "Crews on the hill (the Brooks and Moes) dug mud.",
        DUG,
        [("Crews on the hill", "subject", ""), ("mud", "object", "")],
    ),
    ("Crews of 1913–1999 dug mud.", DUG, [("1913", "subject", ""), ("mud", "object", "")]),
    ('Crews dug "Old Mud" for years.', DUG, [("Crews", "subject", ""), ("Old Mud", "object", "")]),
    ('Crews dug "mud," they said.', DUG, [("Crews", "subject", ""), ("mud", "object", "")]),
    ('Crews dug a pit named "Elm".', DUG, [("Crews", "subject", ""), ('a pit named "Elm"', "object", "")]),
    ("Later Who records dug mud.", DUG, [("Who records", "subject", ""), ("mud", "object", "")]),
]


@pytest.mark.parametrize(("text", "done", "parts"), WHOLE, ids=[text for text, *_ in WHOLE])
def test_a_sentence_that_ends_or_begins_anew_has_not(text: str, done: Verb, parts: list[tuple[str, str, str]]) -> None:
    assert alignment.reason(made(text, done, *parts), sentence(text)) == ""


TORN = [
    ("The station measured minus 62 degrees.", [("The station", "subject", ""), ("62 degrees", "object", "")]),
    ("The Tonga–Hunga volcano stood there.", [("The Tonga", "subject", "")]),
    ("Men of Upper-Elm stood there.", [("Men of Upper", "subject", "")]),
    ("Crews of Elm-Orvik stood there.", [("Orvik", "subject", "")]),
    ("The Faroe and Shetland islands stood there.", [("The Faroe and |islands", "subject", "")]),
    (
        "A probe, made from the nickel alloys Chromel and Kanthal, stood there.",
        [("A probe, |alloys Chromel", "subject", "")],
    ),
    ("Crews of Elm-on-Wye stood there.", [("Crews of Elm-|Wye", "subject", "")]),
    (
        "The fair stood neither in a port nor in a city.",
        [("The fair", "subject", ""), ("a port nor in a city", "place", "in")],
    ),
    ("The colour thrown first stood out.", [("The colour thrown", "subject", "")]),
    ("The board stood in favour of what they had asked.", [("The board", "subject", ""), ("favour", "other", "in")]),
    ("He stood by the title Ada Brook, Our Own.", [("He", "subject", ""), ("the title Ada Brook", "other", "by")]),
    ("A post at Elm instead stood there.", [("A post at Elm instead", "subject", "")]),
    ("Ada Brook has all but stood there.", [("Ada Brook", "subject", "")]),
    ("Moss, of which the bog is full, stood there.", [("of which the bog", "subject", "")]),
    ("In the best known he stood there.", [("he", "subject", ""), ("the best known", "other", "In")]),
    ("Police stooped and captured a farmer.", [("Police", "subject", "")]),
    ('The letters stood for "Dig Mud Now".', [("The letters", "subject", ""), ("Dig Mud", "other", "for")]),
    ('A sign reading "on", "off" or "out" stood there.', [('A sign reading "on"', "subject", "")]),
    ("The old Captain Who logo stood there.", [("Who logo", "subject", "")]),
    ("A club that became, next year, a league stood there.", [("A club that became", "subject", "")]),
    ("Words with the ending -ta stood there.", [("Words with the ending", "subject", "")]),
]


@pytest.mark.parametrize(("text", "parts"), TORN, ids=[text for text, _ in TORN])
def test_a_phrase_is_whole(text: str, parts: list[tuple[str, str, str]]) -> None:
    done = verb("stooped", "stoop") if "stooped" in text else STOOD
    assert alignment.reason(made(text, done, *parts), sentence(text)) == "refused-torn"


def test_words_that_another_argument_has_are_not_lost() -> None:
    text = "A trip to Elm in May under Ada Brook stood out."
    subject = told("A trip to Elm |under Ada Brook", text, "subject")
    statement = draft(subject, STOOD, replace(told("May", text, "time", "in", T.DATE), position=2))
    assert alignment.reason(statement, sentence(text)) == ""


def test_what_was_done_more_than_once_has_no_single_date() -> None:
    text = "Ada Brook won the race more than once, the last time in 1926."
    parts = [told("Ada Brook", text, "subject"), told("the race", text, "object")]
    often, dated = told("more than once", text, "manner"), told("1926", text, "time", "in", T.DATE)
    won = verb("won", "win")
    assert alignment.reason(draft(parts[0], won, parts[1], often, dated), sentence(text)) == "refused-torn"
    assert alignment.reason(draft(parts[0], won, parts[1], often), sentence(text)) == ""


def test_a_pronoun_does_not_belong_to_the_phrase_before_it() -> None:
    text = "During the Great War he and his father stood there."
    who = replace(
        told("the Great War he and his father", text, "subject"), text="Ada Brook and her father", resolved=True
    )
    assert alignment.reason(draft(who, STOOD), sentence(text)) == "refused-torn"


EXPLAINED = [
    ("They sent in troops, tens of thousands of them.", "troops", "tens of thousands of them"),
    ("The organ is modest: a wooden frame, a handful of pipes and some bags.", "a wooden frame", "a handful of pipes"),
]


@pytest.mark.parametrize(("text", "thing", "meaning"), EXPLAINED, ids=[thing for _, thing, _ in EXPLAINED])
def test_what_counts_or_continues_explains_nothing(text: str, thing: str, meaning: str) -> None:
    parts = told(thing, text, "subject"), told(meaning, text, "attribute")
    statement = draft(parts[0], verb("is", "be", tense="present"), parts[1], extractor="explained")
    assert alignment.reason(statement, sentence(text)) == "refused-torn"


def test_a_fact_that_is_not_of_the_sentence_is_let_be() -> None:
    assert alignment.reason(draft(name("Ada Brook"), STOOD, year("1931")), sentence("Nothing of the kind.")) == ""


SKIPPED = [
    (
        "A gale drove the boat on to the rocks off Elm.",
        [("A gale", "subject", ""), ("the boat", "object", ""), ("Elm", "place", "off")],
    ),
    (
        "A gale drove the boat in the home straight.",
        [("A gale", "subject", ""), ("the boat", "object", ""), ("straight", "manner", "")],
    ),
]


@pytest.mark.parametrize(("text", "parts"), SKIPPED, ids=[text for text, _ in SKIPPED])
def test_a_phrase_behind_lost_words_is_torn_off(text: str, parts: list[tuple[str, str, str]]) -> None:
    assert alignment.reason(made(text, verb("drove", "drive"), *parts), sentence(text)) == "refused-torn"


def test_words_behind_a_comma_are_not_lost() -> None:
    text = "A gale drove the boat, in the view of many, off Elm."
    parts = [told("A gale", text, "subject"), told("the boat", text, "object"), told("Elm", text, "place", "off")]
    assert alignment.reason(draft(parts[0], verb("drove", "drive"), *parts[1:]), sentence(text)) == ""


SWALLOWED = [
    ("On the first lines trains stood by the hour.", "the first lines trains"),
    ("In about 525 King Otto stood at Elm.", "about 525 King Otto"),
    ("The fair began, and at Elm hot water stood by the hour.", ""),
    ("By the Treaty of Elm, which stood for long, peace came.", ""),
    ("In Elm, a quiet town, trains stood by the hour.", ""),
]


@pytest.mark.parametrize(("text", "subject"), SWALLOWED, ids=[text for text, _ in SWALLOWED])
def test_a_subject_does_not_stand_behind_a_preposition(text: str, subject: str) -> None:
    said = subject or ("hot water" if "hot" in text else "the Treaty of Elm" if "Treaty" in text else "trains")
    found = alignment.reason(made(text, STOOD, (said, "subject", "")), sentence(text))
    assert (found == "refused-torn") is bool(subject)


PAIRS = [
    ("both the Master", "object", "", "refused-torn"),
    ("the hill", "place", "between", "refused-torn"),
    ("both the Master and the guard", "object", "", ""),
    ("the hill and the lake", "place", "between", ""),
    ("a pair of hills", "place", "between", ""),
]


@pytest.mark.parametrize(("said", "role", "prep", "code"), PAIRS, ids=[said for said, *_ in PAIRS])
def test_of_two_the_second_is_told(said: str, role: str, prep: str, code: str) -> None:
    text = f"Crews stood {prep} {said}.".replace("  ", " ")
    assert alignment.reason(made(text, STOOD, ("Crews", "subject", ""), (said, role, prep)), sentence(text)) == code


def test_several_are_two_enough() -> None:
    text = "Crews stood between rival camps."
    parts = [told("Crews", text, "subject"), replace(told("rival camps", text, "place", "between"), plural=True)]
    assert alignment.reason(draft(parts[0], STOOD, parts[1]), sentence(text)) == ""


NAMES = [
    ("Ida painted the Dance of the Hours, a fresco in a chapel.", "the Hours", T.UNKNOWN, "refused-torn"),
    ("She joined the Union of Weavers and Potters, a fresco in a chapel.", "Potters", T.UNKNOWN, "refused-torn"),
    ("She saw the Battle of the Holm, a fresco in a chapel.", "the Holm", T.PLACE, ""),
    ("She saw a painting of the Hours, a fresco in a chapel.", "the Hours", T.UNKNOWN, ""),
]


@pytest.mark.parametrize(("text", "name_", "kind", "code"), NAMES, ids=[text for text, *_ in NAMES])
def test_the_end_of_a_longer_name_is_not_explained(text: str, name_: str, kind: T, code: str) -> None:
    subject = replace(told(name_, text, "subject", kind=kind), proper=True, plural=name_.endswith("s"))
    be = verb("is", "be")
    found = replace(draft(subject, be, told("a fresco in a chapel", text, "attribute")), extractor="apposition")
    assert alignment.reason(found, sentence(text)) == code
