"""References that are certain: what "it", "she", "their" and "the probe" stand for; all others are marked.

A replacement is only made where one reading is left; every other reference is marked with a reason code, and whatever
contains it is not asked.
"""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import signs
from quizgen.resolve.discourse import Discourse, Mention
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import name_of, strip_article
from quizgen.syntax.phrases import given_name, is_plural, noun_tokens
from quizgen.syntax.reading import Reading, is_designation

if TYPE_CHECKING:
    from spacy.tokens import Token
_HE_SHE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_SPEAKERS = frozenset("i me my mine we us our ours you your yours myself ourselves yourself".split())
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_CONTEXTUAL = frozenset(
    """another other others such both former latter same following above previous subsequent aforementioned said
    similar""".split()
)
_RESTRICTIVE = frozenset({"relcl", "acl"})
_RANKS = frozenset({"first", "only", "largest", "second", "third", "last"})
_RESTRICTING = frozenset("of between for to from in on at against with about over under".split())
_DETERMINERS = frozenset(
    "the this that these those all both each every some any no its his her their our my your".split()
)
_WINDOW = 2


def resolve(reading: Reading, discourse: Discourse, *, sentence: int, paragraph: int) -> None:
    """Fill ``reading.replace``, ``bound`` and ``unresolved``, and remember the sentence's mentions."""
    resolver = _Resolver(reading, discourse, sentence, paragraph)
    for token in reading.sent:
        resolver.visit(token)
    resolver.bind()
    discourse.mentions.extend(resolver.mentions)
    if len(discourse.mentions) > 400:
        del discourse.mentions[:200]


class _Resolver:
    """Walks one sentence from left to right, so that later references see earlier ones resolved."""

    def __init__(self, reading: Reading, discourse: Discourse, sentence: int, paragraph: int) -> None:
        self.reading, self.discourse = reading, discourse
        self.sentence, self.paragraph = sentence, paragraph
        self.mentions: list[Mention] = []
        self.said: list[tuple[Token, str]] = []
        self.timed = {i for time in reading.times for i in range(time.start, time.end)}

    def visit(self, token: "Token") -> None:
        if token.i in self.reading.replace or token.i in self.timed:
            return
        word = token.lower_
        if word in _SPEAKERS and token.pos_ in ("PRON", "DET"):
            self.reading.unresolved[token.i] = "first-person"
        elif (
            word in ("theirs", "hers")
            or token.tag_ == "WP$"
            or (token.tag_ in ("WP", "WDT") and token.head.head.dep_ in SUBJECTS)
        ):
            self.reading.unresolved[token.i] = "unresolved-pronoun"
        elif word in _HE_SHE and token.pos_ in ("PRON", "DET"):
            self._person(token)
        elif (word in _IT or word in _THEY) and token.pos_ in ("PRON", "DET"):
            self._thing(token)
        elif word in _DEMONSTRATIVES and token.pos_ == "PRON" and token.tag_ == "DT":
            self.reading.unresolved[token.i] = "unresolved-pronoun"
        elif signs.is_open_comparison(token):
            self.reading.unresolved[token.i] = "comparison"
        elif (word in _CONTEXTUAL and token.pos_ in ("ADJ", "DET", "PRON")) or signs.is_headless(token):
            self.reading.unresolved[token.i] = "unresolved-mention"
        elif token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
            self._nominal(token)

    def bind(self) -> None:
        """Let pronouns stand where a question says anyway what they mean: the subject of their clause or sentence."""
        main = next((m for m in self.mentions if m.subject), None)
        for token, text in self.said:
            own = self._own_subject(token) or self._subject_above(token)
            if own is not None and own.text == text and not self._is_inverted(own):
                self.reading.bound.add(token.i)
            if main is not None and main.text == text and not (token.dep_ in SUBJECTS and signs.is_main(token.head)):
                self.reading.echoed.add(token.i)

    def _is_inverted(self, subject: Mention) -> bool:
        """Return whether a subject follows its verb: "At its southern edge rises the highest peak"."""
        token = self.reading.sent.doc[subject.token]
        return bool(token.head.i < token.i)

    def _own_subject(self, token: "Token") -> Mention | None:
        """Return the subject of the clause that a pronoun stands in, unless the pronoun is that subject."""
        verb = token.head
        while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        subject = signs.clause_subject(verb)
        if subject is None or subject == token:
            return None
        return next((m for m in self.mentions if m.token == subject.i), None)

    def _subject_above(self, token: "Token") -> Mention | None:
        """Return the subject above a relative clause whose subject the pronoun is: "cells he had seen"."""
        verb = token.head
        if verb.dep_ != "relcl" or token.dep_ not in SUBJECTS:
            return None
        above = verb.head
        while above.head != above and above.pos_ not in ("VERB", "AUX"):
            above = above.head
        subject = signs.clause_subject(above)
        return next((m for m in self.mentions if subject is not None and m.token == subject.i), None)

    # pronouns

    def _person(self, token: "Token") -> None:
        gender = _HE_SHE[token.lower_]
        if signs.may_be_receiver(token):
            self.reading.unresolved[token.i] = "unresolved-pronoun"
            return
        bound = self._binder(token)
        if (
            bound is not None
            and bound.type is PhraseType.PERSON
            and self.discourse.gender_of(bound.text) in ("", gender)
        ):
            self._say(token, bound)
            return
        candidates = self._people(gender)
        if self._is_protagonist(candidates, gender):
            self._say(token, _person(self.discourse.protagonist(), self.sentence, self.paragraph))
            return
        chosen = self._sole(candidates) or self._sole([m for m in candidates if m.subject and self._near(m)])
        if chosen is None or not chosen.proper or not self._certain(chosen, candidates, gender):
            self.reading.unresolved[token.i] = "unresolved-pronoun"
            return
        self.discourse.genders.setdefault(chosen.text, gender)
        self._say(token, chosen)

    def _people(self, gender: str) -> list[Mention]:
        recent = [m for m in self._recent(_WINDOW) if m.type is PhraseType.PERSON and not m.plural]
        return [m for m in recent if self.discourse.gender_of(m.text) in ("", gender)]

    def _is_protagonist(self, candidates: list[Mention], gender: str) -> bool:
        """Return whether the person whom a biography is about is meant: nobody else acts nearby."""
        name = self.discourse.protagonist()
        if not name or self.discourse.gender_of(name) not in (gender, ""):
            return False
        others = [m for m in candidates if m.text != name and m.sentence >= self.sentence - 1]
        return not any(
            m.subject or (m.proper and self.discourse.gender_of(m.text) == gender and m.sentence == self.sentence)
            for m in others
        )

    def _certain(self, chosen: Mention, candidates: list[Mention], gender: str) -> bool:
        rivals = {m.text for m in candidates} - {chosen.text}
        known = self.discourse.gender_of(chosen.text) == gender
        return not rivals or (known and all(self.discourse.gender_of(r) != gender for r in rivals))

    def _thing(self, token: "Token") -> None:
        plural = token.lower_ in _THEY
        if token.lower_ == "it" and signs.is_expletive(token):
            self.reading.unresolved[token.i] = "expletive"
            return
        found = self._binder(token) if token.tag_ == "PRP$" else None
        if found is None or found.plural != plural:
            found = self._subject_before(token, plural)
        if found is None:
            self.reading.unresolved[token.i] = "unresolved-pronoun"
            return
        self._say(token, found)

    def _subject_before(self, token: "Token", plural: bool) -> Mention | None:
        """Return the subject that a subject pronoun continues, where nothing else can be meant."""
        if token.dep_ not in SUBJECTS and token.tag_ != "PRP$":
            return self._only_one(token, plural)
        inside = [m for m in self.mentions if m.subject]
        if token.dep_ in SUBJECTS and inside:
            certain = self._fits(inside[-1], plural) and inside[-1].proper
            return inside[-1] if certain else self._only_one(token, plural)
        if inside or (token.tag_ == "PRP$" and self.mentions):
            return None
        before = [m for m in self.discourse.mentions if m.sentence == self.sentence - 1 and self._near(m)]
        subjects = [m for m in before if m.subject]
        if not subjects or not self._fits(subjects[0], plural):
            return None
        rivals = [m for m in before if not m.subject and self._fits(m, plural) and _is_rival(m, subjects[0])]
        return subjects[0] if not rivals and len({m.text for m in subjects}) == 1 else None

    def _only_one(self, token: "Token", plural: bool) -> Mention | None:
        """Return the one thing in the sentence that a pronoun can mean; the subject of its own clause is not meant."""
        own = self._own_subject(token)
        core = (m for m in self.mentions if m.core and self._fits(m, plural) and m.type is not PhraseType.PERSON)
        fitting = {m.text: m for m in core if own is None or m.text != own.text}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _fits(self, mention: Mention, plural: bool) -> bool:
        if plural:
            return mention.plural
        return not mention.plural and mention.type not in (PhraseType.PERSON, PhraseType.DATE)

    def _binder(self, token: "Token") -> Mention | None:
        """Return the subject of the clause that a possessive stands in: "China made its first landing"."""
        if token.tag_ != "PRP$":
            return None
        found = self._own_subject(token)
        return found if found is not None and found.token < token.i else None

    def _say(self, token: "Token", mention: Mention) -> None:
        possessive = token.tag_ == "PRP$" or (token.lower_ in ("his", "hers", "its", "their") and token.dep_ == "poss")
        if possessive and len(mention.text.split()) > 3 and not mention.proper:
            self.reading.unresolved[token.i] = "unresolved-pronoun"
            return
        self.reading.replace[token.i] = (
            possessive_of(mention.text, plural=mention.plural) if possessive else mention.text
        )
        self.said.append((token, mention.text))
        if token.dep_ in SUBJECTS or not possessive:
            self._remember(
                token, mention.text, mention.type, plural=mention.plural, proper=mention.proper, head=mention.head
            )

    # nouns

    def _nominal(self, token: "Token") -> None:
        if token.pos_ == "PROPN":
            self._named(token)
            return
        determiner = next((c for c in token.children if c.dep_ == "det"), None)
        word = determiner.lower_ if determiner is not None else ""
        if word == "the":
            self._definite(token)
        elif word in _DEMONSTRATIVES and not self._antecedent(token, same_head=True):
            self.reading.unresolved[token.i] = "unresolved-mention"
        self._remember_noun(token)

    def _named(self, token: "Token") -> None:
        name = name_of(token)
        full = self.discourse.full_name(name)
        if full and full != name and token.text == name:
            self.reading.replace[token.i] = full
        self._remember_noun(token)

    def _definite(self, token: "Token") -> None:
        if self._is_self_contained(token) or self._antecedent(token):
            return
        lemma = token.lemma_.lower()
        told = lemma not in words("nouns", "vague") or any(c.dep_ in ("amod", "compound") for c in token.children)
        generic = self.discourse.generic and signs.is_present(token) and told
        if not generic or self.discourse.named_with(lemma):
            self.reading.unresolved[token.i] = "unresolved-mention"

    def _is_self_contained(self, token: "Token") -> bool:
        if any(c.lower_ == "solar" for c in token.children) or given_name(token) is not None:
            return True
        if token.lemma_.lower() in words("nouns", "unique") or token.ent_type_ == "EVENT":
            return True
        if any(t.is_quote for t in token.lefts) or (not token.is_sent_start and token.nbor(-1).is_quote):
            return True
        for child in token.children:
            named = child.pos_ == "PROPN" or is_designation(child)
            if named and child.dep_ in ("compound", "nmod", "poss", "appos", "amod", "nummod"):
                return True
            if (child.dep_ == "appos" and child.pos_ == "PROPN") or child.tag_ == "JJS" or child.lower_ in _RANKS:
                return True
            if child.dep_ == "prep" and child.i > token.i and child.lower_ in _RESTRICTING:
                return True
            if child.dep_ in _RESTRICTIVE and child.left_edge.nbor(-1).text != ",":
                return True
            if child.ent_type_ == "NORP" or (
                child.dep_ == "amod" and child.text[:1].isupper() and not child.is_sent_start
            ):
                return True
        return False

    def _antecedent(self, token: "Token", *, same_head: bool = False) -> bool:
        """Replace "the probe" by the one thing it can mean; return whether that was possible."""
        lemma = token.lemma_.lower()
        modifiers = {c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nummod")}
        mention = self._same_description(lemma, modifiers, plural=is_plural(token))
        name = "" if same_head else self._by_class(lemma, modifiers)
        if not name and mention is None:
            return False
        local = [t for t in token.children if t.dep_ in ("det", "amod", "compound", "nummod") and t.i < token.i]
        tokens = sorted([*local, token], key=lambda t: t.i)
        for swallowed in tokens:
            self.reading.replace[swallowed.i] = ""
        self.reading.replace[tokens[-1].i] = name or (_definite(mention.text) if mention else "")
        return True

    def _by_class(self, lemma: str, modifiers: set[str]) -> str:
        known = [
            e for e in self.discourse.named_with(lemma) if modifiers <= (e.modifiers | e.classes | _soft(modifiers))
        ]
        seen = {strip_article(m.text).casefold() for m in self.discourse.mentions} | {
            strip_article(m.text).casefold() for m in self.mentions
        }
        known = [e for e in known if any(e.name.casefold() in text for text in seen)]
        if len(known) > 1:
            near = {m.text.casefold() for m in [*self._recent(1), *self.mentions]}
            known = [e for e in known if any(e.name.casefold() in text for text in near)]
        return self.discourse.shown(known[0]) if len(known) == 1 else ""

    def _same_description(self, lemma: str, modifiers: set[str], *, plural: bool) -> Mention | None:
        """Return the earlier, fuller description with this head: "the far side" → "the far side of the moon"."""
        fuller = [
            m
            for m in self.discourse.mentions[-60:]
            if m.head == lemma
            and m.plural == plural
            and modifiers <= set(m.text.lower().split())
            and _is_fuller(m, lemma, modifiers)
        ]
        texts = {m.text for m in fuller}
        return fuller[-1] if len(texts) == 1 else None

    # memory

    def _learn_class(self, token: "Token") -> None:
        """Take in that "it is the largest island" calls what "it" stands for an island."""
        if token.dep_ != "attr" or token.head.lemma_ != "be" or lexicon.noun_type(token.lemma_.lower()) is None:
            return
        said = next((self.reading.replace.get(c.i) for c in token.head.children if c.dep_ == "nsubj"), None)
        entity = self.discourse.find(said) if said else None
        if entity is not None:
            entity.classes.add(token.lemma_.lower())

    def _remember_noun(self, token: "Token") -> None:
        self._learn_class(token)
        if signs.is_predicative(token) or token.i in self.reading.unresolved:
            return
        tokens = noun_tokens(token, self.reading)
        if not tokens or self.reading.first_unresolved(tokens):
            return
        text = self.reading.text(tokens)
        name = self.reading.replace.get(token.i) or (name_of(token) if token.pos_ == "PROPN" else "")
        kind, _ = (
            self.discourse.type_of(name) if name else (lexicon.noun_type(token.lemma_.lower()) or PhraseType.THING, "")
        )
        proper = bool(name) or any(t.pos_ == "PROPN" for t in tokens)
        said = (
            strip_article(name_of(token))
            if kind is PhraseType.PERSON and token.pos_ == "PROPN" and token.i not in self.reading.replace
            else text
        )
        self._remember(token, said, kind, plural=is_plural(token), proper=proper, head=token.lemma_.lower())

    def _remember(self, token: "Token", text: str, kind: PhraseType, *, plural: bool, proper: bool, head: str) -> None:
        self.mentions.append(
            Mention(
                text=text,
                head=head,
                type=kind,
                sentence=self.sentence,
                paragraph=self.paragraph,
                subject=token.dep_ in SUBJECTS and signs.is_main(token.head),
                core=token.dep_ in SUBJECTS or token.dep_ == "dobj",
                plural=plural,
                proper=proper,
                token=token.i,
            )
        )

    def _recent(self, back: int) -> list[Mention]:
        return [*(m for m in self.discourse.mentions if m.sentence >= self.sentence - back), *self.mentions]

    def _near(self, mention: Mention) -> bool:
        return mention.sentence >= self.sentence - 1 and mention.paragraph >= self.paragraph - 1

    def _sole(self, mentions: list[Mention]) -> Mention | None:
        return mentions[-1] if len({m.text for m in mentions}) == 1 else None


def _definite(text: str) -> str:
    """Return a description with "the" where it had no determiner or "a"."""
    first, _, rest = text.partition(" ")
    if first in ("a", "an"):
        return f"the {rest}"
    return (
        text if first.lower() in _DETERMINERS or first[:1].isupper() or first.endswith(("'s", "’s")) else f"the {text}"
    )


def _person(name: str, sentence: int, paragraph: int) -> Mention:
    return Mention(
        text=name,
        head=name.split()[-1].lower(),
        type=PhraseType.PERSON,
        sentence=sentence,
        paragraph=paragraph,
        subject=True,
        plural=False,
        proper=True,
    )


def _is_rival(mention: Mention, subject: Mention) -> bool:
    """Return whether "it" may mean an object instead: one that the sentence brings in, or one of the subject's sort."""
    introduced = mention.proper or mention.text.split(" ")[0] in ("a", "an")
    return (mention.core and introduced) or (mention.proper and mention.type is subject.type)


def possessive_of(name: str, *, plural: bool = False) -> str:
    """Return the possessive of a name: China → China's, the Greeks → the Greeks'."""
    return name + ("'" if plural and name.endswith("s") else "'s")


def _is_fuller(mention: Mention, lemma: str, modifiers: set[str]) -> bool:
    before = mention.text.split(f" {lemma}")[0].split()
    named = any(w[:1].isupper() for w in before)
    told = named or {w.lower() for w in before[1:]} <= modifiers
    return told and (
        mention.proper or (len(mention.text.split()) > len(modifiers) + 2 and f"{lemma} of " in mention.text)
    )


def _soft(modifiers: set[str]) -> set[str]:
    """Adjectives that describe without telling apart."""
    return modifiers & {
        "new",
        "old",
        "robotic",
        "young",
        "famous",
        "small",
        "large",
        "great",
        "little",
        "historic",
        "whole",
    }
