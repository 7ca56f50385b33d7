"""Noun phrases: which tokens belong to one, what it denotes, and whether it says enough by itself."""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.lexicon import noun_type, words
from quizgen.model import Phrase, PhraseType, Value
from quizgen.resolve import quantities
from quizgen.syntax import aims, foreign, hyphens, regions
from quizgen.syntax.connectives import is_comment
from quizgen.syntax.cuts import ends_open, goes_on, goes_on_above, lacks_clause
from quizgen.syntax.kinds import LIMITED, classify, is_any_place, is_name, is_species, numeric
from quizgen.syntax.names import strip_article
from quizgen.syntax.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.resolve.discourse import Discourse

_NAMING = frozenset({"call", "name", "dub"})
_NAMING_AS = frozenset("catalogue catalog designate know register".split())
_ESTIMATES = frozenset("about almost around nearly over roughly under approximately".split())
_SHARES = frozenset("% cent percent half third quarter majority most all some rest".split())
_ONE_THING = ("ness", "sis", "itis")
MASS_PRONOUNS = frozenset(
    """one ones some others another all both each either neither most many few several none""".split()
)


def noun_tokens(head: "Token", reading: Reading) -> list["Token"]:
    """Return the tokens of a complete noun phrase: without non-restrictive clauses, appositions, brackets and the
    times that belong to the verb."""
    if head.i not in reading.nouns:
        kept: list[Token] = []
        _collect(head, head, reading, _time_tokens(head, reading), kept)
        kept.sort(key=lambda t: t.i)
        whole = trimmed(_paired(_before_comma(kept, head)))
        reading.nouns[head.i] = regions.joined(_with_estimate(_with_unit(hyphens.whole(whole))), head)
    return reading.nouns[head.i].copy()


def _with_estimate(tokens: list["Token"]) -> list["Token"]:
    """Return tokens with the words before a number that the parser gives to the verb, or takes for a conjunction:
    "over 99 per cent of the salt", "minus 40 degrees"."""
    first = tokens[0] if tokens else None
    if first is None or first.is_sent_start:
        return tokens
    if first.pos_ != "NUM" and first.dep_ != "quantmod" and first.lower_ != "minus":
        return tokens
    before = first.nbor(-1)
    if before.lower_ == "minus":
        return _with_estimate([before, *tokens])
    if before.lower_ == "up" and first.lower_ == "to" and before.dep_ == "prt":
        return [before, *tokens]
    loose = before.lower_ in _ESTIMATES and before.dep_ in ("advmod", "quantmod") and not before.is_ancestor(first)
    return [before, *tokens] if loose else tokens


def _with_unit(tokens: list["Token"]) -> list["Token"]:
    """Return tokens with the rest of a unit behind a stroke, which the parser cuts off: "343 m" of "343 m/s"."""
    last = tokens[-1] if tokens else None
    if last is None or last.whitespace_ or last.i + 2 >= len(last.doc) or last.nbor(1).text != "/":
        return tokens
    return [*tokens, last.nbor(1), last.nbor(2)] if last.pos_ in ("NOUN", "PROPN") else tokens


def _before_comma(tokens: list["Token"], head: "Token") -> list["Token"]:
    """Cut what follows a comma where nothing is coordinated: an aside that the parser took for a part."""
    behind = head.doc[head.i : tokens[-1].i + 1] if tokens else ()
    marks = (":", ";") if any(t.dep_ == "conj" for t in tokens) else (":", ";", ",")
    cut = next((t.i for t in behind if t.text in marks), None)
    return tokens if cut is None else [t for t in tokens if t.i < cut]


def _paired(tokens: list["Token"]) -> list["Token"]:
    """Return tokens without the comma between two of a pair, which closed an aside: "Ida Holm, and the mayor"."""
    joined = [t for t in tokens if t.dep_ == "conj"]
    if len(joined) != 1 or joined[0].pos_ not in ("NOUN", "PROPN"):
        return tokens
    loose = {a.i for a, b in pairwise(tokens) if a.text == "," and b.dep_ == "cc"}
    return [t for t in tokens if t.i not in loose]


def _time_tokens(head: "Token", reading: Reading) -> set[int]:
    """Return the tokens of times that belong to a verb outside the phrase."""
    outside = [t for t in reading.times if t.head >= 0 and not head.is_ancestor(reading.sent.doc[t.head])]
    return {i for time in outside for i in range(time.first, time.end)}


def _collect(token: "Token", head: "Token", reading: Reading, times: set[int], kept: list["Token"]) -> None:
    if token.i in times:
        return
    kept.append(token)
    for child in token.children:
        if not _is_loose(child, token, head):
            _collect(child, head, reading, times, kept)


def _is_loose(child: "Token", parent: "Token", head: "Token") -> bool:
    """Return whether a dependent only comments on the phrase: it goes out of a question without changing its sense."""
    if child.dep_ == "prep" and (_is_in_word(child) or (child.pos_ == "NUM" and parent.pos_ == "NUM")):
        return False
    if _mark_before(child) in ("(", "[", ":") and child.left_edge != head.left_edge and not _is_inside(child, head):
        return True
    comma = is_set_off(child)
    if child.dep_ in ("cc", "conj"):
        apart = _is_bracketed(child) or _is_estimate(child, parent) or goes_on_above(child, parent)
        return apart or _is_second_name(child, parent) or _follows_aside(child, parent)
    if child.dep_ == "punct":
        return child.text in ("(", ")", "–", "—", ":", ";", "--") and not (_closes_word(child) or _joins(child))
    if child.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.i < child.i for c in child.children):
        return comma or parent.pos_ not in ("VERB", "AUX")
    if child.dep_ == "amod" and child.i > parent.i and comma and parent == head:
        return True
    if child.dep_ in ("appos", "relcl", "acl", "parataxis", "advcl"):
        return comma or child.dep_ == "parataxis" or aims.is_apart(child) or _is_second_word(child)
    if child.dep_ == "prep" and child.i > parent.i and parent == head and child in foreign.measure_phrases(head):
        return True
    if child.dep_ == "prep" and parent == head and is_comment(child):
        return True
    if child.dep_ == "prep" and child.i < parent.i:
        return parent == head and foreign.is_fronted(child, head)
    if child.dep_ == "prep" and parent == head and foreign.is_year_of_deed(child, head):
        return True
    if child.dep_ == "prep":
        aside = child.lower_ in ("including", "according", "such", "like") or foreign.leads_on(child)
        return comma or aside or _is_far(child) or aims.is_stray(child)
    return (
        (child.dep_ in ("dep", "intj") and not any(t.tag_ == "WDT" for t in child.subtree))
        or (child.dep_ == "mark" and parent == head)
        or (child.dep_ == "advmod" and child.lower_ in ("also", "then", "however") and parent.lemma_ != "be")
    )


def _is_inside(child: "Token", head: "Token") -> bool:
    """Return whether a bracket stands around the whole phrase that a name begins: "(G. N. Lewis, also in 1923, …)"."""
    between = head.doc[child.i : head.i] if child.pos_ == "PROPN" and child.dep_ == "compound" else None
    return between is not None and child.i < head.i and not any(t.is_punct for t in between)


def _is_second_word(child: "Token") -> bool:
    """Return whether a word goes on with a name in brackets that the parser cuts in two: "(Chironectes minimus)"."""
    before = child.doc[max(child.i - 1, 0)]
    return child.dep_ == "appos" == before.dep_ and before.head == child.head and _mark_before(before) in ("(", "[")


def _is_in_word(prep: "Token") -> bool:
    """Return whether a preposition stands between hyphens: "Stratford-on-Avon"."""
    if prep.is_sent_start or prep.i + 1 >= prep.sent.end or prep.whitespace_ or prep.nbor(-1).whitespace_:
        return False
    return prep.nbor(-1).text == "-" == prep.nbor(1).text


def _closes_word(bracket: "Token") -> bool:
    """Return whether a bracket opens inside the word before it: "iron(III) oxide"."""
    return bracket.text == ")" and not bracket.is_sent_start and "(" in bracket.nbor(-1).text[1:]


def _joins(dash: "Token") -> bool:
    """Return whether a dash joins two words into a name: "the Haber–Bosch process"."""
    if dash.text != "–" or dash.is_sent_start or dash.i + 1 >= len(dash.doc) or dash.whitespace_:
        return False
    before, after = dash.nbor(-1), dash.nbor(1)
    return not before.whitespace_ and before.text[:1].isupper() and after.text[:1].isupper()


def is_cut(head: "Token", tokens: list["Token"], reading: Reading) -> bool:
    """Return whether a phrase says less than the text: it leads to a word or goes on behind its last one."""
    others = [*foreign.measure_phrases(head), *(c for c in head.rights if aims.is_stray(c) or foreign.leads_on(c))]
    apart = _time_tokens(head, reading) | {t.i for each in others for t in each.subtree}
    known = tokens[-1].i in reading.replace
    return not known and (ends_open(tokens) or lacks_clause(tokens) or goes_on(tokens, head, apart))


def _is_estimate(child: "Token", parent: "Token") -> bool:
    """Return whether a coordination only gives another number: "400 people, and by some accounts a thousand"."""
    conj = child if child.dep_ == "conj" else next((c for c in parent.children if c.dep_ == "conj"), None)
    return conj is not None and conj.left_edge.pos_ == "ADP" and conj.left_edge.nbor(-1).lower_ in ("and", "or")


def _is_bracketed(child: "Token") -> bool:
    """Return whether a coordination stands in brackets: "a photoelectric (or optical) alarm"."""
    first = child.left_edge
    joint = child if child.dep_ == "cc" or first.is_sent_start else first.nbor(-1)
    return joint.lower_ in ("and", "or") and not joint.is_sent_start and joint.nbor(-1).text in ("(", "[")


def are_measures(heads: list["Token"]) -> bool:
    """Return whether several coordinated nouns each carry a number and a phrase of their own."""
    return len(heads) > 1 and all(
        any(c.dep_ == "nummod" for c in h.children) and any(c.dep_ == "prep" for c in h.children) for h in heads
    )


def measures(head: "Token", reading: Reading, discourse: "Discourse", *, role: str) -> list[Phrase]:
    """Return coordinated measures one by one: "184 km from Earth" and "1 km from Mars"."""
    found = []
    for each in [head, *head.conjuncts]:
        further = {t.i for c in each.children if c.dep_ in ("conj", "cc") for t in c.subtree}
        tokens = trimmed([t for t in noun_tokens(each, reading) if t.i not in further])
        phrase_ = _built(each, tokens, reading, discourse, role, "") if tokens else None
        if phrase_ is not None:
            kind, noun = numeric(each, tokens, reading)
            found.append(replace(phrase_, type=kind, noun=noun))
    return found


def is_set_off(token: "Token") -> bool:
    """Return whether a comma, dash or bracket stands before a phrase, quotation marks put aside."""
    before = _before(token)
    while before is not None and before.is_quote:
        before = None if before.is_sent_start else before.nbor(-1)
    return before is not None and before.text in (",", "–", "—", "(", "-", ";", ":", "--", "[")


def _mark_before(token: "Token") -> str:
    before = _before(token)
    return "" if before is None else before.text


def _before(token: "Token") -> "Token | None":
    """Return the mark or word before a phrase in its sentence; a mark that the phrase begins with counts as before."""
    edge = token.left_edge
    if edge.is_punct:
        return edge
    return None if edge.is_sent_start else edge.nbor(-1)


def _follows_aside(child: "Token", parent: "Token") -> bool:
    """Return whether a coordination stands behind an explanation, to which it more likely belongs."""
    return any(
        c.dep_ == "relcl" or (c.dep_ == "appos" and is_set_off(c) and not _is_closed(c))
        for c in parent.children
        if parent.i < c.i < child.i
    )


def _is_closed(noun: "Token") -> bool:
    """Return whether an explanation stands in brackets, so that nothing behind it can belong to it."""
    end = noun.right_edge.i
    return _mark_before(noun) in ("(", "[") and any(t.text in (")", "]") for t in noun.doc[end : end + 2])


def _is_second_name(child: "Token", parent: "Token") -> bool:
    """Return whether a coordination only gives another name: Mare Crisium, or “Sea of Crises”."""
    conj = (
        child
        if child.dep_ == "conj"
        else next((c for c in parent.children if c.dep_ == "conj" and c.i > child.i), None)
    )
    either = child if child.dep_ == "cc" else next((c for c in parent.children if c.dep_ == "cc"), None)
    if conj is None or either is None or either.lower_ != "or":
        return False
    return either.nbor(-1).text == "," and len(list(parent.conjuncts)) == 1


def _is_far(child: "Token") -> bool:
    return child.lower_ in ("despite", "unlike", "because", "although")


def trimmed(tokens: list["Token"]) -> list["Token"]:
    """Return tokens without conjunctions and punctuation at their ends."""
    while tokens and (tokens[-1].is_punct or tokens[-1].pos_ in ("CCONJ",)) and tokens[-1].text not in "”’\"')]%":
        tokens = tokens[:-1]
    while tokens and (tokens[0].is_punct or tokens[0].pos_ == "CCONJ") and tokens[0].text not in "“‘\"'([$-−":
        tokens = tokens[1:]
    return tokens


def phrase(head: "Token", reading: Reading, discourse: "Discourse", *, role: str, prep: str = "") -> Phrase | None:
    """Return the phrase around a nominal head, or None where nothing is left of it."""
    named = given_name(head)
    tokens = noun_tokens(named or head, reading)
    if not tokens:
        return None
    return _built(named or head, tokens, reading, discourse, role, prep)


def _built(
    head: "Token", tokens: list["Token"], reading: Reading, discourse: "Discourse", role: str, prep: str
) -> Phrase | None:
    if head.pos_ == "PROPN" and tokens[0].lower_ == "the" and not any(t.dep_ == "conj" for t in tokens):
        tokens = _after_comma(tokens)
    text = reading.text(tokens)
    if not text:
        return None
    start, end = reading.span(tokens)
    bound = reading.text(tokens, keep_bound=True) if reading.bound else ""
    kind, noun = classify(head, tokens, reading, discourse)
    value = quantities.parse(LIMITED.sub("", text)) if kind in _NUMERIC else None
    return Phrase(
        text=text,
        start=start,
        end=end,
        role=role,
        type=kind,
        head=head.lemma_.lower(),
        plural=is_plural(head),
        proper=any(c.isupper() for c in text)
        and (any(is_name(t) for t in tokens) or strip_article(reading.replace.get(head.i, ""))[:1].isupper()),
        resolved=reading.changed(tokens),
        bound="" if bound == text else bound,
        noun=noun,
        prep=prep,
        position=head.i,
        values=(_with_role(value, role),) if value else (),
    )


def _after_comma(tokens: list["Token"]) -> list["Token"]:
    """Return the name in "the largest, Vatnajökull"."""
    commas = [n for n, t in enumerate(tokens) if t.text == ","]
    return (
        tokens[commas[-1] + 1 :] if commas and commas[-1] < len(tokens) - 1 and tokens[-1].pos_ == "PROPN" else tokens
    )


_NUMERIC = frozenset(
    {
        PhraseType.NUMBER,
        PhraseType.QUANTITY,
        PhraseType.MONEY,
        PhraseType.PERCENT,
        PhraseType.DURATION,
        PhraseType.THING,
    }
)


def _with_role(value: Value, role: str) -> Value:
    return replace(value, role=role)


def given_name(head: "Token") -> "Token | None":
    """Return the name in "The robotic spacecraft, Tianwen-1," which says more than its head."""
    if head.pos_ != "NOUN" and not _is_office(head):
        return None
    for child in head.children:
        named = child.dep_ == "appos" and (child.pos_ == "PROPN" or is_species(child))
        if named and child.left_edge.nbor(-1).text == ",":
            return child
        if child.dep_ == "acl" and child.lemma_ in _NAMING and is_set_off(child):
            return next((c for c in child.children if c.dep_ in ("oprd", "dobj") and c.pos_ == "PROPN"), None)
        if child.dep_ == "acl" and child.lemma_ in _NAMING_AS and is_set_off(child):
            return _name_behind_as(child)
    return None


def _is_office(head: "Token") -> bool:
    """Return whether a noun with capitals is an office before its holder: "the Postmaster General, Ida Holm,"."""
    office = head.pos_ == "PROPN" and noun_type(head.lower_) is PhraseType.PERSON
    return office and any(c.lower_ == "the" for c in head.lefts)


def _name_behind_as(verb: "Token") -> "Token | None":
    """Return the name in "The comet, catalogued as C/2020 F3," which a name of one or more words must be."""
    told = (c for a in verb.children if a.dep_ == "prep" and a.lower_ == "as" for c in a.children)
    return next((c for c in told if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)


def is_plural(head: "Token") -> bool:
    """Return whether a verb would agree with the phrase in the plural."""
    if head.lower_ in _SHARES:
        of = next((n for c in head.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"), None)
        if of is not None:
            return is_plural(of)
    if (_is_joined(head) and not is_one_name(head)) or (_is_gathering(head) and _governs_plural(head)):
        return True
    return (head.tag_ in ("NNS", "NNPS") and not _is_singular(head)) or head.lower_ in ("they", "we", "these", "those")


def _is_joined(head: "Token") -> bool:
    """Return whether "and" joins a noun with others, also where it stands before the last: "salt, oil and soap"."""
    beside = _close_name(head)
    if beside is not None and _is_joined(beside):
        return True
    while True:
        if any(c.lower_ == "and" and c.dep_ == "cc" for c in head.children):
            return any(c.dep_ == "conj" for c in head.children)
        below = next((c for c in head.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")), None)
        if below is None:
            return False
        head = below


def is_one_name(head: "Token") -> bool:
    """Return whether a verb in the singular tells that two names are one: "Trinidad and Tobago is a country"."""
    named = head.pos_ == "PROPN" and all(c.pos_ == "PROPN" for c in head.children if c.dep_ == "conj")
    return named and _governs_singular(head)


def _is_singular(head: "Token") -> bool:
    """Return whether what ends like a plural is none: "brucellosis", "measles is …"."""
    return head.lower_.endswith(_ONE_THING) or _governs_singular(head)


def _governs_singular(head: "Token") -> bool:
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass") or head.i > verb.i:
        return False
    finite = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    return finite.lower_ in ("is", "was", "has", "does")


def _close_name(head: "Token") -> "Token | None":
    """Return the name right behind what its bearer is, taken for an apposition: "the writer Ida Holm"."""
    if head.pos_ != "NOUN":
        return None
    return next((c for c in head.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and not is_set_off(c)), None)


def _is_gathering(head: "Token") -> bool:
    lemma = head.lemma_.lower()
    told = any(c.lower_ == "of" for c in head.rights)
    return lemma in words("nouns", "gathering") or (told and lemma in words("nouns", "amounts"))


def _governs_plural(head: "Token") -> bool:
    """Return whether a noun that may stand for many has a verb in the plural: "his staff were trapped"."""
    verb = head.head
    finite = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    return head.dep_ in ("nsubj", "nsubjpass") and (finite.lower_ in ("are", "were", "have") or finite.tag_ == "VBP")


def is_clear(head: "Token", reading: Reading) -> bool:
    """Return whether the head says something by itself: no bare "one", "some", "the latter"."""
    lemma = head.lemma_.lower()
    counted = lemma in _COUNTED and head.tag_ == "NNS" and any(c.dep_ == "nummod" for c in head.children)
    told = counted or head.i in reading.topical or is_any_place(head)
    return head.lower_ not in MASS_PRONOUNS and (told or lemma not in words("nouns", "vague"))


_COUNTED = frozenset("city country island king mountain part person region ruler state town type village".split())
