"""Terms that a text introduces, read by tags: a noun, what kind of thing it is, and the whole of what marks it off."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import definitions, entries, stretches, terms
from quizgen.extract.context import Context
from quizgen.extract.naming import target_of
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import noun_type, words
from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.words import words as listed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOUNS = frozenset({"NN", "NNS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_BOUND = frozenset({"CC", "JJ", "NN", "HYPH", "PRP$", "POS", "VBN", "VBG", "NNP", "NNPS", "CD"})  # ties a noun to more
_DASHES = frozenset({"—", "–", "--"})
_ENDS = frozenset({".", ";", ",", ")", ":"}) | _DASHES
_BE = frozenset({"is", "are", "was", "were"})
_ARTICLES = frozenset({"a", "an", "the"})
_OWN = frozenset({"it", "its", "they", "their", "them", "itself", "themselves"})
_POINTING = frozenset(
    """this these such he she his her him we you i our your us my me here there now today do does did so too
    same similar latter former ever""".split()
)
_EACH_OTHER = frozenset({"each", "one"})
_OPPOSED = frozenset({"others", "another", "some", "many", "most", "none", "neither"})  # begin the next of several
_GOES_ON = frozenset({"and", "but", "while", "whereas", "which", "so", "though", "although", "such", "like", "as"})
_TYPED = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.ORGANISATION, PhraseType.EVENT, PhraseType.WORK})
_NAMED = frozenset({"PERSON", "GPE", "NORP", "ORG", "FAC", "EVENT"})
_DATED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_ACTED_ON = frozenset({"dobj", "dative"})
_ACTORS = frozenset({"he", "she", "they", "i", "we"})
_LIKENED = frozenset({"sort", "kind", "echo", "version", "example"})
_LONGEST_TERM = 3
_LONGEST, _SHORTEST = 24, 3  # words of a meaning
_TELLING = 2  # words of weight behind the noun of a meaning


def introduced(context: Context) -> Iterator[FactDraft]:
    """Yield what a noun means that is explained behind its comma or dash, or said to be something that is marked off.

    Example: Kneaded flour gives gliadin, an elastic mesh that holds the gas.
        -> definition | gliadin | is | an elastic mesh that holds the gas
    Example: Staling, the hardening of bread as it ages, is not caused by drying.
        -> definition | staling | is | the hardening of bread as it ages
    Example: Fulling is the process of beating wet cloth until it shrinks.
        -> definition | fulling | is | the process of beating wet cloth until it shrinks
    Example: Rewarding every response is known as continuous reinforcement.
        -> definition | continuous reinforcement | is | rewarding every response
    Example: He sold the farm, a cluster of sheds that had lost its roofs.
        -> none
    """
    sent = context.reading.sent
    for token in sent[1:-2]:
        if token.lemma_ in entries.NAMING and token.tag_ == "VBN" and sent[0].tag_ == "VBG":
            yield from _doing(token, context)
        if token.text == "," or token.text in _DASHES:
            pair = _apposed(token, sent)
        elif token.lower_ in _BE:
            pair = _predicated(token, sent)
        else:
            continue
        if pair is not None and _is_sound(*pair, token, context):
            yield _draft(*pair, token, context)


def _doing(naming: "Token", context: Context) -> Iterator[FactDraft]:
    """Yield what somebody does that has a name: "rewarding every response is known as continuous reinforcement"."""
    sent, be = context.reading.sent, naming.i - 1
    while be > sent.start and sent.doc[be].lower_ in entries.OFTEN:
        be -= 1
    name = target_of(naming, sent)
    told = list(sent.doc[sent.start : be])
    plain = not any(t.text in _ENDS or t.tag_ in _FINITE or t.dep_ == "neg" for t in told)
    if name is None or sent.doc[be].lower_ not in ("is", "are") or not plain or not _SHORTEST <= len(told) <= _LONGEST:
        return
    verb = sent[0].dep_ not in ("amod", "compound", "nsubj", "nsubjpass") and any(t.tag_ in _NOUNS for t in told)
    if verb and sent.doc[name[1]].text in (".", ",", ";") and _is_closed(told, context):
        yield _draft(name, (sent.start, be), naming, context)


def _apposed(mark: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return a term and the meaning behind its mark, where that can be of nothing else."""
    name = _term_before(mark, sent)
    meaning = _meaning(mark.i + 1, sent) if name is not None else None
    if name is None or meaning is None or not _is_beside(name, meaning, mark, sent):
        return None
    return name, meaning


def _term_before(mark: "Token", sent: "Span") -> Stretch | None:
    """Return the noun, with its article and two words more, that ends at a mark and stands in no list."""
    doc, start = sent.doc, mark.i - 1
    if doc[start].tag_ not in _NOUNS and not _is_noun_slot(doc[start], sent):
        return None
    while start > sent.start and mark.i - start < _LONGEST_TERM and doc[start - 1].tag_ in ("NN", "JJ", "HYPH", "POS"):
        start -= 1
    if start > sent.start and doc[start - 1].lower_ in _ARTICLES:
        start -= 1
    before = doc[start - 1] if start > sent.start else None
    listed_ = before is not None and (before.text == "," or before.tag_ in _BOUND or before.lower_ == "like")
    return None if listed_ else (start, mark.i)


def _is_noun_slot(token: "Token", sent: "Span") -> bool:
    """Return whether a word that was taken for a verb or an adjective stands where a noun must: "to form gluten,"."""
    if token.i == sent.start:
        return token.tag_ in ("VBG", "NNP") and token.lower_.endswith("ing") and token.ent_type_ == ""
    before = token.nbor(-1)
    return (
        token.tag_ in ("FW", "VB", "JJ", "VBG")
        and token.is_lower
        and (
            before.lower_ in ("a", "an")
            or (before.tag_ in ("VB", "VBZ", "VBP") and before.lemma_ not in ("be", "become"))
        )
    )


def _meaning(start: int, sent: "Span") -> Stretch | None:
    """Return the noun phrase at ``start`` up to the mark that ends its clause."""
    found = stretches.base(sent, start)
    if found is None or sent.doc[start].tag_ in ("PRP$", "CD", "PDT") or sent.doc[start].lower_ in _OPPOSED:
        return None
    end = found[1]
    while end < sent.end and sent.doc[end].text not in _ENDS and not sent.doc[end].is_quote:
        end += 1
    ends = end < sent.end and sent.doc[end].text in _ENDS
    return (start, end) if ends and _SHORTEST <= end - start <= _LONGEST else None


def _is_beside(name: Stretch, meaning: Stretch, mark: "Token", sent: "Span") -> bool:
    """Return whether an explanation stands right behind its term: it closes its clause, or the verb follows it."""
    doc, closing = sent.doc, sent.doc[meaning[1]]
    if mark.text in _DASHES and closing.text not in _DASHES | {".", ";"}:
        return False
    opened = name[0] == sent.start
    ahead = doc[meaning[1] + 1] if meaning[1] + 1 < sent.end else None
    if opened:
        verb = doc[ahead.i + 1] if ahead is not None and ahead.tag_ == "RB" else ahead
        return closing.text not in (".", ";") and verb is not None and (verb.tag_ in _FINITE or verb.dep_ == "ROOT")
    if closing.text == ":" or sent.root.i >= name[0] or doc[name[0] - 1].text in (":", "(", "“", '"'):
        return False
    return closing.text != "," or (ahead is not None and ahead.lower_ in _GOES_ON)


def _predicated(be: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return term and meaning of "a … is a …", at the beginning of a sentence or of its second half."""
    start = next((t.i + 1 for t in reversed(sent.doc[sent.start : be.i]) if t.text == ";"), sent.start)
    own = list(sent.doc[start : be.i])
    if not 0 < len(own) <= _LONGEST_TERM or own[0].lower_ == "the" or own[-1].text == ",":
        return None
    counted = own[0].lower_ in ("a", "an") and len(own) > 1
    last, plain = own[-1], all(t.tag_ in ("NN", "JJ", "HYPH") for t in own[counted:-1])
    noun = last.tag_ in _NOUNS or (counted and last.tag_ == "CD") or (len(own) == 1 and _is_noun_slot(last, sent))
    meaning = _meaning(be.i + 1, sent) if plain and noun else None
    if meaning is None or (be.lower_ in ("are", "were")) != stretches.is_many(last):
        return None
    closing, ahead = sent.doc[meaning[1]], meaning[1] + 1
    on = sent.doc[ahead] if ahead < sent.end else None
    ends = closing.text in (".", ";", ":") or (on is not None and (on.lower_ in _GOES_ON or on.tag_ == "RB"))
    return ((start, be.i), meaning) if ends else None


def _is_sound(name: Stretch, meaning: Stretch, mark: "Token", context: Context) -> bool:
    sent = context.reading.sent
    own, noun = sent.doc[name[1] - 1], _head(meaning, sent)
    told, behind = list(stretches.words(sent, meaning)), list(sent.doc[noun.i + 1 : meaning[1]])
    if not _is_term(name, sent) or not _is_genus(own, noun, told, sent.doc[name[0]]):
        return False
    loose = mark.lower_ not in _BE and told[0].lower_ != "the" and own.lemma_.lower() in listed("common")
    loose = loose or mark.lower_ in ("was", "were")
    if not _is_marked_off(behind, loose=loose) or _is_torn(told, noun) or not _is_closed(told, context):
        return False
    circular = own.lemma_.lower() in {t.lemma_.lower() for t in told} and name[1] - name[0] < 2
    return not circular and _is_general(name, told, mark, sent)


def _head(meaning: Stretch, sent: "Span") -> "Token":
    """Return the noun that a meaning is about; the last one may begin a clause: "the distance light travels"."""
    noun = stretches.head(sent, meaning)
    if noun.i in (0, len(noun.doc) - 1):
        return noun
    before, behind = noun.nbor(-1), noun.nbor(1)
    subject = behind.tag_ in _FINITE and noun.dep_ == "nsubj" and before.tag_ in _NOUNS
    return before if subject else noun


def _is_term(name: Stretch, sent: "Span") -> bool:
    """Return whether a noun names a kind of thing and needs no context: no "the result", no "a common mistake"."""
    own, noun = sent.doc[name[0] : name[1]], sent.doc[name[1] - 1]
    lemma = noun.lemma_.lower()
    weak = words("nouns", "weak") | words("adjectives", "judging") | words("nouns", "pointing", "praise")
    if any(t.lower_ in weak or t.tag_ in ("JJS", "JJR") or t.lower_ in _POINTING for t in own) or len(lemma) < 3:
        return False
    open_ = words("nouns", "vague", "partial", "relational", "collections") | terms.REMARKS
    capital = noun.text[:1].isupper() and noun.i != sent.start
    named = noun.ent_type_ in _NAMED or (noun.ent_type_ in _DATED and own[0].lower_ not in ("a", "an"))
    plain = lemma in open_ or (lemma in listed("general") and name[1] - name[0] < _LONGEST_TERM)
    return not plain and not capital and not named


def _is_genus(own: "Token", noun: "Token", told: "list[Token]", first: "Token") -> bool:
    """Return whether a noun can be the kind of a term: of its number, a person's for a person, no remark."""
    lemma = noun.lemma_.lower()
    if noun.tag_ not in _NOUNS or lemma in _LIKENED | words("nouns", "extent"):
        return False
    any_ = told[0].lower_ == "any"
    if lemma in definitions.LOOSE | terms.REMARKS and told[0].lower_ != "the" and not any_:
        return False
    article = told[0].lower_ in _ARTICLES or any_
    if noun.tag_ == "NN" and not article and lemma != own.lemma_.lower():  # "latent learning is learning that …"
        return False
    several = stretches.is_many(own)
    grouped = lemma in definitions.COLLECTIVE or lemma in words("nouns", "collections")
    if several != (noun.tag_ == "NNS") and not (several and grouped):
        return False
    if any(t.tag_ in ("JJS", "RBS", "JJR", "RBR") for t in told if t.i < noun.i):
        return False
    return _is_sorted(own, noun)


def _is_sorted(own: "Token", noun: "Token") -> bool:
    """Return whether a term and the kind that it is said to be are both people, or neither."""
    person = noun.lemma_.lower() in words("nouns", "person", "human", "kin")
    known = own.lemma_.lower() in words("nouns", "person", "human", "kin") | listed("persons")
    sort, kind = noun_type(own.lemma_.lower()), noun_type(noun.lemma_.lower())
    if person:
        return known or (sort is None and own.lemma_.lower() not in listed("common"))
    return not (known and kind is not None) and not (sort in _TYPED and kind is not None and sort is not kind)


def _is_marked_off(behind: "list[Token]", *, loose: bool) -> bool:
    """Return whether a kind is narrowed behind its noun by a clause or a participle, if not ``loose`` by "of …" too."""
    if not behind or (loose and behind[0].tag_ == "CC"):
        return False
    first = behind[2] if behind[0].tag_ == "CC" and len(behind) > 2 and behind[1].tag_ in _NOUNS else behind[0]
    first = (
        behind[1] if first == behind[0] and first.tag_ == "RB" and len(behind) > 1 else first
    )  # "closely related to"
    led = first.tag_ in _RELATIVE or first.lower_ == "that" or first.tag_ in ("VBN", "VBG", "TO")
    led = led or (first.tag_ == "VBD" and not _is_finite(first))
    linked = first.tag_ == "IN" and first.lower_ not in ("than", "as", "like", "because", "if", "since")
    bare = first.tag_ in ("NN", "NNS", "PRP") and any(t.tag_ in _FINITE for t in behind)  # "the distance light travels"
    clause = any(t.tag_ in _RELATIVE or t.tag_ in ("VBN", "VBG", "VBD") or t.lower_ == "that" for t in behind)
    said = sum(t.tag_[:2] in ("NN", "JJ", "VB", "CD") and t.lemma_ != "be" for t in behind)
    return (led or bare or (linked and (clause or (said > 1 and not loose)))) and said >= _TELLING - (
        first.tag_ in _RELATIVE
    )


def _is_torn(told: "list[Token]", noun: "Token") -> bool:
    """Return whether a description holds a verb that is not its own, or stops before it is complete."""
    behind = [t for t in told if t.i > noun.i]
    contact = bool(behind) and behind[0].tag_ in ("NN", "NNS", "PRP")
    opened = sum(t.tag_ in _RELATIVE or t.dep_ == "mark" for t in behind) + contact
    finite = [t for t in behind if _is_finite(t)]
    joined = sum(t.tag_ == "CC" for t in behind)
    last = told[-1]
    cut = last.tag_ in ("DT", "CC", "TO", "WDT", "WP", "WRB", "PRP$") or (
        last.tag_ == "IN" and not any(t.tag_ in _RELATIVE for t in behind[:1])
    )
    return len(finite) > opened + joined or cut or (bool(finite) and not opened)


def _is_finite(token: "Token") -> bool:
    """Return whether a verb has its subject: "hung" of "a loop hung in a frame" is a participle, tagged as a past."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    return token.tag_ in _FINITE and (token.tag_ != "VBD" or own)


def _is_closed(told: "list[Token]", context: Context) -> bool:
    """Return whether nothing in a description points out of it: "it" has a noun before it there."""
    for token in told:
        if token.lower_ in _OWN:
            before = [t for t in told if t.i < token.i and t.tag_ in _NOUNS]
            if token.dep_ in _ACTED_ON and token.head.dep_ == "relcl":  # "a wheel that drives it" drives another
                before = [t for t in before if t != token.head.head]
            many = token.lower_ in ("they", "their", "them", "themselves")
            if not any((t.tag_ == "NNS") == many for t in before):
                return False
        elif token.lower_ in _POINTING and not _is_mutual(token):
            return False
    unresolved = context.reading.unresolved
    return not any(unresolved.get(t.i) == "unresolved-pronoun" and t.lower_ not in _OWN for t in told)


def _is_mutual(token: "Token") -> bool:
    return token.i > 0 and token.nbor(-1).lower_ in _EACH_OTHER


def _is_general(name: Stretch, told: "list[Token]", mark: "Token", sent: "Span") -> bool:
    """Return whether a kind of thing is told of, not one of which the text goes on."""
    doc = sent.doc
    first, own = doc[name[0]].lower_, doc[name[1] - 1]
    tense = {t.tag_ for t in told if t.tag_ != "VBD" or _is_finite(t)}
    if mark.lower_ in _BE:
        return mark.lower_ in ("is", "are") or own.lemma_.lower() not in listed("common") or "WP" in tense
    past = sent.root.tag_ == "VBD" or any(t.tag_ == "VBD" for t in sent.root.children)
    if past and "VBD" in tense:
        return False
    actor = next((c for c in sent.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    specific = actor is not None and (actor.tag_ in ("NNP", "NNPS") or actor.lower_ in _ACTORS or actor.ent_type_ != "")
    lasting, unique = bool(tense & {"VBZ", "VBP", "MD"}), told[0].lower_ == "the"
    rare = own.lemma_.lower() not in listed("common") or (own.i > name[0] and own.nbor(-1).tag_ in ("NN", "POS"))
    indefinite = not any(t.lower_ == "the" or t.text[:1].isupper() for t in told)
    if first == "the":
        apart = lasting or (unique and not past) or (rare and indefinite)
        return apart and noun_type(own.lemma_.lower()) is None and (rare or not specific)
    if not past:
        return lasting or rare or not specific
    return lasting or (rare and (indefinite or unique)) or (indefinite and not specific)


def _draft(name: Stretch, meaning: Stretch, mark: "Token", context: Context) -> FactDraft:
    sent, noun = context.reading.sent, _head(meaning, context.reading.sent)
    told = list(stretches.words(sent, meaning))
    start, end = context.reading.span(told)
    own = any(t.lower_ in _OWN for t in told)
    said = definitions.raw(told) if own else context.reading.text(told)
    said = said[:1].lower() + said[1:] if told[0].is_sent_start else said
    object_ = Phrase(
        text=said,
        start=start,
        end=end,
        role="attribute",
        type=PhraseType.THING,
        head=noun.lemma_.lower(),
        plural=noun.tag_ == "NNS",
        resolved=not own and context.reading.changed(told),
        position=max(noun.i, name[0] + 1),
    )
    return entries.definition(_term(name, context), object_, "introduced", past=_is_past(mark, told, sent))


def _term(name: Stretch, context: Context) -> Phrase:
    """Return a term as a common noun, also where a capital letter begins its sentence."""
    found = definitions.name_of(name, context)
    sent = context.reading.sent
    text = definitions.raw(list(stretches.words(sent, name)))
    text = text[:1].lower() + text[1:] if name[0] == sent.start and not text[1:2].isupper() else text
    return replace(found, text=text, type=PhraseType.TERM, proper=False)


def _is_past(mark: "Token", told: "list[Token]", sent: "Span") -> bool:
    if mark.lower_ in _BE:
        return mark.lower_ in ("was", "were")
    lasting = any(t.tag_ in ("VBZ", "VBP") for t in told)
    return not lasting and sent.root.tag_ == "VBD" and noun_type(told[0].lemma_.lower()) is PhraseType.PERSON
