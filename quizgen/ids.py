"""Normal form, tagged content hashes and the integers that Anki wants.

An id says what a thing is, never how it was found: no version, score, offset or wording goes into one.
"""

import hashlib
import json
import re
import unicodedata
from functools import lru_cache

RECIPE = "1"
SHORT = 10  # characters of an id that people see

_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


@lru_cache(maxsize=1 << 13)
def normal(text: str) -> str:
    """Return the form in which two spellings of one text are equal: NFC, case-folded, plain quotes, single spaces."""
    folded = unicodedata.normalize("NFC", text).translate(_QUOTES).casefold()
    return _SPACE.sub(" ", folded).strip()


def make(kind: str, *parts: str) -> str:
    """Return the id of a thing of ``kind`` made of ``parts``, such as ``q_1f…`` (prefix and 32 hex digits).

    The parts are hashed as a JSON array, since joined strings collide.
    """
    payload = json.dumps([kind, RECIPE, *map(normal, parts)], ensure_ascii=False, separators=(",", ":"))
    return f"{kind[0]}_{digest(payload)}"


def short(uid: str) -> str:
    """Return as much of an id as people need to see and type."""
    return uid[:SHORT]


def digest(text: str) -> str:
    """Return blake2b-128 of a text as 32 hex digits."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def document(key: str) -> str:
    """Return the id of the document with this key; keys are paths, so their case counts."""
    return f"d_{digest(json.dumps(['document', RECIPE, key], ensure_ascii=False))}"


def sentence(document_uid: str, text: str, repeat: int) -> str:
    """Return the id of the ``repeat``-th (0-based) sentence of a document that reads ``text``."""
    return make("sentence", document_uid, text, str(repeat))


def fact(kind: str, subject: str, relation: str, object_: str, qualifiers: list[str]) -> str:
    """Return the id of a statement; the same statement in two documents is one fact."""
    return make("fact", kind, subject, relation, object_, *qualifiers)


def question(fact_uids: tuple[str, ...], template: str, slot: str) -> str:
    """Return the id of the question that ``template`` asks about ``slot`` of these facts; rewording keeps it."""
    return make("question", template, slot, *fact_uids)


def anki_integer(*parts: str) -> int:
    """Return a stable positive 31-bit integer for Anki's notetype, deck, field and template ids."""
    return int(digest(json.dumps(["anki", *parts], separators=(",", ":")))[:8], 16) & 0x7FFFFFFF | 1 << 30


def anki_guid(question_uid: str) -> str:
    """Return the note guid of a question, in a namespace of our own so that no other tool's guid equals it."""
    return digest(json.dumps(["quizgen", question_uid], separators=(",", ":")))[:20]
