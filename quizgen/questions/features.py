"""What the score of a question is made of: features with names, each of which can be explained to a teacher."""

import re
from collections.abc import Mapping

from quizgen.model import Fact, FactDraft, FactKind, Modality, Phrase, Question
from quizgen.questions.asking import Ask
from quizgen.questions.merit import merit
from quizgen.questions.vagueness import Topics
from quizgen.questions.vagueness import kind as openness
from quizgen.templates import Template

_ASKING = re.compile(r"(?:\w+ )?(how (?:many|much|far|long)|who|what|which|when|where|why|how)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]*(?: (?:of |the )*[A-Z][\w’'-]*)*")
_MARKS = {"commas": ",", "semicolon": ";", "colon": ":", "dash": "—", "quotes": "“", "brackets": "("}
_PAUSES = ",;:—–("
_OF_THE_SENTENCE = frozenset(
    {"left out of the sentence", "words before", "goes on", "goes on behind a mark"}
    | {f"{name} in the sentence" for name in _MARKS}
)
_APART = frozenset({FactKind.DEFINITION, FactKind.ALIAS})  # read from a stretch of a sentence, however long it is
_PARSED = frozenset({"definition", "identity", "apposition", "superlative"})  # definitions that are clauses or nearly
_OF_A_KIND = ("template ", "fact ", "explains ", "long answer", "long stem", "pronoun ", "penalty ", "merit")
_SINGLING = frozenset({"the", "this", "these", "that", "those"})
_QUANTIFIERS = frozenset({"each", "every", "all", "some", "many", "most", "several", "few", "any"})
_OWN = re.compile(r"\b(?:it|its|they|their|them|he|his|she|her|this|these|those|such)\b", re.IGNORECASE)


def features(
    question: Question, template: Template, fact: Fact, made: Ask, penalties: Mapping[str, float], about: Topics
) -> dict[str, float]:
    """Return feature → value, 0..1 or a little more; what is not named is 0.

    What a kind of thing is needs neither name nor many words: of such a question no article or verb tells anything,
    nor does the sentence, of which only a stretch was read.
    The form (cloze, choice …) counts through its merit only: raters see mostly forms of good questions.
    """
    draft = fact.draft
    sentence = question.sources[0].sentence if question.sources else ""
    kind = draft.kind is FactKind.DEFINITION and not draft.subject.proper
    told = {"explains a kind": 1.0} if kind else _phrases(draft, made, about, fact.uid) | _verb(draft)
    found = {
        f"template {template.id}": 1.0,
        f"answer {made.kind.value}": 1.0,
        f"fact {draft.kind.value}": 1.0,
        f"read as {draft.extractor}": 1.0,
        f"begins {_begin(made.prompt)}": 1.0,
        "long stem": _over(made.prompt, 12),
        "short stem": 0.0 if kind else max(0, 6 - len(made.prompt.split())) / 4,
        "long answer": _over(made.answer, 5),
        "long sentence": 0.0 if draft.kind in _APART else _over(sentence, 20),
        "names in the stem": min(3, len(_NAME.findall(made.prompt))) / 3,
        "no name in the stem": float(not kind and not _NAME.search(made.prompt)),
        "number in the stem": float(any(c.isdigit() for c in made.prompt)),
        "pronoun in the stem": float(bool(_OWN.search(made.prompt))),
        "qualifiers": min(4, len(draft.qualifiers)) / 4,
        "named subject": float(draft.subject.proper),
        "resolved subject": float(draft.subject.resolved),
        "other resolved": float(any(map(_is_resolved, draft.arguments[1:]))),
        "named answer": float(made.phrase.proper),
        "plan": float(draft.modality is Modality.PLANNED),
        **_sentence(sentence, fact, question.sources[0].start if question.sources else 0),
        **told,
    }
    found |= {f"penalty {name}": value for name, value in penalties.items()}
    found["merit"] = merit(question, template, penalties)
    return sifted({name: round(value, 3) for name, value in found.items() if value})


def sifted(found: Mapping[str, float]) -> dict[str, float]:
    """Return the features that tell anything about a question; of a definition these are few."""
    if "explains a kind" in found:
        return {name: value for name, value in found.items() if name.startswith(_OF_A_KIND)}
    read = next((name.removeprefix("read as ") for name in found if name.startswith("read as ")), "")
    if "fact definition" in found and read not in _PARSED:
        return {name: value for name, value in found.items() if name not in _OF_THE_SENTENCE}
    return dict(found)


def _sentence(text: str, fact: Fact, start: int) -> dict[str, float]:
    """Return how hard the sentence was to read, how much of it the fact is, and what stands around the fact."""
    found = {f"{name} in the sentence": min(4, text.count(mark)) / 4 for name, mark in _MARKS.items()}
    said = sum(len(p.text.split()) for p in fact.draft.arguments) + 1
    found["left out of the sentence"] = max(0.0, 1 - said / max(1, len(text.split())))
    inside = [p for p in fact.draft.arguments if start <= p.start < p.end <= start + len(text)]
    if inside:
        behind = text[max(p.end for p in inside) - start :].lstrip()[:1]
        found["words before"] = min(10, len(text[: min(p.start for p in inside) - start].split())) / 10
        found["goes on"] = float(behind.isalnum())
        found["goes on behind a mark"] = float(behind != "" and behind in _PAUSES)
    return found


def _phrases(draft: FactDraft, made: Ask, about: Topics, uid: str) -> dict[str, float]:
    """Return how the arguments say which thing is meant: by a name, as a kind, or by an article alone."""
    found = {f"answer {_article(made.phrase)}": 1.0}
    told = {"subject": draft.subject, "object": draft.object}
    said = [(role, p) for role, p in told.items() if p is not None and p is not made.phrase]
    for role, phrase in said:
        found |= {f"{role} {phrase.type.value}": 1.0, f"{role} {_article(phrase)}": 1.0}
    further = [q for q in draft.qualifiers if q is not made.phrase]
    found |= {f"told {phrase.role}": 1.0 for phrase in further}
    said += [("answer", made.phrase), *(("qualifier", q) for q in further)]
    return found | {f"{role} left open": 1.0 for role, p in said if openness(p, about, uid)}


def _article(phrase: Phrase) -> str:
    """Return what a phrase begins with, as far as it tells how clear the phrase is."""
    if phrase.proper:
        return "by name"
    first = phrase.text.split(" ")[0].lower()
    if first in _SINGLING:
        return "with the"
    if first in ("a", "an"):
        return "with an article"
    if first in _QUANTIFIERS:
        return "with a quantifier"
    return "bare plural" if phrase.plural else "bare"


def _verb(draft: FactDraft) -> dict[str, float]:
    """Return what the verb tells: of what is over or of what holds in general, and how much of it is a part of it."""
    verb = draft.verb
    if verb is None:
        return {}
    general = verb.tense == "present" and not any(p.proper for p in draft.arguments)
    told = {
        "general statement": general,
        "passive": verb.passive,
        "be": verb.base == "be",
        "have": verb.base == "have",
        "particle": bool(verb.particle),
        "verb complement": bool(verb.complement),
        "auxiliary": bool(verb.aux),
    }
    return {f"tense {verb.tense}": 1.0, **{name: float(value) for name, value in told.items()}}


def _begin(prompt: str) -> str:
    """Return the question word that a stem begins with, a preposition put aside; "other" where there is none."""
    found = _ASKING.match(prompt)
    return found[1].lower() if found else "other"


def _over(text: str, words: int) -> float:
    """Return by how many tens of words a text is longer than it should be."""
    return max(0, len(text.split()) - words) / 10


def _is_resolved(phrase: Phrase) -> bool:
    return phrase.resolved
