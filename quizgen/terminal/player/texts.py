"""What the screens of a quiz say."""

from collections.abc import Sequence

from textual.content import Content

from quizgen.grading import Verdict
from quizgen.session import LETTERS, RATINGS, Mode, Result, Session, Step, again
from quizgen.terminal.player.keys import FLIP
from quizgen.terminal.telling import coming, counts, outcome
from quizgen.terminal.widgets import VERDICTS, Entry, clickable, line

_DONE, _LEFT = "━", "─"


def status(session: Session, shown: Result | None, width: int, at: float) -> Content:
    """Return the top row, what fits of it: place, progress, time left, score; ``shown`` is the result on the screen."""
    said, *more = map(_faint, _standing(session, shown.step if shown else session.step, at))
    for part in more:
        longer = Content.assemble(said, _faint(" · "), part)
        said = longer if longer.cell_length <= width else said
    bar = min(30, width - said.cell_length - 2)
    return Content.assemble(progress(len(session.results), session.total, bar), "  ", said) if bar >= 6 else said


def _faint(text: str) -> Content:
    return line(text, "dim")


def _standing(session: Session, step: Step | None, at: float) -> list[str]:
    """Return where a quiz stands, the most important first."""
    score, again = session.score(), step is not None and step.again
    place = f"{step.number} of {step.total}" if step else f"{score.answered} of {session.total}"
    left = None if again else session.left(at)
    parts = [f"once more {place}" if again else place, *([f"{clock(left)} left"] if left is not None else [])]
    if session.players:
        return parts + [f"{name} {own.right}" for name, own in session.standings]
    return [*parts, f"{score.right} right", *([f"{score.wrong} wrong"] if score.wrong else [])]


def progress(done: int, total: int, width: int) -> Content:
    """Return a bar of ``width`` cells that is as full as much is done."""
    filled = min(width, round(width * done / max(1, total)))
    return Content.assemble((_DONE * filled, "ansi_cyan"), (_LEFT * (width - filled), "dim"))


def clock(seconds: float) -> str:
    """Return a stretch of time as minutes and seconds."""
    whole = int(seconds + 0.5)
    return f"{whole // 60}:{whole % 60:02}"


def options(step: Step, result: Result | None = None) -> list[Entry]:
    """Return the options as they are shown; with a result, which one is right and which one was taken."""
    marks = LETTERS if step.mode is Mode.ORDER else [str(number) for number in range(1, len(step.options) + 1)]
    return [Entry(mark, _option(step, text, result)) for mark, text in zip(marks, step.options, strict=False)]


def _option(step: Step, text: str, result: Result | None) -> Content:
    if result is None or step.mode is Mode.ORDER:
        return line(text)
    right, yours = text in step.key, text == result.given
    notes = (["right"] if right else []) + (["yours"] if yours else [])
    style = VERDICTS["right"] if right else VERDICTS["wrong"] if yours else "dim"
    return line(f"{text}  ← {', '.join(notes)}" if notes else text, style)


def verdict(result: Result) -> Content:
    """Return the verdict in words, and what was understood."""
    word = result.verdict.value if result.verdict else "suspended" if result.suspended else "skipped"
    notes = [f"you said: {result.given}"] if result.given and result.verdict is not Verdict.RIGHT else []
    notes += ["check the spelling"] if result.typo else []
    notes += [f"{sum(result.marks)} of {len(result.marks)} in their place"] if result.marks else []
    style = VERDICTS.get(word, "bold")
    return Content.assemble(line(word, style), *(part for note in notes for part in ("  ", line(note, "dim"))))


def due(result: Result, at: float) -> str:
    """Return what an answer was rated and when the question comes again; "" where it has no schedule."""
    if not result.rating or result.due is None:
        return ""
    return f"{coming(result, at).removesuffix('.')} (rated {tuple(RATINGS)[result.rating - 1]})."


def flip() -> Content:
    """Return what can be said of a card that was turned over; each can be clicked."""
    words = [clickable(line(f"{n} {word}"), f"screen.digit({n})") for n, word in enumerate(FLIP, 1)]
    return Content("  ").join([line("How did it go?"), *words])


def offer(result: Result) -> Content:
    """Return the question whether an answer shall be right from now on."""
    return Content.assemble(
        "Accept “", line(result.given, "bold"), "” from now on, beside “", line(result.answer), "”?"
    )


def numbered(items: Sequence[str]) -> list[Entry]:
    """Return the left sides of a match."""
    return [Entry(f"{number}.", line(text)) for number, text in enumerate(items, 1)]


def summary(session: Session, at: float) -> list[Content]:
    """Return what is said at the end, one paragraph each."""
    score = session.score()
    said = [line("The time is over.")] if session.over(at) else []
    said += [line(f"Score: {counts(score)}.", "bold"), *map(line, outcome(session, at))]
    if score.answered:
        each = round(score.seconds / score.answered)
        said.append(line(f"Time: {clock(score.seconds)}, {each} second{'' if each == 1 else 's'} a question."))
    dues = [result.due for result in session.results if result.due is not None]
    said += [line(f"The first of them is asked again {again(min(dues), at)}.")] if dues else []
    return [*said, *([line("To look at again:", "underline")] if score.missed else [])]


def missed(session: Session) -> list[Entry]:
    """Return what was missed, with its answer."""
    return [Entry("-", _miss(result)) for result in session.score().missed]


def _miss(result: Result) -> Content:
    given = line(f"  ({result.player or 'you'}: {result.given})", "dim") if result.given else ""
    return Content.assemble(line(result.step.prompt), "  ", line(result.step.question.answer, "bold"), given)
