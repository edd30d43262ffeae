"""Running a command line as a shell would, and reading what it answers."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from afterword.cli.run import run

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "case.json"


@dataclass(frozen=True)
class Answer:
    """The exit code and what was printed."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Answer]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run words (and standard input) as a command line."""

    def start(*words: str | Path, stdin: str = "") -> Answer:
        given = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", given)
        code = run([str(word) for word in words])
        told = capsys.readouterr()
        return Answer(int(code), told.out, told.err)

    return start


@pytest.fixture
def example() -> dict[str, Any]:
    """The case the documentation shows, to be changed at will."""
    value: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return value


@pytest.fixture
def case_file(tmp_path: Path) -> Callable[[Any], Path]:
    """Write a value to a JSON file."""

    def write(value: Any) -> Path:
        path = tmp_path / "case.json"
        path.write_text(json.dumps(value), encoding="utf-8")
        return path

    return write
