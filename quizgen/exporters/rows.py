"""Facts, questions, documents and drops as plain dictionaries: the rows of listings and of JSON lines."""

from dataclasses import asdict
from typing import Any

from quizgen import marks
from quizgen.difficulty import level
from quizgen.model import Document, Drop, Evidence, Fact, Option, Phrase, Question, Source, Value

Row = dict[str, Any]

ROLES = ("time", "place", "quantity", "manner", "reason", "purpose", "attribution")


def question_row(question: Question) -> Row:
    """Return a question as JSON values; ``source`` is the first of ``sources``, None where it has none."""
    sources = [_source(source) for source in question.sources]
    return {
        "uid": question.uid,
        "kind": question.kind.value,
        "prompt": question.prompt,
        "answer": question.answer,
        "accept": list(question.accept),
        "options": [_option(option) for option in question.options],
        "parts": [_part(part) for part in question.parts],
        "explanation": marks.explanation(question).show("**", "**"),
        "hint": question.hint,
        "answer_type": question.answer_type.value,
        "score": question.score,
        "difficulty": question.difficulty,
        "level": level(question.difficulty),
        "status": question.status.value,
        "flaws": list(question.flaws),
        "tags": list(question.tags),
        "template": question.template,
        "slot": question.slot,
        "order": question.order,
        "document": question.document,
        "facts": list(question.facts),
        "sources": sources,
        "source": sources[0] if sources else None,
    }


def fact_row(fact: Fact) -> Row:
    """Return a fact as JSON values; several qualifiers of one role are joined by semicolons."""
    draft = fact.draft
    return {
        "uid": fact.uid,
        "kind": draft.kind.value,
        "subject": draft.subject.text,
        "relation": draft.relation,
        "object": draft.object.text if draft.object else "",
        "qualifiers": _qualifiers(draft.qualifiers),
        "values": [_value(value) for phrase in draft.arguments for value in phrase.values],
        "modality": draft.modality.value,
        "status": fact.status.value,
        "confidence": draft.confidence,
        "document": fact.document,
        "evidence": [_evidence(evidence) for evidence in fact.evidence],
    }


def document_row(document: Document) -> Row:
    """Return a document as JSON values, without its text."""
    return {
        "uid": document.uid,
        "key": document.key,
        "title": document.title,
        "author": document.author,
        "url": document.url,
        "date": document.date.isoformat() if document.date else "",
        "date_source": document.date_source,
        "format": document.format,
        "digest": document.digest,
        "characters": len(document.text),
        "blocks": len(document.blocks),
    }


def drop_row(drop: Drop) -> Row:
    """Return a drop as JSON values; ``source`` is the key of the document."""
    return {
        "stage": drop.stage,
        "code": drop.code,
        "detail": drop.detail,
        "text": drop.text,
        "source": drop.document,
        "line": drop.line,
        "start": drop.start,
        "end": drop.end,
    }


def _option(option: Option) -> Row:
    return asdict(option)


def _source(source: Source) -> Row:
    return asdict(source)


def _part(part: Any) -> Any:
    return part if isinstance(part, str) else list(part)


def _qualifiers(phrases: tuple[Phrase, ...]) -> dict[str, str]:
    """Return the text of each role, with the roles always in one order."""
    found = {role: "; ".join(p.text for p in phrases if p.role == role) for role in ROLES}
    return {role: text for role, text in found.items() if text}


def _value(value: Value) -> Row:
    row: Row = {"role": value.role, "text": value.text, "type": value.type}
    if value.iso:
        row["iso"] = value.iso
    if value.number is not None:
        row["number"] = value.number
    if value.high is not None:
        row["high"] = value.high
    return row | {"unit": value.unit, "approximate": value.approximate}


def _evidence(evidence: Evidence) -> Row:
    return {
        "document": evidence.document,
        "title": evidence.title,
        "section": evidence.section,
        "sentence": evidence.text,
        "sentence_uid": evidence.sentence,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "extractor": evidence.extractor,
    }
