"""Which "the …" tells by itself what it means, and which points back to what was said."""

from itertools import takewhile
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import signs
from quizgen.resolve.discourse import Mention
from quizgen.resolve.kinds import NAMING
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.phrases import given_name, is_plural, is_set_off
from quizgen.syntax.reading import is_designation

if TYPE_CHECKING:
    from spacy.tokens import Token

_JUDGED = frozenset({"only", "other", "same", "total"})  # weak words that are looked at elsewhere
_RESTRICTIVE = frozenset({"relcl", "acl"})
_RANKS = frozenset("first second third fourth last only next innermost outermost uppermost lowermost".split())
_FOLLOWING = frozenset({"ensue", "follow", "remain", "result"})  # "the quarrel that followed"
_MOST = frozenset({"most", "least", "fewest", "only"})
_RESTRICTING = frozenset("of between for to from in into on at against with about over under".split())
_BESIDE = frozenset("at in on near of".split())  # before the name that tells which place is meant
_SHARED = frozenset({"with", "between"})
_SITES = frozenset({PhraseType.PLACE, PhraseType.ORGANISATION})
_WORDS = frozenset("letter name nickname prefix suffix symbol term verb word".split())
_TIMES = frozenset({"DATE", "TIME"})
_RACES = frozenset("champion championship event final league match race record relay team title tournament".split())
_LEVELS = frozenset("floor ground road sea street surface water".split())
_UNITS = frozenset("m ft km cm feet metres meters kilometres kilometers miles centimetres centimeters".split())
_CONTESTS = frozenset("metres meters relay hurdles freestyle backstroke breaststroke butterfly medley".split())
_SHORT = 6  # words of the name of a race
_NOW = frozenset("today ever now alive afloat".split())
_NUMBERED = frozenset("age digit figure number value year".split())
_SEXES = frozenset("boys girls men women".split())


def is_self_contained(token: "Token", scene: Scene) -> bool:
    """Return whether a noun with "the" tells every reader which one is meant: the second man on the Moon."""
    if signs.is_title(token) or given_name(token) is not None:
        return True
    if token.ent_type_ == "EVENT" or _is_unique(token, scene):
        return True
    if _is_placed(token) or _is_spelled(token) or _is_of_a_sex(token) or _precedes_name(token):
        return True
    if _is_of_a_kind(token) or _is_defined(token) or _is_height(token) or _is_contest(token) or _is_numbered(token):
        return True
    if any(t.is_quote for t in token.lefts) or (not token.is_sent_start and token.nbor(-1).is_quote):
        return True
    return any(_tells_which(child) for child in token.children)


def _is_placed(token: "Token") -> bool:
    """Return whether a name behind a noun tells which one is meant, whatever it hangs on: "left the port at Lunde"."""
    if token.i + 2 >= token.sent.end:
        return False
    joint, name = token.nbor(1), token.nbor(2)
    name = name.nbor(1) if name.lower_ == "the" and name.i + 1 < name.sent.end else name
    site = lexicon.noun_type(token.lemma_.lower()) in _SITES or token.lemma_.lower() in words("references", "sites")
    between = joint.lower_ in _SHARED and token.lemma_.lower() in words("references", "shared")
    fits = between or (site and joint.lower_ in _BESIDE)
    return fits and joint.pos_ == "ADP" and name.pos_ == "PROPN" and name.ent_type_ not in _TIMES


def _precedes_name(token: "Token") -> bool:
    """Return whether a name stands right behind its class, whatever the tagger makes of it: "the ship Ever Given"."""
    named = token.head.lemma_ in NAMING and token.dep_ != "pobj"
    if named or token.i + 1 >= token.sent.end or lexicon.noun_type(token.lemma_.lower()) is None:
        return False
    run = list(takewhile(lambda t: t.text.istitle(), token.doc[token.i + 1 : token.sent.end]))
    common = not run or run[0].pos_ in ("ADJ", "DET", "PRON", "NUM", "ADP")
    return not common and all(token.is_ancestor(t) and t.dep_ != "amod" for t in run)


def _is_of_a_kind(token: "Token") -> bool:
    """Return whether a sentence tells what "a ferry" is, so that the harbour in it is that of any ferry."""
    root = token.sent.root
    if root.lemma_ != "be" or root.tag_ != "VBZ" or token.i < root.i:
        return False
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    attribute = any(c.dep_ == "attr" and c.i > root.i for c in root.children)
    if subject is None or not attribute or subject.pos_ != "NOUN":
        return False
    return any(c.lower_ in ("a", "an") for c in subject.lefts) and not any(c.dep_ == "poss" for c in subject.lefts)


def _is_defined(token: "Token") -> bool:
    """Return whether a predicate is a term that an apposition explains: "the ship was the cog, a broad vessel"."""
    if token.dep_ != "attr" or is_plural(token) or any(c.dep_ in ("amod", "nummod") for c in token.lefts):
        return False
    told = (c for c in token.rights if c.dep_ == "appos" and is_set_off(c))
    return any(c.lower_ in ("a", "an") for each in told for c in each.lefts)


def _is_height(token: "Token") -> bool:
    """Return whether a noun is the level that a height is counted from: "30 metres above the water"."""
    level = token.lower_ in _LEVELS and token.dep_ == "pobj" and not any(c.dep_ == "amod" for c in token.lefts)
    measured = level and token.head.lower_ in ("above", "below", "beneath", "under") and not token.head.is_sent_start
    return measured and token.head.nbor(-1).lower_ in _UNITS


def _is_contest(token: "Token") -> bool:
    """Return whether a distance names a race: "won the 200 metres", "the 4 × 100 metres relay"."""
    run = token.lower_ in _CONTESTS and token.dep_ in ("dobj", "pobj") and token.i - token.left_edge.i < _SHORT
    if any(c.dep_ == "amod" for c in token.lefts):
        return False
    return run and any(t.text[:1].isdigit() for t in token.doc[token.left_edge.i : token.i])


def _is_numbered(token: "Token") -> bool:
    """Return whether a number behind a noun tells which one is meant: "around the year 1000"."""
    if token.lower_ not in _NUMBERED or token.i + 1 >= token.sent.end or not token.nbor(1).text.isdigit():
        return False
    return token.i + 2 >= token.sent.end or token.nbor(2).tag_ not in ("NN", "NNS")


def _is_spelled(token: "Token") -> bool:
    """Return whether a word is told as a word: "the word quarantine"."""
    before = token.nbor(-1) if not token.is_sent_start else token
    return before.lemma_.lower() in _WORDS and before.dep_ in ("compound", "nmod") and before.head == token


def _is_of_a_sex(token: "Token") -> bool:
    """Return whether a noun tells whose race or title it is: "the women's race"."""
    owners = [token] if token.dep_ == "poss" else [c for c in token.lefts if c.dep_ == "poss"]
    return any(c.lower_ in _SEXES and c.head.lemma_.lower() in _RACES for c in owners)


def points_back(token: "Token", scene: Scene) -> bool:
    """Return whether a noun means some of its kind: the two metals, the next ring, "the film" after "a thin film"."""
    if picks_out(token):
        return True
    own = {c.lower_ for c in token.lefts if c.dep_ in ("amod", "compound", "nmod", "poss")}
    return any(m.head == token.lemma_.lower() and _is_narrower(m, own) for m in scene.recent(2) if not m.named)


def picks_out(token: "Token") -> bool:
    """Return whether a noun is one of several that were told: the two metals, the next ring."""
    return any(c.dep_ == "nummod" or _is_rank(c) or c.lower_ in words("references", "pointing") for c in token.lefts)


def is_told(token: "Token", scene: Scene) -> bool:
    """Return whether a noun says enough to mean a kind: what is of something ("the loss") says nothing without it."""
    lemma = token.lemma_.lower()
    modifiers = [c.lower_ for c in token.lefts if c.dep_ in ("amod", "compound", "nmod", "poss")]
    if any(word in _JUDGED or word not in words("nouns", "weak") for word in modifiers):
        return True
    if lemma in words("nouns", "vague"):
        return False
    left_open = any(lemma in words("nouns", name) for name in ("partial", "bridging"))
    borne = lemma in words("nouns", "borne")
    left_open = left_open or (borne and not _is_ground(token, lemma) and not _is_member(token))
    titled = scene.discourse.in_title(lemma) or scene.discourse.in_title(token.lower_)
    return not left_open or titled or token.dep_ == "attr"


def _is_ground(token: "Token", lemma: str) -> bool:
    """Return whether a noun is what things are fixed to or fall to, that of any room: "bolted to the floor"."""
    return lemma in words("references", "grounds") and token.dep_ == "pobj" and token.head.lower_ == "to"


def _is_member(token: "Token") -> bool:
    """Return whether a noun is told as one of several parts: "two layers: the canopy and the floor"."""
    first = token.head if token.dep_ == "conj" else token
    return first.dep_ == "appos"


def _is_narrower(mention: Mention, own: set[str]) -> bool:
    told = mention.text.lower().split(f" {mention.head}")[0].split()
    return told[:1] in (["a"], ["an"]) and len(told) > 1 and not set(told[1:]) <= own


def _is_unique(token: "Token", scene: Scene) -> bool:
    """Return whether a noun, with the word before it, names one thing for every reader."""
    lemma = token.lemma_.lower()
    if lemma in words("nouns", "unique") or token.lower_ in words("references", "several") or _is_acronym(token.text):
        return True
    if lemma in words("references", "earthly"):
        return not scene.discourse.elsewhere
    before = None if token.is_sent_start else token.nbor(-1)
    if before is None or before.head != token:
        return False
    if f"{before.lower_} {lemma}" in words("references", "pairs"):
        return True
    theory = before.dep_ == "compound" and before.pos_ == "NOUN" and lemma in words("references", "theories")
    return theory and scene.discourse.generic


def _is_acronym(text: str) -> bool:
    return len(text) > 2 and text.isalpha() and text.isupper()


def _tells_which(child: "Token") -> bool:
    """Return whether a dependent tells a definite noun apart from all others of its kind."""
    named = child.pos_ == "PROPN" or is_designation(child)
    if named and child.dep_ in ("compound", "nmod", "poss", "appos", "amod", "nummod"):
        return True
    ranks = _is_rank(child) or _is_most(child)
    if (child.dep_ == "appos" and child.pos_ == "PROPN") or (ranks and _is_ranked(child)):
        return True
    if child.dep_ == "prep" and child.i > child.head.i and child.lower_ in _RESTRICTING:
        return not is_set_off(child) and not _is_duration(child) and not _is_of_verb(child)
    if child.dep_ in _RESTRICTIVE and child.left_edge.nbor(-1).text != ",":
        followed = child.lemma_ not in _FOLLOWING or any(c.dep_ in ("dobj", "prep") for c in child.children)
        return followed and not _is_of_verb(child)
    return child.ent_type_ == "NORP" or (child.dep_ == "amod" and child.text[:1].isupper() and not child.is_sent_start)


def _is_of_verb(joint: "Token") -> bool:
    """Return whether words behind a noun tell nothing of it: "traced the effect to smoke", "saw the trick at Rye"."""
    noun = joint.head
    lemma = noun.lemma_.lower()
    if noun.dep_ != "dobj" or not any(lemma in words("nouns", name) for name in ("vague", "partial", "bridging")):
        return False
    if "to" in (joint.lower_, joint.left_edge.lower_):
        return not any(lemma in words("nouns", name) for name in ("towards", "willed", "given"))
    return joint.lower_ == "at" and lemma not in words("nouns", "happenings")


def _is_duration(joint: "Token") -> bool:
    """Return whether words behind a noun tell how long something is done: "argued the matter for centuries"."""
    return joint.lower_ == "for" and any(c.dep_ == "pobj" and c.ent_type_ in _TIMES for c in joint.children)


def _is_rank(child: "Token") -> bool:
    """Return whether a modifier picks one or the first few out of many."""
    return child.tag_ == "JJS" or child.lower_ in _RANKS


def _is_most(child: "Token") -> bool:
    """Return whether an adjective is a superlative of two words: "the most important places"."""
    return child.dep_ == "amod" and any(c.lower_ in ("most", "least") for c in child.lefts)


def _is_ranked(rank: "Token") -> bool:
    """Return whether it is said or plain among which a noun is the first or largest."""
    noun = rank.head
    if rank.lower_ in _MOST or noun.dep_ in ("attr", "appos", "oprd") or is_set_off(noun):
        return True
    if rank.i + 1 == len(rank.doc) or rank.nbor(1).is_punct:
        return True
    if rank.lower_ not in _RANKS and noun.dep_ not in SUBJECTS:
        return True
    followed = noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in ("to", *_NOW)
    return followed or any(_adds(c) for c in noun.children if c != rank)


def _adds(child: "Token") -> bool:
    return child.dep_ in ("prep", "relcl", "acl", "amod", "compound", "nmod") and not is_set_off(child)
