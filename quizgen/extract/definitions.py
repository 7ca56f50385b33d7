"""Definitions as drafts: which terms are worth asking for, which descriptions tell enough, and how both are said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract import entries, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import words
from quizgen.model import FactDraft, Phrase, PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_SPEAKERS = frozenset({"we", "i", "you", "us", "our", "my", "your", "me"})
_POINTING = frozenset({"this", "these", "such", "that", "those"})
UNITS = frozenset({"month", "year", "week", "day", "century", "decade"})
LASTING = frozenset({"existence", "existing", "present", "surviving", "today"})
_GENERIC = frozenset({"land", "public", "ground", "body", "past", "future", "poor", "rich", "law", "press"})
IDEAS = frozenset("idea belief principle theory doctrine notion view practice rule".split())
_MAKING = frozenset({"create", "found", "establish", "form", "build", "invent"})
COLLECTIVE = frozenset(
    "group set series class type kind form part collection family body band network system style member section".split()
)
LOOSE = frozenset(
    """conclusion fact move decision practice event idea result act action change policy feat figure number amount sum
    name term word phrase trend situation position view role honor honour victory loss defeat reason sign day week month
    year century decade time moment mile man woman person something thing one way habit north south east west side rest
    home century reform effort attempt response success failure shift tactic blow boost step
    century custom aim goal means lack end start beginning most half perception assumption claim prospect""".split()
)
_NO_TERMS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "PERSON"})
_LONGEST_TERM = 5
_PLURALS = ("s", "ia", "ata", "ae", "i")  # otoconia, stomata, larvae
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_LETTER = re.compile(r"(?<= [A-Z])\.$")  # the end of the sentence behind "middle C"


def drafts(
    target: Stretch,
    meaning: Stretch,
    context: Context,
    extractor: str,
    *,
    named: bool,
    brief: bool = False,
    owner: Stretch | None = None,
) -> Iterator[FactDraft]:
    """Yield the definition of a term, none if too little is told of it; ``owner`` follows the term: "of a wave".

    A ``brief`` description may be a noun with one word more: "the study of weather".
    """
    sent = context.reading.sent
    name, described = list(stretches.words(sent, target)), list(stretches.words(sent, meaning))
    brief = brief or extractor == "defined"
    if not is_term(name if owner is None else name[1:], context, named=named):
        return
    if not is_telling(described, sent, meaning, context, named=named, brief=brief):
        return
    text = told(described, context) + _maker(meaning, sent)
    if text and raw(name).casefold() not in text.casefold():
        for draft in made(target, meaning, text, context, extractor):
            yield draft if owner is None else _of_owner(draft, target, owner, context)


def _of_owner(draft: FactDraft, target: Stretch, owner: Stretch, context: Context) -> FactDraft:
    """Return a definition whose subject says whose property it is."""
    tokens = list(context.reading.sent.doc[target[0] : owner[1]])
    start, end = context.reading.span(tokens)
    subject = replace(draft.subject, text=context.reading.text(tokens), start=start, end=end)
    return replace(draft, subject=subject, end=max(draft.end, end))


def _maker(meaning: Stretch, sent: "Span") -> str:
    """Return who made what is described, where the description is the object of the making: "that Rome founded"."""
    verb = sent.doc[meaning[0] - 1] if meaning[0] > sent.start else sent[0]
    if verb.lemma_ not in _MAKING or verb.tag_ not in ("VBG", "VBD"):
        return ""
    above = verb if verb.tag_ == "VBD" else sent.root
    maker = next((c for c in above.children if c.dep_ == "nsubj" and c.pos_ == "PROPN" and c.i < verb.i), None)
    if maker is None or any(c.dep_ in ("conj", "appos") for c in maker.children):
        return ""
    return f" that {raw(list(sent.doc[maker.left_edge.i : maker.i + 1]))} {inflect.past(verb.lemma_)}"


def is_term(tokens: list["Token"], context: Context, *, named: bool) -> bool:
    """Return whether a noun phrase is a term worth asking for."""
    own = core(tokens)
    noun = bool(own) and (own[-1].tag_ in ("NN", "NNS", "NNP", "NNPS") or (named and len(own) == 1))
    if not noun or len(own) > _LONGEST_TERM:
        return False
    if any(t.tag_ in ("PRP$", "PRP", "CD", "POS", "PDT", "JJR") or t.is_quote for t in own) or own[0].tag_ == "DT":
        return False
    if named:
        return own[-1].ent_type_ not in ("CARDINAL", "PERSON")
    return _is_sort(tokens, own, context) and not _is_single(tokens, own)


def _is_sort(tokens: list["Token"], own: list["Token"], context: Context) -> bool:
    """Return whether a noun phrase names what can be explained: no person, country, date or bare name."""
    last = own[-1]
    proper, capital = has_capitals(own), last.text[:1].isupper()
    definite = tokens[0].lower_ == "the"
    people = proper and last.tag_ == "NNPS" and definite
    if (last.ent_type_ in _NO_TERMS and not people) or (not proper and capital and last.tag_ in ("NNP", "NNPS")):
        return False
    if proper and not people and context.discourse.type_of(raw(own))[0] in (PhraseType.PERSON, PhraseType.COUNTRY):
        return False
    return definite or not capital or last.tag_ in ("NNPS", "NNS")


def _is_single(tokens: list["Token"], own: list["Token"]) -> bool:
    """Return whether a noun phrase is rather one thing of the text, "the red bridge", or a noun that fits anything."""
    definite = tokens[0].lower_ == "the" and not has_capitals(own) and tokens[-1].tag_ == "NN"
    known = words("nouns", "vague", "place", "person") | LOOSE
    return (definite and len(own) > 1) or own[-1].lemma_.lower() in known


def has_capitals(own: Sequence["Token"]) -> bool:
    """Return whether the nouns of a term are written as a name."""
    return all(t.text[:1].isupper() for t in own if t.tag_[:2] in ("NN", "JJ"))


def core(tokens: Sequence["Token"]) -> list["Token"]:
    """Return a term without its article, a name without the adjectives before it: the hellish Middle Passage."""
    own = [t for t in tokens if t.lower_ not in ("a", "an", "the") or t.i > tokens[0].i] or list(tokens)
    if own and own[-1].tag_ in ("NNP", "NNPS"):
        while len(own) > 1 and own[0].text.islower():
            own = own[1:]
    return own


def is_telling(
    tokens: list["Token"], sent: "Span", meaning: Stretch, context: Context, *, named: bool, brief: bool = False
) -> bool:
    """Return whether a description says enough and points to nothing outside it."""
    noun = stretches.head(sent, meaning)
    if _is_unclear(tokens, noun, context, named=named) or _is_pointing(tokens, noun):
        return False
    joined = meaning[0] - 1 > sent.start and sent.doc[meaning[0] - 1].tag_ == "CC"
    if named and joined and sent.doc[meaning[0] - 2].text != ",":
        return False
    spelled = is_span(noun) and tokens[-1].i - noun.i > 1
    spelled = spelled or (
        noun.lemma_ in IDEAS and tokens[-1].i - noun.i > _LONGEST_TERM and noun.nbor(1).lower_ == "that"
    )
    if not named and noun.lemma_.lower() in LOOSE and not spelled:
        return False
    return _says_enough(tokens, noun, named=named, brief=brief)


def _is_unclear(tokens: list["Token"], noun: "Token", context: Context, *, named: bool) -> bool:
    """Return whether a reference in a description is unresolved, other than to a kind of thing."""
    unresolved = context.reading.unresolved
    own = {t.i for t in tokens if t.i <= noun.i} if not named or tokens[0].lower_ in _POINTING | {"the"} else set()
    own |= {i for t in tokens if t.lower_ in _GENERIC for i in (t.i, t.i - 1)}
    unclear = [t for t in tokens if t.i in unresolved and t.i not in own]
    tags = {t.tag_ for t in context.reading.tokens if t.lemma_ not in entries.NAMING}  # "called" is often misread
    if tags & {"VBZ", "VBP"} and "VBD" not in tags:
        unclear = [t for t in unclear if unresolved[t.i] != "unresolved-mention"]
    unclear = [t for t in unclear if not _is_own(t, tokens)]
    return any(t.tag_ not in ("NN", "NNS") or sum(c.i < t.i for c in t.children) < 3 for t in unclear)


def _is_own(token: "Token", tokens: list["Token"]) -> bool:
    """Return whether "its" or "their" is of a noun of the same clause: "a polymer that gives wood its strength"."""
    if token.lower_ not in ("its", "their"):
        return False
    kind = tokens[0].i if tokens[0].lower_ in ("a", "an") else token.i
    opened = next((t.i for t in tokens if t.tag_ in ("WDT", "WP") or t.lower_ == "that"), kind)
    return any(t.tag_ in ("NN", "NNS") for t in tokens if opened < t.i < token.i)


def _is_pointing(tokens: list["Token"], noun: "Token") -> bool:
    """Return whether a description speaks of us, or of "this" thing without saying which."""
    if any(t.lower_ in _SPEAKERS for t in tokens):
        return True
    if any(t.lower_ in _POINTING and t.tag_ in ("DT", "PDT") for t in tokens[1:]):
        return True
    short = tokens[0].lower_ in ("this", "these", "those", "that") and tokens[-1].i - noun.i < 2
    return short and not any(t.lower_ in ("first", "last", "only") for t in tokens)


def is_span(noun: "Token") -> bool:
    """Return whether a noun counts or times what is told behind it: "the number of", "the months between"."""
    return noun.lemma_ in ("time", "number") or (noun.lemma_ in UNITS and noun.tag_ == "NNS")


def _says_enough(tokens: list["Token"], noun: "Token", *, named: bool, brief: bool) -> bool:
    """Return whether a description has words enough, and is not itself a name or a bare number."""
    said = [t for t in tokens if t.tag_[:2] in ("NN", "JJ", "VB", "RB", "CD")]
    article = tokens[0].lower_ in ("the", "a", "an", "this", "these", "those", "such")
    if noun.tag_ not in ("NN", "NNS") and not (named and tokens[0].lower_ == "the"):
        return False
    if any(t.is_digit or ("," in t.text and t.tag_ == "CD") for t in tokens if t.i < noun.i):
        return False
    singular = noun.tag_ == "NN" and not article and named and tokens[0].lemma_ != noun.lemma_ and len(said) < 3
    made = noun.doc[tokens[0].i - 1].lemma_ in _MAKING if tokens[0].i else False
    made = made or (tokens[-1].tag_ == "VBN" and tokens[-1].i > noun.i)  # "the person accused"
    return len(said) > (2 if named and not made and not brief else 1) and not singular


def told(tokens: "Sequence[Token] | Span", context: Context) -> str:
    """Return a description as a question may say it: references spelled out, "this" and "such a" made articles."""
    own = list(tokens)
    first = own[0].lower_ if own else ""
    if first in ("such", "this", "these", "those", "that"):
        rest = context.reading.text(own[1:]) if first == "such" else raw(own[1:])
        return rest if first == "such" else f"the {rest}"
    return _LETTER.sub("", _BRACKETS.sub("", context.reading.text(own)))


def raw(tokens: Sequence["Token"]) -> str:
    return "".join(t.text_with_ws for t in tokens).strip(' ,“”"')


def made(target: Stretch, meaning: Stretch, text: str, context: Context, extractor: str) -> Iterator[FactDraft]:
    """Yield the definition that says ``text`` of a term, none where it describes one person."""
    sent = context.reading.sent
    noun = stretches.head(sent, meaning)
    name = name_of(target, context, counted=sent.doc[meaning[0]].lower_ in ("a", "an"))
    person = is_human(noun) and noun.tag_ == "NN" and noun.lemma_ not in COLLECTIVE
    if person and name.proper and not name.plural:
        return
    bare = noun.tag_ == "NN" and sent.doc[meaning[0]].tag_ not in ("DT", "PDT")
    article = "a " if bare and name.text.lower().startswith(("a ", "an ")) else ""
    name = _counted(name, noun)
    object_ = _meaning(meaning, f"{article}{text}", name, context)
    gone = any(t.tag_ == "VBD" for t in stretches.words(sent, meaning))
    past = _is_past(sent) and _is_once(name, object_, gone=gone, called=extractor == "called")
    yield entries.definition(name, object_, extractor, past=past)


def _counted(name: Phrase, noun: "Token") -> Phrase:
    """Return a foreign name in the number of what has it: "offices called Kontore"."""
    several = noun.tag_ == "NNS" and noun.lemma_ not in COLLECTIVE | UNITS and noun.lemma_ != noun.lower_
    foreign = name.proper and len(name.text.split()) == 1 and not name.text.endswith("s")
    many = not name.proper and name.text.endswith(_PLURALS) and not name.text.startswith(("the ", "a ", "an "))
    return replace(name, plural=True) if several and (foreign or many) else name


def _meaning(meaning: Stretch, text: str, name: Phrase, context: Context) -> Phrase:
    sent = context.reading.sent
    noun, tokens = stretches.head(sent, meaning), list(stretches.words(sent, meaning))
    start, end = context.reading.span(tokens)
    return Phrase(
        text=text,
        start=start,
        end=end,
        role="attribute",
        type=PhraseType.THING,
        head=noun.lemma_.lower(),
        plural=noun.tag_ in ("NNS", "NNPS") and name.plural,
        proper=any(t.pos_ == "PROPN" for t in tokens),
        resolved=context.reading.changed(tokens),
        position=max(noun.i, name.position + 1),
    )


def _is_once(name: Phrase, object_: Phrase, *, gone: bool, called: bool) -> bool:
    """Return whether what has a name may be over: no stuff or process, which is what it is at any time."""
    if LASTING & set(object_.text.lower().split()):
        return False
    timeless = name.text.islower() and not name.plural and not name.text.startswith(("the ", "a ", "an "))
    if timeless and not gone and not called:
        return False  # "a red seaweed of Irish coasts"
    if name.plural and not name.proper and not object_.proper:
        return gone
    if name.proper or (called and not timeless):
        return True
    return object_.proper and name.text[:2] not in ("a ", "an")


def name_of(target: Stretch, context: Context, *, counted: bool = False) -> Phrase:
    sent = context.reading.sent
    tokens = list(stretches.words(sent, target))
    start, end = context.reading.span(tokens)
    own = core(tokens)
    proper = has_capitals(own) and target[0] != sent.start
    definite = tokens[0].lower_ == "the" or sent.doc[max(sent.start, target[0] - 2)].lower_ == "the"
    quoted = target[0] > sent.start and sent.doc[target[0] - 1].is_quote
    text = f"the {raw(own)}" if proper and definite and (quoted or own[0].i > tokens[0].i + 1) else raw(tokens)
    text = context.reading.text(tokens) if target[0] == sent.start else text
    if sent.doc[max(sent.start, target[0] - 1)].lower_ in ("word", "term") and counted:
        text = f"{'an' if text[:1] in 'aeiou' else 'a'} {text}"
    kind = context.discourse.type_of(raw(own))[0] if proper else PhraseType.TERM
    return Phrase(
        text=text,
        start=start,
        end=end,
        role="subject",
        type=PhraseType.TERM if kind is PhraseType.UNKNOWN else kind,
        head=own[-1].lemma_.lower(),
        plural=stretches.is_many(own[-1]),
        proper=proper,
        position=target[0],
    )


def _is_past(sent: "Span") -> bool:
    tags = [t.tag_ for t in sent if t.tag_ != "VBD" or t.lemma_ not in entries.NAMING]  # "called" is often misread
    present = tags.count("VBZ") + tags.count("VBP")
    return tags.count("VBD") > present - (sent.root.tag_ == "VBD" and sent.root.lemma_ not in entries.NAMING)


def is_human(token: "Token") -> bool:
    return token.lemma_.lower() in words("nouns", "person", "people")
