"""Writes a whole file or none."""

import errno
import os
from pathlib import Path

from quizgen.errors import OutputError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` in one step, making the folder where it is missing.

    Raises OutputError; then the old file is still there and nothing half written is left.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f".quizgen-{os.getpid()}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(None, "Is a directory")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_through(part, content)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        todo = "Make room there, or choose another place" if error.errno in _FULL else "Choose another place"
        raise OutputError(f"Cannot write the file: {reason}", where=str(path), todo=todo) from error
    _sync_folder(target.parent)


def _write_through(part: Path, content: bytes) -> None:
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut; systems that cannot open a folder do without."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
