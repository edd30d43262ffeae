"""The import contracts hold, and each of them breaks when a fault is planted."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
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


def sections(told: str) -> dict[str, str]:
    """What is said about each broken contract, by its name."""
    parts = re.split(r"^(.+)\n-+\n", told.partition("Broken contracts")[2], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=False))


@pytest.mark.slow
def test_planted_faults_break_their_contracts_and_are_named(copy: Path) -> None:
    for file, line, _ in FAULTS:
        path = copy / "src" / "afterword" / file
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as planted:
            planted.write(f"\n{line}\n")
    done = lint(copy)
    assert done.returncode != 0
    told = sections(done.stdout)
    for file, _, contract in FAULTS:
        module = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        assert f"afterword.{module}" in told.get(contract, ""), (file, done.stdout)


def test_no_contract_is_left_without_a_planted_fault() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == {contract for _, _, contract in FAULTS}
