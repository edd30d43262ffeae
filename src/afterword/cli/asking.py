"""Asking in the terminal. Questions go to standard error, so that an answer in JSON stays clean."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from afterword.core.errors import BadInput

T = TypeVar("T")


def ask(question: str, *, usual: str = "") -> str:
    """One line; Enter alone takes the usual answer. Raises BadInput when nobody is there to answer."""
    hint = f" [{usual}]" if usual else ""
    print(f"{question}{hint} ", end="", file=sys.stderr, flush=True)
    try:
        return input().strip() or usual
    except EOFError as error:
        raise BadInput(
            "The answers ended here. Run this in a terminal, or see --help for options."
        ) from error


def ask_for(question: str, read: Callable[[str], T], *, usual: str = "") -> T:
    """Ask until ``read`` takes the answer; what it says against one is told."""
    while True:
        said = ask(question, usual=usual)
        try:
            return read(said)
        except (BadInput, ValueError) as error:
            print(f"  {error}", file=sys.stderr)


def ask_yes(question: str, *, usual: bool = True) -> bool:
    """Yes or no."""
    return ask(f"{question} (y/n)", usual="y" if usual else "n").lower().startswith("y")


def choose(question: str, offers: Sequence[tuple[str, T]]) -> T:
    """One of several, by its number."""
    print(question, file=sys.stderr)
    for number, (words, _) in enumerate(offers, start=1):
        print(f"  {number}  {words}", file=sys.stderr)

    def read(said: str) -> T:
        if not said.isdigit() or not 1 <= int(said) <= len(offers):
            raise BadInput(f"Give a number from 1 to {len(offers)}.")
        return offers[int(said) - 1][1]

    return ask_for("Which one?", read)
