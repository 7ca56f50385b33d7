"""What opened a sentence opens its question too, where behind the verb it would belong to something else."""

import re

from quizgen.model import FactDraft, FactKind, Phrase, PhraseType
from quizgen.questions import grammar

_LONGEST = 10
_TIMED = re.compile(r"(?:(?:By|During|From|In|On|Since|Until) which (?:century|day|decade|month|year)s?|When) ")
_WHERE = frozenset("above across among at below beneath in inside near on over under".split())
_OPENING = re.compile(r"(?:after|although|because|before|if|once|since|until|when|whenever|where|while|[a-z]+ing) ")
_RUNS_ON = re.compile(
    r", |\b(?:that|which|who|whose|whom|where|when|while|until|because|what|why|how)\b"
    r"|\w(?:ed|own|ilt|ound|ade) (?:by|in|into|from|with|as|at|on|for|to) |[a-z]{3,}ing (?:from|in|at|on|by|to|the) "
    r"|\bto (?!the\b|an?\b|[A-Z\d])[a-z]+ [a-z]"
)


def spoken(draft: FactDraft, prompt: str, asked: Phrase) -> str:
    """Return a stem with its last phrases in front, "In 1941, who listed five factors that shape a soil?", where they
    stood there in the text and a clause, a list or a place before them would take them."""
    lead = _lead(draft, asked)
    said = " ".join(grammar.words_of(p) for p in lead)
    stem = prompt.removesuffix("?")
    if not lead or not stem.endswith(f" {said}") or len(said.split()) > _LONGEST:
        return prompt
    behind = [p for p in grammar.following(draft) if p is not asked and p.position > draft.subject.position]
    if not any(_takes(p, lead) and grammar.words_of(p) in stem for p in behind):
        return prompt
    front = " ".join(grammar.words_of(p) for p in sorted(lead, key=lambda p: p.position))
    stem = stem.removesuffix(f" {said}")
    return f"{front[:1].upper()}{front[1:]}, {stem[:1].lower()}{stem[1:]}?"


def read_out(prompt: str, stem: str, spoken: str) -> str:
    """Return a prompt, which may have a label, as it is read: what judges a stem has its question word in front."""
    return f"{prompt.removesuffix(stem)}{spoken}" if spoken and prompt.endswith(stem) else prompt


def reason(prompt: str, spoken: str) -> str:
    """Return the code of what speaks against a stem with an opening before a time that is asked for, "" for others:
    "At the age of 44, in which year did she move?" """
    return "refused-grammar" if spoken != prompt and spoken and _TIMED.match(prompt) else ""


def _lead(draft: FactDraft, asked: Phrase) -> list[Phrase]:
    """Return the last phrases of a stem that stood before the subject in the text."""
    if draft.verb is None or draft.kind is FactKind.DEFINITION:
        return []
    told = [p for p in grammar.following(draft) if p is not asked]
    fronted = [p.position < draft.subject.position and _may_open(p) for p in told]
    first = next((i for i in range(len(told)) if all(fronted[i:])), len(told))
    return told[first:]


def _may_open(phrase: Phrase) -> bool:
    opens = phrase.type is PhraseType.CLAUSE and _OPENING.match(phrase.text) is not None
    return bool(phrase.prep) or opens or phrase.type is PhraseType.DATE


def _takes(phrase: Phrase, lead: list[Phrase]) -> bool:
    """Return whether what stands right behind a phrase would seem to be a part of it."""
    if _is_place(phrase) and _is_place(lead[0]):
        return True
    noun = phrase.role == "attribute" and phrase.text.startswith(("the ", "a ", "an "))
    clause = phrase.type is PhraseType.CLAUSE and len(phrase.text.split()) > 2 and not noun
    return clause or _RUNS_ON.search(grammar.words_of(phrase)) is not None


def _is_place(phrase: Phrase) -> bool:
    loose = phrase.role == "other" and phrase.prep in _WHERE and (phrase.proper or " " in phrase.text)
    return phrase.role == "place" or loose
