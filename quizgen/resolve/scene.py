"""What one sentence is read against: the mentions in it and before it, and who is the subject of what."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.model import PhraseType
from quizgen.resolve import signs
from quizgen.resolve.discourse import Discourse, Mention
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import strip_article
from quizgen.syntax.phrases import noun_tokens
from quizgen.syntax.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


_BEHIND = frozenset({"pobj", "prep", "poss"})  # what hangs on a noun behind "of"


def _tells(token: "Token", head: "Token", reading: Reading) -> bool:
    """Return whether a word behind "of" is part of how a noun is told: "the lord of the manor"."""
    above = token
    while above.head != head:
        if above.dep_ not in _BEHIND:
            return False
        above = above.head
    return above.dep_ == "prep" and any(t.i == token.i for t in noun_tokens(head, reading))


class Scene:
    """A sentence that is read from left to right, so that later references see earlier ones resolved."""

    def __init__(self, reading: Reading, discourse: Discourse, sentence: int, paragraph: int) -> None:
        self.reading, self.discourse = reading, discourse
        self.sentence, self.paragraph = sentence, paragraph
        self.mentions: list[Mention] = []
        self.obscure: list[Mention] = []  # nouns that are not certain: they may still be what a pronoun means
        self.said: list[tuple[Token, str]] = []
        self.later: list[Token] = []  # pronouns that mean what follows them

    def close(self) -> None:
        """Hand the mentions on to the sentences that follow; one in brackets speaks beside the others."""
        if self.reading.sent.text.lstrip().startswith("("):
            return
        self.discourse.mentions.extend(self.mentions)
        self.discourse.spoken.update(dict.fromkeys(self.spoken(), self.sentence))
        self.discourse.dead.update(dict.fromkeys(self._died(), self.sentence))
        self.discourse.obscure = self.obscure
        doc, marked = self.reading.sent.doc, self.reading.unresolved.items()
        self.discourse.loose = frozenset(doc[i].lower_ for i, code in marked if code == "unresolved-pronoun")
        if len(self.discourse.mentions) > 400:
            del self.discourse.mentions[:200]

    def _died(self) -> list[str]:
        """Return the persons of whose death the sentence tells as a whole: "Her mother died in 1913"."""
        doc = self.reading.sent.doc
        subjects = (m for m in self.mentions if m.subject and m.type is PhraseType.PERSON)
        return [m.text for m in subjects if doc[m.token].head.lemma_ == "die"]

    def spoken(self) -> list[str]:
        """Return the names of the persons of whom the sentence spoke so far, those behind his and her too."""
        return [m.text for m in self.mentions if m.named and m.type is PhraseType.PERSON] + [t for _, t in self.said]

    def unknown(self, token: "Token", code: str) -> None:
        """Mark a reference as one that nobody can be certain of, and so are descriptions told with its help."""
        self.reading.unresolved[token.i] = code
        doc = token.doc
        for mention in [m for m in self.mentions if not m.named and 0 <= m.token < token.i]:
            head = doc[mention.token]
            if head.is_ancestor(token) and head.i not in self.reading.replace and _tells(token, head, self.reading):
                self.mentions.remove(mention)
                self.obscure.append(replace(mention, text=""))

    def anybody(self, token: "Token") -> None:
        """Mark a surname that several persons bear, whom he or she may mean from now on."""
        self.unknown(token, "unresolved-mention")
        self.discourse.lost |= {"f": self.sentence, "m": self.sentence}

    def unclear(self, words: frozenset[str]) -> bool:
        """Return whether one of these pronouns stands in the sentence already, and nobody is certain what it means."""
        doc = self.reading.sent.doc
        marked = self.reading.unresolved.items()
        return any(code == "unresolved-pronoun" and doc[i].lower_ in words for i, code in marked)

    def mention(
        self, token: "Token", text: str, kind: PhraseType, *, plural: bool, proper: bool, head: str, named: bool = False
    ) -> Mention:
        """Return a noun phrase of the sentence as something to refer to."""
        return Mention(
            text=text,
            head=head,
            type=kind,
            sentence=self.sentence,
            paragraph=self.paragraph,
            subject=token.dep_ in SUBJECTS and signs.is_main(token.head),
            core=token.dep_ in SUBJECTS or token.dep_ == "dobj",
            acts=token.dep_ in SUBJECTS,
            nested=any(above.dep_ in ("relcl", "acl") for above in token.ancestors),
            aside=any(above.dep_ == "advcl" for above in token.ancestors),
            plural=plural or signs.takes_plural(token),
            proper=proper,
            named=named,
            token=token.i,
        )

    def at(self, token: "Token | None") -> Mention | None:
        """Return the mention that a token heads."""
        return None if token is None else next((m for m in self.mentions if m.token == token.i), None)

    def recent(self, back: int) -> list[Mention]:
        """Return the mentions of so many sentences and of this one so far."""
        found: list[Mention] = []
        for mention in reversed(self.discourse.mentions):
            if mention.sentence < self.sentence - back:
                break
            found.append(mention)
        return [*reversed(found), *self.mentions]

    def near(self, mention: Mention) -> bool:
        """Return whether a mention stands in the sentence before, in this paragraph or the one before."""
        return mention.sentence >= self.sentence - 1 and mention.paragraph >= self.paragraph - 1

    def before(self) -> list[Mention]:
        """Return the mentions of the sentence before."""
        return [m for m in self.discourse.mentions[-60:] if m.sentence == self.sentence - 1 and self.near(m)]

    def is_topic(self, mention: Mention, others: list[Mention], *, copular: bool) -> bool:
        """Return whether the title names nothing but this; where "it" does something, also this among others."""
        discourse = self.discourse
        if discourse.is_topic(mention.text):
            return True
        named = mention.named and discourse.in_title(strip_article(mention.text))
        return named and not copular and not any(discourse.in_title(strip_article(m.text)) for m in others)

    def was_described(self, mention: Mention) -> bool:
        """Return whether the sentence before told what something is: "Oslo is a city on …"."""
        return self.discourse.described.get(mention.text) == self.sentence - 1

    def own_subject(self, token: "Token") -> Mention | None:
        """Return the subject of the clause that a pronoun stands in, unless the pronoun is that subject."""
        subject = signs.clause_subject(signs.verb_above(token))
        return None if subject is None or subject == token else self.at(subject)

    def subject_above(self, token: "Token") -> Mention | None:
        """Return the subject above a relative clause whose subject the pronoun is: "cells he had seen"."""
        verb = token.head
        if verb.dep_ != "relcl" or token.dep_ not in SUBJECTS:
            return None
        return self.at(signs.clause_subject(signs.verb_above(verb)))

    def binder(self, token: "Token") -> Mention | None:
        """Return the subject of the clause that a possessive stands in: "China made its first landing"."""
        if token.tag_ != "PRP$" or signs.is_of_another(token):
            return None
        found = self.own_subject(token)
        if found is None or found.token > token.i or signs.is_predicate_owner(token):
            return None
        if signs.is_part_of(token, self.reading.sent.doc[found.token]):
            return None
        return found

    def owner_beside(self, token: "Token") -> Mention | None:
        """Return the owner that stands in the phrase of a possessive: "Rome and its allies"."""
        if token.tag_ != "PRP$":
            return None
        found = self.at(token.head.head) if token.head.dep_ == "conj" else None
        if found is not None:
            return found
        found = self.own_subject(token)
        return found if found is not None and signs.is_beside(token, self.reading.sent.doc[found.token]) else None
