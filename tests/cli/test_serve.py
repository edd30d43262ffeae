"""``afterword serve`` and ``afterword demo``: one server on one port, a link that works once, a clean end."""

import http.cookiejar
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.test_workspace import shell_on


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(home: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """A server with what it said up to its link, and the link; stopped as Ctrl-C does."""
    here = {
        **os.environ,
        "AFTERWORD_HOME": str(home),
        "AFTERWORD_BROWSER": "no",
        "AFTERWORD_PROOF_ENGINE": "none",
    }
    command = [sys.executable, "-m", "afterword", *words]
    with subprocess.Popen(
        command, env=here, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        try:
            said = ""
            while "/login/" not in said:
                line = process.stdout.readline()
                assert line, f"it ended without a link:\n{said}"
                said += line
            yield process, said, line.strip()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)


def visit(link: str) -> tuple[int, str]:
    """What a browser that follows the link ends up with."""
    jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    request = urllib.request.Request(link, method="GET")
    with urllib.request.build_opener(jar).open(request) as answer:
        return int(answer.status), answer.read().decode()


def test_a_bare_start_serves_with_a_link_and_a_second_one_hands_out_another(
    tmp_path: Path, port: int
) -> None:
    home = tmp_path / "home"
    with serving(home, "--port", str(port)) as (process, said, link):
        assert "Afterword is running." in said
        assert link.startswith(f"http://127.0.0.1:{port}/login/?key=")
        assert visit(link)[0] == 200
        again = shell_on(home)("serve", "--port", str(port), "--no-browser")
        assert again.code == 0, again.err
        assert "running already" in again.out
        assert link not in again.out
        today = shell_on(home)("today")
        assert today.code == 0, today.err
    assert process.returncode == 0
    assert not (home / "serving.json").exists()


def test_a_port_that_another_program_has_is_named_with_a_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        answer = shell_on(tmp_path / "home")("serve", "--port", str(taken), "--no-browser")
    assert answer.code == 4
    assert f"Port {taken} on 127.0.0.1 is used by another program." in answer.err
    assert "Traceback" not in answer.err


def test_the_demo_is_filled_touches_nothing_and_leaves_nothing(
    tmp_path: Path, port: int, monkeypatch
) -> None:
    home, place = tmp_path / "home", tmp_path / "place"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    with serving(home, "demo", "--no-browser", "--port", str(port)) as (process, said, link):
        assert "sample workspace" in said
        assert len(list(place.iterdir())) == 1
        assert visit(link)[0] == 200
    assert process.returncode == 0
    assert list(place.iterdir()) == []
    assert not home.exists()
