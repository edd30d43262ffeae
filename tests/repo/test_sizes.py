"""Files and functions stay small enough to hold one idea."""

import ast
from collections.abc import Iterator
from pathlib import Path

from repo.places import SOURCE, named, written_files

MOST_LINES_OF_A_FUNCTION = 60
MOST_LINES_OF_A_FILE = 400
#: Read top to bottom as one table of records.
LONGER_BY_NAME = {"src/afterword/core/facts.py"}


def sources() -> list[Path]:
    generated = SOURCE / "store" / "migrations"
    return [path for path in written_files(".py") if generated not in path.parents]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_longer_than_it_may_be() -> None:
    long = {
        named(path): lines
        for path in sources()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_A_FILE
        and named(path) not in LONGER_BY_NAME
    }
    assert long == {}


def test_no_function_is_longer_than_it_may_be() -> None:
    long = {
        f"{named(path)}: {name}": lines
        for path in sources()
        for name, lines in functions(path)
        if lines > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def test_the_exceptions_are_needed_and_exist() -> None:
    for name in LONGER_BY_NAME:
        lines = len(SOURCE.parents[1].joinpath(name).read_text(encoding="utf-8").splitlines())
        assert lines > MOST_LINES_OF_A_FILE


def test_a_long_function_would_be_seen(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("def long() -> None:\n" + "    print()\n" * MOST_LINES_OF_A_FUNCTION)
    assert list(functions(planted)) == [("long", MOST_LINES_OF_A_FUNCTION + 1)]


def silent(path: Path) -> list[str]:
    """What of a module is public and does not say what it is for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    names = [node.name for node in public if not ast.get_docstring(node)]
    return [*names, "the module itself"] if tree.body and not ast.get_docstring(tree) else names


def test_every_module_and_public_function_says_what_it_is_for() -> None:
    found = {named(path): names for path in sources() if SOURCE in path.parents and (names := silent(path))}
    assert found == {}


def test_a_silent_function_would_be_seen(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("def public() -> None: ...\ndef _own() -> None: ...\n")
    assert silent(planted) == ["public", "the module itself"]
