"""A whole statement as it stands, in the parts that a question moves: subject, auxiliary, predicate."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract import verbatim
from quizgen.extract.context import Context
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType, Verb
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 20
_LONGEST_FRONT = 6
_MODALS = frozenset({"can", "will", "must", "could"})
_DO = {"VBZ": "does", "VBP": "do", "VBD": "did"}
_COMMENTS = frozenset("perhaps probably possibly maybe apparently reportedly allegedly partly".split())


@dataclass(slots=True)
class Predication:
    """One statement: its subject, the finite word, the verb, what follows, and what stood before the subject."""

    subject: "list[Token]"
    finite: "Token"
    verb: "Token"
    rest: "list[Token]"  # between subject and end, without the finite word
    front: "list[Token]"

    @property
    def tense(self) -> str:
        """The tense as facts name it."""
        if self.finite.tag_ == "MD":
            return "future" if self.finite.lower_ == "will" else "modal"
        return "past" if self.finite.tag_ == "VBD" else "present"

    @property
    def is_plural(self) -> bool:
        """Whether the subject is more than one."""
        return self.finite.lower_ in ("are", "were", "have", "do") or (
            self.finite.tag_ != "VBZ" and phrases.is_plural(head(self))
        )


def head(told: Predication) -> "Token":
    """Return the noun that a subject is built around."""
    return next((t for t in told.subject if t.head.i == told.verb.i), told.subject[0])


def predication(tokens: "list[Token]", context: Context) -> Predication | None:
    """Return the parts of words that are one statement, None where they are not or a stem could not say them."""
    tokens = phrases.trimmed(verbatim.unled(tokens))
    verb = verb_of(tokens)
    if verb is None or len(tokens) > _LONGEST or not verbatim.is_clear(tokens, context) or not _is_single(tokens, verb):
        return None
    subject, first = verbatim.subject_of(verb), verbatim.finite(verb)
    if subject is None or first.i < subject.i or not _is_sayable(subject, first, verb, tokens, context):
        return None
    start, end = subject.left_edge.i, first.i
    between = [t for t in tokens if subject.right_edge.i < t.i < end]
    front = [t for t in tokens if t.i < start]
    own = [t for t in tokens if start <= t.i <= subject.right_edge.i]
    if any(t.pos_ != "ADV" for t in between) or not _is_front(front) or any(t.text == "," for t in own):
        return None
    rest = [t for t in tokens if (t.i > subject.right_edge.i and t.i != first.i) or t.i == verb.i != first.i]
    return Predication(own, first, verb, rest, front)


def opening(tokens: "list[Token]", context: Context) -> Predication | None:
    """Return subject and verb of words that begin with a statement, however it goes on; None where it is not clear."""
    verb = verb_of(tokens)
    subject = verbatim.subject_of(verb) if verb is not None else None
    if verb is None or subject is None or not _is_sayable(subject, verbatim.finite(verb), verb, [], context):
        return None
    own = [t for t in tokens if subject.left_edge.i <= t.i <= subject.right_edge.i]
    plain = own[0].i == tokens[0].i and verbatim.is_clear(own, context) and not any(t.text == "," for t in own)
    return Predication(own, verbatim.finite(verb), verb, [], []) if plain else None


def verb_of(tokens: "list[Token]") -> "Token | None":
    """Return the first verb that has its subject among the words, and is of no clause inside another."""
    own = {t.i for t in tokens}
    verbs = (
        t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass", "acl", "csubj", "pcomp")
    )
    verbs = (t for t in verbs if t.dep_ != "relcl" or t.head.i not in own)
    return next((t for t in verbs if (s := verbatim.subject_of(t)) is not None and s.i in own), None)


def _is_sayable(subject: "Token", first: "Token", verb: "Token", tokens: "list[Token]", context: Context) -> bool:
    """Return whether a question can turn a statement: its subject is known, its verb plain and no opinion."""
    if subject.pos_ in ("PRON", "DET") and subject.i not in context.reading.replace:
        return False
    if first.tag_ == "MD" and first.lower_ not in _MODALS:
        return False
    if first.tag_ not in ("MD", "VBZ", "VBP", "VBD") or (first.i != verb.i and first.text.startswith(("'", "’"))):
        return False
    told = words("verbs", "opinion", "report")
    if subject.lower_ == "there" or any(t.lower_ in _COMMENTS or t.lower_ in ("n't", "n’t") for t in tokens):
        return False
    return not any(t.lemma_ in told and any(c.dep_ == "ccomp" for c in t.children) for t in tokens)


def _is_single(tokens: "list[Token]", verb: "Token") -> bool:
    """Return whether words hold one finite verb and no clause beside it, but those that belong to a noun."""
    if any(t.text in (";", ":", "—", "–") for t in tokens):
        return False
    if any(t.text == "," and t.nbor(1).lower_ in ("and", "but", "so", "yet") for t in tokens[:-1]):
        return False
    others = (t for t in tokens if t.i != verb.i and t.pos_ in ("VERB", "AUX") and _is_finite(t))
    return all(t.dep_ in _OF_NOUNS or _is_compared(t) for t in others)


def _is_finite(verb: "Token") -> bool:
    """Return whether a verb is finite, by itself or by its auxiliary; a participle read as a past has no subject."""
    if verb.dep_ in ("aux", "auxpass") or (verb.tag_ == "VBD" and verb.dep_ == "amod"):
        return False
    return verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.lefts if c.dep_ in ("aux", "auxpass"))


def _is_compared(verb: "Token") -> bool:
    return any(c.lower_ in ("than", "as") and c.dep_ in ("mark", "prep", "advmod") for c in verb.lefts)


_OF_NOUNS = frozenset({"relcl", "acl"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def _is_front(front: "list[Token]") -> bool:
    """Return whether words before a subject can stand at the end of a question as well: "By 1715," """
    if not front:
        return True
    front = phrases.trimmed(front)
    return len(front) <= _LONGEST_FRONT and front[0].pos_ == "ADP" and not any(t.text == "," for t in front)


def verb(told: Predication, context: Context) -> Verb | None:
    """Return the verb of a statement, with all that follows it as its complement: "did … develop in the Carolinas"."""
    context = _echoing(told, context)
    base = inflect.base(told.verb.text.lower(), told.verb.tag_, told.verb.lemma_.lower())
    turned = told.finite.i != told.verb.i or told.verb.lemma_ == "be"
    rest = [*told.rest, *phrases.trimmed(told.front)]
    said = [t for t in rest if turned or t.i != told.verb.i]
    adverbs = [t for t in said if t.i < told.verb.i and not turned and t not in told.front]
    behind = _text([t for t in said if t not in adverbs], context)
    if not base or not (behind or adverbs or told.verb.dep_):
        return None
    plain = _text(
        [told.finite, *rest] if told.finite.i < told.verb.i else [*adverbs, told.verb, *said[len(adverbs) :]], context
    )
    aux = told.finite.text.lower() if turned else _DO[told.finite.tag_]
    return Verb(
        lemma=base,
        text=plain,
        base=base,
        past=inflect.past(base),
        participle="" if turned else base,
        aux=(aux,),
        adverbs=tuple(t.text for t in adverbs),
        complement=behind,
        tense=told.tense,
    )


def _echoing(told: Predication, context: Context) -> Context:
    """Return a context that leaves pronouns which mean the subject: "find less gold than it had hoped for"."""
    reading = context.reading
    named = reading.text(told.subject).casefold()
    own = {t.i for t in told.rest if t.pos_ == "PRON" and reading.replace.get(t.i, "").casefold() == named}
    return replace(context, reading=replace(reading, echoed=reading.echoed | own))


def _text(tokens: "list[Token]", context: Context) -> str:
    """Return words with spaces between them, moved ones too."""
    reading, groups = context.reading, list[list["Token"]]()
    for token in tokens:
        if groups and groups[-1][-1].i + 1 == token.i:
            groups[-1].append(token)
        else:
            groups.append([token])
    return " ".join(filter(None, (reading.text(group, keep_echoed=True) for group in groups)))


def subject(told: Predication, context: Context) -> Phrase:
    """Return the subject of a statement as a phrase."""
    reading = context.reading
    start, end = reading.span(told.subject)
    noun = head(told)
    return Phrase(
        text=reading.text(told.subject),
        start=start,
        end=end,
        role="subject",
        type=PhraseType.THING,
        head=noun.lemma_.lower(),
        plural=told.is_plural,
        proper=noun.pos_ == "PROPN",
        resolved=reading.changed(told.subject),
        position=told.subject[0].i,
    )
