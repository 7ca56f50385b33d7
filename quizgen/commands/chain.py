"""A chain of ``why`` as indented lines."""

from collections.abc import Iterator

from quizgen.trace import Step

_LEFT, _RIGHT = "»", "«"  # around the words that matter


def lines(step: Step) -> Iterator[str]:
    """Yield the lines of one link: what it is and says, then where it stands."""
    indent = "  " * step.depth
    uid = "" if step.kind == "decision" else step.uid  # that of the question or fact above it
    said = " ".join(filter(None, [step.kind, uid, _marked(step)]))
    yield f"{indent}{said}"
    place = f"{step.document}:{step.line}" if step.line else step.document
    more = " · ".join(filter(None, [place, step.detail]))
    if more:
        yield f"{indent}  {more}"


def _marked(step: Step) -> str:
    if step.start >= step.end:
        return step.text
    parts = (step.text[: step.start], step.text[step.start : step.end], step.text[step.end :])
    return f"{parts[0]}{_LEFT}{parts[1]}{_RIGHT}{parts[2]}"
