"""A real server on a spare port and a real Chromium, at moments the journey chooses.

Between two moments the server is stopped and started again on the same workspace, so that everything a
journey relies on has gone through the disk.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}
START_WITHIN = 30.0  # seconds


@dataclass
class App:
    """Afterword on a workspace of its own; ``at`` starts it at a moment (ISO 8601 with offset)."""

    home: Path
    port: int
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def at(self, moment: str, *command: str) -> str:
        """(Re)start at ``moment``, with the sample when the command is "demo"; the value is a login link."""
        self.stop()
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("AFTERWORD_")},
            "AFTERWORD_HOME": str(self.home),
            "AFTERWORD_PORT": str(self.port),
            "AFTERWORD_NOW": moment,
            "AFTERWORD_BROWSER": "no",
            "AFTERWORD_PROOF_ENGINE": "none",
            "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "afterword", *command],
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return self._link()

    def stop(self) -> None:
        """Stop it as Ctrl-C does."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(10)
        if self._process and self._process.stdout:
            self._process.stdout.close()
        self._process = None

    def _link(self) -> str:
        assert self._process
        assert self._process.stdout
        said = ""
        started = time.monotonic()
        while time.monotonic() - started < START_WITHIN:
            line = self._process.stdout.readline()
            said += line
            if "key=" in line:
                return next(word for word in line.split() if "key=" in word)
            if not line:
                break
        raise AssertionError(f"Afterword did not start:\n{said}")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """An Afterword that is not started yet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = App(tmp_path / "home", port)
    yield app
    app.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright."""
    if not CHROMIUM:
        pytest.skip("NO CHROMIUM: the journeys were not run. Install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=sorted(SIZES))
def size(request: pytest.FixtureRequest) -> str:
    """Phone and desk, in turn."""
    return str(request.param)


@pytest.fixture
def context(browser: Browser, size: str) -> Iterator[BrowserContext]:
    """A fresh browser profile at that size; requests that leave the machine are failures."""
    context = browser.new_context(viewport=SIZES[size], reduced_motion="reduce")
    foreign: list[str] = []
    context.on(
        "request",
        lambda r: None if r.url.startswith(("http://127.0.0.1:", "data:")) else foreign.append(r.url),
    )
    yield context
    context.close()
    assert not foreign, f"requests left the machine: {foreign}"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab in which any error of script or policy is a failure."""
    page = context.new_page()
    page.set_default_timeout(30_000)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "console",
        lambda m: troubles.append(m.text) if m.type == "error" and "Content Security" in m.text else None,
    )
    yield page
    assert not troubles, troubles
