"""Bytes of a file to text: encodings, mojibake, line ends."""

import re
import unicodedata
from pathlib import Path

from quizgen.errors import InputError
from quizgen.safe import clean_text

LARGEST = 50_000_000  # bytes of a file
_SAMPLE = 200_000  # bytes that are enough to tell an encoding
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FORMATS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "zip or office"),
    (b"\xd0\xcf\x11\xe0", "old office"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
)
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\u2028\u2029]")
# UTF-8 read as Windows-1252 or Latin-1: "â€™", "Ã©", "Â ".
_MOJIBAKE = re.compile(r"[\u00c2\u00c3][\u0080-\u00bf\u2018-\u201e\u20ac\u0152\u0160]|â(?:€|\u0080)|ï»¿")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def load(path: Path) -> bytes:
    """Return the content of a file of at most `LARGEST` bytes; raises InputError."""
    try:
        if path.is_dir():
            raise InputError("This is a folder, not a file", where=str(path), todo="Name a file in it")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError("No such file", where=str(path), todo="Check the name") from None
    except OSError as error:
        raise InputError(f"Cannot read the file: {error.strerror}", where=str(path)) from None
    if len(data) > LARGEST:
        todo = "Split it into chapters"
        raise InputError(f"The file is larger than {LARGEST // 1_000_000} MB", where=str(path), todo=todo)
    return data


def decode(data: bytes, *, where: str) -> str:
    """Return the text in NFC with ``\\n`` as line end and without control characters; raises InputError."""
    if not data.strip():
        raise InputError("The file is empty", where=where, todo="Give a file with text in it")
    text = _LINE_END.sub("\n", _text(data, where))
    text = unicodedata.normalize("NFC", clean_text(mended(text)))
    if not text.strip():
        raise InputError("The file is empty", where=where, todo="Give a file with text in it")
    _refuse_noise(text, where)
    return text


def _text(data: bytes, where: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    _refuse_binary(data, where)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _guessed(data, error.start)


def _refuse_binary(data: bytes, where: str) -> None:
    todo = "Save its text as .txt, .md or .html and read that"
    for mark, name in _FORMATS:
        if data.startswith(mark):
            raise InputError(f"This is a {name} file, not text", where=where, todo=todo)
    if b"\0" in data:
        raise InputError("This is a binary file, not text", where=where, todo=todo)


def _guessed(data: bytes, at: int) -> str:
    """Decode what is not UTF-8: damaged UTF-8, what a page declares, or what its bytes look like."""
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    if broken * 10 <= sum(1 for letter in damaged[: 10 * _SAMPLE] if letter > "\x7f") - broken:
        return damaged.removeprefix("\ufeff")
    found = _META.search(data[:4096])
    for encoding in (found[1].decode("ascii") if found else "", _detected(data, at), "cp1252"):
        try:
            return data.decode(_widened(encoding))
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


def _widened(encoding: str) -> str:
    """Pages that declare Latin-1 mean Windows-1252."""
    western = ("iso-8859-1", "latin-1", "latin1", "us-ascii")
    return "cp1252" if encoding.lower().replace("_", "-") in western else encoding


def _detected(data: bytes, at: int) -> str:
    from charset_normalizer import from_bytes  # 20 ms, for files that are not UTF-8 only

    start = max(0, at - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    matches = from_bytes(sample, steps=5, chunk_size=512)
    likely = {match.encoding for match in matches}
    best = matches.best()
    # Western code pages differ in rare letters; English texts outside UTF-8 are nearly always Windows-1252.
    if best is None or likely & {"cp1252", "latin_1"} or best.encoding.startswith(("cp125", "iso8859", "latin", "mac")):
        return "" if best is None or _is_latin_text(sample) else str(best.encoding)
    return str(best.encoding)


def _is_latin_text(sample: bytes) -> bool:
    """Mostly ASCII letters, so that the other bytes are accents and typographic signs."""
    return sum(1 for byte in sample if byte > 0x7F) * 10 < len(sample)


def mended(text: str) -> str:
    """Return a text without mojibake."""
    if not _MOJIBAKE.search(text):
        return text
    from ftfy import TextFixerConfig, fix_encoding  # 50 ms, for suspicious text only

    config = TextFixerConfig(unescape_html=False, uncurl_quotes=False, normalization=None, fix_line_breaks=False)
    lines = text.split("\n")
    return "\n".join(fix_encoding(line, config) if _MOJIBAKE.search(line) else line for line in lines)


def _refuse_noise(text: str, where: str) -> None:
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    noise = len(sample) > 200 and letters * 5 < len("".join(sample.split()))
    if noise or sample.count("\ufffd") * 20 > len(sample):
        raise InputError("The file holds hardly any text", where=where, todo="Give a file with sentences in it")
