"""Exceptions with exit codes.

QuizgenError
├── UsageError      2   the call asks for something that cannot be meant
├── InputError      3   a source cannot be read
├── StoreError      4   the store is missing, locked, damaged or newer than this program
│                       (StoreMissing, StoreDamaged, StoreLocked, StoreReadOnly, SchemaTooNew)
├── ModelError      5   the language model is missing or is not the one that was recorded
├── TemplateError   6   a template pack is broken
├── OutputError     7   an output file cannot be written
└── NothingToDo     8   the selection is empty

The library raises these; only the command line prints them.
"""

from typing import ClassVar

# What a rule of language may meet in a text that nobody foresaw. One sentence or fact is then left out with the reason
# code "failed", so that the others are not lost; the tests empty this, so that no fault stays hidden.
UNFORESEEN: tuple[type[Exception], ...] = (Exception,)


class QuizgenError(Exception):
    """A failure that a user can understand: what happened, where, and what to do next.

    ``str(error)`` is one line: ``what (where). todo``, without an ``Error:`` prefix.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(what, where, todo)

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        advice = f" {self.todo.rstrip('.')}." if self.todo else ""
        return f"{self.what.rstrip('.')}{place}.{advice}"


class UsageError(QuizgenError):
    """The call asks for something that cannot be meant, such as an unknown id."""

    exit_code = 2


class InputError(QuizgenError):
    """A source cannot be read: missing, binary, empty, too large, not English."""

    exit_code = 3


class StoreError(QuizgenError):
    """The store is missing, locked, read-only, damaged or newer than this program."""

    exit_code = 4


class StoreMissing(StoreError):
    """There is no store at this path."""


class StoreDamaged(StoreError):
    """The file is no store of ours, or what it holds cannot be read."""


class StoreLocked(StoreError):
    """Another program is writing to the store."""


class StoreReadOnly(StoreError):
    """The store may be read but not written."""


class SchemaTooNew(StoreError):
    """The store was written by a newer quizgen; this one must not touch it."""


class ModelError(QuizgenError):
    """The language model is missing, or its files are not the recorded ones."""

    exit_code = 5


class TemplateError(QuizgenError):
    """A template pack cannot be used; the message names the file and the key."""

    exit_code = 6


class OutputError(QuizgenError):
    """An output file cannot be written; nothing half written is left behind."""

    exit_code = 7


class NothingToDo(QuizgenError):
    """The selection is empty, so there is nothing to write, ask or show."""

    exit_code = 8
