"""What a document is about, put before a stem that needs it: "Halifax Explosion: What caused eye injuries?" """

import re
from dataclasses import replace
from functools import lru_cache

from quizgen.model import Question

_NUMBERED = re.compile(
    r"^(?:(?:chapter|section|unit|lesson|part|module|topic|week)\s+(?:\d+(?:\.\d+)*|[IVXL]+)|\d+(?:\.\d+)+|\d+[.:)])"
    r"\s*[.:)—–-]?\s+(?=\S)",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+[|•]\s+[^|•]+$|\s+-\s+Wikipedia$")
_LONGEST = 12  # words


@lru_cache(maxsize=256)
def of(title: str) -> str:
    """Return a title as a label, without its number and the name of a site; "" where it would be none."""
    bare = _NUMBERED.sub("", _SITE.sub("", " ".join(title.split()))).rstrip(" .:;,")
    if len(bare.split()) > _LONGEST:
        bare = re.split(r": | [—–] ", bare)[0]
    bare = re.sub(r"\s*[:;]\s+", " – ", bare)
    fits = bare and not bare.endswith(("?", "!")) and len(bare.split()) <= _LONGEST and len(bare) > 2
    return f"{bare[0].upper()}{bare[1:]}" if fits else ""


def put(label: str, question: Question) -> Question:
    """Return a question whose prompt stands behind a label."""
    return replace(question, prompt=f"{label}: {question.prompt}")


def bare(question: Question) -> str:
    """Return the prompt of a question without the label of its document."""
    label = of(question.sources[0].title) if question.sources else ""
    return question.prompt.removeprefix(f"{label}: ") if label else question.prompt
