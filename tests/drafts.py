"""Facts built by hand, for tests of questions: no parser is needed."""

from quizgen import flaws, templates
from quizgen.model import Fact, FactDraft, FactKind, Phrase, PhraseType, Question, Value, Verb
from quizgen.questions import merit
from quizgen.questions.asking import Ask, ask
from quizgen.templates import Template

T = PhraseType
TEMPLATES = templates.load()


def phrase(text: str, role: str, type: PhraseType = T.THING, **more: object) -> Phrase:
    return Phrase(text=text, start=0, end=len(text), role=role, type=type, **more)  # type: ignore[arg-type]


def name(text: str, role: str = "subject", type: PhraseType = T.PERSON, **more: object) -> Phrase:
    return phrase(text, role, type, proper=True, **more)


def year(text: str, prep: str = "in") -> Phrase:
    values = (Value(role="time", text=text, type="date", iso=text),)
    return phrase(text, "time", T.DATE, prep=prep, values=values)


def verb(text: str, base: str, **more: object) -> Verb:
    return Verb(lemma=base, text=text, base=base, past=text, **{"participle": "", **more})  # type: ignore[arg-type]


def passive(participle: str, base: str, aux: str = "was", **more: object) -> Verb:
    tense = "past" if aux in ("was", "were") else "present"
    values: dict[str, object] = {"participle": participle, "aux": (aux,), "passive": True, "tense": tense, **more}
    return verb(f"{aux} {participle}", base, **values)


IS = verb("is", "be", tense="present")


def draft(
    subject: Phrase, made: Verb, *others: Phrase, kind: FactKind = FactKind.RELATION, **more: object
) -> FactDraft:
    """Return a fact whose arguments stand behind the verb in the order given."""
    placed = [_at(each, 5 + index) for index, each in enumerate(others)]
    objects = [each for each in placed if each.role in ("object", "attribute")]
    return FactDraft(
        kind=kind,
        subject=_at(subject, 1),
        relation=made.text,
        object=objects[0] if objects else None,
        qualifiers=tuple(each for each in placed if each not in objects),
        verb=made,
        **more,  # type: ignore[arg-type]
    )


def _at(each: Phrase, position: int) -> Phrase:
    fields = {key: getattr(each, key) for key in each.__dataclass_fields__}
    return Phrase(**{**fields, "position": position})


def every(made: FactDraft, template: Template) -> list[Ask]:
    """Return what a template asks of a fact, and what it would ask if that were not refused."""
    refused: list[Ask] = []
    return [*ask(made, template, lambda _, __, each: refused.append(each)), *refused]


def asked(made: FactDraft) -> dict[str, str]:
    """Return the questions of a fact with their answers, by template, also those that are refused."""
    return {t.id: f"{found.prompt} => {found.answer}" for t in TEMPLATES for found in every(made, t)}


def refusals(made: FactDraft) -> dict[str, str]:
    """Return the questions of a fact with the codes they are refused with, "" for none."""
    found: dict[str, str] = {}
    for template in TEMPLATES:
        for each in ask(made, template, lambda code, _, each: found.update({each.prompt: code})):
            found[each.prompt] = ""
    return found


def scores(made: FactDraft) -> dict[str, float]:
    """Return the merits of the questions of a fact, by prompt."""
    fact = Fact(uid="f_1", draft=made, document="own.txt")
    found = {}
    for template in TEMPLATES:
        for each in every(made, template):
            question = Question(
                uid="q_1",
                kind=template.kind,
                prompt=each.prompt,
                answer=each.answer,
                document="own.txt",
                template=template.id,
                slot=template.slot,
                facts=("f_1",),
                answer_type=each.kind,
            )
            signs = flaws.find(question)
            if not flaws.errors(signs):
                against = merit.penalties(question, template, fact, signs, each)
                found[each.prompt] = merit.merit(question, template, against)
    return found
