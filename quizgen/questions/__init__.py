"""From facts to question candidates: templates on each fact, then other forms, then questions on several facts."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Protocol

from quizgen import errors, flaws, ids
from quizgen.distractors import Lenders, Pool, false_value, options
from quizgen.model import (
    AMOUNTS,
    Drop,
    Fact,
    FactDraft,
    FactKind,
    FactStatus,
    Option,
    Phrase,
    PhraseType,
    Question,
    QuestionKind,
)
from quizgen.questions import (
    alignment,
    events,
    forms,
    fronting,
    labelling,
    lives,
    material,
    objections,
    refusals,
    screening,
    sets,
    sourcing,
    truths,
    weights,
)
from quizgen.questions.asking import Ask, asks
from quizgen.questions.case import Case
from quizgen.questions.features import features
from quizgen.questions.merit import difficulty, penalties
from quizgen.questions.vagueness import topics, vagueness
from quizgen.templates import Template, Templates

VERSION = "10"  # raise it when the same facts give other questions

CODES = {
    "no-template": "no template asks for anything in this fact",
    "conflict": "another fact contradicts this one; a person has to decide",
    "no-distractors": "not enough wrong options of the same sort",
    "flawed": "the question has an item flaw",
    "no-label": "what is meant is clear only from the title, which gives the answer away or is no label",
    "failed": "asking broke off, which is a fault of quizgen; please report it",
    **refusals.CODES,
    **alignment.CODES,
    **screening.CODES,
}
CHOICES = 2
_HINTED = frozenset({QuestionKind.SHORT, QuestionKind.NUMERIC, QuestionKind.CLOZE})
_SOLE = ("the Sun", "the Moon")  # no star or satellite among others
_SHUFFLED = "Put these events in order, earliest first."
_MATCHED = "Match each term with its meaning."


_OPEN_ENDED = re.compile(r"(?:more|less|fewer|over|under|at least|at most|up to|no more)\b", re.IGNORECASE)  # overlap
Note = Callable[[Question, Mapping[str, float]], None]


class Surroundings(sourcing.Texts, Protocol):
    """What making questions of a document needs to know beside its facts."""

    @property
    def options(self) -> Any:
        """Return the options that learners already see, by uid of the question."""

    def phrases(self, type: Any, *, limit: int = 200) -> list[Phrase]:
        """Return phrases of a type from other documents."""

    def kindred(self) -> Sequence[Sequence[FactDraft]]:
        """Return the facts of each other document with the same subject."""

    def told_together(self, name: str, draft: FactDraft, asked: Phrase) -> bool:
        """Return whether any document may say of a name what a fact says of its argument ``asked``."""


def candidates(
    facts: Sequence[Fact],
    context: Surroundings,
    *,
    templates: Templates,
    note: Note | None = None,
    choices: int = CHOICES,
) -> tuple[list[Question], list[Drop]]:
    """Return all questions that the facts of one document give, each without an item flaw of severity error, and why
    the others were dropped.

    ``note`` is told of each question what its score is made of. The best ``choices`` questions of a fact are also made
    with options.
    """
    maker = _Maker(facts, context, templates, note, choices)
    for fact in facts:
        try:
            maker.ask(fact)
        except errors.UNFORESEEN:
            maker.drop("failed", fact, "")
    with suppress(*errors.UNFORESEEN):
        maker.ask_sets()
    return maker.made, maker.drops


class _Maker:
    def __init__(
        self, facts: Sequence[Fact], context: Surroundings, templates: Templates, note: Note | None, choices: int
    ) -> None:
        self.facts, self.context, self.templates, self.note = facts, context, templates, note
        self.choices = choices
        self.made: list[Question] = []
        self.drops: list[Drop] = []
        self.home = Pool(material.here(facts))  # a statement that is false must not change with another document
        self.pool = Pool([*material.here(facts), *material.elsewhere(facts, context.phrases)])
        self.lenders = Lenders(context.kindred(), home=[fact.draft for fact in facts])
        self.truths = truths.of(facts)
        self.lives = lives.of(facts)
        origin = context.origin(facts[0].document) if facts else None
        self.label = labelling.news(facts, origin.date, origin.lead) if origin else ""
        self.topic = labelling.of(facts)
        self.sections = labelling.sections(facts)
        self.about = topics(facts, facts[0].evidence[0].title if facts else "")

    def ask(self, fact: Fact) -> None:
        """Make the questions of one fact."""
        if fact.status is FactStatus.CONFLICT:
            self.drop("conflict", fact, "")
            return
        code = alignment.reason(fact.draft, self.context.passage(fact.evidence[0].sentence).sentence)
        if code:
            self.drop(code, fact, "")
            return
        told = len(self.drops)
        found = list(self._asks(fact))
        if not found and len(self.drops) == told:
            self.drop("no-template", fact, "")
        good = [offer for offer in (self._offer(fact, template, made) for template, made in found) if offer]
        for rank, (_, template, made) in enumerate(sorted(good, key=lambda offer: -offer[0])):
            self._reform(fact, template, made, rank)

    def _asks(self, fact: Fact) -> list[tuple[Template, Ask]]:
        """Return what is asked of a fact, also what is only objected to; drop what is forbidden."""
        weighed: list[tuple[Template, Ask]] = []

        def refused(code: str, template: Template, made: Ask) -> None:
            if objections.forbids(code):
                self.drop(code, fact, made.prompt)
            else:
                weighed.append((template, replace(made, objection=code)))

        return [*asks(fact.draft, self.templates, refused), *weighed]

    def _offer(self, fact: Fact, template: Template, made: Ask) -> tuple[float, Template, Ask] | None:
        slot = _slot(template, made)
        base = self._question(fact, template.id, slot, template.kind, made.prompt, made.answer, made)
        score_ = self._add(base, template, fact, made)
        return None if score_ is None else (score_, template, made)

    def _reform(self, fact: Fact, template: Template, made: Ask, rank: int) -> None:
        """Make the other forms of a question: of the best ones of a fact, and what learners already have."""
        slot = _slot(template, made)
        if rank < self.choices or self._is_known(fact, f"{template.id}.choice", slot):
            self._choice(fact, template, made, slot)
        if not rank or self._is_known(fact, f"{template.id}.truefalse", slot):
            self._judgement(fact, template, made, slot)
        self._cloze(fact, template, made, slot)

    def _is_known(self, fact: Fact, template: str, slot: str) -> bool:
        return ids.question((fact.uid,), template, slot) in self.context.options

    def _choice(self, fact: Fact, template: Template, made: Ask, slot: str) -> None:
        question = self._question(
            fact, f"{template.id}.choice", slot, QuestionKind.CHOICE, made.prompt, made.answer, made
        )
        turned = self._turned(question, fact, template, made.phrase)
        found = self._options(fact, template, made, f"{self.topic} {made.prompt}".strip()) or (
            () if turned else self._seen(question)
        )
        if found:
            self._add(_with(question, options=found, flaws=turned), template, fact, made)

    def _seen(self, question: Question) -> tuple[Any, ...]:
        """Return the options that learners already see: they stay when there would not be enough to make new ones."""
        right = {ids.normal(text) for text in (question.answer, *question.accept)}
        seen = self.context.options.get(question.uid, ())
        if any(ids.normal(option.text) in right for option in seen if not option.correct):
            return ()
        return tuple(replace(option, text=question.answer) if option.correct else option for option in seen)

    def _turned(self, question: Question, fact: Fact, template: Template, asked: Phrase) -> tuple[str, ...]:
        """Return flaws that name the options learners already see and that a newer fact has made true."""
        true = {ids.normal(text) for text in self._true(fact, template)} - {ids.normal(question.answer)}
        seen = self.context.options.get(question.uid, ())
        told = self._told(seen, fact, asked)
        turned = (o for o in seen if not o.correct and (ids.normal(o.text) in true or o.text in told))
        return tuple(f"also-true:{option.text}" for option in turned)

    def _told(self, offered: Sequence[Option], fact: Fact, asked: Phrase) -> list[str]:
        """Return the lent options that some document may state in the key's place."""
        lent = (option.text for option in offered if option.origin == "store")
        return [text for text in lent if self.context.told_together(text, fact.draft, asked)]

    def _true(self, fact: Fact, template: Template) -> list[str]:
        """Return everything that the facts of the document answer to the same stem."""
        true = self.truths.get(truths.key(fact, template.slot), [])
        births = self.lives.births if template.slot == "time" else ()  # of another birth, too: it is no year of a deed
        return [*true, *births, *lives.elsewhere(self.facts, fact, template.slot)]

    def _options(self, fact: Fact, template: Template, made: Ask, stem: str) -> tuple[Any, ...]:
        if template.slot in ("reason", "purpose") or made.phrase.type is PhraseType.CLAUSE or _is_loose(made.phrase):
            return ()
        if forms.is_gendered(fact.draft, made) or made.answer in _SOLE or _OPEN_ENDED.match(made.answer):
            return ()
        seed = f"{fact.uid} {template.id}"
        true = self._true(fact, template)
        found = self._wrong(fact, made, [*true, *_SOLE], stem, seed)
        told = sum(option.origin == "document" for option in found)
        if template.slot == "subject" and any(option.origin == "list" for option in found):
            return ()  # of a country that no text names, nobody can know that it did not do the same
        return found if made.kind is not PhraseType.DATE or told > 1 else ()

    def _wrong(self, fact: Fact, made: Ask, true: list[str], stem: str, seed: str) -> tuple[Option, ...]:
        """Return options, made again until no document states a lent one in the key's place."""
        lent = self.lenders.candidates(fact.draft, made.phrase, stem=stem)
        while True:
            found = options(
                made.phrase,
                answer=made.answer,
                pool=self.pool,
                also_true=true,
                stem=stem,
                seed=seed,
                lent=lent,
                years=self.lives.years(fact.draft),
            )
            told = self._told(found, fact, made.phrase)
            if not told:
                return found
            true += told

    def _cloze(self, fact: Fact, template: Template, made: Ask, slot: str) -> None:
        found = forms.cloze(fact.draft, made)
        if found:
            prompt, answer = found
            self._add(
                self._question(fact, f"{template.id}.cloze", slot, QuestionKind.CLOZE, prompt, answer, made),
                template,
                fact,
                made,
            )

    def _judgement(self, fact: Fact, template: Template, made: Ask, slot: str) -> None:
        if (
            fact.draft.verb is None
            or fact.draft.kind is FactKind.ALIAS
            or template.slot
            in ("subject", "agent", "reason", "purpose")  # nobody else can be known not to have done it
            or _is_loose(made.phrase)
            or made.phrase.prep == "by"  # a year: true of others as well
            or (made.phrase.role == "attribute" and made.phrase.type not in AMOUNTS)
            or forms.is_gendered(fact.draft, made)
            or lives.is_unsure(fact.draft, made.phrase)
        ):
            return
        true = [*self._true(fact, template), *_SOLE]
        wrong = false_value(
            made.phrase,
            answer=made.answer,
            pool=self.home,
            also_true=true,
            stem=made.prompt,
            seed=fact.uid,
            years=self.lives.years(fact.draft),
        )
        if wrong:
            prompt, answer = forms.judged(fact.draft, made, wrong, f"{fact.uid} {template.id}")
            question = self._question(
                fact, f"{template.id}.truefalse", slot, QuestionKind.TRUEFALSE, prompt, answer, made
            )
            self._add(_with(question, options=forms.judgement_options(answer)), template, fact, made)

    def ask_sets(self) -> None:
        """Make the questions about several facts."""
        told = (fact for fact in self.facts if not labelling.is_topical(fact.draft))
        facts = [fact for fact in told if fact.status is not FactStatus.CONFLICT]
        for group in sets.ordered(facts):
            items = tuple(sets.event_text(fact) for fact in group)
            self._set("order", QuestionKind.ORDER, _SHUFFLED, " → ".join(items), items, group)
        for group in sets.defined(facts):
            pairs = tuple([left.text, right.text] for left, right in map(sets.pair, group))
            answer = "; ".join(f"{left} = {right}" for left, right in pairs)
            self._set("match", QuestionKind.MATCH, _MATCHED, answer, pairs, group)

    def _set(
        self, name: str, kind: QuestionKind, prompt: str, answer: str, parts: tuple[Any, ...], group: tuple[Fact, ...]
    ) -> None:
        uids = tuple(fact.uid for fact in group)
        sources = tuple(sourcing.source(fact, fact.draft.subject, self.context) for fact in group)
        question = Question(
            uid=ids.question(uids, name, "all"),
            kind=kind,
            prompt=prompt,
            answer=answer,
            document=group[0].document,
            template=name,
            slot="all",
            facts=uids,
            parts=parts,
            explanation=" ".join(source.sentence for source in sources),
            sources=sources,
            score=0.7,
            difficulty=0.6,
        )
        self.made.append(question)

    def _question(
        self, fact: Fact, template: str, slot: str, kind: QuestionKind, prompt: str, answer: str, made: Ask
    ) -> Question:
        source = sourcing.source(fact, made.phrase, self.context, answer)
        passage = self.context.passage(fact.evidence[0].sentence)
        return Question(
            uid=ids.question((fact.uid,), template, slot),
            kind=kind,
            prompt=prompt,
            answer=answer,
            accept=accepted(made, answer) if kind is not QuestionKind.TRUEFALSE else (),
            document=fact.document,
            template=template,
            slot=slot,
            facts=(fact.uid,),
            explanation=passage.resolved or passage.sentence.text,
            hint=forms.hint(answer) if kind in _HINTED else "",
            answer_type=made.kind,
            sources=(source, *sourcing.further(fact, self.context)),
        )

    def _add(self, question: Question, template: Template, fact: Fact, made: Ask) -> float | None:
        """Keep a question without a flaw that is an error; return its score."""
        found = flaws.find(question)
        errors = flaws.errors(found)
        if errors:
            self.drop(errors[0], fact, question.prompt)
            return None
        label = self.topic if labelling.is_topical(fact.draft) else self.label  # an event says not which bridge it was
        asked = labelling.is_title_asked(label, question, fact.draft)
        if asked or labelling.is_lacking(label, question, fact.draft, made.phrase):
            self.drop("no-label", fact, question.prompt)
            return None
        against = penalties(question, template, fact, found, made) | vagueness(made, fact, self.about)
        section = self.sections.get(fact.evidence[0].section, "")
        plain = question.prompt
        question, against = labelling.put(label, section, question, made, fact, against, self.about)
        case = Case(fact.draft, template.slot, made.phrase, made.prompt, made.answer)
        label = question.prompt.removesuffix(plain)
        refused = screening.reason(case, label=label, against=against, about=self.about)
        refused = refused or ("refused-scene" if events.is_of_another(fact, self.facts) else "")
        refused = refused if objections.forbids(refused) else fronting.reason(made.prompt, made.spoken) or refused
        if objections.forbids(refused):
            self.drop(refused, fact, question.prompt)
            return None
        signs = features(question, template, fact, made, against, self.about, labelled=bool(label))
        signs |= objections.signs((made.objection, refused))
        value = round(weights.load().probability(signs), 3)
        all_flaws = (*found, *question.flaws)
        prompt = fronting.read_out(question.prompt, made.prompt, made.spoken)
        kept = _with(question, prompt=prompt, flaws=all_flaws, score=value, difficulty=difficulty(question, fact))
        self.made.append(kept)
        if self.note:
            self.note(kept, signs)
        return value

    def drop(self, code: str, fact: Fact, text: str) -> None:
        """Say why a question, or the evidence of a fact, is not asked."""
        evidence = fact.evidence[0]
        self.drops.append(
            Drop(
                stage="question",
                code=code,
                detail=f"fact {fact.uid}",
                text=text or evidence.text,
                document=evidence.document,
                start=evidence.start,
                end=evidence.end,
            )
        )


def accepted(made: Ask, answer: str) -> tuple[str, ...]:
    """Return other ways to say the answer: with its preposition, without its article, as the document says it."""
    phrase = made.phrase
    forms_ = [phrase.text, phrase.bound, f"{phrase.prep} {phrase.text}".strip()]
    if made.kind in AMOUNTS or phrase.type in AMOUNTS:
        forms_ = forms_[:1]
    seen = {ids.normal(answer), ""}
    return tuple(f for f in forms_ if not (ids.normal(f) in seen or seen.add(ids.normal(f))))  # type: ignore[func-returns-value]


def _slot(template: Template, made: Ask) -> str:
    """Return the slot's name in an id: several arguments of one role are told apart by their preposition."""
    return f"{template.slot}:{made.phrase.prep}" if template.slot in ("other", "measured") else template.slot


def _with(question: Question, **changes: Any) -> Question:
    return replace(question, **changes)


def _is_loose(phrase: Phrase) -> bool:
    """Return whether a phrase is of no closed sort, so that wrong options for it would be silly or true as well."""
    return phrase.type is PhraseType.THING and not phrase.proper
