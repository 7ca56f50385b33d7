"""Facts that stand beside the clause: terms that are named or explained in passing, acronyms, other names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.extract import entries, stretches
from quizgen.extract.abbreviations import acronym, spelled
from quizgen.extract.context import Context
from quizgen.extract.definitions import COLLECTIVE, LASTING
from quizgen.lexicon import words
from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.syntax import phrases
from quizgen.syntax.cuts import is_misread
from quizgen.syntax.kinds import classify

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PERSONS = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.ORGANISATION, PhraseType.CELESTIAL})
_PEOPLES = frozenset("people tribe clan nation team crew couple pair trio duo".split())
_OPENING = frozenset({"including", "such", "namely", ":"})
_FEW = 2
_THEIRS = frozenset({"he", "his", "she", "her"})
_SPACE = re.compile(r" (?=[,.;)])")
_JOINING = frozenset({"IN", "WRB", "WDT"})
_TRADES = ("er", "eer", "or", "ist", "ian", "man", "woman")
LOCATIVE = frozenset({"in", "at", "near", "into"})
REMARKS = frozenset(  # of a whole clause, or of the word itself
    """conclusion fact move decision habit feat reason sign result change name nickname term word phrase step fixture
    milestone breakthrough gesture tradition ritual ordeal coup sight scene one record event moment job task
    rule custom""".split()
)


def named(context: Context) -> Iterator[FactDraft]:
    """Yield the name that a text gives a thing in passing.

    Example: The farmers drain the fields with a pump driven by wind called a meadow mill.
        -> alias | a pump driven by wind | is called | a meadow mill
    """
    for token in context.reading.tokens:
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_ in entries.NAMING:
            yield from _naming(token, context)


def _naming(token: "Token", context: Context) -> Iterator[FactDraft]:
    target = _named_target(token)
    if target is None or token.head.pos_ not in ("NOUN", "PROPN"):
        return
    name = phrases.phrase(target, context.reading, context.discourse, role="object")
    described = _described(token, context)
    if name is None or described is None or _unclear(name, described, target, token, context):
        return
    be = "are" if described.plural else "is"
    yield entries.alias(described, f"{be} {'known as' if token.lemma_ == 'know' else 'called'}", name, "named")


def _named_target(token: "Token") -> "Token | None":
    for child in token.children:
        if child.dep_ in ("oprd", "dobj", "attr") and child.i > token.i:
            return child
        if child.dep_ == "prep" and child.lower_ == "as":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _described(token: "Token", context: Context) -> Phrase | None:
    """Return the noun phrase that gets the name, without the naming itself."""
    reading = context.reading
    cut = {t.i for t in token.subtree}
    tokens = [t for t in phrases.noun_tokens(token.head, reading) if t.i not in cut and t.i < token.i]
    if len(tokens) < 2 or tokens[0].tag_ in _JOINING or tokens[-1].i != token.i - 1:
        return None
    if reading.first_unresolved(tokens) or is_misread(tokens):
        return None
    start, end = reading.span(tokens)
    kind, noun = classify(token.head, tokens, reading, context.discourse)
    return Phrase(
        text=reading.text(tokens),
        start=start,
        end=end,
        role="subject",
        type=kind,
        noun=noun,
        head=token.head.lemma_.lower(),
        plural=phrases.is_plural(token.head),
    )


def _unclear(name: Phrase, described: Phrase, target: "Token", token: "Token", context: Context) -> bool:
    unresolved = context.reading.first_unresolved(phrases.noun_tokens(target, context.reading))
    bare = len(described.text.split()) < 4 and not described.text[:1].isupper()
    return bool(unresolved) or bare or name.text.casefold() in described.text.casefold()


def apposition(context: Context) -> Iterator[FactDraft]:
    """Yield what a name is, from the explanation after its comma.

    Example: Utopia Planitia, a plain in the northern hemisphere of Mars, is cold.
        -> definition | Utopia Planitia | is | a plain in the northern hemisphere of Mars
    """
    for token in context.reading.tokens:
        if token.pos_ == "NOUN" and (_is_beside(token) or _is_adrift(token)):
            yield from _explained(token, context)


def _is_beside(token: "Token") -> bool:
    return token.dep_ == "appos" and token.head.pos_ in ("PROPN", "NOUN")


def _is_adrift(token: "Token") -> bool:
    """Return whether an explanation that ends the sentence was hung on the verb: "dialysis, a procedure in which …"."""
    explained = any(c.dep_ == "relcl" and c.i > token.i for c in token.children)
    last = token.right_edge.i + 1 < len(token.doc) and token.right_edge.nbor(1).text == "."
    return token.dep_ == "npadvmod" and explained and last and token.left_edge.lower_ in ("a", "an")


def _explained(token: "Token", context: Context) -> Iterator[FactDraft]:
    head = _explained_noun(token)
    if head is None or any(c.dep_ == "conj" for t in (token, head) for c in t.children) or _is_listed(head, token):
        return
    if _is_measured(head) or stretches.is_likened(head.left_edge):
        return
    name = phrases.phrase(head, context.reading, context.discourse, role="subject")
    described = phrases.phrase(token, context.reading, context.discourse, role="attribute")
    reading = context.reading
    if name is None or described is None or len(described.text.split()) < 4 or " than " in described.text:
        return
    if _is_torn(phrases.noun_tokens(token, reading)):
        return
    name = _in_number(_with_article(as_person(name, described), head), described)
    described = _with_own(described, phrases.noun_tokens(token, reading), name, context)
    parts = [*phrases.noun_tokens(token, reading), *phrases.noun_tokens(head, reading)]
    if _fits(name, described, head, token) and not reading.first_unresolved(parts):
        natural = described.head in words("nouns", "natural_kinds") and all(t.tag_ != "VBD" for t in parts)
        past = is_over(name, parts, context) and not natural  # "the Kerguelen cabbage, a plant rich in vitamin C"
        name = _one_sort(name, described, head)
        yield entries.definition(_without_trade(name), described, "apposition", past=past)


def _one_sort(name: Phrase, described: Phrase, head: "Token") -> Phrase:
    """Return a sort that is the most common of its kind, or the simplest, with "a": "is the sinkhole, a …"."""
    ranked = head.dep_ == "attr" and any(
        t.tag_ in ("JJS", "RBS") for c in head.head.children if c.dep_ == "nsubj" for t in c.subtree
    )
    plain = ranked and not name.proper and not name.plural and name.text.startswith("the ")
    if not plain or not described.text.startswith(("a ", "an ")):
        return name
    bare = name.text[4:]
    return replace(name, text=f"{'an' if bare[0] in 'aeiou' else 'a'} {bare}")


def _with_article(name: Phrase, head: "Token") -> Phrase:
    """Return a second name of a thing with the article of the first: "the swallow hole, or ponor, a shaft"."""
    first = head.left_edge.i
    if name.proper or name.plural or first < 3 or head.doc[first - 1].lower_ != "or":
        return name
    earlier = stretches.before(head.sent, first - 2)
    article = head.doc[earlier[0]].lower_ if earlier is not None else ""
    bare = head.i == first and article in ("a", "an", "the")
    return replace(name, text=f"{_a(name.text) if article != 'the' else 'the'} {name.text}") if bare else name


def _a(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"


def _in_number(name: Phrase, described: Phrase) -> Phrase:
    """Return a name as one where one thing is described and it is no English plural or has no "the", a family's as
    many."""
    english = any(word.endswith("s") for word in name.text.split())  # the Sons of Toil
    one = described.text.startswith(("a ", "an ")) and described.head not in COLLECTIVE | _PEOPLES
    if name.proper and one and not name.text.startswith(("the ", "The ")):  # Hart Foods, a company
        return replace(name, plural=False)
    if name.proper and name.plural and not english and described.head not in COLLECTIVE:
        return replace(name, plural=described.plural)
    kindred = described.head in ("family", "clan", "tribe", "people") and len(name.text.split()) == 2
    return replace(name, plural=True) if kindred and name.proper and name.text.startswith("the ") else name


def _with_own(described: Phrase, tokens: "list[Token]", name: Phrase, context: Context) -> Phrase:
    """Return a description in which "his" and "she" behind "who" stay, as they are of whom it describes."""
    who = next((t.i for t in tokens if t.tag_ in ("WP", "WP$")), None)
    said = [t for t in tokens if t.lower_ in _THEIRS and t.i in context.reading.replace]
    own = [t for t in said if who is not None and t.i > who]
    if not own or name.type is not PhraseType.PERSON:
        return described
    pieces, start = [], 0
    for token in own:
        at = tokens.index(token)
        pieces += [context.reading.text(tokens[start:at]), token.text]
        start = at + 1
    text = " ".join([*pieces, context.reading.text(tokens[start:])])
    return replace(described, text=_SPACE.sub("", text).strip(), resolved=False)


def _is_listed(head: "Token", token: "Token") -> bool:
    """Return whether a noun and what seems to explain it are two of a list: "including coal, a kind of salt, iron"."""
    opened = next((t for t in reversed(head.doc[head.sent.start : head.i]) if t.lower_ in _OPENING), None)
    if opened is None or any(t.pos_ in ("VERB", "AUX") for t in head.doc[opened.i + 1 : head.i]):
        return False
    return sum(t.text == "," for t in head.doc[opened.i : head.sent.end]) > _FEW and token.i > opened.i


def _is_measured(head: "Token") -> bool:
    """Return whether an amount of what a noun means is told, so that the rest is of the amount: "862 feet of track"."""
    amount = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    return amount != head and any(t.tag_ == "CD" for t in head.doc[amount.left_edge.i : amount.i])


def _is_torn(tokens: "list[Token]") -> bool:
    """Return whether a description ends at the first of several adjectives: "with steep, streaked sides"."""
    last = tokens[-1]
    if last.tag_ != "JJ" or last.i + 2 >= len(last.doc) or last.nbor(1).text != ",":
        return False
    return last.dep_ in ("amod", "pobj") and last.nbor(2).tag_ in ("JJ", "VBN", "VBG")


def _fits(name: Phrase, described: Phrase, head: "Token", token: "Token") -> bool:
    """Return whether a description can be of what stands before its comma: its number, its sort, a term or a name."""
    if token.tag_ == "NNS" and head.tag_ in ("NN", "NNP") and not any(c.dep_ == "nummod" for c in token.children):
        return False
    several = token.tag_ == "NN" and head.tag_ in ("NNS", "NNPS") and described.head not in COLLECTIVE
    if several and lexicon.noun_type(described.head) not in _PLACES:
        return False
    apt = (name.head != described.head or name.proper) and is_apt(name, described) and not _is_site(head, described)
    return apt and described.head not in REMARKS and (name.proper or _is_term(name) or _is_general(head))


def _is_site(head: "Token", described: Phrase) -> bool:
    """Return whether somebody is described behind the place of a clause: "born in Goa, the son of a smith"."""
    placed = head.dep_ == "pobj" and head.head.lower_ in LOCATIVE
    return is_human(described) and (placed or (head.dep_ == "attr" and head.head.dep_ == "pcomp"))  # "what is now Goa"


def is_human(described: Phrase) -> bool:
    """Return whether a description is of a person."""
    return lexicon.noun_type(described.head) is PhraseType.PERSON or described.head in words("nouns", "kin")


def _is_general(head: "Token") -> bool:
    """Return whether a noun with "a" opens a sentence that holds at any time: "An isthmus, …, joins two lands"."""
    verb = head.head
    return head.dep_ == "nsubj" and head.left_edge.is_sent_start is True and verb.tag_ in ("VBZ", "VBP")


def is_over(name: Phrase, parts: "list[Token]", context: Context) -> bool:
    """Return whether the bearer of a name is told of as of the past, and its description has no verb in the present."""
    if not name.proper or name.type in _PLACES - {PhraseType.ORGANISATION}:
        return False
    tags = {t.tag_ for t in parts}
    if name.type is not PhraseType.PERSON and any(t.lower_ in LASTING for t in parts):
        return False
    if tags & {"VBZ", "VBP"} or context.reading.sent.root.lemma_ in words("verbs", "report"):
        return name.type is PhraseType.PERSON and not tags & {"VBZ", "VBP"} and context.date is None
    return _is_past(context) or "VBD" in tags or (context.date is None and _is_of_past(name, context.reading.sent))


def _is_of_past(name: Phrase, sent: "Span") -> bool:
    """Return whether a person gave something its name, or is told of in a sentence with as many pasts as presents."""
    if name.type not in (PhraseType.PERSON, PhraseType.UNKNOWN):
        return False
    tags = [t.tag_ for t in sent]
    named = sent.root.lemma_ in entries.NAMING and sent.root.tag_ == "VBN"
    pasts = tags.count("VBD")
    return named or 0 < pasts >= tags.count("VBZ") + tags.count("VBP")


def as_person(name: Phrase, described: Phrase) -> Phrase:
    """Return a name as a person's where its first word or its description tells so and nothing else does."""
    given = len(name.text.split()) > 1 and lexicon.known_person(name.text)
    trade = lexicon.noun_type(described.head) is PhraseType.PERSON and name.type is PhraseType.UNKNOWN
    open_ = name.type in (PhraseType.UNKNOWN, PhraseType.THING)
    return replace(name, type=PhraseType.PERSON) if open_ and name.proper and (given or trade) else name


def _without_trade(name: Phrase) -> Phrase:
    """Return a name without the trade before it: "cultural icon Freddie Mercury"."""
    parts = name.text.split(" ")
    lower = next((n for n, part in enumerate(parts) if not part.islower()), 0)
    if not name.proper or parts[0] in ("the", "a", "an") or not lower:
        return name
    cut = " ".join(parts[lower:])
    return replace(name, text=cut, start=name.end - len(cut))


def _explained_noun(token: "Token") -> "Token | None":
    """Return the noun before the comma of an apposition with an article; the parser sometimes takes another one."""
    first = token.left_edge
    start = first.i + 1 if first.text in (",", "(") else first.i
    if start < 2 or token.doc[start - 1].text not in (",", "(") or token.doc[start].lower_ not in ("a", "an", "the"):
        return None
    noun = token.doc[start - 2]
    closing = any(c.dep_ == "relcl" for c in token.children) and token.right_edge.i + 1 < len(token.doc)
    ends = closing and token.right_edge.nbor(1).text == "."
    if noun != token.head and (noun.pos_ != "NOUN" or (token.doc[start].lower_ == "the" and not ends)):
        return token.head if token.head.pos_ == "PROPN" and token.head.i < token.i else None
    return noun


def _is_term(name: Phrase) -> bool:
    """Return whether a common noun is a term of its own: "cytoplasm", "the cell membrane", not "a rover"."""
    words_ = name.text.split()
    return (
        len(words_) <= 4
        and words_[0] not in ("a", "an")
        and name.head not in words("nouns", "vague")
        and not name.values
    )


def is_apt(name: Phrase, described: Phrase) -> bool:
    """Return whether a description can be of what the name denotes: no town is a skill."""
    human = described.head in words("nouns", "human", "kin") and name.type in _PLACES
    if human or (lexicon.noun_type(described.head) in _PERSONS and name.type is not PhraseType.PERSON):
        return False
    kinds = {PhraseType.PERSON: _PERSONS, PhraseType.PLACE: _PLACES, PhraseType.COUNTRY: _PLACES}
    allowed, sort = kinds.get(name.type), lexicon.noun_type(described.head)
    trade = name.type is PhraseType.PERSON and sort is None and described.head.endswith(_TRADES)
    return allowed is None or trade or sort in allowed


def other_name(context: Context) -> Iterator[FactDraft]:
    """Yield a second name that follows in quotation marks.

    Example: The ship landed in Mare Crisium, or “Sea of Crises”.
        -> alias | Mare Crisium | is also called | Sea of Crises
    """
    text, place = context.reading.sent.text, context.reading.place
    base = context.reading.sent.start_char
    for match in _QUOTED.finditer(text):
        if match["open"] == " (" and not lexicon.known_person(match.group(1)):  # a name in translation, more often
            continue
        first = spelled(match.group(1), place(base + match.start(1)), "subject", PhraseType.THING)
        second = spelled(match["name"].strip(" ,"), place(base + match.start("name")), "object", PhraseType.THING)
        yield entries.alias(first, "is also called", second, "other_name")


_QUOTED = re.compile(
    r"((?:[A-Z][\w’'-]+)(?: (?:von |van |de )?[A-Z][\w’'-]+)*)(?P<open>, or | \(|, also (?:called|known as) )"
    r"[“\"](?P<name>[A-Z][^”\"]{2,40})(?:[”\"]\)(?! [A-Z])|[”\"](?!\)))"
)


def glossed(context: Context) -> Iterator[FactDraft]:
    """Yield the meaning of a term that a list gives behind a colon.

    Example: Endoplasmic reticulum: a network of membranes in which proteins are made.
        -> definition | endoplasmic reticulum | is | a network of membranes in which proteins are made
    """
    sent = context.reading.sent
    colon = next((t for t in sent if t.text == ":"), None)
    if colon is None or not 0 < colon.i - sent.start <= 4 or colon.i + 4 > sent.end or sent[-1].text == ":":
        return
    meaning = [t for t in sent if t.i > colon.i and not (t.i == sent.end - 1 and t.is_punct)]
    term = [t for t in sent if t.i < colon.i]
    if term[-1].pos_ not in ("NOUN", "PROPN") or any(t.pos_ in ("VERB", "AUX", "PRON", "ADP") for t in term):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.i > colon.i for c in sent.root.children):
        return  # "Definition: A lock is a chamber"
    unresolved = context.reading.first_unresolved([*term, *meaning])
    if meaning[0].lower_ in ("a", "an", "the") and not unresolved and not any(t.is_punct for t in term):
        told = _spelled(meaning, context, "attribute")
        yield entries.definition(_spelled(term, context, "subject"), told, "glossed")


def _spelled(tokens: list["Token"], context: Context, role: str) -> Phrase:
    text = context.reading.text(tokens)
    start, end = context.reading.span(tokens)
    common = role == "subject" and not any(t.ent_type_ for t in tokens)
    if common:
        text = text[:1].lower() + text[1:] if not text[1:2].isupper() else text
    plural = tokens[-1].tag_ in ("NNS", "NNPS") and role == "subject"
    head = tokens[-1].lemma_.lower()
    return Phrase(text=text, start=start, end=end, role=role, head=head, plural=plural, position=tokens[0].i)


PATTERNS = (acronym, named, apposition, other_name, glossed)


def _is_past(context: Context) -> bool:
    root = context.reading.sent.root
    return any(t.tag_ == "VBD" for t in (root, *root.children) if t == root or t.dep_.startswith("aux"))
