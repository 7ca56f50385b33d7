"""Asks not worth answering: given away, answered by a word of every text, or open."""

import pytest
from drafts import IS, T, draft, name, passive, phrase, verb, year

from quizgen.model import FactDraft, FactKind, Phrase
from quizgen.questions import triviality
from quizgen.questions.case import Case
from quizgen.questions.vagueness import Topics

ADA = name("Ada Brook")
ABOUT = Topics(frozenset(), {}, heroes=frozenset({"Ada Brook", "Lake Orsa"}))


def ask(made: FactDraft, slot: str, prompt: str) -> str:
    role = {"object": "object", "attribute": "attribute"}.get(slot, slot)
    found = next(p for p in made.arguments if p.role == role)
    return triviality.reason(Case(made, slot, found, prompt, found.text), ABOUT)


def thing(text: str, **more: object) -> Phrase:
    return phrase(text, "object", **more)


PATENTED = draft(
    phrase("Brook's process", "subject", proper=True),
    passive("patented", "patent"),
    name("the chemist Ada Brook", "agent", prep="by"),
    year("1841"),
)
NAMED = draft(
    name("the Brook Collection", type=T.ORGANISATION),
    verb("takes", "take", tense="present"),
    thing("its name"),
    name("Sir Ada Brook", "other", prep="from"),
)
SISTER = draft(ADA, verb("taught", "teach"), name("Ben Brook", "object"))
RUSH = draft(
    phrase("water", "subject"), verb("rushes", "rush", tense="present"), phrase("the drive pipe", "other", prep="down")
)
STARCH = draft(
    phrase("starch", "subject"), verb("binds", "bind", tense="present"), phrase("the paste", "object", T.THING)
)
CANCELLED = draft(ADA, verb("cancelled", "cancel"), thing("the tribute he had demanded"))
HOPED = draft(ADA, verb("hoped", "hope"), thing("that he would come"))
KIND = draft(name("Lake Orsa", type=T.PLACE), IS, phrase("the first lake of its kind", "attribute"))
REST = draft(
    ADA, verb("drew", "draw"), thing("maps"), phrase("the rest of her life", "duration", T.DURATION, prep="for")
)
RESULT = draft(phrase("one result", "subject"), IS, phrase("the reflex", "attribute"), kind=FactKind.DEFINITION)
CBE = draft(ADA, passive("appointed", "appoint"), phrase("CBE", "object", proper=True), year("1937"))
PROFESSOR = draft(ADA, passive("appointed", "appoint"), thing("professor of physics"), year("1937"))
PRIZE = draft(ADA, verb("won", "win"), phrase("the Nobel Prize", "object", T.WORK, proper=True), year("1937"))
FED = draft(name("Lake Orsa", type=T.PLACE), passive("fed", "feed", aux="is"), phrase("springs", "agent", prep="by"))
ANY_FED = draft(name("Lake Vik", type=T.PLACE), passive("fed", "feed", aux="is"), phrase("springs", "agent", prep="by"))
PEAKED = draft(phrase("output", "subject"), verb("peaked", "peak"), year("1592"))
POTOSI = draft(
    phrase("output", "subject"), verb("peaked", "peak"), name("Orvik", "other", T.PLACE, prep="at"), year("1592")
)
SILVER = draft(phrase("silver output", "subject"), verb("peaked", "peak"), year("1592"))

LEAGUE = draft(name("the League", type=T.ORGANISATION), verb("founded", "found"), thing("a camp"), year("1923"))
FORCED = draft(ADA, verb("forced", "force"), thing("the princes"), phrase("submit", "deed", T.CLAUSE))
MBE = draft(name("Eva Vik"), passive("awarded", "award"), phrase("the MBE", "object", proper=True), year("2012"))
TURNED = draft(ADA, verb("forced", "force"), thing("the princes"), phrase("turn back", "deed", T.CLAUSE))


@pytest.mark.parametrize(
    ("made", "slot", "prompt", "code"),
    [
        (PATENTED, "agent", "By whom was Brook's process patented in 1841?", "refused-given"),
        (PATENTED, "time", "In which year was Brook's process patented by the chemist Ada Brook?", ""),
        (NAMED, "subject", "What takes its name from Sir Ada Brook?", "refused-given"),
        (NAMED, "other", "From whom does the Brook Collection take its name?", ""),
        (SISTER, "object", "Who did Ada Brook teach?", ""),
        (RUSH, "subject", "What rushes down the drive pipe?", "refused-plain"),
        (RUSH, "other", "What does water rush down?", ""),
        (STARCH, "subject", "What binds the paste?", ""),
        (CANCELLED, "subject", "Who cancelled the tribute he had demanded?", "refused-pointing"),
        (HOPED, "subject", "Who hoped that he would come?", ""),
        (KIND, "subject", "Which lake is the first lake of its kind?", "refused-pointing"),
        (REST, "object", "What did Ada Brook draw for the rest of her life?", "refused-pointing"),
        (RESULT, "attribute", "What is one result?", "refused-pointing"),
        (LEAGUE, "time", "In which year did the League found a camp?", "refused-clipped"),
        (FORCED, "deed", "What did Ada Brook force the princes to do?", "refused-word"),
        (TURNED, "deed", "What did Ada Brook force the princes to do?", ""),
        (MBE, "subject", "Who was awarded the MBE in 2012?", "refused-shared"),
        (CBE, "subject", "Who was appointed CBE in 1937?", "refused-shared"),
        (CBE, "time", "In which year was Ada Brook appointed CBE?", ""),
        (PROFESSOR, "subject", "Who was appointed professor of physics in 1937?", ""),
        (PRIZE, "subject", "Who won the Nobel Prize in 1937?", ""),
        (FED, "subject", "Which lake is fed by springs?", "refused-shared"),
        (ANY_FED, "subject", "Which lake is fed by springs?", ""),
        (PEAKED, "time", "When did output peak?", "refused-bare"),
        (POTOSI, "time", "When did output at Orvik peak?", ""),
        (SILVER, "time", "When did silver output peak?", ""),
    ],
)
def test_what_is_trivial_or_open(made: FactDraft, slot: str, prompt: str, code: str) -> None:
    assert ask(made, slot, prompt) == code
