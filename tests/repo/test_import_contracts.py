"""The import contracts hold, and each of them breaks when a fault is planted."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from repo.places import ROOT

LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]

#: One fault for each contract: the file it is planted in, the line, and the contract that must name it.
FAULTS = (
    ("core/facts.py", "import smtplib", "The core touches nothing outside"),
    ("core/reading/planted.py", "from afterword.core.protocol import steps", "The rooms of the core"),
    ("store/planted.py", "import afterword.services", "The rooms of the house, outer to inner"),
    ("services/planted.py", "import django.db", "Only store, web, worker and project know Django"),
    ("adapters/planted.py", "import afterword.services", "Adapters know ports and the core only"),
    ("services/planted_too.py", "import afterword.store.models", "Models stay in the store"),
    ("helpers/__init__.py", "", "The rooms of the house, outer to inner"),
)


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    here = {**os.environ, "PYTHONPATH": str(root / "src"), "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(LINT, cwd=root, env=here, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The source and its contracts, where a fault may be planted."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken(told: str) -> set[str]:
    return {match.strip() for match in re.findall(r"^(.+?) BROKEN", told, flags=re.MULTILINE)}


def test_every_contract_holds() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout
    assert broken(done.stdout) == set()


@pytest.mark.slow
@pytest.mark.parametrize(("file", "line", "contract"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_breaks_its_contract(copy: Path, file: str, line: str, contract: str) -> None:
    path = copy / "src" / "afterword" / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as planted:
        planted.write(f"\n{line}\n")
    done = lint(copy)
    assert done.returncode != 0
    assert contract in broken(done.stdout), done.stdout
