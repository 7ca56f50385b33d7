"""What the score of a question is made of: features with names, each of which can be explained to a teacher."""

import re
from collections.abc import Mapping

from quizgen.model import Fact, FactDraft, FactKind, PhraseType, Question
from quizgen.questions import doubts, joints, plainness, shape, specificity
from quizgen.questions.asking import Ask
from quizgen.questions.case import Case
from quizgen.questions.merit import merit
from quizgen.questions.vagueness import Topics
from quizgen.templates import Template

_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]*(?: (?:of |the )*[A-Z][\w’'-]*)*")
_BARE = re.compile(r"\bthe [a-z-]+(?= (?:is|are|was|were|in|on|of|to|at|by|for|from|with|and)\b|[?,.]|$)")  # the sacs
_MARKS = {"commas": ",", "semicolon": ";", "colon": ":", "dash": "—"}
_OF_THE_SENTENCE = {"left out of the sentence", "words before", "joined in the sentence"}
_OF_THE_SENTENCE |= {*(f"{name} in the sentence" for name in _MARKS)}
_APART = frozenset({FactKind.DEFINITION, FactKind.ALIAS})  # read from a stretch of a sentence, however long it is
_PARSED = frozenset({"definition", "identity", "apposition", "superlative"})  # definitions that are clauses or nearly
_OF_A_KIND = ("template ", "fact ", "explains ", "long answer", "long stem", "penalty ", "merit", "opens ", "plain")
_EXPLAINING = frozenset({"called", "explained", "fronted", "defined", "sense"})
_BEARERS = frozenset({PhraseType.PERSON, PhraseType.COUNTRY})
_WEIGHED = frozenset({"reversed", "open", "vague stem"})  # the others count through the merit


def features(
    question: Question,
    template: Template,
    fact: Fact,
    made: Ask,
    penalties: Mapping[str, float],
    about: Topics,
    *,
    labelled: bool = False,
) -> dict[str, float]:
    """Return feature → value, 0..1 or a little more; what is not named is 0.

    What a kind of thing is needs neither name nor many words: of such a question no article or verb tells anything,
    nor does the sentence, of which only a stretch was read.
    The form (cloze, choice …) counts through its merit only: raters see mostly forms of good questions.
    Few features that each say something plain order texts left out better than many.
    """
    draft = fact.draft
    case = Case(draft, template.slot, made.phrase, made.prompt, made.answer)
    sentence = question.sources[0].sentence if question.sources else ""
    kind = draft.kind is FactKind.DEFINITION and _is_explained(draft)
    general = draft.verb is not None and draft.verb.tense == "present" and not any(p.proper for p in draft.arguments)
    found = {
        f"template {template.id}": 1.0,
        f"fact {draft.kind.value}": 1.0,
        "explains a kind": float(kind),
        "general statement": float(general),
        "long stem": _over(made.prompt, 12),
        "short stem": 0.0 if kind else max(0, 6 - len(made.prompt.split())) / 4,
        "long answer": _over(made.answer, 5),
        "long sentence": 0.0 if draft.kind in _APART else _over(sentence, 20),
        "names in the stem": min(3, len(_NAME.findall(made.prompt))) / 3,
        "no name in the stem": float(not kind and not _NAME.search(made.prompt)),
        "named subject": float(draft.subject.proper),
        "named answer": float(made.phrase.proper),
        "bare nouns in the stem": min(3, len(_BARE.findall(made.prompt))) / 3,
        "nothing acted on": float(draft.verb is not None and not draft.verb.passive and draft.object is None),
        "reference resolved": float(question.explanation not in ("", sentence)),
        **_sentence(sentence, fact, question.sources[0].start if question.sources else 0),
        **doubts.signs(draft, made.phrase, made.prompt, made.answer, sentence),
        **specificity.signs(case, about),
    }
    found |= joints.signs(made.prompt, made.answer, sentence, question.explanation)
    found |= plainness.signs(template.id, made.prompt)
    found |= shape.signs(case, template.id, labelled=labelled, fronted=bool(made.spoken))
    found |= {f"penalty {name}": value for name, value in penalties.items() if name in _WEIGHED}
    found["merit"] = merit(question, template, penalties)
    return sifted({name: round(value, 3) for name, value in found.items() if value}, draft)


def _is_explained(draft: FactDraft) -> bool:
    """Return whether a text explains a term, or a name as it does a term: what a movement was, not who somebody was."""
    if not draft.subject.proper:
        return draft.extractor != "identity"
    return draft.extractor in _EXPLAINING and draft.subject.type not in _BEARERS


def sifted(found: Mapping[str, float], draft: FactDraft) -> dict[str, float]:
    """Return the features that tell anything about a question; of a definition these are few."""
    if "explains a kind" in found:
        return {name: value for name, value in found.items() if name.startswith(_OF_A_KIND)}
    if draft.kind is FactKind.DEFINITION and draft.extractor not in _PARSED:
        return {name: value for name, value in found.items() if name not in _OF_THE_SENTENCE}
    return dict(found)


def _sentence(text: str, fact: Fact, start: int) -> dict[str, float]:
    """Return how hard the sentence was to read, how much of it the fact is, and how much stands before the fact."""
    found = {f"{name} in the sentence": min(4, text.count(mark)) / 4 for name, mark in _MARKS.items()}
    said = sum(len(p.text.split()) for p in fact.draft.arguments) + 1
    found["left out of the sentence"] = max(0.0, 1 - said / max(1, len(text.split())))
    inside = [p for p in fact.draft.arguments if start <= p.start < p.end <= start + len(text)]
    if inside:
        found["words before"] = min(10, len(text[: min(p.start for p in inside) - start].split())) / 10
    return found


def _over(text: str, words: int) -> float:
    """Return by how many tens of words a text is longer than it should be."""
    return max(0, len(text.split()) - words) / 10
