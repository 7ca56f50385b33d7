"""What a text calls by a name: “which is called …”, “we define … as …”, “Known as …, …”."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, entries, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.model import FactDraft

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_AS = frozenset({"know", "refer"})
_BE = frozenset({"is", "are", "was", "were"})
_SCHOLARS = frozenset(
    """historian scholar astronomer scientist physicist biologist chemist economist sociologist psychologist geologist
    anthropologist critic journalist contemporary""".split()
)
_DEFINITE_END = frozenset({".", ",", ";", ":", "(", ")", "—", "–", "”"})
_NO_END = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "CC", "POS", "HYPH"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_POINTING = frozenset({"this", "that", "these", "those"})
_WHERE = frozenset({"in", "on", "at", "along", "beside", "near"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_JOINTS = frozenset({"and", "while", "whereas", "but"})
_LIKE = re.compile(r" (?:like|such as) .*$")


def called(context: Context) -> Iterator[FactDraft]:
    """Yield what a text gives a name to, in a clause or in passing.

    Example: The planets formed from a rotating disk of gas and ice that we call the solar cradle.
        -> definition | the solar cradle | is | a rotating disk of gas and ice
    Example: The dog was called Rex.
        -> none
    """
    sent = context.reading.sent
    for token in sent:
        if token.lemma_ in entries.NAMING and token.tag_ in ("VBN", "VBD", "VBP") and not _is_denied(token):
            target = target_of(token, sent)
            described = _of_number(sent, target, _described(token, sent)) if target is not None else None
            if described is not None and _holds_verb(sent, described):
                continue
            if target is not None and described is not None and _is_of_either(sent, token, target, described):
                continue
            if target is not None and described is not None and _is_of_last(sent, token, target, described):
                continue
            if target is not None and described is not None:
                yield from definitions.drafts(target, described, context, "called", named=True)


def _is_of_either(sent: "Span", naming: "Token", name: Stretch, described: Stretch) -> bool:
    """Return whether a name behind a comma is another name, or of either of two: "nuts on trees, called hicans"."""
    if naming.i == sent.start or naming.nbor(-1).text != ",":
        return False
    if (_is_named(sent, name) and _is_named(sent, described)) or _is_where(sent, name, described):
        return True
    last = next((t.i for t in reversed(sent.doc[described[0] : described[1]]) if t.tag_ == "IN"), None)
    if last is None or sent.doc[last].lower_ == "of" or sent.doc[described[1] - 1].pos_ == "PROPN":
        return False
    if stretches.base(sent, last + 1) != (last + 1, described[1]):
        return False
    return is_plural(sent, described) == is_plural(sent, (last + 1, described[1]))


def _is_where(sent: "Span", name: Stretch, described: Stretch) -> bool:
    """Return whether a noun phrase tells where another one is that may have the name: "a row of huts on the shore"."""
    link = described[0] - 1
    if link <= sent.start or sent.doc[link].lower_ not in _WHERE or sent.doc[link - 1].pos_ not in _NOUNS:
        return False
    placed = stretches.before(sent, link)
    return placed is not None and is_plural(sent, placed) == is_plural(sent, name)


def _is_of_last(sent: "Span", naming: "Token", name: Stretch, described: Stretch) -> bool:
    """Return whether a name may be of the noun right before it: "cliffs in a gorge called the Gates"."""
    if naming.tag_ != "VBN" or described[1] != naming.i or sent.doc[described[1] - 1].pos_ == "PROPN":
        return False
    last = next((t.i for t in reversed(sent.doc[described[0] : described[1]]) if t.tag_ == "IN"), None)
    if last is None or sent.doc[last].lower_ == "of" or stretches.base(sent, last + 1) != (last + 1, described[1]):
        return False
    same = is_plural(sent, (last + 1, described[1])) == is_plural(sent, name)
    return _is_named(sent, name) or (same and sent.doc[last + 1].lower_ != "the")


def _holds_verb(sent: "Span", stretch: Stretch) -> bool:
    """Return whether a verb was read as part of a noun phrase: "by exchanging particles", "a root releases acids"."""
    first, head = sent.doc[stretch[0]], stretches.head(sent, stretch)
    if (first.tag_ == "VBG" and first.dep_ == "pcomp") or _has_two_verbs(sent.doc[stretch[0] : stretch[1]]):
        return True
    return first.lower_ in ("a", "an") and head.tag_ == "NNS" and first.head != head and head.dep_ != "conj"


def _has_two_verbs(words: "Span") -> bool:
    """Return whether a relative clause is followed by a verb of its own: "those who stayed became clerks"."""
    verbs = [t for t in words if t.tag_ in _FINITE]
    opened = sum(t.tag_ in _RELATIVE or t.dep_ == "mark" for t in words)
    return opened > 0 and len(verbs) > opened and not any(t.lower_ in ("and", "or", "but", ",") for t in words)


def _of_number(sent: "Span", name: Stretch, nearest: Stretch | None) -> Stretch | None:
    """Return the noun phrase that can have a name of its number: of "pores in the leaf", "stomata" are the pores."""
    if nearest is None or not (_is_known(sent, nearest) or is_plural(sent, name) > is_plural(sent, nearest)):
        return nearest
    linked = nearest[0] > sent.start and sent.doc[nearest[0] - 1].tag_ == "IN"
    wider = stretches.before(sent, nearest[0] - 1, far=False) if linked else None
    indefinite = wider is not None and sent.doc[wider[0]].lower_ in ("a", "an")
    if wider is not None and (is_plural(sent, wider) if is_plural(sent, name) else indefinite):
        return (wider[0], nearest[1])
    if is_plural(sent, name) <= is_plural(sent, nearest):
        return nearest
    grouped = stretches.head(sent, nearest).lemma_.lower() in definitions.COLLECTIVE
    return nearest if grouped or definitions.has_capitals(list(stretches.words(sent, name))) else None


def _is_known(sent: "Span", stretch: Stretch) -> bool:
    """Return whether a noun phrase is rather where something is than what gets a name: "an area in the nucleus"."""
    return sent.doc[stretch[0]].lower_ in ("the", "its", "their") and stretch[1] - stretch[0] < 4


def is_plural(sent: "Span", stretch: Stretch) -> bool:
    """Return whether the noun of a noun phrase is a plural."""
    return stretches.is_many(stretches.head(sent, stretch))


def _is_denied(token: "Token") -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("never", "wrongly", "so", "not") for c in token.children)


def target_of(token: "Token", sent: "Span") -> Stretch | None:
    """Return the name behind a verb of naming."""
    start = _behind_knowers(token, sent)
    while start < sent.end and sent.doc[start].lower_ in ("to", "as") and token.lemma_ in _AS:
        start += 1
    found = stretches.term(sent, start) if start > token.i + 1 or token.lemma_ not in _AS else None
    if found is not None and (sent.doc[found[0]].tag_ == "PRP$" or sent.doc[found[0]].lower_ in _POINTING):
        return None  # "named this language Esperanto"
    return found if found is not None and _ends_well(sent, found[1]) else None


def _behind_knowers(token: "Token", sent: "Span") -> int:
    """Return where "as" stands behind those who know something so: "known to the miners as …"; else what follows."""
    start = token.i + 1
    if token.lemma_ != "know" or start >= sent.end or sent.doc[start].lower_ not in ("to", "among"):
        return start
    knowers = stretches.base(sent, start + 1)
    behind = knowers[1] if knowers is not None else start
    return behind if behind < sent.end and sent.doc[behind].lower_ == "as" else start


def _ends_well(sent: "Span", end: int) -> bool:
    """Return whether a name ends where it stops being read: at a mark or before what cannot be part of it."""
    if end >= sent.end:
        return True
    follows = sent.doc[end]
    return follows.text in _DEFINITE_END or follows.is_quote or follows.tag_ not in _NO_END


def _described(token: "Token", sent: "Span") -> Stretch | None:
    """Return what gets the name: the subject of a passive, or the noun before a relative clause or participle."""
    doc, i = sent.doc, token.i
    while i > sent.start and doc[i - 1].lower_ in entries.OFTEN:
        i -= 1
    if i == sent.start:
        return None
    before = doc[i - 1]
    if before.lower_ in _BE:
        return _subject(sent, i - 1)
    if before.lower_ in ("we", "astronomers", "scientists", "historians", "they") and token.tag_ in ("VBP", "VBD"):
        return _before_relative(sent, i - 1)
    if token.tag_ == "VBP" or doc[i - 1].tag_ in ("CC", "PRP", "VBD"):
        return None
    comma = before.text == ","
    return stretches.before(sent, i - 1 if comma else i, far=comma)


def _before_relative(sent: "Span", end: int) -> Stretch | None:
    """Return the noun phrase before "that we call", "which is called"."""
    if end - 1 <= sent.start or sent.doc[end - 1].lower_ not in ("that", "which"):
        return None
    comma = sent.doc[end - 2].text == ","
    return stretches.before(sent, end - 2 if comma else end - 1, far=comma)


def _subject(sent: "Span", be: int) -> Stretch | None:
    """Return the subject of "is called": it opens the sentence, or a relative pronoun stands for it."""
    doc, i = sent.doc, be
    while i > sent.start and doc[i - 1].lower_ in entries.OFTEN:
        i -= 1
    if doc[i - 1].lower_ in ("which", "that"):
        return _before_relative(sent, i)
    if doc[i - 1].lower_ == "and":
        return _of_two_clauses(sent, i - 1)
    opened = _opened(sent, i)
    found = stretches.description(sent, opened)
    commas = [t.i for t in doc[opened:i] if t.text == ","]
    if len(commas) == 2 and commas[1] == i - 1 and doc[commas[0] + 1].tag_ in _RELATIVE:
        commas, i = [], commas[0]  # "the lowest layer of the air, where clouds form, is called"
    return (opened, i) if found is not None and not commas and stretches.is_whole(sent, (opened, i)) else None


def _opened(sent: "Span", end: int) -> int:
    """Return where the clause begins that ends at ``end``: the sentence, or its half behind ";" or ", and"."""
    doc = sent.doc
    for token in reversed(doc[sent.start : end]):
        if token.text in (";", ":"):
            return token.i + 1
        joint = (
            token.lower_ in ("and", "while", "whereas", "but") and token.i > sent.start and token.nbor(-1).text == ","
        )
        if joint and any(t.tag_ in _FINITE for t in doc[sent.start : token.i]):
            return token.i + 1
    return sent.start


def _of_two_clauses(sent: "Span", and_: int) -> Stretch | None:
    """Return the noun before "that … and was called" with the first of the two clauses."""
    doc = sent.doc
    opened = next((t.i for t in reversed(doc[sent.start : and_]) if t.tag_ in ("WDT", "WP")), None)
    if opened is None or doc[opened - 1].text == "," or any(t.text == "," for t in doc[opened:and_]):
        return None
    found = stretches.before(sent, opened, far=False)
    return None if found is None else (found[0], and_)


def defined(context: Context) -> Iterator[FactDraft]:
    """Yield a term that the writer defines outright: "we call …", "we define … as …", "the word … means …".

    Example: We call a bend of a river a meander.
        -> definition | a meander | is | a bend of a river
    Example: We use the word drought for a long time without rain.
        -> definition | a drought | is | a long time without rain
    Example: We call our dog Rex.
        -> none
    """
    sent = context.reading.sent
    for token in sent:
        pair = None
        if token.lemma_ == "call" and token.tag_ in ("VBP", "VB") and token.nbor(-1 if token.i else 0).lower_ != "that":
            pair = _called_so(token, sent)
        elif token.lemma_ in ("define", "describe"):
            pair = _defined_as(token, sent)
        elif token.lower_ == "word" and token.i > sent.start and token.nbor(-1).lower_ == "the":
            pair = _word_for(token, sent)
        elif token.lemma_ == "rename":
            pair = _called_so(token, sent)
        if pair is not None:
            yield from definitions.drafts(pair[0], pair[1], context, "defined", named=True)


def _called_so(token: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return name and thing of "we call the thing a name"."""
    if token.lemma_ == "call" and not _is_general(token, sent):
        return None
    start = token.i + 1
    if start < sent.end and sent.doc[start].lower_ == "such":
        start += 1
    for end in range(start + 2, min(start + 16, sent.end)):
        name = stretches.term(sent, end) if _opens(sent.doc[end]) else None
        if (
            name is None
            or any(t.tag_ in ("WDT", "WP") for t in sent.doc[start:end])
            or not _closes(sent, name[1])
            or sent.doc[end - 1].tag_ not in ("NN", "NNS", "NNP", "VBZ")
        ):
            continue
        if stretches.base(sent, start) is not None:
            return name, (start, end)
    return None


def _opens(token: "Token") -> bool:
    return token.lower_ in ("a", "an", "the") or token.text in ("“", '"')


def _closes(sent: "Span", end: int) -> bool:
    return end >= sent.end or sent.doc[end].text in (".", ";", ",", "(")


def _is_general(token: "Token", sent: "Span") -> bool:
    """Return whether a name is given by everybody or by those who know: "we call", "astronomers call"."""
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    near = sent.doc[max(sent.start, token.i - 3) : token.i]
    return any(t.lower_ == "we" or t.lemma_.lower() in _SCHOLARS for t in (*near, *((subject,) if subject else ())))


def _defined_as(token: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return name and meaning of "we define X as Y", or of "historians describe Y as X"."""
    if not _is_general(token, sent) or (token.tag_ == "VBN" and token.nbor(-1).lower_ not in ("have", "has")):
        return None
    as_ = next((t.i for t in sent.doc[token.i + 2 : sent.end] if t.lower_ == "as"), None)
    if as_ is None or any(t.text in (",", ";") for t in sent.doc[token.i : as_]):
        return None
    if token.lemma_ == "define":
        name, meaning = stretches.term(sent, token.i + 1), stretches.description(sent, as_ + 1)
        return (name, meaning) if name is not None and meaning is not None and name[1] == as_ else None
    name = stretches.term(sent, as_ + 1)
    bare = name is not None and sent.doc[name[0]].tag_ in ("NN", "JJ", "NNP") and name[1] - name[0] > 1
    ends = name is not None and name[1] < sent.end and sent.doc[name[1]].text == "."
    return (name, (token.i + 1, as_)) if name is not None and bare and ends else None


def _word_for(token: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return name and meaning of "the word X for Y", "the term X to mean Y"."""
    name = stretches.term(sent, token.i + 1)
    if name is None or name[1] + 2 >= sent.end:
        return None
    doc, i = sent.doc, name[1]
    if doc[i].is_quote:
        i += 1
    follows = i + 1 if doc[i].lower_ == "for" else i + 2 if doc[i : i + 2].text.lower() == "to mean" else None
    meaning = stretches.description(sent, follows) if follows is not None else None
    if meaning is None:
        return None
    further = next((t.i for t in doc[meaning[0] : meaning[1] - 2] if doc[t.i : t.i + 3].text == "and the word"), None)
    return name, (meaning[0], further or meaning[1])


def fronted(context: Context) -> Iterator[FactDraft]:
    """Yield who or what is known by the name that opens the sentence.

    Example: Known as the Water Beggars, sailors from Holland attacked Spanish ships in the Channel.
        -> definition | the Water Beggars | were | sailors from Holland who attacked Spanish ships in the Channel
    Example: Known as a good cook, her brother opened an inn.
        -> none
    """
    sent = context.reading.sent
    known = next((t for t in sent[:3] if t.lemma_ in entries.NAMING and t.tag_ == "VBN"), None)
    if known is None or any(t.lower_ not in entries.OFTEN for t in sent[: known.i - sent.start]):
        return
    target = target_of(known, sent)
    if target is None or not _is_named(sent, target):
        return
    subject, verb = _main(sent, target[1])
    if subject is None or verb is None:
        return
    yield from _spoken_of(target, subject, verb, context)


def _is_named(sent: "Span", stretch: Stretch) -> bool:
    """Return whether each noun of a name has a capital letter."""
    tokens = [t for t in stretches.words(sent, stretch) if t.tag_.startswith("NN")]
    return bool(tokens) and all(t.text[:1].isupper() for t in tokens)


def _main(sent: "Span", start: int) -> tuple["Token | None", "Token | None"]:
    """Return the subject, a common noun, and the verb of the clause that follows a fronted name."""
    verb = sent.root
    if verb.tag_ != "VBD" or verb.i < start:
        return None, None
    comma = next((t.i for t in reversed(sent.doc[start : verb.i]) if t.text == ","), start)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > start), None)
    if subject is None or (subject.i < comma and not _has_list(subject)):
        subject = next((t for t in sent.doc[comma : verb.i] if t.tag_ in ("NN", "NNS")), None)
    return (subject, verb) if subject is not None and subject.tag_ in ("NN", "NNS") else (None, None)


def _has_list(token: "Token") -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("like", "as") for c in token.children)


def _spoken_of(target: Stretch, subject: "Token", verb: "Token", context: Context) -> Iterator[FactDraft]:
    sent = context.reading.sent
    start = stretches.before(sent, subject.i + 1)
    ends = next((c.left_edge.i for c in verb.children if c.i > verb.i and c.dep_ in ("advcl", "cc")), sent.end)
    if start is None:
        return
    first = next((t.i for t in sent.doc[subject.i + 1 : verb.i + 1] if t.tag_ in ("VBD", "RBS", "RB")), verb.i)
    who = "who" if definitions.is_human(subject) and subject.tag_ == "NNS" else "that"
    owned = _LIKE.sub("", definitions.told(sent.doc[start[0] : first], context))
    behind = sent.doc[first : min(ends, sent.end - 1)]
    own = all(context.reading.replace[t.i].rstrip("s’'") in owned for t in behind if t.i in context.reading.replace)
    rest = definitions.raw(list(behind)) if own else definitions.told(behind, context)
    if context.reading.first_unresolved(t for t in sent.doc[first:ends]) or not owned:
        return
    yield from definitions.made(target, start, f"{owned} {who} {rest}", context, "fronted")
