"""The note types of the decks: what Anki compares when a package is imported again.

Everything here is frozen, since Anki skips the notes of a type whose fields have moved: fields and templates keep
their ids and places, and something new goes into one of the spare fields. Templates and style may change; then VERSION
goes up by one, or Anki keeps the old ones.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quizgen import ids

VERSION = 1  # of templates and style
# The time that Anki compares, in seconds. It is long past, so that templates of the user's own are always newer.
MOD = 1_600_000_000 + VERSION

FIELDS = (
    "Question",
    "Answer",
    "Accepted",
    "Options",
    "Instruction",
    "Hint",
    "Explanation",
    "Sentence",
    "Title",
    "Section",
    "Link",
    "Notice",
    "Kind",
    "Uid",
    "Extra1",
    "Extra2",
    "Extra3",
    "Extra4",
)

_TELLS = {
    "Question": "What is asked",
    "Answer": "What is right",
    "Accepted": "Other answers that are right",
    "Options": "What to choose from, to order or to match",
    "Sentence": "The words of the source, with the answer marked",
    "Link": "Web address of the source",
    "Kind": "Used by the card; please leave it",
    "Uid": "Used by the card; please leave it",
}
_MACHINERY = ("Kind", "Uid", "Extra1", "Extra2", "Extra3", "Extra4")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteType:
    """A note type in Anki's own terms; ``fields`` and ``templates`` are what its ``flds`` and ``tmpls`` hold."""

    id: int
    name: str
    cloze: bool
    front: str
    back: str
    css: str

    @property
    def fields(self) -> list[dict[str, object]]:
        """The fields with their fixed ids, folded away in the editor where they are not for reading."""
        return [
            {
                "name": name,
                "id": ids.anki_integer("field", self.name, name),
                "description": _TELLS.get(name, ""),
                "collapsed": name in _MACHINERY,
                "excludeFromSearch": name == "Kind",
            }
            for name in FIELDS
        ]

    @property
    def templates(self) -> list[dict[str, object]]:
        """The only template."""
        number = ids.anki_integer("template", self.name, "Card")
        return [{"name": "Card", "id": number, "qfmt": self.front, "afmt": self.back}]


@cache
def basic() -> NoteType:
    """Return the type of every kind of question but the cloze; one type, so that a kind may change."""
    return _note_type("quizgen", cloze=False)


@cache
def cloze() -> NoteType:
    """Return the type of cloze questions; its first field holds the text with the gap."""
    return _note_type("quizgen Cloze", cloze=True)


def _note_type(name: str, *, cloze: bool) -> NoteType:
    front, back = (_resource(side) + _resource("shuffle.html") for side in ("front.html", "back.html"))
    if cloze:
        front, back = (side.replace("{{Question}}", "{{cloze:Question}}") for side in (front, back))
        back = back.replace('<div class="answer" dir="auto">{{Answer}}</div>\n', "")
    return NoteType(
        id=ids.anki_integer("notetype", name),
        name=name,
        cloze=cloze,
        front=front,
        back=back,
        css=_resource("style.css"),
    )


def _resource(name: str) -> str:
    return files("quizgen").joinpath("resources", "anki", name).read_text(encoding="utf-8")
