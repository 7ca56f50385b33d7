"""What somebody or something is made or allowed to do."""

from dataclasses import replace

import pytest

from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.questions import deeds


def fact(base: str, clause: str, head: str, *, doer: str = "", **more: object) -> FactDraft:
    """Return the fact that the act does something to somebody, with the clause behind it as the parser cut it."""
    verb = Verb(lemma=base, text=base, base=base, past=base, participle=base, **more)  # type: ignore[arg-type]
    role = "other" if doer else "object"
    said = Phrase(text=clause, start=10, end=30, role=role, type=PhraseType.CLAUSE, head=head)
    object_ = Phrase(text=doer, start=5, end=9, role="object") if doer else None
    subject = Phrase(text="the act", start=0, end=4, role="subject")
    return FactDraft(
        kind=FactKind.RELATION,
        subject=subject,
        relation=base,
        object=object_,
        qualifiers=(said,),
        verb=verb,
        extractor="relation",
        start=0,
        end=30,
    )


@pytest.mark.parametrize(
    ("made", "tail", "answer"),
    [
        (fact("allow", "French ships to use the port", "use"), "French ships to do", "use the port"),
        (fact("force", "to flee", "flee", doer="the Congress"), "the Congress to do", "flee"),
        (fact("help", "trees reach water", "reach"), "trees to do", "reach water"),
        (fact("help", "trees to reach water", "reach"), "trees to do", "reach water"),
    ],
)
def test_a_deed_is_asked_for_with_its_doer(made: FactDraft, tail: str, answer: str) -> None:
    (phrase,) = deeds.phrases(made)
    found = deeds.asked(made, phrase)
    assert found is not None
    assert (found.wh, found.tail, found.answer) == ("What", tail, answer)


@pytest.mark.parametrize(
    "made",
    [
        fact("allow", "troops to be housed in barns", "be"),
        fact("require", "to travel", "travel", doer="water"),
        fact("allow", "the export of wool to Flanders", "export"),
        fact("allow", "them to use the port", "use"),
        fact("cause", "people not to vote", "vote"),
        fact("allow", "that ships use the port", "use"),
        fact("force", "to flee", "flee"),
        fact("allow", "ships to use the port", "use", passive=True),
        fact("allow", "ships to use the port", "use", complement="to want"),
        fact("permit", "people to " + "very " * 15 + "run", "run"),
    ],
    ids=lambda made: made.qualifiers[0].text[:30],
)
def test_what_is_no_deed_is_not_asked_for(made: FactDraft) -> None:
    assert deeds.phrases(made) == []


def hindered(base: str, clause: str, doer: str = "dust") -> FactDraft:
    """Return the fact that a lid keeps something from a deed."""
    made = fact(base, clause, "from", doer=doer)
    return replace(made, qualifiers=(replace(made.qualifiers[0], role="manner"),))


def test_it_is_asked_what_something_is_kept_from_doing() -> None:
    made = hindered("keep", "from settling on the lens")
    (phrase,) = deeds.phrases(made)
    found = deeds.asked(made, phrase)
    assert found is not None
    assert (found.tail, found.answer) == ("dust from doing", "settling on the lens")
    assert deeds.is_hindered(made)


@pytest.mark.parametrize(
    "made",
    [
        hindered("learn", "from reading the label"),
        hindered("keep", "from the lens"),
        hindered("keep", "from settling on it"),
        hindered("keep", "from settling", doer="it"),
    ],
    ids=lambda made: made.qualifiers[0].text + made.verb.base,
)
def test_nobody_is_kept_from_other_things(made: FactDraft) -> None:
    assert [found for phrase in deeds.phrases(made) if (found := deeds.asked(made, phrase)) is not None] == []
