"""What the score of a question is made of: features with names, each of which can be explained to a teacher."""

import re
from collections.abc import Mapping

from quizgen.model import Fact, Modality, Phrase, Question
from quizgen.questions.asking import Ask
from quizgen.questions.merit import merit
from quizgen.templates import Template

_ASKING = re.compile(r"(?:\w+ )?(how (?:many|much|far|long)|who|what|which|when|where|why|how)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]*(?: (?:of |the )*[A-Z][\w’'-]*)*")


def features(
    question: Question, template: Template, fact: Fact, made: Ask, penalties: Mapping[str, float]
) -> dict[str, float]:
    """Return feature → value, 0..1 or a little more; what is not named is 0.

    The form of a question (cloze, choice …) counts through its merit only: raters see mostly forms of good questions.
    """
    draft = fact.draft
    sentence = question.sources[0].sentence if question.sources else ""
    found = {
        f"template {template.id}": 1.0,
        f"answer {made.kind.value}": 1.0,
        f"fact {draft.kind.value}": 1.0,
        f"read as {draft.extractor}": 1.0,
        f"begins {_begin(made.prompt)}": 1.0,
        "long stem": _over(made.prompt, 12),
        "long answer": _over(made.answer, 5),
        "long sentence": _over(sentence, 20),
        "names in the stem": min(3, len(_NAME.findall(made.prompt))) / 3,
        "number in the stem": float(any(c.isdigit() for c in made.prompt)),
        "qualifiers": min(4, len(draft.qualifiers)) / 4,
        "named subject": float(draft.subject.proper),
        "resolved subject": float(draft.subject.resolved),
        "other resolved": float(any(map(_is_resolved, draft.arguments[1:]))),
        "named answer": float(made.phrase.proper),
        "plan": float(draft.modality is Modality.PLANNED),
    }
    found |= {f"penalty {name}": value for name, value in penalties.items()}
    found["merit"] = merit(question, template, penalties)
    return {name: round(value, 3) for name, value in found.items() if value}


def _begin(prompt: str) -> str:
    """Return the question word that a stem begins with, a preposition put aside; "other" where there is none."""
    found = _ASKING.match(prompt)
    return found[1].lower() if found else "other"


def _over(text: str, words: int) -> float:
    """Return by how many tens of words a text is longer than it should be."""
    return max(0, len(text.split()) - words) / 10


def _is_resolved(phrase: Phrase) -> bool:
    return phrase.resolved
