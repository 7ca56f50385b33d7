"""Only a browser on this machine that has the address comes in, and nothing it sends can harm."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from threading import Event, Thread

import pytest

from quizgen.errors import UsageError
from quizgen.web import Request, Response, Server, serve
from quizgen.web.pages import POLICY

TOKEN = "right-token"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def asked() -> list[Request]:
    return []


@pytest.fixture
def server(asked: list[Request]) -> Iterator[Server]:
    """Serve in a thread: a request to "end" is the last one, one to "away" leads elsewhere."""

    def answer(request: Request) -> Response:
        asked.append(request)
        place = "there" if request.path == "away" else None
        return Response(body="héllo", status=303 if place else 200, place=place, last=request.path == "end")

    with Server(port=0, token=TOKEN) as made:
        thread = Thread(target=serve, args=(made, answer))
        thread.start()
        yield made
        with suppress(OSError):  # a test may have ended it, and what comes too late for that is not answered
            call(made, "GET", f"/{TOKEN}/end")
        thread.join(10)
        assert not thread.is_alive()


def call(
    server: Server, method: str, path: str, body: str | None = None, **headers: str
) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.door.port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body is not None:
        named = FORM | named
    with closing(connection):
        connection.request(method, path, body, named)
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read().decode()


def test_the_address_lets_a_browser_in(server: Server, asked: list[Request]) -> None:
    assert server.door.address == f"http://127.0.0.1:{server.door.port}/{TOKEN}/"
    status, headers, body = call(server, "GET", f"/{TOKEN}/edit?x=1")
    assert (status, body, asked) == (200, "héllo", [Request(method="GET", path="edit")])
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Python" not in headers["Server"]


def test_a_form_is_read_and_leads_back(server: Server, asked: list[Request]) -> None:
    status, headers, _ = call(server, "POST", f"/{TOKEN}/away", "uid=q_1&prompt=a+b%0D%0A%C3%A9&accept=")
    assert (status, headers["Location"]) == (303, f"/{TOKEN}/there")
    assert asked == [Request(method="POST", path="away", fields={"uid": "q_1", "prompt": "a b\r\né", "accept": ""})]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/wrong/", {}),
        (f"/{TOKEN}", {}),
        (f"/{TOKEN}x/", {}),
        ("/%72ight-token/", {}),
        (f"/{TOKEN}/", {"Host": "evil.example"}),
        (f"/{TOKEN}/", {"Host": "evil.example:{port}"}),
        (f"/{TOKEN}/", {"Host": "127.0.0.1"}),
        (f"/{TOKEN}/", {"Host": "127.0.0.1:1"}),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_others_stay_outside(
    server: Server, asked: list[Request], method: str, path: str, headers: dict[str, str]
) -> None:
    named = {name: value.format(port=server.door.port) for name, value in headers.items()}
    status, sent, body = call(server, method, path, "" if method == "POST" else None, **named)
    assert (status, TOKEN in body, asked) == (403, False, [])
    assert sent["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_forged_forms_change_nothing(server: Server, asked: list[Request], headers: dict[str, str]) -> None:
    named = {name: value.format(port=server.door.port) for name, value in headers.items()}
    assert call(server, "POST", f"/{TOKEN}/accept", "uid=q_1", **named)[0] == 403
    assert asked == []


def test_its_own_pages_may_change(server: Server, asked: list[Request]) -> None:
    for host in (f"127.0.0.1:{server.door.port}", f"localhost:{server.door.port}"):
        headers = {"Host": host, "Origin": f"http://{host}", "Sec_Fetch_Site": "same-origin"}
        assert call(server, "POST", f"/{TOKEN}/accept", "", **headers)[0] == 200
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ("{}", {"Content_Type": "application/json"}, 415),
        ("a=b", {"Content_Type": "text/plain"}, 415),
        ("a=b", {"Content_Length": "-1"}, 411),
        ("a=b", {"Content_Length": "1_0"}, 411),
        ("a=b", {"Content_Length": "99999999999"}, 413),
    ],
)
def test_what_is_no_form_is_refused(
    server: Server, asked: list[Request], body: str, headers: dict[str, str], status: int
) -> None:
    assert call(server, "POST", f"/{TOKEN}/accept", body, **headers)[0] == status
    assert asked == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "\x1b[2J"])
def test_other_methods_are_unknown(server: Server, asked: list[Request], method: str) -> None:
    with socket.create_connection(("127.0.0.1", server.door.port), timeout=10) as raw:
        raw.sendall(f"{method} /{TOKEN}/ HTTP/1.0\r\n\r\n".encode())
        assert b" 501 " in raw.makefile("rb").readline()
    assert asked == []


def test_silent_connections_keep_nobody_waiting(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.door.port)):
        assert call(server, "GET", f"/{TOKEN}/")[0] == 200


def test_hostile_requests_print_nothing(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(("127.0.0.1", server.door.port), timeout=10) as raw:
        raw.sendall(b"GET /\xc3\xa9\x1b]0;x\x07 HTTP/1.0\r\n\r\n")
        assert b"\x1b" not in raw.makefile("rb").read()
    with socket.create_connection(("127.0.0.1", server.door.port)) as raw:
        raw.sendall(f"GET /{TOKEN}/ HTTP/1.0\r\nHost: 127.0.0.1:{server.door.port}\r\n\r\n".encode())
    assert call(server, "GET", f"/{TOKEN}/")[0] == 200
    assert capfd.readouterr() == ("", "")


def test_only_this_machine_can_ask(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_the_last_answer_arrives_and_ends_the_server(server: Server) -> None:
    assert call(server, "GET", f"/{TOKEN}/end")[2] == "héllo"


def test_who_asks_while_the_server_ends_is_told() -> None:
    started = Event()

    def answer(request: Request) -> Response:
        if not started.is_set():
            started.set()
            late.start()
            while made.jobs.empty():
                pass
        return Response(body="bye", last=True)

    said: list[int] = []
    with Server(port=0, token=TOKEN) as made:
        late = Thread(target=lambda: said.append(call(made, "GET", f"/{TOKEN}/")[0]))
        thread = Thread(target=serve, args=(made, answer))
        thread.start()
        assert call(made, "GET", f"/{TOKEN}/end")[2] == "bye"
        thread.join(10)
        late.join(10)
    assert said == [503]


def test_an_error_reaches_the_browser_and_the_caller() -> None:
    def answer(request: Request) -> Response:
        raise RuntimeError("broken")

    failures: list[Exception] = []

    def run() -> None:
        try:
            serve(made, answer)
        except RuntimeError as error:
            failures.append(error)

    with Server(port=0, token=TOKEN) as made:
        thread = Thread(target=run)
        thread.start()
        assert call(made, "GET", f"/{TOKEN}/")[0] == 500
        thread.join(10)
    assert [str(error) for error in failures] == ["broken"]


def test_a_taken_port_is_said() -> None:
    with Server(port=0, token=TOKEN) as first, pytest.raises(UsageError, match="Choose another --port"):
        Server(port=first.door.port, token=TOKEN)
