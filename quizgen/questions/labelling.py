"""Which stems say too little without what their document is about, and get it as a label."""

from collections.abc import Mapping, Sequence

from quizgen import labels
from quizgen.flaws.words import content
from quizgen.model import Fact, FactDraft, FactKind, Phrase, PhraseType, Question
from quizgen.questions.asking import Ask

CURED = frozenset({"vague stem", "open", "unanchored", "loose", "nowhere", "thin", "reversed"})
_NEEDED = 0.1  # so much must speak against a stem that a label mends
_LEFT = 0.5  # of what speaks against it
_CLEAR = frozenset({FactKind.ALIAS, FactKind.SUPERLATIVE})


def of(facts: Sequence[Fact]) -> str:
    """Return the label of a document: its title, if the text itself uses a word of it; a file's name is often none."""
    label = labels.of(facts[0].evidence[0].title) if facts else ""
    said = content(label)
    return label if any(said & content(fact.evidence[0].text) for fact in facts) else ""


def put(
    label: str, question: Question, made: Ask, draft: FactDraft, against: Mapping[str, float]
) -> tuple[Question, dict[str, float]]:
    """Return a question with a label where it needs one that fits, and what then still speaks against it."""
    doubted = sum(against.get(name, 0.0) for name in CURED) >= _NEEDED
    needed = doubted or (_is_of_the_text(made, draft) and not content(label) & content(question.prompt))
    if not needed or not fits(label, question.prompt, question.answer):
        return question, dict(against)
    left = {name: value * _LEFT if name in CURED else value for name, value in against.items()}
    return labels.put(label, question), left


def fits(label: str, prompt: str, answer: str) -> bool:
    """Return whether a label tells a stem something new and gives no word of the answer away."""
    said = content(label)
    return bool(said) and not said & content(answer) and not said <= content(prompt)


def _is_of_the_text(made: Ask, draft: FactDraft) -> bool:
    """Return whether a statement is of what the text tells: no meaning of a word, and hardly a name or date in it."""
    if draft.kind is FactKind.DEFINITION:
        return draft.subject.text.startswith("the ")
    told = (p for p in draft.arguments if p is not made.phrase)
    return draft.kind not in _CLEAR and sum(map(_is_anchor, told)) < 2


def _is_anchor(phrase: Phrase) -> bool:
    return phrase.proper or phrase.type is PhraseType.DATE
