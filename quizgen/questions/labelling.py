"""Which stems say too little without what their document is about, and get it as a label."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from quizgen import labels
from quizgen.flaws.words import content
from quizgen.model import Fact, FactDraft, FactKind, Phrase, PhraseType, Question
from quizgen.questions import events
from quizgen.questions.asking import Ask
from quizgen.questions.vagueness import Topics, leans
from quizgen.words import words

CURED = frozenset({"vague stem", "open", "unanchored", "loose", "nowhere", "thin", "reversed"})
_BETWEEN = re.compile(r"[\W_]+")
_PATH = re.compile(r" [/>»|] ")  # of a site: Home / World
_MARKED = frozenset({".md", ".html", ".htm"})  # formats in which a title is marked as one
_NEEDED = 0.1  # so much must speak against a stem that a label mends
_LONGEST = 9  # words of a label with that of a section
_MUCH = 0.2  # so much must speak against it for a label of its section too
_LEFT = 0.5  # of what speaks against it
_WITHIN = re.compile(r" (?:in|on|of|for|from|with|and|to|by)\b|[:–—]")
_SORT = re.compile(r"(?:(?:an?|the) )?[\w’-]+(?: (?!of |in |on |for |and |or )[\w’-]+){1,2}")
_SHORT_WORD, _EVERYDAY = 5, 6  # letters of a word that has many meanings, in general and where it is a known noun
_ENOUGH = 2  # names or dates in a stem that say where and when
_NAMED = frozenset({PhraseType.PERSON, PhraseType.PLACE, PhraseType.COUNTRY})
_LEAD_ENDS = re.compile(r": | [–—] ")
_CORE = frozenset({"subject", "object", "attribute"})
_CLEAR = frozenset({FactKind.ALIAS, FactKind.SUPERLATIVE})
_TELLING = _CLEAR | {FactKind.DEFINITION}


def news(facts: Sequence[Fact], day: dt.date | None, lead: Sequence[str] = ()) -> str:
    """Return the label of a page of a ``day``: the name of its event, or that of any document.

    ``lead`` are its first sentences, also those that state no fact.
    """
    return events.name(facts, day, lead) or of(facts)


def of(facts: Sequence[Fact]) -> str:
    """Return the label of a document: its title, if an author wrote it or a fact uses a word of it.

    A file's name is often none, nor is what a page's first line says of its site.
    """
    title = facts[0].evidence[0].title if facts else ""
    label = labels.of(title)
    said = content(label)
    if said and _is_written(title, PurePosixPath(facts[0].document)):
        return label
    return label if any(said & content(fact.evidence[0].text) for fact in facts) else ""


def sections(facts: Sequence[Fact]) -> dict[str, str]:
    """Return the labels of those sections whose headings say what their sentences are about.

    A line of plain text may be a byline, so only formats that mark their headings have any.
    """
    said: dict[str, set[str]] = {}
    if not facts or PurePosixPath(facts[0].document).suffix not in _MARKED:
        return {}
    for fact in facts:
        evidence = fact.evidence[0]
        if labels.of_section(evidence.section):
            said.setdefault(evidence.section, set()).update(content(evidence.text))
    return {name: labels.of_section(name) for name, words in said.items() if _is_borne_out(name, words)}


def _is_borne_out(heading: str, words: set[str]) -> bool:
    """Return whether half of a heading's words stand in its sentences: "the plumbing" is but a figure of speech."""
    told = content(labels.of_section(heading))
    return bool(told) and 2 * len(told & words) >= len(told)


def _is_written(title: str, path: PurePosixPath) -> bool:
    """Return whether a title is a heading: not the name of its file, and no line of navigation."""
    said = content(title)
    if said <= content(_BETWEEN.sub(" ", path.stem)) or title.isupper() or _PATH.search(title):
        return False
    return path.suffix in _MARKED or len(said) > 1


def put(
    label: str, section: str, question: Question, made: Ask, fact: Fact, against: Mapping[str, float], about: Topics
) -> tuple[Question, dict[str, float]]:
    """Return a question with a label where it needs one that fits, and what then still speaks against it.

    It needs one unless it names what the text is about: "What did California pass in 1929?" is asked in a story of a
    dam, and "When did the Kontor close?" of the German Kontor at Bergen. The label of the section stands in it
    too where the stem leaves much open.
    """
    draft, short = fact.draft, events.undated(label)
    label = label if fits(label, question.prompt, question.answer) else short
    others = [p for p in draft.arguments if p is not made.phrase and p.role not in ("attribution", "day")]
    told = sum(map(_is_anchor, others))
    doubt = sum(against.get(name, 0.0) for name in CURED)
    doubted = told < _ENOUGH and doubt >= _NEEDED
    named = _is_named_by(short, question.prompt) or any(_is_topic(p, short, about) for p in others)
    loose = _is_of_the_text(draft) and not named
    leaning = draft.verb is not None and any(leans(p, about, fact.uid) for p in others)
    needed = doubted or leaning or loose or is_topical(draft)
    if not needed or not fits(label, question.prompt, question.answer):
        return question, dict(against)
    open_ = (doubt >= _MUCH or is_topical(draft)) and fits(section, question.prompt, question.answer)
    new = open_ and not content(section) <= content(label) and len(f"{label} {section}".split()) <= _LONGEST
    return labels.put(labels.within(label, section if new else ""), question), _mended(against)


def _is_named_by(label: str, prompt: str) -> bool:
    """Return whether a stem has half of a label's words that not every text has: "the Kontor" is one of several."""
    told = content(_LEAD_ENDS.split(label)[0])
    return 2 * len(told & content(prompt) - words("general")) >= max(1, len(told))


def _is_topic(phrase: Phrase, label: str, about: Topics) -> bool:
    """Return whether a name is that of what the text is about, and not a noun of a longer title: the Kontor."""
    said, told = content(phrase.text), content(label)
    if not phrase.proper or not (about.is_hero(phrase.text) or said & told):
        return False
    bare = phrase.type in _NAMED and not phrase.text.startswith("the ")
    return bare or len(said) > 1 or not said < told


def _mended(against: Mapping[str, float]) -> dict[str, float]:
    return {name: value * _LEFT if name in CURED else value for name, value in against.items()}


def is_topical(draft: FactDraft) -> bool:
    """Return whether a statement is only clear to who knows what its text is about."""
    return any(phrase.topical for phrase in draft.arguments)


def is_lacking(label: str, question: Question, draft: FactDraft, asked: Phrase) -> bool:
    """Return whether a question needs the topic of its text, and neither its stem nor a label can tell it.

    Names and dates tell it too: "Who won the world title in Stuttgart in 1993?"; what stands beside the statement
    need not be told: "Who studied English in the workshop?"
    """
    label = events.undated(label)
    others = [p for p in draft.arguments if p is not asked and p.role not in ("attribution", "day")]
    core = [p for p in others if p.role in _CORE]
    anchors = sum(map(_is_anchor, others))
    enough = anchors >= _ENOUGH or (not any(p.topical for p in core) and bool(core or anchors))
    hidden = asked.topical and asked.type is not PhraseType.CLAUSE
    if enough and not hidden:
        return False
    told = bool(content(label)) and content(label) <= content(question.prompt)
    return is_topical(draft) and not told and not fits(label, question.prompt, question.answer)


def is_title_asked(label: str, question: Question, draft: FactDraft) -> bool:
    """Return whether a stem asks for what the whole text is about, a kind of thing: "What feeds on termites?" """
    if draft.subject.proper or draft.kind in _TELLING or not question.template.startswith("subject"):
        return False
    said = content(question.answer)
    named = _WITHIN.split(label)[0]
    return bool(said & content(named.split(" ")[-1])) and said <= content(named)


def fits(label: str, prompt: str, answer: str) -> bool:
    """Return whether a label tells a stem something new and gives no word of the answer away."""
    said = content(label)
    given = said & content(answer) and not _is_sort(label, answer)
    return bool(said) and not given and not said <= content(prompt)


def _is_sort(label: str, answer: str) -> bool:
    """Return whether an answer is a sort of what a label names: "optical alarms" of "Smoke alarm"."""
    last, (*first, noun) = label.split(" ")[-1], answer.split(" ")
    modifiers = content(" ".join(first))
    sort = noun.islower() and content(last) == content(noun) and not modifiers & content(label)
    return sort and bool(modifiers) and _SORT.fullmatch(answer) is not None


def _is_of_the_text(draft: FactDraft) -> bool:
    """Return whether a statement is of what the text tells, not of what a word means or of the first of its kind."""
    if draft.kind is FactKind.DEFINITION:
        return draft.subject.text.startswith("the ") or _is_everyday(draft.subject)
    return draft.kind not in _CLEAR


def _is_everyday(phrase: Phrase) -> bool:
    """Return whether a term is a short everyday word too, and only its field tells what is meant: a ring, a stop."""
    article, _, noun = phrase.text.partition(" ")
    if article not in ("a", "an") or not noun.isalpha() or not noun.islower():
        return False
    return len(noun) < _SHORT_WORD or (len(noun) <= _EVERYDAY and (noun in words("common") or noun in words("general")))


def _is_anchor(phrase: Phrase) -> bool:
    return phrase.proper or phrase.type is PhraseType.DATE
