"""Bytes become the text that was meant."""

import pytest

from quizgen.errors import InputError
from quizgen.readers import decoding

TEXT = "The café’s owner — a Polish émigré — said “no”. The menu had twelve dishes, and the soup cost 5 €."


def decode(data: bytes) -> str:
    return decoding.decode(data, where="mill.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_of_either_byte_order() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_latin_1_that_a_page_declares() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź is a town with many mills.</body></html>'
    assert "Łódź is" in decode(page.encode("iso-8859-2"))


@pytest.mark.parametrize(
    ("mojibake", "text"),
    [
        ("The cafÃ© is old.", "The café is old."),
        ("The millerâ€™s dog.", "The miller’s dog."),
        ("The mill â€“ an old one.", "The mill – an old one."),
        ("He said â€œno.", "He said “no."),
        ("Line one.\nItâ€™s line two.\nLine three.", "Line one.\nIt’s line two.\nLine three."),
    ],
)
def test_mojibake_is_mended(mojibake: str, text: str) -> None:
    assert decode(mojibake.encode()) == text


@pytest.mark.parametrize(
    "text",
    [
        "“Typographic” quotes – and ‘others’ – stay.",
        "Âme and Ânon are French words.",
        "The fi ligature ﬁ and full width Ａ stay.",
        "AT&amp;T stays as it is written.",
        "São Paulo, Ærø, Þingvellir, Győr",
        "… … …",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert decode(text.encode()) == text


def test_line_ends_controls_and_normal_form() -> None:
    data = "one\r\ntwo\rthree\x0cfour\u2028five \x1b[31mred\x1b[0m e\u0301 \u202eback".encode()
    assert decode(data) == "one\ntwo\nthree\nfour\nfive red é back"


def test_a_broken_byte_does_not_change_the_encoding() -> None:
    text = decode((TEXT * 5).encode() + b" \xff end")
    assert text.startswith(TEXT)
    assert text.endswith("end")


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.5", b"\x89PNG\r\n", b"GIF89a", b"{\\rtf1 text}", b"SQLite format 3\0", b"a\0b"]
)
def test_other_formats_are_named(data: bytes) -> None:
    with pytest.raises(InputError, match="not text"):
        decode(data)
