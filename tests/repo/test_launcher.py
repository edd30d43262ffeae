"""The launcher: starts at once when set up, sets up when not, and says clearly what stands in the way."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from repo.places import ROOT

#: All the launcher needs of a machine besides Python.
TOOLS = ("sh", "dirname", "readlink", "cat", "cmp")

PROGRAM = """#!/bin/sh
echo "started in $(pwd) with:"
for word in "$@"; do echo "[$word]"; done
exit 7
"""

SETS_UP = """
import pathlib, sys
root = pathlib.Path(__file__).parents[1]
print("setting up", sys.argv[1], file=sys.stderr)
program = root / ".venv/bin/python"
program.parent.mkdir(parents=True)
program.write_text({program!r})
program.chmod(0o755)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the launcher with small lists and a set-up that only makes a stand-in for Python."""
    house = tmp_path / "a house"
    house.joinpath("requirements").mkdir(parents=True)
    shutil.copy(ROOT / "afterword", house)
    house.joinpath("requirements/bootstrap.txt").write_text("tool==1\n")
    house.joinpath("requirements/runtime.txt").write_text("package==2\n")
    house.joinpath("requirements/install.py").write_text(SETS_UP.format(program=PROGRAM))
    return house


def make_ready(folder: Path) -> None:
    program = folder / ".venv/bin/python"
    program.parent.mkdir(parents=True)
    program.write_text(PROGRAM)
    program.chmod(0o755)
    folder.joinpath(".venv/.afterword-runtime").write_text("tool==1\npackage==2\n")


def start(
    launcher: Path, *words: str, cwd: Path | None = None, path: str = ""
) -> subprocess.CompletedProcess[str]:
    here = {"PATH": path or os.environ["PATH"]}
    return subprocess.run([launcher, *words], cwd=cwd, env=here, capture_output=True, text=True, check=False)


def test_a_ready_house_starts_at_once_with_the_words_as_they_were(folder: Path, tmp_path: Path) -> None:
    make_ready(folder)
    done = start(folder / "afterword", "draft", "my case.json", "--kind", "", cwd=tmp_path)
    assert done.stdout.splitlines() == [
        f"started in {tmp_path} with:",
        *("[-I]", "[-m]", "[afterword]", "[draft]", "[my case.json]", "[--kind]", "[]"),
    ]
    assert done.stderr == ""
    assert done.returncode == 7


def test_it_starts_through_a_link_from_anywhere(folder: Path, tmp_path: Path) -> None:
    make_ready(folder)
    link = tmp_path / "afterword-link"
    link.symlink_to(folder / "afterword")
    assert "[-m]" in start(link, cwd=Path("/")).stdout


def test_a_new_house_is_set_up_first(folder: Path) -> None:
    done = start(folder / "afterword", "--version")
    assert done.stderr.splitlines() == ["setting up runtime"]
    assert "[--version]" in done.stdout


def test_new_lists_are_followed(folder: Path) -> None:
    make_ready(folder)
    folder.joinpath("requirements/runtime.txt").write_text("package==3\n")
    folder.joinpath("requirements/install.py").write_text("print('brought up to date')")
    assert start(folder / "afterword").stdout.startswith("brought up to date\n")


def test_a_python_that_is_gone_means_setting_up_again(folder: Path) -> None:
    make_ready(folder)
    program = folder / ".venv/bin/python"
    program.unlink()
    program.symlink_to("/nowhere/python3.11")
    folder.joinpath("requirements/install.py").write_text("raise SystemExit('made anew')")
    assert "made anew" in start(folder / "afterword").stderr


def test_a_set_up_that_fails_passes_its_exit_code_on_and_starts_nothing(folder: Path) -> None:
    folder.joinpath("requirements/install.py").write_text(
        "import sys; print('offline', file=sys.stderr); sys.exit(4)"
    )
    done = start(folder / "afterword")
    assert (done.returncode, done.stdout, done.stderr) == (4, "", "offline\n")


def test_without_python_it_names_the_packages_to_install(folder: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        tools.joinpath(tool).symlink_to(shutil.which(tool) or tool)
    done = start(folder / "afterword", path=str(tools))
    assert done.returncode == 4
    assert "Python 3.11 or newer" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr


def test_an_older_python_is_passed_over(folder: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        tools.joinpath(tool).symlink_to(shutil.which(tool) or tool)
    old = tools / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    assert "Python 3.11 or newer" in start(folder / "afterword", path=str(tools)).stderr
