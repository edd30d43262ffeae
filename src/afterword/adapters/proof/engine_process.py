"""The engine's own process: reads one JSON request a line, answers one JSON line each, ends when its input ends.

    python -m afterword.adapters.proof.engine_process lingotweaker

Request ``{"text", "dialect"}``; answer ``{"rows": [...]}`` (see :data:`readers.Row`) or ``{"error": "..."}``.
Answers of paragraphs seen lately are kept, so that typing in a letter costs one paragraph.
"""

import json
import os
import re
import sys
from collections import OrderedDict
from typing import Any, TextIO

from afterword.adapters.proof.readers import READERS, Reader, Row

_PARAGRAPH = re.compile(r"\n\s*\n")
KEPT = 512


def main() -> None:
    """Serve the engine named on the command line until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what an engine prints for itself never reaches the answers
    served = _Served(sys.argv[1])
    for line in sys.stdin:
        _answer(answers, served, json.loads(line))


def _answer(answers: TextIO, served: "_Served", request: dict[str, Any]) -> None:
    try:
        answer: dict[str, Any] = {"rows": served.rows(str(request["text"]), str(request["dialect"]))}
    except Exception as error:  # noqa: BLE001 — an engine may fail in any way; the asker must hear of it
        answer = {"error": f"{type(error).__name__}: {error}", "missing": isinstance(error, ImportError)}
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


class _Served:
    """One engine with a reader per dialect, made when first asked, and its latest answers."""

    def __init__(self, engine: str) -> None:
        self._make = READERS[engine]
        self._readers: dict[str, Reader] = {}
        self._kept: OrderedDict[tuple[str, str], list[Row]] = OrderedDict()

    def rows(self, text: str, dialect: str) -> list[Row]:
        """Every row for ``text``, paragraph by paragraph."""
        if dialect not in self._readers:
            self._readers[dialect] = self._make(dialect)
        found: list[Row] = []
        for at, paragraph in _paragraphs(text):
            for start, end, *rest in self._paragraph(paragraph, dialect):
                found.append((start + at, end + at, *rest))  # type: ignore[arg-type]
        return found

    def _paragraph(self, paragraph: str, dialect: str) -> list[Row]:
        key = (dialect, paragraph)
        if key not in self._kept:
            self._kept[key] = self._readers[dialect](paragraph) if paragraph.strip() else []
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """Where each paragraph begins, and the paragraph."""
    found, begin = [], 0
    for gap in _PARAGRAPH.finditer(text):
        found.append((begin, text[begin : gap.start()]))
        begin = gap.end()
    return [*found, (begin, text[begin:])]


if __name__ == "__main__":
    main()
