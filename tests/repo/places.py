"""Where things are in the repository, for the tests that are about the repository itself."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "afterword"
DOCS = ROOT / "docs"

#: Folders that hold what was written here; nothing generated, nothing installed.
WRITTEN = (".ci", "bench", "docs", "requirements", "src", "tests")


def written_files(*suffixes: str) -> Iterator[Path]:
    """Every file written here, at the root or in a folder of WRITTEN, with one of these endings (all when none)."""
    folders = [path for name in WRITTEN for path in ROOT.joinpath(name).rglob("*")]
    for path in sorted([*ROOT.iterdir(), *folders]):
        if path.is_file() and "__pycache__" not in path.parts and (not suffixes or path.suffix in suffixes):
            yield path


def pages() -> Iterator[Path]:
    """Every page of documentation."""
    return written_files(".md")


def named(path: Path) -> str:
    """A path as the documentation writes it."""
    return str(path.relative_to(ROOT))
