"""Runs one command line: finds the command, runs it, and turns failures into a sentence and an exit code."""

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperGroup

from afterword.cli.exits import Exit, exit_code
from afterword.cli.table import TABLE, Row
from afterword.core.errors import AfterwordError

HELP = """Everything that comes after a job interview.

Without a command, Afterword serves its pages on this machine and opens the browser.
"""
ASKS_FOR_HELP = {"help_option_names": ["-h", "--help"]}


class Commands(TyperGroup):
    """A group that knows its commands by the table and imports one only to run it."""

    def __init__(self, *, rows: tuple[Row, ...], **given: Any) -> None:
        super().__init__(context_settings=ASKS_FOR_HELP, rich_markup_mode=None, **given)
        self.rows = {row.name: row for row in rows}

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the table's order."""
        return list(self.rows)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the module of one command, or None when there is no such command."""
        row = self.rows.get(cmd_name)
        return None if row is None else command_of(row)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands for the help, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(row.name, row.what) for row in self.rows.values()])


def command_of(row: Row) -> Any:
    """The runnable command of one row of the table."""
    if row.rows:
        return Commands(name=row.name, help=row.what, rows=row.rows, no_args_is_help=True)
    if row.stored:
        from afterword.store.setup import make_ready

        make_ready()
    module = import_module(f"afterword.{row.module}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name=row.name, context_settings=ASKS_FOR_HELP)(module.command)
    return typer.main.get_command(app)


def run(words: Sequence[str]) -> int:
    """Run a command line; the result is the exit code of docs/reference/commands.md."""
    code = _run(words)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_the_pipe()
    return code


def _leave_the_pipe() -> None:
    """The reader of a pipe has gone; leave nothing for Python to complain about at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: Sequence[str]) -> int:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        cast(Any, stream).reconfigure(
            encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "replace"
        )
    try:
        Commands(name="afterword", help=HELP, rows=TABLE).main(
            args=serve_unless_told(words), prog_name="afterword"
        )
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else Exit.FINE
    except AfterwordError as error:
        tell(error, as_json="--json" in words)
        return exit_code(error)
    except BrokenPipeError:
        _leave_the_pipe()
        return Exit.FINE
    except KeyboardInterrupt:
        return Exit.STOPPED
    except Exception as fault:  # noqa: BLE001 - the outermost entrance: nobody should be met by a traceback
        from afterword.cli.fault import tell_fault

        known = next((word for word in words if not word.startswith("-")), "")
        tell(AfterwordError(tell_fault(fault, command=known)), as_json="--json" in words)
        return Exit.OUTSIDE_FAILED
    return Exit.FINE


def serve_unless_told(words: Sequence[str]) -> list[str]:
    """Nothing but options means "serve": ``./afterword --port 9000`` is ``./afterword serve --port 9000``."""
    wants_help = any(word in ("-h", "--help") for word in words)
    if not wants_help and all(word.startswith("-") for word in words[:1]):
        return ["serve", *words]
    return list(words)


def tell(error: AfterwordError, *, as_json: bool) -> None:
    """Say what went wrong: a sentence for people, and an object where JSON was asked for."""
    if as_json:
        print(json.dumps({"error": str(error)}, ensure_ascii=False))
    print(f"afterword: {error}", file=sys.stderr)
