"""The persons of a text: their full names, whether they are women or men, and whom the text is about."""

import re
from collections import Counter
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import actors, bearers

if TYPE_CHECKING:
    from spacy.tokens import Token

HE_SHE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_LEAD_ENDS = re.compile(r"[:,(]| [–—-] ")
_MARRYING = frozenset("divorce emigrate enrol enroll graduate marry".split())  # what only persons do
_PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY})
_LANDS = frozenset({"GPE", "LOC"})
_FEW = 3  # pronouns that tell a gender which the name leaves open
_MANY = 6  # pronouns that tell it against the name
_LONGEST = 5  # words of a name
_OFTEN = 3  # mentions of whom a text is about
_UNCERTAIN = "?"  # the gender of somebody who would be he and she
_OTHER = {"f": "m", "m": "f"}
_NUMERAL = re.compile(r"[IVX]+")  # behind a ruler's name
_MOST = 0.8  # of the pronouns are of the gender that they tell
_FOUNDING = frozenset({"found", "establish", "incorporate"})


class Cast:
    """Who takes part in a text, as far as it was observed."""

    def __init__(self, title: str) -> None:
        self.title = frozenset(re.findall(r"[\w\u0300-\u036f’'-]+", re.sub(r"['’]s\b", "", title)))
        self.lead = _LEAD_ENDS.split(title)[0].strip()
        self.surnames: dict[str, set[str]] = {}
        self.firms: set[str] = set()  # what firms are called for short: Holm, of Holm & Sons
        self.genders: dict[str, str] = {}  # what the text itself told of somebody
        self.evident: set[str] = set()  # names of those who do or undergo what only persons do
        self.born: list[str] = []  # the names of those whose birth is told, in order
        self.mentions: Counter[str] = Counter()  # by surname
        self._early: set[str] = set()  # surnames that stood alone before any full name
        self._wed: dict[str, str] = {}  # whom somebody is told to marry, and whether those are women or men
        self.places: set[str] = set()  # names of one word in which something happens: "in Holm"
        self._acting: set[str] = set()  # names that their sentences show to be persons'
        self._whole: set[str] = set()  # names of several words
        self._alone: set[str] = set()  # names of one word that act
        self._headed = bearers.of(title)
        self._pronouns: Counter[str] = Counter()
        self._hero: str | None = None

    def refresh(self) -> None:
        """Forget what was concluded, since more of the text follows."""
        self._hero = None

    def take(self, name: str, *, tagged: bool) -> None:
        """Take in the name of a person; ``tagged`` is whether the tagger took it for one."""
        self.mentions[name.split()[-1]] += tagged
        if " " not in name:
            if tagged and name not in self.surnames:
                self._early.add(name)
            return
        parts = _bearer(lexicon.untitled(name).split())
        thing = _is_place(parts) or _is_of_letters(parts)
        if len(parts) > 1 and parts[-1] not in words("names", "rulers") and not thing:
            self.surnames.setdefault(parts[-1], set()).add(" ".join(parts))

    def introduce(self, name: str) -> None:
        """Take in the person with whose life the text begins, and what is the title if that is the name too."""
        full = lexicon.untitled(name)
        if not full:
            return
        self.evident.add(full)
        self.take(full, tagged=False)
        if " " in full and full not in self.born:
            self.born.append(full)

    def hear(self, token: "Token") -> None:
        """Count he and she."""
        gender = HE_SHE.get(token.lower_)
        if gender is not None:
            self._pronouns[gender] += 1

    def see(self, token: "Token", name: str) -> None:
        """Learn from a name what only a person does: to be born, to marry."""
        if token.text == name and token.dep_ == "pobj" and token.head.lower_ == "in" and token.ent_type_ in _LANDS:
            self.places.add(name)
        subject = token.head if token.dep_ == "appos" else token
        self._see_acting(token, name)
        self._see_wedding(token, name)
        if subject.dep_ == "nsubjpass" and subject.head.lemma_ == "bear":
            self.born.append(name)
            self.evident.add(name)
        elif token.dep_ == "nsubj" and token.head.lemma_ in _MARRYING:
            self.evident.add(name)
        elif token.dep_ == "nsubj" and name.split()[-1] in self.title and _is_called_person(token):
            self.introduce(name)
        elif token.dep_ == "nsubj" and _is_called_place(token):
            self.places.add(name)
        elif token.text == name and token.dep_ == "nsubj" and _is_called_firm(token):
            self.firms.add(name)
        elif lexicon.is_full_name(name):
            self.take(name, tagged=False)

    def _see_acting(self, token: "Token", name: str) -> None:
        whole = actors.whole(token)
        if " " in whole and whole.endswith(name.split()[-1]):
            self._whole.add(whole)
        elif token.dep_ in ("nsubj", "nsubjpass") and not any(c.dep_ == "det" for c in token.lefts):  # the Survey
            self._alone.add(name)
        if whole and actors.is_person(token, name):
            self._acting.add(whole)

    def settle(self, things: "set[str]") -> None:
        """Take those for persons whom the text shows to be such; ``things`` are names that the tagger took for others.

        A name in full is a person's where its last word alone is: "Ida Holm" and later "Holm sold her house".
        """
        shown = [name for name in sorted(self._acting | self._whole) if self._is_shown(name, things)]
        count = Counter(name.split()[-1] for name in shown)
        for name in shown:
            self.evident.add(name)
            last = name.split()[-1]
            if count[last] == 1 and last not in self.surnames:
                self.take(name, tagged=False)

    def _is_shown(self, name: str, things: "set[str]") -> bool:
        acts = name in self._acting or name.split()[-1] in self._acting
        return acts or (name not in things and self._is_shortened(name))

    def _is_shortened(self, name: str) -> bool:
        """Return whether the last word of a name acts alone, in a text in which somebody is he or she."""
        last = name.split()[-1]
        spoken = self._pronouns.total() >= _FEW and last in self._alone
        return spoken and actors.may_be_person(name)

    def _see_wedding(self, token: "Token", name: str) -> None:
        """Learn that whom she marries is a man, and whom he marries a woman, where the name does not tell."""
        spouse = bearers.spouse(token)
        partner = bearers.sex(spouse) if spouse is not None and " " in name else ""
        if partner and lexicon.gender(name) in ("", _OTHER[partner]):
            self.genders.setdefault(name, _OTHER[partner])
            self._wed[name] = _OTHER[partner]

    def full_name(self, name: str) -> str:
        """Return the full name for which a surname stands, or the given name of the protagonist; "" for others."""
        hero = self.protagonist()
        if name in self.firms or name in self.places:
            return ""
        full = self.surnames.get(name, set()) or self._with_particle(name)
        if hero and (hero.split()[-1] == name or self._is_titled(name, hero)):
            return hero
        if self.is_shared(name):
            return ""
        if len(full) == 1:
            return next(iter(full)) if name not in self._early or name in self.title else ""
        if not full and self._is_given_name(name, hero):
            return hero
        return self._relative(name, hero) if not full and hero else ""

    def _relative(self, name: str, hero: str) -> str:
        """Return the one full name of the protagonist's surname that begins with a given name, or the one spouse's."""
        family = self.surnames.get(hero.split()[-1], set()) | set(self._wed)
        named = {full for full in family if " " in full and full.split()[0] == name}
        others = {full for each in self.surnames.values() for full in each if full.split()[0] == name}
        if len(named) != 1 or not others <= named:
            return ""
        full = next(iter(named))
        return hero if self.is_protagonist(full) else full

    def is_shared(self, name: str) -> bool:
        """Return whether a surname may be several persons': a couple's in the title, a man's and his wife's."""
        known = self.surnames.get(name, ())
        married = name not in self.title and any(self._wed.get(full) == "m" for full in known)  # or his wife
        firsts = {full.split()[0] for full in known}
        return married or len(firsts) > 1 or bearers.is_of_two(name, self._headed)

    def _is_titled(self, name: str, hero: str) -> bool:
        """Return whether a word is the first part of the surname in the title: "Batlle" of José Batlle y Ordóñez.

        It is where small words part it from the last one, or where nobody else of that surname is named in full.
        """
        parts = hero.split()
        place = parts.index(name) if name in parts[1:-1] and name in self.title else 0
        return place > 0 and (parts[place + 1].islower() or self.mentions[name] >= _OFTEN)

    def _with_particle(self, name: str) -> set[str]:
        """Return the full names that end in a surname of several words: Willem van Aelst for "Van Aelst"."""
        first, _, rest = name.partition(" ")
        if first.lower() not in words("names", "particles") or not rest:
            return set()
        return {each for each in self.surnames.get(name.split()[-1], ()) if each.lower().endswith(f" {name.lower()}")}

    def _is_given_name(self, name: str, hero: str) -> bool:
        parts = hero.split()
        called = bool(parts) and parts[0] in name.split("-")  # Jeanne-Louise, whom the title calls Louise
        if not called and (name not in parts or name not in self.title):
            return False
        return {full for each in self.surnames.values() for full in each if name in full.split()} <= {hero}

    def gender_of(self, name: str) -> str:
        """Return f, m or "" for a person, by what the text says and by the name."""
        full = self.full_name(name) or name
        known = self.genders.get(full) or self.genders.get(name) or lexicon.gender(full)
        if full == self.protagonist():
            heard = self._heard(_MANY if known else _FEW)
            return heard or known or (_UNCERTAIN if len(self._pronouns) > 1 else "")
        return known

    def is_told_of(self, name: str) -> bool:
        """Return whether a name in full is that of the person whom the text is about, and who is he or she in it."""
        return " " in name and name == self.protagonist() and bool(self._pronouns)

    def has_pronouns(self) -> bool:
        """Return whether anybody is he or she in the text."""
        return bool(self._pronouns)

    def _heard(self, least: int) -> str:
        """Return the gender of nearly all pronouns of the text, if there are so many."""
        for gender, count in self._pronouns.most_common(1):
            if count >= least and count >= _MOST * self._pronouns.total():
                return gender
        return ""

    def protagonist(self) -> str:
        """Return the person whom the text is about, or ""."""
        if self._hero is None:
            self._hero = ""  # while it is looked for
            name = self._in_full(
                self._titled() or self._headline() or self._in_title() or self._told_of_birth() or self._leading()
            )
            self._hero = self._as_known(name)
        return self._hero

    def _as_known(self, name: str) -> str:
        """Return the shorter name by which the title knows a person: Willem Kolff, not Willem Johan Kolff."""
        parts, lead = name.split(), self.lead.split()
        return self.lead if len(lead) > 1 and set(lead) <= set(parts) and lead[-1] == parts[-1] else name

    def _in_full(self, name: str) -> str:
        """Return the one longer name that the text has for a name, or the name."""
        parts = name.split()
        full = [each for each in self.surnames.get(parts[-1] if parts else "", ()) if each.split()[0] == parts[0]]
        return full[0] if len(full) == 1 and set(parts) <= set(full[0].split()) else name

    def is_protagonist(self, name: str) -> bool:
        """Return whether a name is that of the person whom the text is about, also where it is longer or shorter."""
        hero, parts = self.protagonist().split(), lexicon.untitled(name.replace('"', "")).split()
        if not hero or not parts or _is_of_other_number(parts, hero):
            return False
        double = len(parts) > 1 and parts[0] == hero[0] and parts[-1] in hero[-1].split("-")  # before the wedding
        return set(parts) <= set(hero) or (parts[-1] == hero[-1] and hero[0] in parts) or double

    def _titled(self) -> str:
        """Return the title where it is a name."""
        parts = self.lead.split()
        if len(parts) > _LONGEST or not all(part[0].isupper() or lexicon.is_full_name(self.lead) for part in parts):
            return ""
        if len(parts) < 2:
            known = self.lead in self.evident or (lexicon.gender(self.lead) and self.lead in self._early)
            return self.lead if known else ""
        told = next((full for full in sorted(self.evident) if set(parts) <= set(full.split())), "")
        longer = (full.split() for full in self.surnames.get(parts[-1], ()))
        known = any(set(parts) <= set(full) for full in longer) or lexicon.is_full_name(self.lead)
        return told or (self.lead if known else "")

    def _headline(self) -> str:
        """Return the one person whom the title names in full, wherever in it, if the text speaks of such a one."""
        known = [name for name in self._headed if self._is_spoken_of(name)]
        return known[0] if len(known) == 1 else ""

    def _is_spoken_of(self, name: str) -> bool:
        first, *_, last = name.split()
        alone = any(first in each.split("-") for each in (*self._early, *self.evident))
        return alone or any(last in names for names in (self.mentions, self._early, self.surnames, self.evident))

    def _in_title(self) -> str:
        """Return the one person whose surname the title has."""
        known = self.title - self._early - self.places
        named = [full - self.places for surname, full in self.surnames.items() if surname in known]
        named = [full for full in named if full and not any(self._is_numbered(name) for name in full)]
        if len(named) != 1 or len(self._headed) > 1:
            return ""
        whole = {name for name in named[0] if set(name.split()) <= self.title} or {self._of_title(named[0])} - {""}
        whole = whole or named[0]
        return next(iter(whole)) if len(whole) == 1 else ""

    def _is_numbered(self, name: str) -> bool:
        """Return whether the title has a name with a number behind it, which makes it another person's."""
        behind = self.lead.partition(f"{name} ")[2].split()
        return bool(behind) and _NUMERAL.fullmatch(behind[0]) is not None

    def _of_title(self, relatives: set[str]) -> str:
        """Return a name in front of the title whose surname others bear too: "Jerrie Mock, pilot", not Russell Mock."""
        name = self.lead.partition(",")[0]
        parts = name.split()
        called = any(part.lower() in words("names", "titles") or lexicon.noun_type(part.lower()) for part in parts)
        theirs = {part for each in relatives for part in each.split()[:-1]} & set(parts)
        known = 1 < len(parts) <= _LONGEST and lexicon.is_capitalised(name) and parts[-1] in self.surnames
        return name if known and not called and not theirs else ""

    def _told_of_birth(self) -> str:
        """Return the one person whose birth a text tells in which nearly all pronouns are his or hers."""
        gender = self._heard(_MANY)
        full = {whole for name in self.born for whole in self.surnames.get(name.split()[-1], {name})}
        only = next(iter(full)) if len(full) == 1 else ""
        return only if gender and " " in only and lexicon.gender(only) in ("", gender) else ""

    def _leading(self) -> str:
        """Return the first person named, where nobody is named more often and nearly all pronouns are his or hers."""
        first, full = next(iter(self.surnames.items()), ("", set()))
        gender = self._heard(_MANY)
        often = self.mentions[first]
        others = [count for surname, count in self.mentions.items() if surname != first]
        if not gender or len(full) != 1 or often < _OFTEN or max(others, default=0) >= often:
            return ""
        only = next(iter(full))
        return only if lexicon.gender(only) == gender else ""


def _is_called_person(token: "Token") -> bool:
    """Return whether a sentence says of somebody who that is: "Wyomia Tyus is an American sprinter"."""
    verb = token.head
    told = (c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NN") if verb.lemma_ == "be" else ()
    return any(lexicon.noun_type(c.lemma_.lower()) is PhraseType.PERSON for c in told)


def _is_called_place(token: "Token") -> bool:
    """Return whether a sentence says of a name that it is a place's: "Valdivia is a city"."""
    verb = token.head
    told = (c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NN") if verb.lemma_ == "be" else ()
    return any(lexicon.noun_type(c.lemma_.lower()) in _PLACES for c in told)


def _is_called_firm(token: "Token") -> bool:
    """Return whether a sentence says of a name that it is what somebody founded: "Holm is a maker …, founded in"."""
    verb = token.head
    told = (c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NN") if verb.lemma_ == "be" else ()
    founded = (t for c in told for t in c.subtree if t.dep_ == "acl" and t.tag_ == "VBN")
    return any(t.lemma_ in _FOUNDING and t.head.pos_ == "NOUN" for t in founded)


def _is_of_letters(parts: list[str]) -> bool:
    """Return whether a name ends in letters that are no surname: "Beyond ORCA", but not "Ida HOLM"."""
    last = parts[-1] if len(parts) > 1 else ""
    letters = len(last) > 1 and last.isupper() and last.isalpha() and not _NUMERAL.fullmatch(last)
    return letters and not lexicon.is_full_name(" ".join(parts))


def _is_of_other_number(parts: list[str], hero: list[str]) -> bool:
    """Return whether a name of several words is not that of a numbered bearer: Frederick William, for the third one."""
    return len(parts) > 1 and _NUMERAL.fullmatch(hero[-1]) is not None and not set(hero) <= set(parts)


def _is_place(parts: list[str]) -> bool:
    """Return whether a name of several words is that of a place which the lists know: San Salvador."""
    return lexicon.named_type(" ".join(parts)) in _PLACES


def _bearer(parts: list[str]) -> list[str]:
    """Return a name without the trade before it: Conservator Ida Holm → Ida Holm."""
    rest = parts[1:]
    trade = lexicon.is_full_name(" ".join(rest)) and not lexicon.is_full_name(" ".join(parts))
    return rest if trade and not lexicon.gender(" ".join(parts)) else parts
