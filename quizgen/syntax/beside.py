"""The words before and behind a token, also where a text begins or ends."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def after(token: "Token", steps: int = 1) -> str:
    """Return the word so many places behind a token in lower case, "" where the text has ended."""
    at = token.i + steps
    return token.doc[at].lower_ if at < len(token.doc) else ""


def before(token: "Token", steps: int = 1) -> str:
    """Return the word so many places before a token in lower case, "" where the text had not begun."""
    return token.doc[token.i - steps].lower_ if token.i >= steps else ""
