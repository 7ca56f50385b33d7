"""The words of a question in their order: question word, auxiliary, subject, predicate."""

from typing import TYPE_CHECKING

from quizgen.resolve.discourse import Discourse
from quizgen.spans import mentions, trim
from quizgen.spans import site as sites
from quizgen.spans import slot as slots
from quizgen.spans.kinds import Kind
from quizgen.spans.site import Site
from quizgen.spans.slot import Slot
from quizgen.spans.spell import spell
from quizgen.spans.trees import above, first_conjunct, is_infinitive, is_past, is_plural, is_verb
from quizgen.spans.verbs import active, group, objective, singular

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Longest subject and predicate in tokens, and the length below which a question gets its opening clause: measured.
_SUBJECT, _PREDICATE, _SHORT = 15, 15, 9
_ARGUMENTS = frozenset({"xcomp", "pcomp", "csubj"})
_STRANDED = frozenset("to for of with from on in at by into about as against through like".split())
_LOOSE = frozenset({"like", "besides", "including", "according"})
_LINKING = frozenset("addition example instance fact contrast particular turn general short such result hand".split())
_OPENINGS = frozenset("when if after before because since while although though once until as".split())
_VAGUE = frozenset("many other several some various certain all most numerous further additional".split())


def ask(span: "Span") -> str:
    """Return a question for an answer span, which may be any run of words in a sentence."""
    discourse = Discourse()
    discourse.observe([span.doc])
    return spell(_pieces(slots.find(span, discourse)), mentions.names(span, discourse))


def _pieces(slot: Slot) -> "list[str | Token]":
    aside = _aside(slot)
    if aside is not None:
        return _naming(slot, aside)
    if slot.top.dep_ == "pobj" and trim.is_example(slot.top.head):
        return _example(slot.top.head)
    if slot.kind is Kind.DATE and slot.moved[0] == "what":
        return ["what year", "is", "the", *slot.moved[1:], "from"]
    found = _site(slot)
    if found is None:
        return _in_place(slot)
    asked = _question(slot, found)
    if len(asked) < _SHORT:
        return _described(slot) or [*_opening(slot, found), *asked]
    return asked


def _site(slot: Slot) -> Site | None:
    verb = slot.top
    if slot.kind is Kind.ACT and verb.dep_ not in _ARGUMENTS and not is_infinitive(verb):
        return sites.at(verb)
    return sites.find(verb)


def _question(slot: Slot, site: Site) -> "list[str | Token]":
    if slot.kind is Kind.ACT and slot.top == site.verb:
        return _deed(slot, site)
    way = frozenset(t.i for t in above(slot.top))
    if _is_agent(slot, site):
        asked = _active(slot, site)
        if asked:
            return asked
    if site.own_subject and site.subject.i in way:
        return _subject_question(slot, site, way)
    return _object_question(slot, site, way)


def _opening(slot: Slot, site: Site) -> "list[str | Token]":
    """Return the clause before the main one with a comma, for a question that says little without it."""
    for clause in site.verb.lefts:
        marks = {c.lower_ for c in clause.lefts if c.dep_ in ("mark", "advmod")}
        if clause.dep_ == "advcl" and marks & _OPENINGS and clause.i not in slot.gone and sites.at(clause):
            words = trim.core(clause, gone=slot.gone)
            return [*words, ","] if len(words) <= _PREDICATE else []
    return []


def _described(slot: Slot) -> "list[str | Token]":
    """Return "What bridge was built by Ann" where the answer's noun has a clause of its own, [] where it has not."""
    for clause in slot.top.rights:
        if clause.dep_ == "acl" and clause.tag_ == "VBN" and slot.kind in (Kind.THING, Kind.GROUP):
            words = trim.core(clause, gone=frozenset())
            be = group(Site(verb=clause, subject=slot.top), past=is_past(clause), plural=False).first
            return [*slot.moved, be, *words] if len(words) > 2 else []
    return []


# Answers that are, or stand in, the subject


def _subject_question(slot: Slot, site: Site, way: frozenset[int]) -> "list[str | Token]":
    subject = _replaced(site.subject, slot, way)
    predicate, later = _predicate(slot, site, frozenset())
    words = _with_filler([*(aux for aux in site.auxes if aux.head != site.verb), *predicate], site)
    if site.verb.tag_ == "VBG" or (site.verb.tag_ == "VBN" and site.subject.dep_ == "nsubjpass"):
        words = words if site.auxes else ["was" if is_past(site.verb) else "is", *words]
    if slot.top == site.subject and slot.inside in (("what",), ("who",)):
        words = _agreeing(words, site)
    return [*subject, *words, *later]


def _with_filler(words: "list[str | Token]", site: Site) -> "list[str | Token]":
    if site.verb not in words:
        return words
    verb = words.index(site.verb)
    return [*words[: verb + 1], *_filler(site), *words[verb + 1 :]]


def _agreeing(words: "list[str | Token]", site: Site) -> "list[str | Token]":
    """Put the finite verb after a bare "what" or "who" into the singular, unless it names several things."""
    finite = site.auxes[0] if site.auxes else site.verb
    named = [c for c in site.verb.rights if c.dep_ == "attr"]
    if finite.lemma_ == "be" and any(is_plural(c) for c in named):
        return words
    return [singular(finite) if t == finite else t for t in words]


def _replaced(top: "Token", slot: Slot, way: frozenset[int]) -> "list[str | Token]":
    """Return a phrase with the question words in the place of the slot."""
    tokens = trim.core(top, gone=slot.gone, keep=way)
    first = min(slot.gone)
    before = [t for t in tokens if t.i < first]
    asked = ("whom",) if slot.inside == ("who",) and before and before[-1].dep_ == "prep" else slot.inside
    return [*before, *asked, *(t for t in tokens if t.i > first)]


# Other answers


def _object_question(slot: Slot, site: Site, way: frozenset[int]) -> "list[str | Token]":
    words, later = _predicate(slot, site, way)
    verbs = group(site, past=is_past(site.verb), plural=is_plural(site.subject))
    rest: list[str | Token] = []
    for token in words:
        if token == site.verb:
            rest += [*verbs.rest, *_filler(site)]
        elif token not in verbs.taken:
            rest.append(token)
    if slot.kind is Kind.ACT:
        rest.append("do") if is_infinitive(slot.top) else rest.append("doing") if slot.top.tag_ == "VBG" else None
    if slot.kind is Kind.QUALITY and slot.top.dep_ == "acomp" and not verbs.rest:
        return ["how", verbs.first, *_subject(site), "described", *rest, *later]
    front = _fronted(slot, rest)
    rest = [piece for piece in rest if piece not in front]
    return [*front, *slot.moved, verbs.first, *_subject(site), *rest, *later]


def _fronted(slot: Slot, rest: "list[str | Token]") -> "list[Token]":
    """Return the preposition to say before the question word, where it would be stranded before other words.

    "Who did Ann speak with in 1886" is what people say; "with whom" sounds stiff.
    """
    prep = slot.top.head
    whole = [prep.head, prep] if prep.head.dep_ == "prep" and prep.head.i == prep.i - 1 else [prep]
    of_verb = slot.top.dep_ == "pobj" and is_verb(whole[0].head)
    if not of_verb or slot.moved == ("who",) or not all(p in rest for p in whole):
        return []
    return whole if rest[-1] != prep or len(whole) > 1 or prep.lower_ not in _STRANDED else []


def _subject(site: Site) -> "list[str | Token]":
    first = first_conjunct(site.verb)
    own = frozenset(t.i for t in first.subtree) if first.dep_ in ("acl", "relcl") else frozenset()
    if site.subject.i in own:
        own = frozenset()
    words = trim.shorten(trim.core(site.subject, gone=own), keep=frozenset(), most=_SUBJECT)
    owner = [t for t in words if t.tag_ == "WP$"]
    return [*_owner(site), *(t for t in words if t not in owner)] if owner else [*words]


def _owner(site: Site) -> "list[str | Token]":
    """Return what "whose" stands for in a relative clause: "the priest's"."""
    noun = first_conjunct(site.verb).head
    before = [t for t in trim.core(noun, gone=frozenset(t.i for c in noun.rights for t in c.subtree)) if t != noun]
    return [*before, noun.text + ("'" if noun.text.endswith("s") else "'s")]


def _filler(site: Site) -> "list[Token]":
    if site.filler is None:
        return []
    return trim.core(site.filler, gone=frozenset(t.i for t in first_conjunct(site.verb).subtree))


def _predicate(slot: Slot, site: Site, way: frozenset[int]) -> "tuple[list[Token], list[Token]]":
    """Return the words of a clause from its auxiliaries on, and those before them that are worth saying at the end."""
    gone = slot.gone | {t.i for t in site.subject.subtree} if site.own_subject else slot.gone
    if site.relative is not None:
        gone |= {site.relative.i, *({site.relative.head.i} if site.relative.dep_ == "pobj" else set())}
    tokens = trim.core(site.verb, gone=gone - {site.verb.i}, keep=way)
    start = min(t.i for t in (site.verb, *(a for a in site.auxes if a.head == site.verb)))
    if site.own_subject:
        start = min(start, max(site.subject.left_edge.i, 0))
    later = [t for t in tokens if t.i < start and _is_lasting(t, site.verb, way)]
    essential = way | {t.i for t in later}
    words = trim.shorten([*(t for t in tokens if t.i >= start), *later], keep=essential, most=_PREDICATE)
    return [t for t in words if t.i >= start], [t for t in words if t.i < start]


def _is_lasting(token: "Token", verb: "Token", way: frozenset[int]) -> bool:
    """Return whether a word in front of the subject belongs to a phrase of time or place, or to the answer's."""
    top = next((t for t in above(token) if t.head == verb), token)
    if top.i in way:
        return True
    return top.dep_ in ("prep", "npadvmod") and top.lower_ not in _LOOSE and not _is_connective(top)


def _is_connective(top: "Token") -> bool:
    """Return whether a phrase only links sentences: "in addition", "for example"."""
    return any(c.lower_ in _LINKING for c in top.rights)


# The doer of a passive


def _is_agent(slot: Slot, site: Site) -> bool:
    by = slot.top.head
    return slot.top.dep_ == "pobj" and by.lower_ == "by" and by.head == site.verb and site.verb.tag_ == "VBN"


def _active(slot: Slot, site: Site) -> "list[str | Token]":
    """Return the question in the active voice ("Who built the bridge"), [] where the verb has no such form."""
    several = any(not isinstance(t, str) and t.tag_ == "NNS" for t in slot.moved)
    verbs = active(site, several=several)
    if not verbs:
        return []
    by = slot.top.head.i
    tokens, later = _predicate(slot, site, frozenset())
    tokens = [t for t in tokens if t.i != by and t not in site.auxes]
    before = [t for t in tokens if t.i < site.verb.i]
    after = [t for t in tokens if t.i > site.verb.i]
    return [*slot.moved, *before, *verbs, *objective(_subject(site)), *_filler(site), *after, *later]


# Deeds, names, and sentences without a verb


def _deed(slot: Slot, site: Site) -> "list[str | Token]":
    """Return "What did Ann do" for an answer that is a predicate."""
    past, plural = is_past(site.verb), is_plural(site.subject)
    subject = _subject(site)
    words, later = _predicate(slot, site, frozenset())
    rest = [t for t in words if t != site.verb and t not in site.auxes and t.dep_ != "neg"] + later
    if site.verb.lemma_ == "be":
        return ["what", group(site, past=past, plural=plural).first, *subject, *rest]
    if site.verb.tag_ == "VBN" and not any(a.lemma_ == "have" for a in site.auxes[-1:]):
        return ["what", "happened" if past else "happens", "to", *objective(subject), *rest]
    form = {"VBN": "done", "VBG": "doing"}.get(site.verb.tag_, "do") if site.auxes else "do"
    verbs = group(site, past=past, plural=plural)
    return ["what", verbs.first, *subject, *site.auxes[1:], form, *rest]


def _example(prep: "Token") -> "list[str | Token]":
    """Return "What is an example of a metal" for "metals such as iron"."""
    vague = {c.i for c in prep.head.lefts if c.lower_ in _VAGUE}
    after = {t.i for c in prep.head.rights if c == prep or c.dep_ in ("conj", "cc") for t in c.subtree}
    kind = trim.core(prep.head, gone=frozenset(vague | after))
    if prep.head.tag_ != "NNS" or kind[0].dep_ in ("det", "poss"):
        return ["what is an example of", *kind]
    words = [prep.head.lemma_ if t == prep.head else t for t in kind]
    return ["what is an example of", "an" if str(words[0])[0].lower() in "aeiou" else "a", *words]


def _aside(slot: Slot) -> "Token | None":
    """Return the apposition that a slot is, or stands in."""
    for token in above(slot.top):
        if is_verb(token):
            return None
        if token.dep_ == "appos" and not is_verb(token.head):
            return token
    return None


def _naming(slot: Slot, aside: "Token") -> "list[str | Token]":
    """Return "Who was its director" for a name set beside a noun, "What was Oslo the capital of" inside an aside."""
    noun = aside.head
    own = frozenset(t.i for t in aside.subtree)
    if slot.kind is Kind.DATE and noun.ent_type_ == "PERSON":
        return ["when did", *trim.core(noun, gone=own), "live"]
    way = frozenset(t.i for t in above(slot.top))
    rest = [] if aside == slot.top else trim.core(aside, gone=slot.gone, keep=way)
    be = ("were" if is_plural(noun) else "was") if is_past(noun) else ("are" if is_plural(noun) else "is")
    return [*slot.moved, be, *trim.core(noun, gone=own), *rest]


def _in_place(slot: Slot) -> "list[str | Token]":
    return _replaced(slot.top.sent.root, slot, frozenset(t.i for t in above(slot.top)))
