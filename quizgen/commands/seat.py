"""Which quizzes are being played at this moment, so that no other window goes on with one of them.

A quiz holds one byte of a file beside the store, as long as its program runs: the system frees it, however that ends.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from quizgen import ids

_SUFFIX = "-play"
_DIGITS = 8  # of the number that stands for a quiz, in hex: a system knows no byte much farther on


class Seat:
    """Holds quizzes for this program; where no file can be made, as in a folder for reading, nobody is kept out."""

    def __init__(self, store: Path) -> None:
        self._file: IO[bytes] | None = None
        with suppress(OSError):
            self._file = store.with_name(store.name + _SUFFIX).open("ab+")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def take(self, session: str) -> bool:
        """Hold a quiz by its uid; tell whether it is free, since no other program holds it."""
        return self._file is None or _locked(self._file.fileno(), _place(session))

    def leave(self, session: str) -> None:
        """Hold a quiz no longer."""
        if self._file:
            with suppress(OSError):
                _set(self._file.fileno(), _place(session), held=False)


def _place(session: str) -> int:
    return int(ids.digest(session)[:_DIGITS], 16) >> 1


def _locked(file: int, place: int) -> bool:
    """Lock one byte; tell whether no other program has. Where a file system knows no locks, none has."""
    try:
        _set(file, place, held=True)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def _set(file: int, place: int, *, held: bool) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, place, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK if held else msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB if held else fcntl.LOCK_UN, 1, place, os.SEEK_SET)
