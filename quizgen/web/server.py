"""The server: threads read what browsers ask, one thread answers.

Browsers open connections that they do not use yet, so each is read in a thread of its own. The answers all come from
the thread that called ``serve``, because the store belongs to it.
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue
from socketserver import TCPServer
from threading import Event, Thread
from typing import NamedTuple
from urllib.parse import parse_qsl

from quizgen.errors import UsageError
from quizgen.web.door import HOST, Door
from quizgen.web.messages import TEXT, Request, Response
from quizgen.web.pages import POLICY

_LARGEST = 100_000  # bytes of a form
_FORM = "application/x-www-form-urlencoded"
_PATIENCE = 10.0  # seconds that a silent connection is kept, and that the last page may take
_TICK = 0.5  # seconds after which a signal is noticed where waiting cannot be broken off
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class _Job(NamedTuple):
    request: Request
    response: "Future[Response]"
    sent: Event


class Server(ThreadingHTTPServer):
    """A server on the loopback address; ``port`` 0 takes a free one. Raises UsageError where the port is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let another program listen on the same port

    def __init__(self, *, port: int, token: str) -> None:
        self.jobs: Queue[_Job] = Queue()
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UsageError(
                f"The page cannot be opened: {reason}", where=f"port {port}", todo="Choose another --port, or none"
            ) from error
        self.door = Door(self.server_address[1], token)

    def server_bind(self) -> None:
        """Bind without asking the network for the name of this machine."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over browsers that hang up; say what else went wrong."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(server: Server, answer: Callable[[Request], Response]) -> None:
    """Answer requests until an answer is the last one, or the program is interrupted."""
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        while not _answered(server.jobs, answer):
            pass
    finally:
        server.shutdown()
        server.server_close()
        _refuse(server.jobs)


def _refuse(jobs: "Queue[_Job]") -> None:
    """Tell those who asked after the last answer, while the door was closing, that nobody will answer."""
    with suppress(Empty):
        while True:
            jobs.get_nowait().response.set_result(Response(status=503, type=TEXT, body="quizgen has ended.\n"))


def _answered(jobs: "Queue[_Job]", answer: Callable[[Request], Response]) -> bool:
    """Answer the next request, if one comes soon, and return whether that was the last."""
    try:
        job = jobs.get(timeout=_TICK)
    except Empty:
        return False
    try:
        response = answer(job.request)
    except BaseException:
        job.response.set_result(Response(status=500, type=TEXT, body="quizgen has ended with an error.\n"))
        job.sent.wait(_PATIENCE)
        raise
    job.response.set_result(response)
    if response.last:
        job.sent.wait(_PATIENCE)
    return response.last


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = _PATIENCE
    server_version, sys_version = "quizgen", ""
    error_message_format, error_content_type = "%(code)d %(message)s\n", TEXT

    def do_GET(self) -> None:
        """Show a page."""
        self._take(Request(method="GET"))

    def do_POST(self) -> None:
        """Do what a form says."""
        fields = self._fields()
        if fields is not None:
            self._take(Request(method="POST", fields=fields))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked comes from outside and could steer the terminal."""

    def _take(self, asked: Request) -> None:
        path = self.server.door.path(self.path, self.headers)
        if path is None or (asked.method == "POST" and not self.server.door.may_change(self.headers)):
            self.send_error(403, "Open the address that quizgen shows in the terminal")
            return
        job = _Job(Request(method=asked.method, path=path, fields=asked.fields), Future(), Event())
        self.server.jobs.put(job)
        try:
            self._send(job.response.result())
        finally:
            job.sent.set()

    def _fields(self) -> dict[str, str] | None:
        """Return the fields of a form; None where an error was sent instead."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get_content_type() != _FORM:
            self.send_error(415, "Send a form")
        elif not (length.isascii() and length.isdigit()):
            self.send_error(411, "Say how long the form is")
        elif int(length) > _LARGEST:
            self.send_error(413, "The form is too large")
        else:
            body = self.rfile.read(int(length)).decode("utf-8", "replace")
            return dict(parse_qsl(body, keep_blank_values=True))
        return None

    def _send(self, response: Response) -> None:
        body = response.body.encode("utf-8", "replace")
        self.send_response(response.status)
        self.send_header("Content-Type", response.type)
        self.send_header("Content-Length", str(len(body)))
        if response.place is not None:
            self.send_header("Location", f"/{self.server.door.token}/{response.place}")
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Send the headers that keep the page to itself, with errors too."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()
