"""Reads files and shelves them under the identity that they already have."""

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen import ids
from quizgen.errors import InputError, UsageError
from quizgen.model import Document, Report
from quizgen.pipeline.progress import Progress, note_run, told
from quizgen.store import Shelved, Store

Read = Callable[..., Document]
Sources = Callable[[Sequence[Path]], list[Path]]

OUTCOMES = ("new", "changed", "moved", "revived", "unchanged", "retired")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that was read: where it lies, as the store says it, and what it says."""

    path: str
    key: str
    document: Document


def ingest(
    store: Store,
    paths: Sequence[Path],
    *,
    folder: Path,
    now: int,
    date: dt.date | None = None,
    as_key: str | None = None,
    sync: bool = False,
    progress: Progress | None = None,
    read: Read | None = None,
    sources: Sources | None = None,
) -> Report:
    """Read files, and folders with what is below them, into the store; ``folder`` is the course folder.

    A file keeps the document that it was, also when it was moved; with ``sync`` the documents of ``paths`` whose file
    is gone retire. Files that cannot be read are skipped and reported. Raises UsageError for two files with one key,
    and InputError where nothing could be read.
    """
    from quizgen import readers

    folder = _absolute(folder)
    skipped: list[tuple[Path, InputError]] = []
    files = list(_files(paths, sources or readers.sources, skipped))
    _refuse_one_key_for_many(as_key, files)
    shelf = _Shelf(store, folder, read or readers.read, date, as_key, now)
    found = list(shelf.read(files, skipped, progress))
    if skipped and not found:
        raise skipped[0][1]
    shelf.check(found)
    counts = Counter(shelf.put(one) for one in shelf.movers_first(found))
    if sync:
        counts["retired"] = shelf.retire(paths)
    report = _report(found, counts, skipped)
    note_run(store, "ingest", report.counts, changes=counts.total() - counts["unchanged"], now=now)
    return report


def _check_name(path: str) -> None:
    """Raise InputError where bytes of a file's name stand for no characters, since a key is text."""
    if any("\ud800" <= char <= "\udfff" for char in path):
        raise InputError("The name of the file is not UTF-8", where=ascii(path)[1:-1], todo="Rename it")


class _Shelf:
    """Decides which document a file is, and shelves it."""

    def __init__(
        self, store: Store, folder: Path, read: Read, date: dt.date | None, as_key: str | None, now: int
    ) -> None:
        self.store, self.folder, self.reader = store, folder, read
        self.date, self.as_key, self.now = date, as_key, now
        self.digests: dict[str, str] = {}

    def read(
        self, files: Sequence[Path], skipped: list[tuple[Path, InputError]], progress: Progress | None
    ) -> Iterator[Found]:
        """Yield what the files say, once each; what cannot be read goes to ``skipped``."""
        for file in told(files, map(str, files), progress):
            path = self._path(file)
            try:
                _check_name(path)
                known = self.store.shelf(path=path)
                key = self.as_key or (known.key if known else self._key(file, path))
                document = self.reader(file, key=key, date=self.date)
            except InputError as error:
                skipped.append((file, error))
            else:
                self.digests[path] = document.digest
                yield Found(path=path, key=key, document=document)

    def check(self, found: Sequence[Found]) -> None:
        """Raise UsageError where two different files claim one key."""
        owners = {one.key: one for one in found}
        for one in found:
            rival = owners[one.key]
            if rival.path != one.path and rival.document.digest != one.document.digest:
                raise _two_files(one.key, one.path, rival.path)
            self._check_stored(one)

    def _check_stored(self, one: Found) -> None:
        stored, here = self.store.shelf(key=one.key), self.store.shelf(path=one.path)
        if stored is None or stored.path == one.path:
            return
        if here is not None:
            raise UsageError(f"The file is the document {here.key!r} already", where=one.path, todo="Leave out --as")
        if not self.as_key and stored.digest != one.document.digest and self._has_file(stored):
            raise _two_files(one.key, one.path, stored.path)

    def movers_first(self, found: Sequence[Found]) -> list[Found]:
        """Return the files with unknown paths first, that a new file in an old place does not take their identity."""
        return sorted(found, key=lambda one: self.store.shelf(path=one.path) is not None)

    def put(self, found: Found) -> str:
        """Shelve a file and return what came of it; see ``OUTCOMES``."""
        with self.store.transaction():
            known = self._known(found)
            if known is None:
                self._write(found, self._free_uid(found.key))
                return "new"
            moved = (known.key, known.path) != (found.key, found.path)
            if moved:
                self.store.move_document(known.uid, key=found.key, path=found.path, now=self.now)
            if known.retired:
                self.store.revive_document(known.uid, now=self.now)
            changed = self._rewrite(found, known)
            return _outcome(changed, moved, known.retired)

    def retire(self, paths: Iterable[Path]) -> int:
        """Retire the documents below folders whose file is gone; return how many."""
        below = [self._path(path) for path in paths if path.is_dir()]
        gone = [one for one in self.store.shelved() if any(_inside(one.path, at) for at in below)]
        gone = [one for one in gone if not self._has_file(one)]
        for one in gone:
            self.store.retire_document(one.uid, now=self.now)
        return len(gone)

    def _known(self, found: Found) -> Shelved | None:
        """Return the document that a file is: the one at its path, at its key, or the one that was moved here."""
        same = self.store.shelf(path=found.path) or self.store.shelf(key=found.key)
        return same or next((one for one in self.store.same_text(found.document.digest) if self._left(one)), None)

    def _left(self, one: Shelved) -> bool:
        """Say whether a document's file is gone, or says something else now."""
        return not self._has_file(one) or self.digests.get(one.path, one.digest) != one.digest

    def _has_file(self, one: Shelved) -> bool:
        return (self.folder / one.path).exists()

    def _rewrite(self, found: Found, known: Shelved) -> bool:
        """Store a document again where it differs; False where it does not."""
        stored = self.store.document(known.uid)
        document = self._lasting(replace(found.document, uid=known.uid, key=found.key), stored, found.path)
        self.store.write_drops(known.uid, "ingest", document.drops)
        if replace(document, drops=()) == stored:
            return False
        self.store.write_document(document, path=found.path, now=self.now)
        return True

    def _lasting(self, document: Document, stored: Document, path: str) -> Document:
        """Return a document with what it once was given: a day, and the file's first name where it has no title.

        Both stand on cards, which must not change because a file is moved.
        """
        from quizgen import readers

        if self.date is None and stored.date_source == "option":
            document = replace(document, date=stored.date, date_source="option")
        untitled = document.title == readers.title_of(Path(path).stem)
        return replace(document, title=stored.title) if untitled else document

    def _write(self, found: Found, uid: str) -> None:
        self.store.write_document(replace(found.document, uid=uid, key=found.key), path=found.path, now=self.now)

    def _free_uid(self, key: str) -> str:
        """Return an id for a new document; that of its key may still belong to one that was moved away."""
        number, uid = 1, ids.document(key)
        while self.store.shelf(uid=uid):
            number += 1
            uid = ids.document(f"{key}#{number}")
        return uid

    def _path(self, file: Path) -> str:
        """Return where a file lies: relative to the course folder, absolute outside it."""
        place = _absolute(file)
        for here, top in ((place, self.folder), (place.resolve(), self.folder.resolve())):
            if here.is_relative_to(top):
                return here.relative_to(top).as_posix()
        return place.as_posix()

    def _key(self, file: Path, path: str) -> str:
        return f"external/{file.name}" if Path(path).is_absolute() else path


def _files(paths: Sequence[Path], sources: Sources, skipped: list[tuple[Path, InputError]]) -> Iterator[Path]:
    """Yield each file once; what is not there goes to ``skipped``."""
    seen: set[Path] = set()
    for path in paths:
        try:
            found = sources([path])
        except InputError as error:
            skipped.append((path, error))
            continue
        for file in found:
            place = _absolute(file)
            if place not in seen:
                seen.add(place)
                yield file


def _refuse_one_key_for_many(as_key: str | None, files: Sequence[Path]) -> None:
    if as_key is not None and len(files) > 1:
        raise UsageError(f"The key {as_key!r} can be given to one file only", todo="Name one file with --as")
    if as_key is not None and (not as_key.strip() or as_key.startswith("/")):
        raise UsageError(f"{as_key!r} is no key", todo="Give a relative path, such as chapters/moon.txt")


def _two_files(key: str, one: str, other: str) -> UsageError:
    return UsageError(f"Two files have the key {key!r}", where=f"{other}, {one}", todo="Name one with --as KEY")


def _absolute(path: Path) -> Path:
    """Return a path without ``..``; links stay, since a course may be made of them."""
    return Path(os.path.normpath(path.absolute()))


def _inside(path: str, folder: str) -> bool:
    if folder == ".":
        return not Path(path).is_absolute()
    return path.startswith(folder.rstrip("/") + "/")


def _outcome(changed: bool, moved: bool, revived: bool) -> str:
    return "revived" if revived else "moved" if moved else "changed" if changed else "unchanged"


def _report(found: Sequence[Found], counts: Counter[str], skipped: Sequence[tuple[Path, InputError]]) -> Report:
    return Report(
        counts={"documents": len(found), **{name: counts[name] for name in OUTCOMES}},
        skipped=tuple((str(path), str(error)) for path, error in skipped),
        drops=dict(sorted(Counter(drop.code for one in found for drop in one.document.drops).items())),
    )
