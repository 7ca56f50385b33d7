"""``review --web`` from its address to its end."""

import http.client
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cli_course import Invoke


def started(folder: Path, *options: str) -> tuple["subprocess.Popen[str]", str]:
    """Start the program and return it with the address that it says."""
    program = subprocess.Popen(
        [sys.executable, "-m", "quizgen", "review", "--web", *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests run in the background, Ctrl-C may be ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert program.stdout
    return program, next(line.strip() for line in program.stdout if "http" in line)


def fetch(address: str, method: str = "GET", path: str = "", body: str | None = None) -> tuple[int, str]:
    parts = urlsplit(address)
    assert parts.hostname == "127.0.0.1" and parts.port
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
    connection.request(method, parts.path + path, body, headers)
    response = connection.getresponse()
    said = response.status, response.read().decode()
    connection.close()
    return said


@pytest.mark.model
@pytest.mark.terminal
@pytest.mark.parametrize("end", [signal.SIGINT, None], ids=["ctrl-c", "finish"])
def test_it_ends_well_and_everything_is_stored(course: Path, invoke: Invoke, end: signal.Signals | None) -> None:
    program, address = started(course)
    status, page = fetch(address)
    uid = page.partition('name="uid" value="')[2].partition('"')[0]
    assert (status, uid[:2]) == (200, "q_")
    assert fetch(address, "POST", "accept", f"uid={uid}")[0] == 303
    if end:
        program.send_signal(end)
    else:
        assert "Everything is saved" in fetch(address, "POST", "finish", "")[1]
    out, err = program.communicate(timeout=30)
    assert (program.returncode, err) == (0, "")
    assert "Done: 1 accepted, 0 rejected, 0 edited" in out
    assert [row["uid"] for row in invoke("questions", "--status", "kept", "--format", "jsonl").rows] == [uid]


@pytest.mark.model
@pytest.mark.terminal
def test_each_start_has_another_address_and_a_taken_port_is_said(course: Path, invoke: Invoke) -> None:
    program, address = started(course)
    port = str(urlsplit(address).port)
    done = invoke("review", "--web", "--port", port)
    assert (done.code, f"port {port}" in done.err) == (2, True)
    program.kill()
    program.communicate()
    again, other = started(course, "--port", port)
    again.kill()
    again.communicate()
    assert (urlsplit(other).port, urlsplit(other).path != urlsplit(address).path) == (int(port), True)


@pytest.mark.model
def test_with_nothing_to_review_no_page_is_opened(course: Path, invoke: Invoke) -> None:
    uids = [row["uid"] for row in invoke("questions", "--format", "jsonl").rows]
    invoke("keep", *uids)
    assert invoke("review", "--web").code == 8
