"""The pages beside the questions: those that ask almost the same, and facts that contradict each other."""

from collections.abc import Sequence

from quizgen.model import Question
from quizgen.reviewing import Claim, Item, Quarrel
from quizgen.web.pages import KINDS, page, source, text, uid

_BACK = '<div class="bar"><a class="button" href="." data-key="Escape">Back to the questions <kbd>Esc</kbd></a></div>'


def similar(item: Item, others: Sequence[Question]) -> str:
    """Return the page on which one of several questions is kept that ask almost the same."""
    rows = "".join(_candidate(item.question, one, others) for one in (item.question, *others))
    body = (
        '<main><h1 tabindex="-1">Which of these should stay?</h1><p>It is accepted, and the others are rejected. Their '
        f"answers are right for the one that stays.</p>{rows}{source(item)}</main>"
    )
    return page("Merge similar questions", f"{body}\n{_BACK}")


def conflicts(quarrels: Sequence[Quarrel], notice: str) -> str:
    """Return the page on which a person says what is right where texts contradict each other.

    ``notice`` is HTML on what was done before.
    """
    rows = f"<p>{_said(len(quarrels))}</p>" + "".join(map(_quarrel, quarrels))
    return page("Contradictions", f'{notice}<main><h1 tabindex="-1">What is right?</h1>{rows}</main>\n{_BACK}')


def contradicting(number: int) -> str:
    """Return as HTML what is said at the beginning of contradictions, "" where there are none."""
    if not number:
        return ""
    button = '<a class="button" href="conflicts">Decide what is right</a>'
    return f'<div class="notice"><p class="wide" role="status">{_said(number)} {button}</p></div>'


def _said(number: int) -> str:
    places = "one place" if number == 1 else f"{number} places"
    return f"Your texts contradict each other in {places}. Nothing is asked about that until you decide."


def _candidate(current: Question, one: Question, others: Sequence[Question]) -> str:
    merged = "".join(f'<input type="hidden" name="other{n}" value="{text(o.uid)}">' for n, o in enumerate(others))
    return (
        f'<form method="post" action="merge" class="side">{uid(current)}{merged}<p><span class="kind">'
        f"{KINDS[one.kind]}</span><br><b>{text(one.prompt)}</b><br>{text(one.answer)}</p>"
        f'<button name="into" value="{text(one.uid)}">This one stays</button></form>'
    )


def _quarrel(quarrel: Quarrel) -> str:
    rows = "".join(map(_claim, quarrel.claims))
    first = text(quarrel.claims[0].uid)
    others = (
        f'<p><button name="all" value="{first}">All of them are right</button> '
        f'<button name="wrong" value="{first}">None of them is right</button></p>'
    )
    return f'<form method="post" action="settle" class="quarrel">{rows}{others}</form>'


def _claim(claim: Claim) -> str:
    where = " · ".join(filter(None, (claim.evidence.title, claim.evidence.section)))
    return (
        f'<div class="side"><p><b>{text(claim.said)}</b><br>{text(claim.evidence.text)}<br>'
        f'<small>{text(where)}</small></p><button name="right" value="{text(claim.uid)}">This is right</button></div>'
    )
