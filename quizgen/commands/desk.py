"""What ``review`` works at: the desk of a course, on the full screen or line by line."""

import os
import sys
import time
from dataclasses import replace

from quizgen.commands import common
from quizgen.config import Course
from quizgen.errors import NothingToDo, UsageError
from quizgen.model import Filter, Question
from quizgen.reviewing import Desk
from quizgen.store import Store


def opened(course: Course, store: Store, filter: Filter, *, every: bool) -> Desk:
    """Return the desk with what waits in a course. Raises NothingToDo where that is nothing."""
    from quizgen import templates

    if filter.min_score is None:
        filter = replace(filter, min_score=course.settings.min_score)
    about = {template.id: template.about for template in templates.load(course.templates)}
    desk = Desk(store, filter=filter, every=every, clock=time.time, about=about)
    if desk.current is None and not any(quarrel.open for quarrel in desk.conflicts()):
        raise NothingToDo("No question waits for review", todo="See decided ones again with --all")
    return desk


def review(desk: Desk, *, plain: bool) -> None:
    """Let a person work at a desk, line by line where there is no full screen."""
    if plain or not common.has_screen():
        from quizgen.terminal.reviewer import plain as lines

        lines.review(desk, input=sys.stdin, output=sys.stdout)
    else:
        from quizgen.commands.editor import parse
        from quizgen.terminal.reviewer import app
        from quizgen.terminal.reviewer.outside import Editor
        from quizgen.terminal.reviewer.words import farewell
        from quizgen.terminal.text import wants_color

        app.review(desk, editor=Editor(_write, parse), signs=not wants_color(sys.stdout, os.environ))
        for row in farewell(desk):
            common.say(row)


def _write(question: Question, draft: str) -> str:
    from quizgen.commands.editor import written

    if not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        raise UsageError("No editor is named in EDITOR", todo="Press e to edit here")
    return written(question, draft)
