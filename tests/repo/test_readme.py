"""What the README shows can be typed as it stands."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from afterword.cli.run import Commands, command_of
from afterword.cli.table import TABLE, Row
from repo.places import ROOT

README = ROOT.joinpath("README.md").read_text(encoding="utf-8")
#: Those that only read what they are given.
STATELESS = ("plan", "draft", "call", "read", "proof")


def shown() -> list[str]:
    """Every line of the README's shell blocks that starts Afterword, without its remark."""
    blocks = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
    lines = [re.sub(r"\s+# .*", "", line).strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if "./afterword" in line]


def words(line: str) -> list[str]:
    return line.split("./afterword", 1)[1].split()


def row_of(names: list[str], rows: tuple[Row, ...] = TABLE) -> Row:
    row = next((row for row in rows if names and row.name == names[0]), None)
    assert row is not None, names
    return row_of(names[1:], row.rows) if row.rows else row


def test_the_readme_shows_the_two_commands_and_a_tour() -> None:
    assert shown()[0] == "./afterword"
    assert "make test" in README
    assert len(shown()) >= 8


@pytest.mark.parametrize("line", [line for line in shown() if words(line)])
def test_every_command_shown_exists_with_the_options_shown(line: str) -> None:
    names = [word for word in words(line) if not word.startswith("-")]
    command = command_of(row_of(names))
    assert not isinstance(command, Commands)
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words(line) if word.startswith("--")} <= known


@pytest.mark.parametrize("line", [line for line in shown() if words(line) and words(line)[0] in STATELESS])
def test_what_stores_nothing_answers_as_shown(line: str, tmp_path: Path) -> None:
    here = {**os.environ, "AFTERWORD_HOME": str(tmp_path)}
    typed = line.replace("./afterword", f"{sys.executable} -m afterword")
    done = subprocess.run(typed, shell=True, cwd=ROOT, env=here, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout.strip()
    assert list(tmp_path.iterdir()) == []
