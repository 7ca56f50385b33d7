"""What happens on some condition or at some stage: "when the string is plucked, waves run outward"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import verbatim
from quizgen.extract.context import Context
from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, PhraseType
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset({"when", "whenever", "if", "as", "once", "after", "before"})
_STATES = frozenset({"be", "have", "know", "want", "need", "belong", "contain", "seem", "like", "see", "say"})
_CLAUSAL = frozenset({"when", "whenever", "if", "once"})  # which a clause must follow
_TURNING = frozenset({"when", "whenever", "if", "as"})
_NARROWING = frozenset("only even except just especially particularly not mainly best until and or".split())
_CIRCUMSTANCES = frozenset({"during", "without"})
_PERIODS = frozenset("time day night month year season century period war life".split())
_GOING_ON = frozenset({"later", "earlier", "again", "still", "instead", "otherwise"})
_OF_SOMETHING = frozenset({"leave", "enter", "reach", "approach", "pass"})
_DOUBTFUL = frozenset({"may", "might"})
_LONGEST, _SHORTEST = 14, 2
_FEWEST = 3  # words of an outcome


def happening(context: Context) -> Iterator[FactDraft]:
    """Yield what happens when, if, as or after something else does.

    Example: When milk turns sour, it thickens into curds.
        -> relation | when milk turns sour | happens | It thickens into curds
    Example: If wine stands open for weeks, bacteria turn it into vinegar.
        -> relation | if wine stands open for weeks | happens | Bacteria turn it into vinegar
    Example: If the Moon had an atmosphere, its sky would be blue.
        -> relation | if the Moon had an atmosphere | would happen | Its sky would be blue
    Example: Whenever a file is copied, errors may creep in.
        -> relation | whenever a file is copied | may happen | Errors may creep in
    Example: A river drops its load when it reaches the sea.
        -> relation | when a river reaches the sea | happens | A river drops its load
    Example: Without salt the dough rises too fast.
        -> relation | without salt | happens | The dough rises too fast
    Example: If the river later falls, the caves dry out.
        -> none
    Example: The gate opens only when the tank is full.
        -> none
    Example: The Moon would be blue if it had seas.
        -> none
    Example: As the harbour is shallow, large ships cannot enter it.
        -> none
    Example: When the war broke out, the family fled to Basel.
        -> none
    """
    stem, rest = _halves(context) if _is_led(context.reading.tokens) else _turned(context.reading.tokens)
    if stem and stem[0].lower_ in _CIRCUMSTANCES:
        yield from _circumstance(stem, rest, context)
        return
    clause, verb = _predicate(stem) or _misread(stem), _predicate(rest)
    if clause is None or verb is None or not _is_stem(stem, clause, context) or not _begins(rest, verb):
        return
    supposed = _is_supposed(stem, clause, verb)
    if supposed and stem[0].i > rest[0].i:  # what would be so is only imagined: "Mars would be blue if it had seas"
        return
    general = clause.tag_ == "NNS" or verbatim.is_general(clause)
    if not supposed and not (general and verbatim.is_general(verb)):
        return
    found = verbatim.outcome(rest, context, stem)
    if len(found) >= _FEWEST and verb.i <= found[-1].i:
        yield _draft(stem, found, "would" if supposed else _chance(verb), context)


def _circumstance(stem: "list[Token]", rest: "list[Token]", context: Context) -> Iterator[FactDraft]:
    """Yield what happens during a process, and what would happen without something."""
    verb = _predicate(rest)
    timed = {t.i for time in context.reading.times for t in stem if time.start <= t.i < time.end}
    named = timed or any(_is_of_story(t) for t in stem)
    if verb is None or named or not verbatim.is_clear(stem, context) or not _begins(rest, verb):
        return
    would = verbatim.finite(verb).lower_ == "would"
    found = verbatim.outcome(rest, context, stem)
    fits = verbatim.is_general(verb) or (would and stem[0].lower_ == "without")
    if fits and len(found) >= _FEWEST and verb.i <= found[-1].i:
        yield _draft(stem, found, "would" if would else _chance(verb), context)


def _is_of_story(token: "Token") -> bool:
    """Return whether a word tells of one occasion: a name, a number, a period; "ATP" is no name."""
    named = token.pos_ == "PROPN" and not token.is_upper
    return named or token.pos_ in ("NUM", "VERB") or token.lemma_ in _PERIODS


def _is_led(tokens: "list[Token]") -> bool:
    """Return whether a sentence begins with a word of condition or time."""
    tokens = verbatim.unled(tokens)
    return bool(tokens) and tokens[0].lower_ in _MARKS | _CIRCUMSTANCES


def _turned(tokens: "list[Token]") -> "tuple[list[Token], list[Token]]":
    """Return the clause of condition that ends a sentence, and the statement before it: "it cools when it expands"."""
    tokens = phrases.trimmed(verbatim.unled(tokens))
    marks = [n for n, t in enumerate(tokens) if t.lower_ in _TURNING and t.dep_ in ("advmod", "mark")]
    at = marks[0] if len(marks) == 1 else 0
    stem, main = tokens[at:], tokens[:at]
    plain = at and tokens[at].head.dep_ == "advcl" and tokens[at].head.head.dep_ == "ROOT"
    if not plain or main[-1].lower_ in _NARROWING or not _SHORTEST < len(stem) <= _LONGEST:
        return [], []
    grows = tokens[at].lower_ != "as" or tokens[at].head.lemma_ in words("values", "changing")
    return (stem, main) if grows and not any(t.text in ",;:–—" for t in (*main, *stem)) else ([], [])


def _halves(context: Context) -> "tuple[list[Token], list[Token]]":
    """Return the clause that opens a sentence with a word of condition or time, up to its comma, and what follows.

    Behind "without salt" no comma is needed.
    """
    tokens = verbatim.unled(context.reading.tokens)
    comma = next((n for n, t in enumerate(tokens) if t.text == ","), 0)
    if tokens[0].lower_ == "without" and tokens[0].right_edge.i + 1 < tokens[comma or -1].i:
        return _without(tokens)
    if not comma or tokens[0].lower_ not in _MARKS | _CIRCUMSTANCES or not _SHORTEST <= comma <= _LONGEST:
        return [], []
    return tokens[:comma], verbatim.unled(tokens[comma:])


def _without(tokens: "list[Token]") -> "tuple[list[Token], list[Token]]":
    end = tokens[0].right_edge.i + 1 - tokens[0].i
    return (tokens[:end], tokens[end:]) if tokens[0].dep_ == "prep" and _SHORTEST <= end <= _LONGEST else ([], [])


def _predicate(tokens: "list[Token]") -> "Token | None":
    """Return the first verb that has its subject among the words before it."""
    own = {t.i for t in tokens}
    verbs = (t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass", "relcl"))
    found = next((t for t in verbs if (s := verbatim.subject_of(t)) is not None and s.i in own), None)
    return found if found is not None and found.tag_ != "MD" else None  # "something else must" has lost its verb


def _misread(stem: "list[Token]") -> "Token | None":
    """Return the last word of a clause where the parser took its verb for a noun: "when a candle burns,"."""
    if len(stem) < _SHORTEST + 1 or stem[0].lower_ not in _CLAUSAL:
        return None
    return stem[-1] if stem[-1].tag_ == "NNS" and stem[-2].pos_ == "NOUN" else None


def _begins(rest: "list[Token]", verb: "Token") -> bool:
    """Return whether a main clause begins with its subject, or with a phrase of place right before it."""
    subject = verbatim.subject_of(verb)
    before = [t for t in rest if subject is not None and t.i < subject.left_edge.i]
    return len(before) < 6 and all(t.pos_ in ("ADP", "DET", "NOUN", "ADJ", "ADV") or t.text == "," for t in before)


def _is_stem(tokens: "list[Token]", clause: "Token", context: Context) -> bool:
    """Return whether a stem can say a condition: it is no reason, no report, and its subject is no open pronoun."""
    subject, mark = verbatim.subject_of(clause) or (clause.nbor(-1) if clause.tag_ == "NNS" else None), tokens[0].lower_
    if subject is None or (subject.pos_ in ("PRON", "DET") and subject.i not in context.reading.replace):
        return False
    told = clause.lemma_ in words("verbs", "opinion", "report")
    reason = mark == "as" and (clause.lemma_ in _STATES or tokens[1].pos_ in ("ADP", "ADJ", "ADV", "VERB"))
    story = mark == "if" and subject.pos_ == "PROPN" and verbatim.finite(clause).tag_ != "VBD"  # "if Rome falls"
    return not (told or reason or story or _leads_back(tokens, clause)) and verbatim.is_clear(tokens, context)


def _leads_back(tokens: "list[Token]", clause: "Token") -> bool:
    """Return whether a condition goes on from what the text told: "later drops", "as the sheet leaves"."""
    bare = clause.lemma_ in _OF_SOMETHING and not any(
        c.dep_ in ("dobj", "prep", "prt", "advmod") for c in clause.rights
    )
    return bare or any(t.lower_ in _GOING_ON for t in tokens)


def _is_supposed(stem: "list[Token]", clause: "Token", verb: "Token") -> bool:
    """Return whether something is thought out that is not so: "if the fluids ran in one direction, … would"."""
    past = verbatim.finite(clause).tag_ == "VBD"
    done = any(c.lemma_ == "have" for c in verb.lefts if c.dep_ == "aux")
    return stem[0].lower_ == "if" and past and verbatim.finite(verb).lower_ == "would" and not done


def _chance(verb: "Token") -> str:
    """Return the word of the stem for what does not always happen: "some bits may be altered"."""
    return "may" if verbatim.finite(verb).lower_ in _DOUBTFUL else ""


def _draft(stem: list["Token"], found: list["Token"], modal: str, context: Context) -> FactDraft:
    turned = stem[0].i > found[0].i
    said = verbatim.told(stem, context, role="subject", kind=PhraseType.THING, echoing=not turned)
    said = replace(said, head=said.text.split(" ")[0])
    outcome = verbatim.told(found, context, role="object", after=said.text, kind=PhraseType.CLAUSE)
    verb = verbatim.happens("happen")
    if modal:
        verb = replace(verb, text=f"{modal} happen", aux=(modal,), participle="happen", tense="modal")
    return FactDraft(
        kind=FactKind.RELATION,
        subject=said,
        relation=verb.text,
        object=verbatim.capital(outcome),
        verb=verb,
        extractor="happening",
        start=min(said.start, outcome.start),
        end=max(said.end, outcome.end),
    )


PATTERNS = (happening,)
