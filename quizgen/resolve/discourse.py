"""What a document talks about: named entities with their types, classes and aliases, and who was mentioned where."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import sorts, surnames
from quizgen.resolve.capitals import Capitals
from quizgen.resolve.cast import Cast
from quizgen.resolve.classes import class_pairs, second_classes
from quizgen.resolve.genre import Genre
from quizgen.resolve.recurrence import Recurrence
from quizgen.resolve.timeline import Timeline
from quizgen.syntax.names import ENTITY_TYPES, NAME_LABELS, goes_on_before, name_of, strip_article

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_THE_NAME = re.compile(r"\b[Tt]he ((?:[A-Z][\w’'-]*)(?: (?:[A-Z][\w’'-]*|\d+))*)")
_BARE_NAME = re.compile(
    r"(?:^|[.!?] )((?!The )[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|\d+))*)(?= (?:is|was|has|had|lies|became)\b)"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w’'.-]*\s?)+(?:\d+)?$")
_BODY_OF = re.compile(r"^(?:[A-Z][\w’'-]* )*([A-Z][a-z]+) (?:of|for) (?:the )?[A-Z]")  # the Bank of England
_PROSE = re.compile(r"\b[a-z]{4,}")  # "the British captured New York City" is no name
_EXPANDED = re.compile(r"((?:[\w’-]+ ){1,6})\((?:the )?([A-Z][A-Z]+)\)")  # a name with its letters behind it
_BETWEEN = re.compile(r"['’]s\b|[^\w-]+")  # what parts the words of a title
_LEAD_ENDS = re.compile(r":| [–—] ")
_NUMBERED = re.compile(r"^\d+(?:[.-]\d+)+\s+")
_SORT = re.compile(r"\(([a-z]+)\)$")  # Fram (ship)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_FIRM = re.compile(r"^([A-Z][\w’'-]+) (?:& |and (?:Sons?|Co|Company|Brothers|Partners)\b)")
_PORTRAYED = frozenset({PhraseType.PERSON, PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.EVENT})
_WATERS = frozenset({"desert", "ocean", "river"})  # which a text calls by their names alone
_BODIES = frozenset("center centre coalition network".split())
_ELSEWHERE = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.EVENT, PhraseType.WORK})
_SETTLED = frozenset({"community"})
_HOME = frozenset({"Earth", "Moon", "Sun"})


@dataclass(slots=True)
class Entity:
    """Something with a name: how often it was taken for what, and the common nouns that the text uses for it."""

    name: str
    votes: Counter[PhraseType] = field(default_factory=Counter)
    classes: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    told: frozenset[str] = frozenset()  # what the name itself tells, or the lists: lake, for Lake Baikal
    mentions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A noun phrase that a later pronoun or "the probe" may refer to."""

    text: str
    head: str
    type: PhraseType
    sentence: int
    paragraph: int
    subject: bool
    plural: bool
    proper: bool
    named: bool = False  # its head is a name
    core: bool = False  # it is a subject or an object
    acts: bool = False  # it is a subject, of a side clause too
    nested: bool = False  # it stands in a relative clause
    aside: bool = False  # it stands in an adverbial clause: "…, because a storm broke a chain"
    token: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A term and the common noun that a sentence called it by: osmosis, a process."""

    noun: str
    text: str
    sentence: int
    paragraph: int


class Discourse:
    """The entities of one document, filled before its sentences are read."""

    def __init__(self, title: str = "", *, dated: bool = False) -> None:
        self.title = title
        self.dated = dated
        self.entities: dict[str, Entity] = {}
        self.cast = Cast(title)
        self.mentions: list[Mention] = []
        self.obscure: list[Mention] = []  # nouns of the sentence before that are not certain
        self.loose: frozenset[str] = frozenset()  # pronouns of the sentence before that are not certain
        self.kinds: dict[str, list[Kind]] = {}  # by noun
        self.described: dict[str, int] = {}  # the last sentence that told what something is
        self.defined = False  # whether a sentence told what that is which the title names
        self.lost: dict[str, int] = {}  # the last sentence in which nobody knew who he (m) or she (f) was
        self.dead: dict[str, int] = {}  # the sentence that told of a death
        self.spoken: dict[str, int] = {}  # the last sentence that spoke of a person, by name or pronoun
        self._articles: Counter[str] = Counter()
        self._bare: set[str] = set()  # names that begin a sentence without "the"
        self._expanded: dict[str, frozenset[str]] = {}  # by the letters, the words before them
        self._classed: dict[str, Entity] = {}  # of which the present part says what they are
        self._elsewhere: bool | None = None
        self._words: dict[str, list[Entity]] | None = None
        self.lead = _LEAD_ENDS.split(_NUMBERED.sub("", _BRACKETS.sub("", title)))[0].strip()
        self._title = f" {' '.join(_BETWEEN.sub(' ', title.casefold()).split())} "
        self._topics = _topics(strip_article(self.lead))
        self._genre = Genre()
        self.nouns = Recurrence(title)
        self.topical: set[str] = set()  # descriptions that only the topic explains, without their articles
        self.about: dict[str, bool] = {}  # whether the text is about a place, an event or another kind of topic
        self.capitals = Capitals(title)
        self.timeline = Timeline()
        before, _, last = self.lead.rpartition(" ")
        if before and last.lower() in _WATERS:
            self._entity(before).classes.add(last.lower())
            self._articles[before.casefold()] += 1
        sort = _SORT.search(title)
        if sort is not None and self.lead and lexicon.class_type(sort[1]) is not None:
            self._entity(self.lead).classes.add(sort[1])

    @property
    def generic(self) -> bool:
        """Whether "the …" may mean a kind, as in textbooks: the text is no news of a day and tells no story."""
        return not self.dated and self._genre.explains and not self._is_portrait()

    @property
    def mixed(self) -> bool:
        """Whether the text tells of the past too, so that "has been hired" is news and no rule."""
        return self._genre.mixed

    def _is_portrait(self) -> bool:
        """Return whether the text is about one person, place or event, whose parts "the …" means."""
        entity = self.find(self.lead)
        return entity is not None and self.type_of(entity.name)[0] in _PORTRAYED

    @property
    def elsewhere(self) -> bool:
        """Whether the text speaks of other worlds, so that "the atmosphere" may be theirs."""
        if self._elsewhere is None:
            names = {e.name for e in self.entities.values()} | {self.title}
            self._elsewhere = bool(names & (words("entities", "celestial") - _HOME))
        return self._elsewhere

    def is_topic(self, text: str) -> bool:
        """Return whether the title names this, and nothing else."""
        return strip_article(text).casefold() in self._topics

    def in_title(self, name: str) -> bool:
        """Return whether the title names something, among others."""
        return f" {name.casefold()} " in self._title

    def titled(self) -> "list[Entity]":
        """Return what has a name and stands in the title."""
        return [e for e in self.entities.values() if self.in_title(e.name)]

    def observe(self, docs: Iterable["Doc"]) -> None:
        """Take in the names, classes and capital letters of parsed text."""
        self._elsewhere = self._words = None
        self.about.clear()
        self.cast.refresh()
        docs = list(docs)
        self.capitals.observe(docs)
        for doc in docs:
            self.capitals.settle(doc)
            surnames.settle(doc)
            self._genre.observe(doc)
            self.nouns.hear(doc.text)
            self._expanded.update((run[2], frozenset(run[1].lower().split())) for run in _EXPANDED.finditer(doc.text))
            self._articles.update(run.group(1).casefold() for run in _THE_NAME.finditer(doc.text))
            self._bare.update(run.group(1).casefold() for run in _BARE_NAME.finditer(doc.text))
            names = {ent.start: ent for ent in doc.ents if ent.label_ in NAME_LABELS}
            for token in doc:
                if token.i in names:
                    self._observe_entity(names[token.i])
                self.cast.hear(token)
                if token.pos_ == "PROPN" and token.dep_ != "compound":
                    self.cast.see(token, name_of(token))
                if token.pos_ in ("PROPN", "NOUN"):
                    self._observe_class(token)
                if token.pos_ == "NOUN":
                    self.nouns.see(token)
        for entity in self._classed.values():
            if " " in entity.name and self._is_called_person(entity):
                self.cast.take(entity.name, tagged=False)
        self._classed.clear()
        self.cast.settle({e.name for e in self.entities.values() if e.classes or e.votes.keys() & _ELSEWHERE})

    def _is_called_person(self, entity: Entity) -> bool:
        """Return whether a text says of a name in full that it is a person's, whatever the tagger took it for."""
        return lexicon.is_capitalised(entity.name) and any(
            lexicon.noun_type(noun) is PhraseType.PERSON for noun in entity.classes
        )

    def _observe_entity(self, ent: "Span") -> None:
        name = strip_article(_whole(ent))
        if (
            not name
            or any(mark in name for mark in '"“”')
            or name.split()[-1].islower()
            or (not name[0].isupper() and not name[0].isdigit())
        ):
            return
        if name.split()[-1] in name.split()[:-1]:
            return  # "Charles I. Charles": two sentences run into one
        entity = self._entity(name)
        firm = _FIRM.match(name)
        if firm is not None:
            self.cast.firms.add(firm[1])
        entity.mentions += 1
        entity.votes[ENTITY_TYPES[ent.label_]] += 1
        if ent.label_ == "PERSON":
            self.cast.take(name, tagged=True)

    def _observe_class(self, token: "Token") -> None:
        """Learn that Tianwen-1 is a probe from "probe Tianwen-1", "the Yutu-2 rover" or "X, a probe"."""
        for noun, name in class_pairs(token):
            if not name.islower() and lexicon.class_type(noun.lemma_.lower()) is not None:
                entity = self._entity(name)
                entity.mentions += not entity.mentions
                entity.classes |= {noun.lemma_.lower(), *second_classes(noun)}
                self._classed[name] = entity
                entity.modifiers |= {t.lower_ for t in noun.lefts if t.pos_ in ("PROPN", "ADJ")}

    def shown(self, entity: Entity) -> str:
        """Return a name as a sentence needs it, with "the" where the text has it."""
        name = entity.name.casefold()
        article = self._articles[name] or self._articles[name.split(" of ")[0]]
        article = article and "city" not in entity.told  # "the Glasgow museum" is no "the Glasgow"
        article = article and not ("country" in entity.told and entity.name.isalpha() and entity.name[-1] != "s")
        return f"the {entity.name}" if article and name not in self._bare else entity.name

    def _entity(self, name: str) -> Entity:
        found = self.entities.get(name.casefold())
        if found is None:
            found = self.entities[name.casefold()] = Entity(name=name, told=sorts.told(name))
        return found

    def find(self, text: str) -> Entity | None:
        """Return the entity with this name, article and possessive put aside."""
        return self.entities.get(strip_article(text).casefold())

    def type_of(self, text: str) -> tuple[PhraseType, str]:
        """Return what a proper name denotes and its class noun, going by the word lists, its classes and the tagger."""
        name = strip_article(text)
        prefix = sorts.prefixed(name)
        if prefix:
            return lexicon.noun_type(prefix) or PhraseType.PLACE, prefix
        if " and " in name and all(map(lexicon.is_full_name, name.split(" and "))):
            return PhraseType.PERSON, ""
        known = lexicon.named_type(name)
        if known:
            return known, "country" if known is PhraseType.COUNTRY else ""
        if lexicon.is_honour(name):
            return PhraseType.WORK, name.split(" ")[-1].lower()
        entity = self.find(name)
        if entity and entity.classes:
            noun = min(entity.classes, key=lambda c: (c not in entity.told, len(c), c))
            kind = lexicon.class_type(noun) or PhraseType.THING
            if noun in _SETTLED:  # a place, where one has that name
                kind = PhraseType.PLACE
            elif kind is PhraseType.PEOPLE:
                kind = PhraseType.ORGANISATION if noun in words("nouns", "organisation") else PhraseType.PERSON
            numbered = kind is PhraseType.PERSON and any(c.isdigit() for c in name)
            return (PhraseType.THING if numbered else kind), noun
        body = _BODY_OF.search(name)
        if body and (
            lexicon.noun_type(body[1].lower()) is PhraseType.ORGANISATION
            or (" for " in name and body[1].lower() in words("nouns", "organisation"))
        ):
            return PhraseType.ORGANISATION, body[1].lower() if body[1].lower() in words("nouns", "bodies") else ""
        sort = lexicon.noun_type(body[1].lower()) if body else None
        if body and sort in (PhraseType.EVENT, PhraseType.WORK):  # the Battle of Hastings is no town
            return sort, body[1].lower()
        tail = _CAPITALS.search(name)
        if (
            tail
            and tail[0] != name
            and name[0].islower()
            and (tail[0].casefold() in self.entities or lexicon.known_person(tail[0]))
        ):
            return self.type_of(tail[0])
        last = name.split()[-1].lower() if name else ""
        if " " in name and lexicon.noun_type(last) and not lexicon.is_full_name(name) and not self._is_told(name):
            return lexicon.noun_type(last) or PhraseType.THING, last
        return self._voted(name, entity), ""

    def _is_told(self, name: str) -> bool:
        """Return whether the text itself shows that a name is a person's, as by "he" and "she"."""
        return name in self.cast.genders or name in self.cast.evident or self.cast.is_told_of(name)

    def _voted(self, name: str, entity: Entity | None) -> PhraseType:
        if self._is_told(name):
            return PhraseType.PERSON
        if not self._articles[name.casefold()] and (self._sounds_personal(name, entity) or self.full_name(name)):
            return PhraseType.PERSON
        thing = PhraseType.THING if self._articles[name.casefold()] or not name[:1].isupper() else PhraseType.UNKNOWN
        if entity is None or not entity.votes:
            return thing
        kind, count = entity.votes.most_common(1)[0]
        if kind is PhraseType.ORGANISATION and not self._is_body(name):
            return thing
        if kind is PhraseType.PERSON and not self._is_person(name, count):
            return PhraseType.UNKNOWN
        unsure = PhraseType.UNKNOWN if entity.votes[PhraseType.PERSON] else PhraseType.THING
        return kind if count * 2 > entity.votes.total() else unsure

    def _is_body(self, name: str) -> bool:
        """Return whether a name sounds like an organisation's: the tagger calls many other things so."""
        spelled = self._expanded.get(name)
        acronym = spelled is None and name.isupper() and name.isalpha() and len(name) > 1
        told = spelled or (word.lower() for word in name.split())
        return acronym or any(word in words("nouns", "organisation") or word in _BODIES for word in told)

    def _sounds_personal(self, name: str, entity: Entity | None) -> bool:
        """Return whether a name has a person's form, and the tagger did not take it for something else twice."""
        first, _, rest = name.partition(" ")
        if rest and first in words("names", "titles"):
            return True
        votes = entity.votes if entity is not None else Counter[PhraseType]()
        if lexicon.is_full_name(name):
            doubtful = name.count(" ") > 1 or votes.total() > 1
            return bool(votes[PhraseType.PERSON]) or not (votes and doubtful)
        sounds = bool(lexicon.gender(name)) or lexicon.untitled(name) != name
        return bool(rest) and sounds and votes[PhraseType.PERSON] * 2 > votes.total()

    def _is_person(self, name: str, count: int) -> bool:
        last = name.split()[-1].lower()
        if self.capitals.is_lower(last) or self._articles[name.casefold()]:
            return False
        if name in self.cast.surnames or (" " in name and (count > 1 or strip_article(self.lead) == name)):
            return True
        surname = self.entities.get(last) if self.full_name(name.split()[-1]) == name else None
        return surname is not None and surname.votes[PhraseType.PERSON] * 2 > surname.votes.total()

    def full_name(self, name: str) -> str:
        """Return the full name of the person whom a surname means, "" where it is nobody's or several persons'."""
        return self.cast.full_name(name)

    def gender_of(self, name: str) -> str:
        """Return f, m or "" for a person."""
        entity = self.find(name)
        for noun in sorted(entity.classes) if entity is not None else ():
            if lexicon.gender(noun):
                return lexicon.gender(noun)
        return self.cast.gender_of(name)

    def named_with(self, noun: str) -> list[Entity]:
        """Return the named entities that the text calls by a common noun, in order of first mention."""
        typed = lexicon.noun_type(noun) is not None or noun in words("references", "endings")
        return [
            e
            for e in self._called(noun)
            if e.name.lower() != noun
            and (noun in e.classes or (typed and noun in e.told))
            and not _PROSE.search(e.name)
        ]

    def _called(self, noun: str) -> list[Entity]:
        """Return the entities that have a word as class or in their name, by an index of what was observed."""
        if self._words is None:
            self._words = {}
            for entity in self.entities.values():
                for word in entity.classes | entity.told:
                    self._words.setdefault(word, []).append(entity)
        return self._words.get(noun, [])

    def may_be(self, name: str, noun: str) -> bool:
        """Return whether a place may be called by a noun: what is known to be something else may not."""
        entity = self.find(name)
        return entity is None or noun in entity.classes | entity.told or not (entity.classes | entity.told)


def _topics(name: str) -> frozenset[str]:
    """Return what a text calls what its title names: the Okavango River, and the Okavango."""
    before, _, last = name.casefold().rpartition(" ")
    short = {before} if last in _WATERS and before else set()
    return frozenset({name.casefold(), *short} - {""})


def _whole(ent: "Span") -> str:
    """Return the text of an entity; of a person with the given names that the tagger left out before it."""
    first = ent[0].nbor(-2) if goes_on_before(ent[0]) else ent[0]
    while ent.label_ == "PERSON" and not first.is_sent_start and _is_given(first.nbor(-1), ent):
        first = first.nbor(-1)
    end = ent.end - (ent[-1].pos_ == "ADP" and len(ent) > 1)
    return ent.doc[first.i : end].text


def _is_given(token: "Token", ent: "Span") -> bool:
    """Return whether a word before a person's name is one of its names: not a title, not what the person is."""
    named = token.pos_ == "PROPN" and token.dep_ == "compound" and token.head == ent.root and token.text.istitle()
    person = lexicon.noun_type(token.lower_) is not None or token.lower_ in words("names", "titles")
    return named and not token.ent_type_ and not person and token.text not in words("names", "titles")
