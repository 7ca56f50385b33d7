"""Questions by hand for the tests of playing."""

from collections.abc import Sequence
from typing import Any

from quizgen.model import Option, PhraseType, Question, QuestionKind, Source

SENTENCE = "The lighthouse of Tarn was built in 1871 by Ida Brandt on the island of Skerry."


def source(answer: str, sentence: str = SENTENCE, *, offset: int = 0, **more: Any) -> Source:
    """Return a source whose document text begins ``offset`` characters before the sentence."""
    start = sentence.find(answer) if answer in sentence else 0
    end = start + len(answer) if answer in sentence else 0
    return Source(
        document="tarn.txt",
        title=more.pop("title", "A short history of Tarn"),
        section=more.pop("section", ""),
        sentence=sentence,
        start=offset,
        end=offset + len(sentence),
        answer_start=offset + start,
        answer_end=offset + end,
        **more,
    )


def question(uid: str, prompt: str, answer: str, kind: str = "short", **more: Any) -> Question:
    """Return a question with defaults for what a test does not care about."""
    more.setdefault("facts", (f"f_{uid}",))
    more.setdefault("sources", (source(answer),))
    return Question(
        uid=uid,
        kind=QuestionKind(kind),
        prompt=prompt,
        answer=answer,
        document="tarn.txt",
        template="t",
        slot="s",
        **more,
    )


def options(right: str, *wrong: str) -> tuple[Option, ...]:
    return (Option(text=right, correct=True), *(Option(text=text) for text in wrong))


def choice(uid: str = "q_choice", **more: Any) -> Question:
    return question(
        uid,
        "Where was it built?",
        "Skerry",
        "choice",
        options=options("Skerry", "Tarn Head", "Long Isle", "Gull Rock"),
        **more,
    )


def typed(uid: str = "q_typed", **more: Any) -> Question:
    return question(uid, "Who built the lighthouse of Tarn?", "Ida Brandt", answer_type=PhraseType.PERSON, **more)


def cloze(uid: str = "q_cloze", **more: Any) -> Question:
    prompt = "The lighthouse of Tarn was built in _____ by Ida Brandt."
    return question(uid, prompt, "1871", "cloze", answer_type=PhraseType.DATE, **more)


def statement(uid: str = "q_true", answer: str = "False", **more: Any) -> Question:
    return question(uid, "Ida Brandt was born on Skerry.", answer, "truefalse", **more)


def order(uid: str = "q_order", parts: Sequence[str] = ("planned", "built", "lit", "closed"), **more: Any) -> Question:
    return question(uid, "Put these in order.", " → ".join(parts), "order", parts=tuple(parts), **more)


def match(uid: str = "q_match", **more: Any) -> Question:
    pairs = (["Tarn", "lighthouse"], ["Skerry", "island"], ["Ida Brandt", "builder"])
    answer = "; ".join(f"{left} = {right}" for left, right in pairs)
    return question(uid, "Match the names.", answer, "match", parts=pairs, **more)


def every() -> list[Question]:
    return [choice(), typed(), cloze(), statement(), order(), match()]
