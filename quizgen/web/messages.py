"""What a browser asks and what it gets, without sockets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

HTML, JSON, TEXT = "text/html; charset=utf-8", "application/json", "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request that was let in: ``path`` is what stands behind the token, ``fields`` what a form sent."""

    method: str
    path: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What is sent back; ``place`` is where to go instead, relative to the token; ``last`` ends the server."""

    body: str = ""
    status: int = 200
    type: str = HTML
    place: str | None = None
    last: bool = False
