"""Questions of every kind for the tests of the exporters."""

from dataclasses import replace
from typing import Any

from quizgen import ids
from quizgen.exporters.anki_notes import ExportItem
from quizgen.model import Option, PhraseType, Question, QuestionKind, Source

NOW = 1_795_000_000
CREATED = NOW - 1_000_000
DECKS = {"rivers.md": "quizgen::Rivers of Europe", "lakes/alpine.txt": "quizgen::Alpine lakes"}
SENTENCE = "The Danube rises in the Black Forest and reaches the Black Sea after 2,850 kilometres."


def source(answer: str = "the Black Forest", **changes: Any) -> Source:
    """Return a source whose sentence stands at offset 100 of its document."""
    begin = max(SENTENCE.find(answer), 0)
    made = Source(
        document="rivers.md",
        title="Rivers of Europe",
        section="The Danube",
        sentence=SENTENCE,
        start=100,
        end=100 + len(SENTENCE),
        answer_start=100 + begin,
        answer_end=100 + begin + len(answer),
        url="https://example.org/rivers?a=1&b=2",
    )
    return replace(made, **changes)


def question(slot: str = "place", **changes: Any) -> Question:
    """Return a short question, with another identity for another slot."""
    made = Question(
        uid=ids.question(("f_1",), "rises", slot),
        kind=QuestionKind.SHORT,
        prompt="Where does the Danube rise?",
        answer="the Black Forest",
        document="rivers.md",
        template="rises",
        slot=slot,
        facts=("f_" + "1" * 32,),
        accept=("Black Forest",),
        hint="It is in Germany.",
        answer_type=PhraseType.PLACE,
        score=0.8,
        sources=(source(),),
        order=1,
    )
    return replace(made, **changes)


def options(*texts: str) -> tuple[Option, ...]:
    """Return options of which the first is right."""
    return tuple(Option(text=text, correct=not number, origin="document") for number, text in enumerate(texts))


def every_kind() -> list[Question]:
    """Return one question of each kind."""
    return [
        question(),
        question(
            "cloze", kind=QuestionKind.CLOZE, prompt="The Danube rises in _____ and reaches the Black Sea.", order=2
        ),
        question(
            "choice",
            kind=QuestionKind.CHOICE,
            options=options("the Black Forest", "the Vosges", "the Jura", "the Harz"),
            order=3,
        ),
        question("truth", kind=QuestionKind.TRUEFALSE, prompt="The Danube rises in the Jura.", answer="False", order=4),
        question(
            "order",
            kind=QuestionKind.ORDER,
            prompt="Order these cities from the source to the mouth.",
            answer="Ulm → Vienna → Budapest",
            parts=("Ulm", "Vienna", "Budapest"),
            order=5,
        ),
        question(
            "match",
            kind=QuestionKind.MATCH,
            prompt="Which river flows through which city?",
            answer="Seine = Paris; Thames = London; Danube = Vienna",
            parts=(["Seine", "Paris"], ["Thames", "London"], ["Danube", "Vienna"]),
            order=6,
        ),
        question(
            "length",
            kind=QuestionKind.NUMERIC,
            prompt="How long is the Danube?",
            answer="2,850 kilometres",
            accept=("2850 km",),
            sources=(source("2,850 kilometres"),),
            order=7,
        ),
    ]


def item(made: Question | None = None, **changes: Any) -> ExportItem:
    """Return an item that was changed at ``CREATED`` and never exported."""
    return ExportItem(**{"question": made or question(), "modified": CREATED} | changes)
