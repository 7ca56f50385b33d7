"""What of a question can be edited, as texts and back."""

from collections.abc import Mapping
from typing import TypedDict

from quizgen.model import SETS, QuestionKind
from quizgen.session import Step
from quizgen.terminal.widgets import Field


class Changes(TypedDict, total=False):
    """The words that are others now; ``options`` are the wrong ones."""

    prompt: str
    answer: str
    accept: list[str]
    options: list[str]


def fields(step: Step, solved: bool) -> list[Field]:
    """Return what can be edited; no more than the prompt where the answer is not to be seen yet."""
    question = step.question
    found = [Field("prompt", "Question", question.prompt, many=True)]
    if not solved or question.kind in SETS:
        return found
    found.append(Field("answer", "Answer", question.answer))
    if question.kind is QuestionKind.TRUEFALSE:
        return found
    found.append(Field("accept", "Also right, one a line", "\n".join(question.accept), many=True))
    wrong = _wrong(step)
    return [*found, Field("options", "Wrong options, one a line", "\n".join(wrong), many=True)] if wrong else found


def changes(step: Step, values: Mapping[str, str]) -> Changes:
    """Return what was changed."""
    question, found = step.question, Changes()
    prompt, answer = " ".join(values["prompt"].split()), values.get("answer", question.answer)
    if prompt != question.prompt:
        found["prompt"] = prompt
    if answer != question.answer:
        found["answer"] = answer
    if "accept" in values and _lines(values["accept"]) != list(question.accept):
        found["accept"] = _lines(values["accept"])
    if "options" in values and _lines(values["options"]) != _wrong(step):
        found["options"] = _lines(values["options"])
    return found


def _wrong(step: Step) -> list[str]:
    return [option.text for option in step.question.options if not option.correct]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
