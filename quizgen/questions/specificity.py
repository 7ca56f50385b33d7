"""Signs of how much a stem tells of what it asks for: names, what only one can be, words that not every text has."""

import re

from quizgen.questions.case import Case, has_capital
from quizgen.questions.openness import is_heroic, is_telling
from quizgen.questions.predicates import FUNCTION, UNIQUE, is_making
from quizgen.questions.vagueness import Topics
from quizgen.words import words

_OPEN = frozenset({"subject", "object", "other"})  # slots whose answer is of no closed sort
_WORDED = _OPEN | {"agent", "bound"}
_WORD = re.compile(r"[a-z][\w’'-]*")
_MANY = 6  # words
_HAVING = frozenset({"has", "have", "had"})


def signs(case: Case, about: Topics) -> dict[str, float]:
    """Return what tells an asked thing from others of its sort, by name, each 0..1 or a little more."""
    found = {
        "only one can be": float(bool(UNIQUE.search(case.prompt))),
        "somebody made it": float(is_making(case.draft, case.asked)),
        "hero asked": float(is_heroic(case, about)),
    }
    found |= wording(case)
    if case.slot in _OPEN:
        found["a telling name"] = float(any(map(is_telling, case.told)))
    return found | (_words(case) if case.slot in _WORDED else {})


def wording(case: Case) -> dict[str, float]:
    """Return what makes a stem hard to place or to read: no name for who acted, a perfect, a "by" at its end."""
    verb, subject = case.draft.verb, case.draft.subject
    group = verb.text.split(" ") if verb is not None else [""]
    past = verb is not None and verb.tense == "past"
    nameless = past and subject is not case.asked and not subject.proper and not has_capital(subject.text[1:])
    return {
        "unnamed subject, past": float(nameless),
        "perfect": float(len(group) > 1 and group[0] in _HAVING and group[1] != "to"),
        "ends with by": float(case.prompt.endswith(" by?")),
    }


def _words(case: Case) -> dict[str, float]:
    """Return how much of a stem and of an answer could stand in any text."""
    common = words("general")
    said = [word for word in _WORD.findall(case.prompt.lower()) if word not in FUNCTION]
    answer = [word for word in _WORD.findall(case.answer.lower()) if word not in FUNCTION]
    own = [word for word in said if word not in common]
    return {
        "words of its own": min(_MANY, len(own)) / _MANY,
        "common words": 1 - len(own) / len(said) if said else 0.0,
        "common words in the answer": sum(word in common for word in answer) / len(answer) if answer else 0.0,
    }
