"""When a work came out, from the year behind or before its title: "her novel The Tide (1926)", "his 1922 film Dawn"."""

import re
from collections.abc import Iterator

from quizgen import lexicon
from quizgen.extract.context import Context
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Value, Verb

_PRINTED = "novel|novella|book|memoir|textbook|autobiography|treatise|essay|pamphlet|poem"
_SHOWN = "film|feature|feature film|documentary|album"
_NOUN = rf"(?P<noun>{_PRINTED}|{_SHOWN})s?"
_WORD = r"[A-Z][\w’'-]*"
_JOINING = r"(?:of|the|a|an|and|to|in|for|on|with|from|at|by|or|de|la|du|des)"
_TITLE = rf"[“\"]?(?P<title>{_WORD}(?:,? (?:{_JOINING} ){{0,2}}{_WORD})*)[”\"]?"
_YEAR = r"(?P<year>1[4-9]\d\d|20[0-4]\d)"
_BEHIND = re.compile(rf"\b(?:{_NOUN}|wrote|published) {_TITLE} \({_YEAR}\)")
_FURTHER = re.compile(rf",? (?:and )?{_TITLE} \({_YEAR}\)")
_BEFORE = re.compile(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|['’]s?) {_YEAR} {_NOUN} {_TITLE}(?=[.,;]| (?:was|is|has|had)\b)"
)
_CAME_OUT = {
    base: Verb(
        lemma=base,
        text=f"was {base}{tail}",
        base=base,
        past=f"{base}{tail}",
        participle=f"{base}{tail}",
        aux=("was",),
        tense="past",
        passive=True,
    )
    for base, tail in (("publish", "ed"), ("release", "d"))
}


def published(context: Context) -> Iterator[FactDraft]:
    """Yield the year in which a book or a film came out.

    Example: Her novels The Low Tide (1926) and A Winter in Kiel (1929) sold well.
        -> event | The Low Tide | was published | None
        -> event | A Winter in Kiel | was published | None
    Example: His 1931 film Morning Lights was a failure.
        -> event | Morning Lights | was released | None
    Example: The novelist Ada Brook (1926) wrote about Kiel.
        -> none
    """
    start, end = context.reading.whole
    text = context.document.text[start:end]
    if "(" in text:
        for first in _BEHIND.finditer(text):
            yield from _told(first, first, start)
            further = _FURTHER.match(text, first.end())
            while further:
                yield from _told(further, first, start)
                further = _FURTHER.match(text, further.end())
    for found in _BEFORE.finditer(text):
        yield from _told(found, found, start)


def _told(found: re.Match[str], cue: re.Match[str], offset: int) -> Iterator[FactDraft]:
    """Yield when a work came out whose title and year were found; the cue says what it is."""
    noun = cue["noun"] or ""
    if not noun and not _is_title(found["title"]):
        return
    verb = _CAME_OUT["release" if noun in _SHOWN.split("|") else "publish"]
    title, year = found["title"], found["year"]
    subject = Phrase(
        text=title,
        start=offset + found.start("title"),
        end=offset + found.end("title"),
        role="subject",
        type=PhraseType.WORK,
        head=noun or title.split(" ")[-1].lower(),
        proper=True,
    )
    when = Phrase(
        text=year,
        start=offset + found.start("year"),
        end=offset + found.end("year"),
        role="time",
        type=PhraseType.DATE,
        head=year,
        prep="in",
        position=1,
        values=(Value(role="time", text=year, type="date", iso=year),),
    )
    yield FactDraft(
        kind=FactKind.EVENT,
        subject=subject,
        relation=verb.text,
        qualifiers=(when,),
        verb=verb,
        extractor="published",
        start=min(subject.start, when.start),
        end=max(subject.end, when.end),
    )


def _is_title(text: str) -> bool:
    """Return whether a name is rather a work's than an author's: "wrote Mary Wu (2019)"."""
    return text.startswith(("The ", "A ", "An ")) or (" " in text and not lexicon.known_person(text))


PATTERNS = (published,)
