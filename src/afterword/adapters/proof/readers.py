"""How each engine is asked and its answer read; this runs inside the engine's own process.

LingoTweaker counts UTF-8 bytes, Harper counts characters; both are turned into characters here.
"""

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate
from typing import Any

#: start, end, rule, message, fixes, kind, category: what travels between the processes as JSON.
Row = tuple[int, int, str, str, list[str], str, str]
Reader = Callable[[str], list[Row]]

DIALECTS = ("en-US", "en-GB", "en-AU", "en-CA", "en-NZ")
#: No engine's list of fixes is worth more than this many.
MOST_FIXES = 12


def lingotweaker(dialect: str) -> Reader:
    """A reader over LingoTweaker. Raises ImportError where it is not installed."""
    import lt_py  # type: ignore[import-untyped]

    engine = lt_py.Engine(dialect if dialect in DIALECTS else DIALECTS[0])

    def read(text: str) -> list[Row]:
        characters = _characters(text)
        return [_lingotweaker_row(match, characters) for match in engine.check(text)]

    return read


def _lingotweaker_row(match: dict[str, Any], characters: Callable[[int], int]) -> Row:
    start = int(match["offset"])
    return (
        characters(start),
        characters(start + int(match["length"])),
        str(match["rule_id"]),
        str(match["message"]),
        [str(fix) for fix in match["suggestions"][:MOST_FIXES]],
        "spelling"
        if match["issue_type"] == "misspelling" and "MORFOLOGIK" in match["rule_id"]
        else "grammar",
        str(match["category_id"]),
    )


def _characters(text: str) -> Callable[[int], int]:
    """A function from UTF-8 byte offset to character offset."""
    if text.isascii():
        return lambda offset: min(offset, len(text))
    starts = list(accumulate((len(character.encode("utf-8", "replace")) for character in text), initial=0))
    return lambda offset: min(bisect_left(starts, offset), len(text))


def harper(dialect: str) -> Reader:
    """A reader over harper-py. Raises ImportError where it is not installed."""
    from harper import Dialect, Linter

    british = {"en-GB": Dialect.BRITISH, "en-AU": Dialect.AUSTRALIAN, "en-CA": Dialect.CANADIAN}
    linter = Linter(dialect=british.get(dialect, Dialect.AMERICAN))

    def read(text: str) -> list[Row]:
        return [_harper_row(lint) for lint in linter.lint(text)]

    return read


def _harper_row(lint: Any) -> Row:
    kind = str(lint.lint_kind)
    fixes = [_harper_fix(fix.kind.name, fix.replacement_text, lint.problem_text) for fix in lint.suggestions]
    spelling = "spelling" if kind == "Spelling" else "grammar"
    return (lint.span.start, lint.span.end, kind, str(lint.message), fixes[:MOST_FIXES], spelling, kind)


def _harper_fix(kind: str, replacement: str, problem: str) -> str:
    return {"REPLACE": replacement, "REMOVE": "", "INSERT_AFTER": problem + replacement}[kind]


READERS: dict[str, Callable[[str], Reader]] = {"lingotweaker": lingotweaker, "harper": harper}
