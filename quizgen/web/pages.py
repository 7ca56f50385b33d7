"""The pages as HTML; every text of a question is escaped, and nothing on a page comes from elsewhere."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from quizgen.flaws.code import INFO
from quizgen.model import Option, Question, QuestionKind, QuestionStatus
from quizgen.reviewing import REASONS, Item, Pace, Remark
from quizgen.reviewing.item import SURE, doubt
from quizgen.safe import clean_text, show

KINDS = {
    QuestionKind.SHORT: "Short answer",
    QuestionKind.CLOZE: "Fill the gap",
    QuestionKind.CHOICE: "Multiple choice",
    QuestionKind.TRUEFALSE: "True or false",
    QuestionKind.ORDER: "Put in order",
    QuestionKind.MATCH: "Match the pairs",
    QuestionKind.NUMERIC: "A number",
}
_DECIDED = {
    QuestionStatus.KEPT: "accepted",
    QuestionStatus.EDITED: "edited",
    QuestionStatus.REJECTED: "rejected",
}
_FIELDS = (
    ("prompt", "Question", ""),
    ("answer", "Right answer", ""),
    ("accept", "Also right", "Other right answers, one a line"),
    ("options", "Wrong options", "One a line; the right answer is added by itself"),
    ("tags", "Tags", "Words to find the question by, one a line"),
)


@cache
def _resource(name: str) -> str:
    return (files("quizgen.resources") / "web" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


STYLE, SCRIPT = _resource("review.css"), _resource("review.js")
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src {_hash(STYLE)}",
        f"script-src {_hash(SCRIPT)}",
        "connect-src 'self'",
        "form-action 'self'",
        "img-src data:",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def page(title: str, body: str) -> str:
    """Return a whole page around HTML."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n"
        '<link rel="icon" href="data:,">\n'
        f"<style>{STYLE}</style>\n<script>{SCRIPT}</script>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def text(value: str) -> str:
    """Return a text of one line as HTML, without characters that nobody sees."""
    return escape(show(value))


def sentence(words: str) -> str:
    """Return words on one line with a capital letter in front."""
    line = show(words)
    return line[:1].upper() + line[1:]


def question(item: Item, pace: Pace, notice: str, wanted: str = "") -> str:
    """Return the page on which one question is decided about; ``notice`` is HTML on what was done before.

    ``wanted`` are the words that all questions shown have.
    """
    asked = item.question
    body = "\n".join(
        part
        for part in (
            _head(item.done, item.total, pace),
            _searching(wanted),
            notice,
            "<main>",
            f'<p class="kind">{" · ".join(_kind(item))}</p>',
            f'<h1 tabindex="-1">{text(asked.prompt)}</h1>',
            _answers(asked),
            _warnings(item.warnings),
            source(item),
            "</main>",
            f"<footer>{_HELP}{_more(item, wanted)}</footer>",
            _deciding(item),
        )
        if part
    )
    return page(f"Question {item.place} of {item.total}", body)


def editing(item: Item, values: dict[str, str], problem: str = "", *, unsaved: bool = False) -> str:
    """Return the page on which a question is edited; ``values`` are the texts in its fields.

    ``unsaved`` says that somebody typed them and they are stored nowhere.
    """
    asked = item.question
    shown = [field for field in _FIELDS if field[0] in values]
    body = "\n".join(
        (
            f'<form method="post" action="edit" data-check="check"{" data-unsaved" if unsaved else ""}>{uid(asked)}',
            f'<main class="edit"><h1 tabindex="-1">Edit this question</h1>{_problem(problem)}',
            *(_field(name, label, hint, values[name]) for name, label, hint in shown),
            f"{source(item)}</main>",
            '<div class="bar"><div id="check" aria-live="polite"></div>',
            '<button class="keep">Save <kbd>Ctrl+Enter</kbd></button>',
            '<a class="button" href="." data-key="Escape">Leave it as it was <kbd>Esc</kbd></a></div></form>',
        )
    )
    return page("Edit this question", body)


def finished(done: int, total: int, notice: str, *, conflicts: bool) -> str:
    """Return the page that is shown when no question waits; ``conflicts`` says that contradictions do."""
    beside = '<a class="button" href="conflicts" data-key="c">Contradictions <kbd>C</kbd></a>' if conflicts else ""
    what = f"All {total} questions are decided." if total else "No question waits."
    body = (
        f'{_head(done, total, None)}\n{notice}\n<main><h1 tabindex="-1">{what}</h1>'
        "<p>Everything is saved. Press <b>Finish</b>, and then you can close this page.</p></main>\n"
        '<form class="bar" method="post"><button class="keep" formaction="finish">Finish</button>'
        f"{beside}</form>"
    )
    return page("All questions are decided", body)


def farewell(counts: Mapping[str, int]) -> str:
    """Return the last page; ``counts`` says how many questions were accepted, rejected and edited."""
    accepted, rejected, edited = (counts.get(name, 0) for name in ("accepted", "rejected", "edited"))
    body = (
        '<main><h1 tabindex="-1">Thank you. Everything is saved.</h1>'
        f"<p>Accepted: {accepted} · rejected: {rejected} · edited: {edited}.</p>"
        "<p>You can close this page now.</p></main>"
    )
    return page("Everything is saved", body)


def notice(said: str, *, reasons: bool = False, problem: bool = False) -> str:
    """Return as HTML what was done or went wrong; ``reasons`` asks why a question was rejected."""
    kind, role = ("problem", "alert") if problem else ("notice", "status")
    asked = "".join(
        f'<button name="reason" value="{text(reason)}" formaction="because" data-key="{key}">'
        f"{text(sentence(reason))} <kbd>{key}</kbd></button>"
        for key, reason in REASONS.items()
    )
    why = (
        f'<form method="post" class="why"><span>Why? You need not say.</span> {asked}</form>'
        '<form method="post" action="because" class="why"><label for="reason">In your own words</label> '
        '<input id="reason" name="reason" required autocomplete="off" data-key="t"> '
        "<button>Say so <kbd>T</kbd></button></form>"
    )
    return f'<div class="{kind}"><p role="{role}">{text(said)}</p>{why if reasons else ""}</div>'


_HELP = (
    '<details class="help"><summary data-key="?">Help <kbd>?</kbd></summary><p>Read the question and its answer, and '
    "compare it with the sentence from the text. Is it right, clear and worth asking? Accept it. Each click is "
    "saved at once, and <b>Undo</b> takes back one after another, also from earlier days. The letters on the buttons "
    "are keys that do the same.</p><p><b>Later</b> puts a question behind all others. <b>Edit</b> lets you reword "
    "it, <b>Drop</b> takes a wrong option away. What you reject is not asked any more. Decks and quizzes have all the "
    "other questions, also those that still wait, unless you tell them to leave these out.</p></details>"
)


def _head(done: int, total: int, pace: Pace | None) -> str:
    left = f" · about {_minutes(pace.remaining)} left" if pace and pace.left else ""
    shown = f'{done} of {total} decided{left} <progress value="{done}" max="{total}"></progress>' if total else ""
    return (
        f'<header><label>{shown}</label><form method="post"><button formaction="undo" data-key="u">Undo '
        '<kbd>U</kbd></button> <button formaction="finish">Finish</button></form></header>'
    )


def _kind(item: Item) -> Iterator[str]:
    """Yield the form of a question, what it asks for, and what was decided about it before."""
    yield KINDS[item.question.kind]
    if " " in item.group:
        yield text(item.group)
    if item.question.status in _DECIDED:
        yield f"<b>{_DECIDED[item.question.status]}</b>"


def _searching(wanted: str) -> str:
    """Return what is shown while only questions with some words are."""
    if not wanted:
        return ""
    return (
        f'<form class="notice" method="post" action="search"><p>Only questions with “{text(wanted)}” '
        '<button name="text" value="">Show all again</button></p></form>'
    )


def _more(item: Item, wanted: str) -> str:
    """Return what is needed now and then."""
    return (
        '<details class="more"><summary>More</summary><form class="find" method="post" action="search">'
        '<label for="find">Only questions with</label> <input id="find" type="search" name="text" '
        f'value="{text(wanted)}" data-key="/"> <button>Find <kbd>/</kbd></button></form><p>'
        '<a class="button" href="similar" data-key="m">Merge with similar ones <kbd>M</kbd></a> '
        '<a class="button" href="conflicts" data-key="c">Contradictions <kbd>C</kbd></a> '
        f"{_group(item)}</p></details>"
    )


def _minutes(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def _answers(asked: Question) -> str:
    """Return the answer, among its options where there are some."""
    if asked.options:
        rows = "".join(_option(asked, number, option) for number, option in enumerate(asked.options, 1))
        shown = f'<ol class="options">{rows}</ol>'
    elif asked.kind is QuestionKind.ORDER:
        shown = '<ol class="answer">' + "".join(f"<li>{text(str(part))}</li>" for part in asked.parts) + "</ol>"
    elif asked.kind is QuestionKind.MATCH:
        pairs = "".join(f"<li>{text(str(left))} = {text(str(right))}</li>" for left, right in asked.parts)
        shown = f'<ul class="answer">{pairs}</ul>'
    else:
        shown = f'<p class="answer"><span>Answer</span> {text(asked.answer)}</p>'
    return shown + _also(asked.accept)


def _also(accept: Sequence[str]) -> str:
    return f'<p class="also"><span>Also right</span> {" · ".join(map(text, accept))}</p>' if accept else ""


def _option(asked: Question, number: int, option: Option) -> str:
    if option.correct:
        return f'<li class="right"><b>{text(option.text)}</b> <span>✓ right answer</span></li>'
    drop = (
        f'<form method="post" action="drop">{uid(asked)}<button name="number" value="{number}" data-drop="{number}" '
        f'title="Drop this wrong option">Drop</button></form>'
    )
    return f"<li><span>{text(option.text)}</span> {drop if len(asked.options) > 2 else ''}</li>"


def _warnings(remarks: Iterable[Remark]) -> str:
    """Return what is doubtful, and below it what only may be."""
    every = list(remarks)
    rows = "".join(f"<li>{text(sentence(remark.text))}</li>" for remark in every if remark.severity != INFO)
    hints = "".join(f'<p class="hint">{text(sentence(remark.text))}</p>' for remark in every if remark.severity == INFO)
    return (f'<div class="warnings"><b>Look closely</b><ul>{rows}</ul></div>' if rows else "") + hints


def source(item: Item) -> str:
    """Return the sentence of the text, with the answer marked, and where it stands."""
    first = item.question.sources[0] if item.question.sources else None
    words = item.marked.show("<mark>", "</mark>", text)
    where = " · ".join(dict.fromkeys(filter(None, (first.title, first.section)))) if first else "Written by hand"
    return f"<figure><figcaption>In the text</figcaption><blockquote>{words}</blockquote><p>{text(where)}</p></figure>"


def _group(item: Item) -> str:
    if item.alike < 2:
        return ""
    doubtful = f" All {item.alike} are doubtful." if doubt(item.question) < SURE else ""
    return (
        f'<button form="decide" formaction="group" data-key="A" data-ask="Accept all {item.alike} without looking at '
        f'each of them?{doubtful}">Accept all {item.alike} like this <kbd>Shift+A</kbd></button>'
    )


def _deciding(item: Item) -> str:
    return (
        f'<form class="bar" id="decide" method="post">{uid(item.question)}'
        '<button class="keep" formaction="accept" data-key="a">Accept <kbd>A</kbd></button>'
        '<button class="reject" formaction="reject" data-key="x">Reject <kbd>X</kbd></button>'
        '<button formaction="later" data-key=" ">Later <kbd>Space</kbd></button>'
        '<a class="button" href="edit" data-key="e">Edit <kbd>E</kbd></a></form>'
    )


def uid(asked: Question) -> str:
    """Return the hidden field that says which question a form is about."""
    return f'<input type="hidden" name="uid" value="{text(asked.uid)}">'


def _field(name: str, label: str, hint: str, value: str) -> str:
    rows = max(1, value.count("\n") + 1 + (name in ("accept", "options")), -(-len(value) // 70))
    described = f'<small id="{name}-hint">{text(hint)}</small>' if hint else ""
    by = f' aria-describedby="{name}-hint"' if hint else ""
    # The line break behind the tag is no part of the text, and keeps one that is.
    return (
        f'<label for="{name}">{text(label)}</label>{described}'
        f'<textarea id="{name}" name="{name}" rows="{rows}"{by}>\n{escape(clean_text(value))}</textarea>'
    )


def _problem(problem: str) -> str:
    return f'<p class="problem" role="alert">{text(problem)}</p>' if problem else ""
