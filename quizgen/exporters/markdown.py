"""Questions as a worksheet to print or to hand out: by document and section, with the answers at the end."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from quizgen import marks
from quizgen.difficulty import level
from quizgen.exporters.shuffle import shuffled
from quizgen.model import Question, QuestionKind
from quizgen.safe import show

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_LIST_START = re.compile(r"^(\d*)([-+=.)])")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Numbered = tuple[int, Question]


def markdown_text(questions: Sequence[Question], *, levels: bool = False) -> str:
    """Return the worksheet, with how hard each question is if ``levels``.

    Questions are numbered throughout and keep the order in which they are given; sections stand in that of the text.
    """
    numbered = list(enumerate(_sorted(questions), start=1))
    lines: list[str] = []
    for title, members in groupby(numbered, key=lambda pair: _title(pair[1])):
        lines += [f"# {_text(title)}", "", *_sections(list(members), levels)]
    return "\n".join([*lines, "## Answers", "", *map(_key, numbered), ""])


def _sorted(questions: Sequence[Question]) -> list[Question]:
    """Return the questions by document, in the order of their first ones, and by section as they stand in the text."""
    documents: dict[str, int] = {}
    sections: dict[tuple[str, str], tuple[int, int]] = {}
    for at, one in enumerate(questions):
        documents.setdefault(one.document, at)
        place = (one.document, _section(one))
        start, first = sections.get(place, (_start(one), at))
        sections[place] = (min(start, _start(one)), first)
    return sorted(questions, key=lambda one: (documents[one.document], sections[one.document, _section(one)]))


def _start(question: Question) -> int:
    return question.sources[0].start if question.sources else -1


def _sections(numbered: list[Numbered], levels: bool) -> Iterator[str]:
    for section, members in groupby(numbered, key=lambda pair: _section(pair[1])):
        if section:
            yield from (f"## {_text(section)}", "")
        for number, question in members:
            yield from _asked(number, question, f" *({level(question.difficulty)})*" if levels else "")


def _asked(number: int, question: Question, said: str) -> Iterator[str]:
    prefix = "True or false? " if _bare_statement(question) else ""
    indent = " " * len(f"{number}. ")
    yield f"{number}. {prefix}{_text(question.prompt)}{said}"
    rows = [f"{indent}{row}" for row in _choices(question)]
    yield from ["", *rows] if rows else []
    yield ""


def _bare_statement(question: Question) -> bool:
    return question.kind is QuestionKind.TRUEFALSE and "true or false" not in question.prompt.casefold()


def _choices(question: Question) -> list[str]:
    if question.kind is QuestionKind.MATCH and question.parts:
        right = shuffled(question.uid, (str(pair[1]) for pair in question.parts))
        left = [f"- {_text(str(pair[0]))} = \\_\\_\\_\\_\\_" for pair in question.parts]
        return [*left, *_lettered(right)]
    if question.kind is QuestionKind.ORDER and question.parts:
        return _lettered(shuffled(question.uid, map(str, question.parts)))
    return _lettered(_options(question))


def _options(question: Question) -> list[str]:
    return shuffled(question.uid, (option.text for option in question.options))


def _lettered(texts: Sequence[str]) -> list[str]:
    return [f"- {_letter(number)}) {_text(text)}" for number, text in enumerate(texts)]


def _letter(number: int) -> str:
    return _LETTERS[number] if number < len(_LETTERS) else str(number + 1)


def _key(pair: Numbered) -> str:
    """Return the line of the answer, with the letter where there are options and the sentence that answers."""
    number, question = pair
    options = _options(question)
    right = [option.text for option in question.options if option.correct]
    letter = f"{_letter(options.index(right[0]))}) " if right else ""
    also = f" (also: {_text('; '.join(question.accept))})" if question.accept else ""
    said = marks.sentence(question).show("**", "**", _escaped)
    return f"{number}. **{letter}{_text(question.answer)}**{also}" + (f" – {said}" if said else "")


def _title(question: Question) -> str:
    home = [source.title for source in question.sources if source.document == question.document]
    return next(iter(filter(None, home)), question.document) or "Questions"


def _section(question: Question) -> str:
    return question.sources[0].section if question.sources else ""


def _text(value: str) -> str:
    """Return text as one line in which Markdown sees no markup."""
    return _LIST_START.sub(r"\1\\\2", _escaped(value).strip())


def _escaped(value: str) -> str:
    return _SPECIAL.sub(r"\\\1", show(value))
