"""Stretches of words around a cue: the noun phrase before it, the term behind it, the description up to its end.

They go by tags and marks alone. Terms are explained in long sentences with asides, where the parser often errs.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

Stretch = tuple[int, int]  # half-open token indices of a doc

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = _NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", "POS"}
_ARTICLES = frozenset({"a", "an", "the"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
_OPENING, _CLOSING = frozenset('“"‘'), frozenset('”"’')
_STOPS = frozenset({".", ";", ":", "(", ")", "—", "–", "--", "[", "]", "?", "!"})
_LATIN = ("i", "ae", "ata", "ria")  # -ria: bacteria, mitochondria
_SHORT = 4
_AFTER_NAME = frozenset({".", ",", ";", ":", "(", ")", "—", "–"})
_ODD = frozenset({"RB", "JJ", "VB", "VBP", "VBG", "VBN", "FW", "UH"})
_LINKS = frozenset({"of", "for", "between"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVES = frozenset({"that", "which", "who", "whom", "whose", "where", "when"})


def _is_modifier(token: "Token") -> bool:
    """Return whether a token can stand between an article and its noun."""
    if token.tag_ in _MODIFIERS:
        return True
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.tag_ in _ADVERBS and following is not None and following.tag_ in ("JJ", "VBN", "VBG", "HYPH")


def base(sent: "Span", start: int) -> Stretch | None:
    """Return the noun phrase that begins at ``start``, without what follows its noun."""
    doc, i = sent.doc, start
    while i < sent.end and (doc[i].tag_ in _DETERMINERS or doc[i].tag_ == "CD"):
        i += 1
    first = i
    while i < sent.end and (_is_modifier(doc[i]) or _joins_adjectives(doc, i, first)):
        i += 1
    while i > first and doc[i - 1].tag_ not in _NOUNS:
        i -= 1
    return (start, i) if i > first else None


def _joins_adjectives(doc: "Doc", i: int, first: int) -> bool:
    """Return whether "," or "and" stands between two adjectives: "light, long-barreled"."""
    if i <= first or i + 2 >= len(doc) or not (doc[i].text == "," or doc[i].lower_ == "and"):
        return False
    return (doc[i - 1].tag_ == "VBN" or _is_adjective(doc[i - 1])) and (
        doc[i + 1].tag_ in ("JJ", "NNP", "VBN", "VBG") or doc[i + 2].tag_ == "HYPH"
    )


def _is_adjective(token: "Token") -> bool:
    """Return whether a word is an adjective, of a people also where it was taken for a name: "Georgian"."""
    return token.tag_ == "JJ" or (token.ent_type_ == "NORP" and token.dep_ in ("amod", "compound", "nmod"))


def term(sent: "Span", start: int, *, loose: bool = True) -> Stretch | None:
    """Return the term that begins at ``start``: a name in quotation marks, or a noun phrase with its "of …".

    A common noun keeps its "of …" or "in …" only where ``loose``: "rotation in office", but "production of glass".
    """
    doc, i = sent.doc, start
    if i < sent.end and doc[i].lower_ in _ARTICLES:
        i += 1
    if i < sent.end and doc[i].text in _OPENING:
        close = next((n for n in range(i + 1, min(i + 8, sent.end)) if doc[n].text in _CLOSING), None)
        end = close - 1 if close is not None and doc[close - 1].text == "," else close
        return (i + 1, end) if end is not None and end > i + 1 else None
    found = base(sent, start)
    if found is None:
        return _rare_word(sent, start) if loose else None
    return (start, _with_of(sent, found[1], loose=loose))


def _rare_word(sent: "Span", start: int) -> Stretch | None:
    """Return a single word before a mark, whatever it was taken for: "the troposphere" as an adverb, "rusting"."""
    article = sent.doc[start].lower_ in _ARTICLES if start < sent.end else False
    word = start + article
    if word + 1 >= sent.end or sent.doc[word + 1].text not in _AFTER_NAME or not sent.doc[word].is_alpha:
        return None
    tagged = sent.doc[word].tag_
    rare = tagged in _ODD if article else tagged in ("VBG", "FW")
    return (start, word + 1) if rare and len(sent.doc[word]) > _SHORT else None


def _with_of(sent: "Span", end: int, *, loose: bool) -> int:
    """Return the end of a name with its "of …": the Army of the Potomac, rotation in office."""
    doc = sent.doc
    if end + 1 >= sent.end or doc[end].lower_ not in ("of", "in"):
        return end
    below = base(sent, end + 1)
    if below is None or any(t.tag_ == "PRP$" or t.lower_ in ("a", "an") for t in doc[end + 1 : below[1]]):
        return end
    named = doc[end - 1].tag_.startswith("NNP") and doc[below[1] - 1].tag_.startswith("NNP")
    bare = doc[below[0]].tag_ == "NN" and below[1] - below[0] == 1 and doc[below[1]].text in (".", ",", ";")
    return below[1] if (bare and loose) or (named and doc[end].lower_ == "of") else end


def before(sent: "Span", end: int, *, far: bool = True) -> Stretch | None:
    """Return the noun phrase that ends right before ``end``, with the nouns that "of" links to it.

    Unless ``far``, only a bare noun is linked: "a cluster of stars", not "a member of the team".
    """
    start = _base_start(sent, end)
    while start is not None and start - 1 > sent.start and _links(sent, start):
        if not far and sent.doc[start].tag_ in _DETERMINERS:
            break
        wider = _base_start(sent, _link_start(sent, start))
        if wider is None:
            break
        start = wider
    return None if start is None else (start, end)


def chained(sent: "Span", end: int) -> "Iterator[Stretch]":
    """Yield the noun phrases that end at ``end``, the longest first: each one begins behind a preposition."""
    found = before(sent, end)
    if found is not None:
        yield found
        starts = [n + 1 for n in range(found[0], end - 1) if sent.doc[n].tag_ in ("IN", "TO")]
        yield from ((start, end) for start in starts)


def _base_start(sent: "Span", end: int) -> int | None:
    doc, i = sent.doc, end
    if end <= sent.start or doc[end - 1].tag_ not in _NOUNS:
        return None
    while i > sent.start and (_is_modifier(doc[i - 1]) or _joins_adjectives(doc, i - 1, sent.start)):
        if _is_predicate(doc[i - 1]):
            break
        i -= 1
    if i - 3 > sent.start and doc[i - 1].lower_ == "and" and doc[i - 3].lower_ == "of" and doc[i - 2].tag_ in _NOUNS:
        i -= 2
    while i > sent.start and doc[i - 1].tag_ in _DETERMINERS:
        i -= 1
    return i


def _is_predicate(token: "Token") -> bool:
    """Return whether a participle has its auxiliary and begins no noun phrase: "have long dug cave homes"."""
    return token.tag_ == "VBN" and any(c.dep_ in ("aux", "auxpass") for c in token.lefts)


def _links(sent: "Span", start: int) -> bool:
    """Return whether what stands before a noun phrase ties it to the noun before."""
    doc, link = sent.doc, _link_start(sent, start)
    if link <= sent.start or doc[link - 1].tag_ not in _NOUNS:
        return False
    word = doc[link]
    return link < start - 1 or word.lower_ in _LINKS or (word.dep_ == "prep" and word.head.i == link - 1)


def _link_start(sent: "Span", start: int) -> int:
    """Return where the preposition before a noun phrase begins: "of", "with respect to"."""
    doc = sent.doc
    if doc[start - 1].tag_ not in ("IN", "TO"):
        return sent.start
    long = start - 3 > sent.start and doc[start - 3 : start].text.lower() in ("with respect to", "in terms of")
    return start - 3 if long else start - 1


def description(sent: "Span", start: int) -> Stretch | None:
    """Return the noun phrase that begins at ``start`` with all that belongs to it, up to the mark that ends it."""
    first = base(sent, start)
    if first is None:
        return None
    end = first[1]
    doc = sent.doc
    while end < sent.end and doc[end].text not in _STOPS:
        if doc[end].text == "," and not _goes_on(sent, start, end):
            break
        end += 1
    return (start, end)


def _goes_on(sent: "Span", start: int, comma: int) -> bool:
    """Return whether a comma stands inside a description: in a place or in a list of nouns."""
    doc = sent.doc
    if comma + 1 >= sent.end:
        return False
    following = doc[comma + 1]
    if _is_adjective(doc[comma - 1]) and following.tag_ in ("JJ", "VBN", "NNP") and comma - 1 > start:
        joined = base(sent, comma - 1)  # "with steep, streaked sides"
        if joined is not None and joined[1] > comma + 2:
            return True
    if doc[comma - 1].ent_type_ == "GPE" and following.tag_ in ("NNP",) and following.i + 1 < sent.end:
        after = doc[following.i + 1]
        if after.text in (",", ".") and (following.ent_type_ == "GPE" or following.text.isupper()):
            return True
    return _lists(sent, start, comma)


def _lists(sent: "Span", start: int, comma: int) -> bool:
    """Return whether only nouns stand between a comma and a later ", and" with a noun: one list."""
    doc, i = sent.doc, comma + 1
    if doc[i].lower_ in ("and", "or"):
        below = base(sent, i + 1)
        return below is not None and any(t.text == "," for t in doc[max(start, comma - 6) : comma])
    while i < sent.end:
        found = base(sent, i)
        if found is None or found[1] >= sent.end:
            return False
        if doc[found[1]].lower_ in ("and", "or"):
            return _closes_list(sent, found[1])
        if doc[found[1]].text != ",":
            return False
        i = found[1] + 1
        if i < sent.end and doc[i].lower_ in ("and", "or"):
            return base(sent, i + 1) is not None
    return False


def _closes_list(sent: "Span", joint: int) -> bool:
    """Return whether the last noun behind "and" ends the sentence: "by water, frost and parts of the coast."."""
    last = base(sent, joint + 1)
    while last is not None and last[1] < sent.end and sent.doc[last[1]].tag_ == "IN":
        last = base(sent, last[1] + 1)
    return last is not None and last[1] < sent.end and sent.doc[last[1]].text in (".", ";", ")")


def is_whole(sent: "Span", stretch: Stretch) -> bool:
    """Return whether a description is a noun phrase: no finite verb outside its relative clauses, nothing cut off."""
    doc, (start, end) = sent.doc, stretch
    first = base(sent, start)
    if first is None or first[1] > end:
        return False
    rest = doc[first[1] : end]
    opened = next((t.i for t in rest if t.lower_ in _RELATIVES and t.tag_ in ("WDT", "WP", "WRB", "WP$", "IN")), end)
    finite = any(t.tag_ in _FINITE for t in rest if t.i < opened)
    return not finite and doc[end - 1].tag_ not in ("IN", "DT", "CC", "TO", "WDT", "WP") and end - start > 1


def words(sent: "Span", stretch: Stretch) -> "Iterator[Token]":
    """Yield the tokens of a stretch."""
    yield from sent.doc[stretch[0] : stretch[1]]


def head(sent: "Span", stretch: Stretch) -> "Token":
    """Return the noun that a noun phrase is about: the last one before what follows it."""
    first = base(sent, stretch[0])
    return sent.doc[min(first[1] if first is not None else stretch[1], stretch[1]) - 1]


def is_likened(first: "Token") -> bool:
    """Return whether a noun phrase only tells what something is like: "scrapes the rock like sandpaper"."""
    return first.i > 0 and first.nbor(-1).lower_ in ("like", "than")


def is_many(token: "Token") -> bool:
    """Return whether a noun is a plural, also a Latin one that is tagged as a singular: stomata, villi, larvae."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before in ("a", "an"):
        return False
    foreign = token.text.islower() and len(token.text) > _SHORT and token.text.endswith(_LATIN)
    return token.tag_ in ("NNS", "NNPS") or (foreign and not _is_species(token))


def _is_species(token: "Token") -> bool:
    """Return whether a Latin word stands behind the name of its genus: "Solanum baretiae"."""
    if token.is_sent_start:
        return False
    genus = token.nbor(-1)
    return genus.text.istitle() and genus.pos_ == "PROPN" and genus.head == token
