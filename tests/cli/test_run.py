"""The command line's entrance: help, bad use, and failures as sentences with exit codes."""

import io
import os
import subprocess
import sys

import pytest

from afterword import __version__
from afterword.cli import run as run_module
from afterword.cli.exits import Exit, exit_code
from afterword.cli.fault import tell_fault
from afterword.cli.run import serve_unless_told
from afterword.cli.table import TABLE
from afterword.core.errors import AfterwordError, BadInput, NotFound, OutsideFailed, Refused


def test_the_help_names_every_command_and_what_it_does(cli) -> None:
    answer = cli("--help")
    assert answer.code == 0
    for row in TABLE:
        assert row.name in answer.out
        assert row.what.split()[0] in answer.out


@pytest.mark.parametrize("row", [row for row in TABLE if not row.rows], ids=lambda row: row.name)
def test_every_command_has_help(cli, row) -> None:
    answer = cli(row.name, "--help")
    assert answer.code == 0
    assert f"afterword {row.name}" in answer.out


@pytest.mark.parametrize(
    "words", [("nonsense",), ("plan",), ("plan", "--nonsense"), ("read",), ("draft", "x", "--kind", "poem")]
)
def test_bad_use_is_exit_code_2_and_says_how_to_get_help(cli, words) -> None:
    answer = cli(*words)
    assert answer.code == 2
    assert answer.out == "" or "Usage" in answer.out
    assert "Usage: afterword" in answer.err + answer.out


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadInput("x"), 3),
        (NotFound("x"), 3),
        (Refused("x"), 1),
        (OutsideFailed("x"), 4),
        (AfterwordError("x"), 4),
        (type("Narrower", (BadInput,), {})("x"), 3),
    ],
)
def test_each_failure_has_its_exit_code(error, code) -> None:
    assert exit_code(error) == code


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ([], ["serve"]),
        (["--port", "9000"], ["serve", "--port", "9000"]),
        (["--help"], ["--help"]),
        (["-h"], ["-h"]),
        (["plan", "x"], ["plan", "x"]),
    ],
)
def test_nothing_but_options_means_serve(words, means) -> None:
    assert serve_unless_told(words) == means


def test_a_missing_file_is_a_sentence_and_exit_code_3(cli) -> None:
    answer = cli("plan", "no such.json")
    assert (answer.code, answer.out) == (Exit.BAD_INPUT, "")
    assert answer.err == "afterword: no such.json cannot be read: No such file or directory.\n"


def test_where_json_is_asked_for_a_failure_is_json_too(cli) -> None:
    answer = cli("plan", "no such.json", "--json")
    assert answer.code == Exit.BAD_INPUT
    assert answer.value == {"error": "no such.json cannot be read: No such file or directory."}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"candidate": ,}', "is not JSON"),
        (b"{}", "A case file is a JSON object"),
        (b"[" * 100_000, "nested too deeply"),
        (b'"\xff\xfe"', "is not text in UTF-8 (byte 2)"),
    ],
)
def test_a_file_that_is_no_case_is_named_with_its_fault(cli, tmp_path, content, told) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    answer = cli("plan", path)
    assert answer.code == Exit.BAD_INPUT
    assert told in answer.err


def test_the_version_is_told(capsys) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "afterword", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"afterword {__version__}\n"


def test_a_reader_that_goes_away_early_is_no_failure() -> None:
    command = [sys.executable, "-m", "afterword", "--help"]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, check=False)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipeError" not in done.stderr


@pytest.mark.parametrize("words", [("today",), ("today", "--json")])
def test_a_fault_nobody_foresaw_is_one_sentence_and_a_file_with_the_details(
    words, monkeypatch, tmp_path, capsys
) -> None:
    def fail(**_given: object) -> None:
        try:
            raise ValueError("Luis's salary")
        except ValueError as cause:
            raise KeyError("Luis's salary") from cause

    monkeypatch.setattr(run_module.Commands, "main", lambda *_given, **_more: fail())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    assert run_module.run(words) == Exit.OUTSIDE_FAILED
    said = capsys.readouterr()
    (details,) = tmp_path.iterdir()
    assert said.err.startswith("afterword: Something went wrong that we did not foresee (KeyError).")
    assert str(details) in said.err
    assert ("error" in said.out) == ("--json" in words)
    text = details.read_text()
    assert "in fail" in text
    assert text.index("ValueError: ") < text.index("KeyError: ")
    assert "salary" not in said.err + said.out
    assert "Traceback" not in said.err
    assert details.stat().st_mode & 0o077 == 0


def test_without_room_for_the_details_the_sentence_is_said_all_the_same(monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/no/such/folder")
    assert tell_fault(ValueError("x"), command="today").endswith("checks it.")
