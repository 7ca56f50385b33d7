"""Who may come in: only a browser on this machine that was given the address with the token.

A page elsewhere can make a browser ask this server (DNS rebinding, forged forms), so the names in a request count too.
"""

import hmac
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

HOST = "127.0.0.1"
_SAME = ("same-origin", "none")


@dataclass(frozen=True, slots=True)
class Door:
    """The address of a server: its port, and the token that stands first in each path."""

    port: int
    token: str

    @property
    def address(self) -> str:
        """Return the address that lets a browser in."""
        return f"http://{HOST}:{self.port}/{self.token}/"

    def path(self, target: str, headers: Message) -> str | None:
        """Return what stands behind the token in the target of a request, None where it is not let in."""
        token, slash, rest = urlsplit(target).path.removeprefix("/").partition("/")
        known = hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())
        return rest if known and slash and headers.get("Host", "") in self._hosts else None

    def may_change(self, headers: Message) -> bool:
        """Say whether a request that changes something comes from a page of this server."""
        origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site")
        return (origin is None or origin in {f"http://{host}" for host in self._hosts}) and site in (None, *_SAME)

    @property
    def _hosts(self) -> tuple[str, ...]:
        return f"{HOST}:{self.port}", f"localhost:{self.port}"
