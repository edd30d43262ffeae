"""Setting up: once at a time, whole or not at all, and a sentence when it cannot be done."""

import fcntl
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from repo.places import ROOT

Done = subprocess.CompletedProcess


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("install", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Machine:
    """A machine without a network: it remembers what it was asked to run, and makes the files a tool would make."""

    def __init__(self, root: Path) -> None:
        folder = root / "requirements"
        folder.mkdir(parents=True)
        folder.joinpath("install.py").write_bytes(ROOT.joinpath("requirements/install.py").read_bytes())
        for name in ("bootstrap", "runtime", "dev"):
            folder.joinpath(f"{name}.txt").write_text(f"{name}==1\n")
        self.root = root
        self.install = load(folder / "install.py")
        self.install.run = self.run
        self.install.has_ensurepip = lambda: True
        self.ran: list[str] = []
        self.fails: str = ""

    def run(self, *command: object, lock: int) -> Done[str]:
        words = " ".join(str(part) for part in command).replace(str(self.root), "")
        self.ran.append(words)
        if self.fails and self.fails in words:
            return Done(command, 1, "", "no route to host\n")
        if "-m venv" in words:
            packages = self.root / ".venv/lib/python3.11/site-packages"
            packages.mkdir(parents=True, exist_ok=True)
            self.root.joinpath(".venv/bin").mkdir(exist_ok=True)
            for name in ("python", "pip"):
                self.root.joinpath(".venv/bin", name).touch()
        return Done(command, 0, "", "")

    def set_up(self, name: str = "runtime") -> int:
        self.ran.clear()
        return self.install.main([name])

    def stamp(self, name: str) -> str:
        path = self.root / f".venv/.afterword-{name}"
        return path.read_text() if path.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "house")


def made_environment(machine: Machine) -> bool:
    return any("-m venv --clear" in words for words in machine.ran)


def test_the_first_start_makes_everything_and_the_second_does_nothing(machine: Machine) -> None:
    assert machine.set_up() == 0
    assert made_environment(machine)
    assert any("--require-hashes -r /requirements/bootstrap.txt" in words for words in machine.ran)
    assert any(
        "uv pip sync" in words and "--require-hashes" in words and "/requirements/runtime.txt" in words
        for words in machine.ran
    )
    assert machine.stamp("runtime") == "bootstrap==1\nruntime==1\n"
    assert machine.set_up() == 0
    assert machine.ran == []


def test_the_source_is_found_by_a_path_that_moves_along(machine: Machine) -> None:
    machine.set_up()
    packages = machine.root / ".venv/lib/python3.11/site-packages"
    named = packages.joinpath("afterword.pth").read_text().strip()
    assert not os.path.isabs(named)
    assert Path(os.path.normpath(packages / named)) == machine.root / "src"


def test_new_lists_are_brought_in_without_making_the_environment_anew(machine: Machine) -> None:
    machine.set_up()
    machine.root.joinpath("requirements/runtime.txt").write_text("runtime==2\n")
    assert machine.set_up() == 0
    assert machine.ran
    assert not made_environment(machine)
    assert machine.stamp("runtime") == "bootstrap==1\nruntime==2\n"


def test_a_developers_environment_stays_one_when_the_launcher_brings_it_up_to_date(machine: Machine) -> None:
    machine.set_up("dev")
    machine.root.joinpath("requirements/runtime.txt").write_text("runtime==2\n")
    assert machine.set_up() == 0
    assert any("/requirements/dev.txt" in words for words in machine.ran)
    assert not any("/requirements/runtime.txt" in words for words in machine.ran)
    assert machine.stamp("dev")
    assert machine.stamp("runtime") == "bootstrap==1\nruntime==2\n"


@pytest.mark.parametrize("point", ["-m venv", "bootstrap.txt", "uv pip sync"])
def test_a_start_broken_off_anywhere_is_made_good_by_the_next(machine: Machine, point: str) -> None:
    def cut(*command: object, lock: int) -> Done[str]:
        done = machine.run(*command, lock=lock)
        if point in machine.ran[-1]:
            raise KeyboardInterrupt
        return done

    machine.install.run = cut
    assert machine.set_up() == 130
    assert machine.stamp("runtime") == ""
    machine.install.run = machine.run
    assert machine.set_up() == 0
    assert made_environment(machine)
    assert machine.stamp("runtime") == "bootstrap==1\nruntime==1\n"


def test_without_a_network_it_says_so_and_the_next_start_goes_on(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.fails = "install"
    assert machine.set_up() == 4
    told = capsys.readouterr().err
    assert "could not be fetched" in told
    assert "no route to host" in told
    assert machine.stamp("runtime") == ""
    machine.fails = ""
    assert machine.set_up() == 0


def test_where_uv_cannot_reach_the_packages_pip_does_it_alone(machine: Machine) -> None:
    machine.fails = "uv pip sync"
    assert machine.set_up() == 0
    assert "-m pip install" in machine.ran[-1]
    assert machine.ran[-1].endswith("--require-hashes -r /requirements/runtime.txt")


def test_a_folder_that_cannot_be_written_to_is_named(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.install.LOCK = machine.root / "requirements/runtime.txt/no folder"
    assert machine.set_up() == 4
    assert "cannot be written to" in capsys.readouterr().err
    assert machine.ran == []


def test_a_debian_without_venv_gets_the_one_command_that_mends_it(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.install.has_ensurepip = lambda: False
    machine.install.has_pip = lambda: False
    machine.install.install_debian = lambda packages: False
    assert machine.set_up() == 4
    assert "sudo apt-get install python3-venv" in capsys.readouterr().err


def test_a_debian_without_venv_is_mended_where_that_is_allowed(machine: Machine) -> None:
    installed: list[str] = []

    def install(packages: list[str]) -> bool:
        installed.extend(packages)
        machine.install.has_ensurepip = lambda: True
        return True

    machine.install.has_ensurepip = lambda: False
    machine.install.has_pip = lambda: False
    machine.install.install_debian = install
    assert machine.set_up() == 0
    assert installed == ["python3-venv"]


def test_a_python_with_pip_but_without_ensurepip_uses_its_own(machine: Machine) -> None:
    machine.install.has_ensurepip = lambda: False
    machine.install.has_pip = lambda: True
    assert machine.set_up() == 0
    assert any("--without-pip" in words for words in machine.ran)


def test_a_second_start_waits_for_the_first_and_then_finds_it_done(machine: Machine) -> None:
    machine.set_up()
    stamp = machine.root / ".venv/.afterword-runtime"
    content = stamp.read_bytes()
    stamp.unlink()
    command = [sys.executable, "-I", str(machine.root / "requirements/install.py"), "runtime"]
    with machine.root.joinpath(".setup.lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as second:
            assert second.stderr is not None
            assert "waiting for it" in second.stderr.readline()
            stamp.write_bytes(content)
            fcntl.flock(lock, fcntl.LOCK_UN)
            assert second.stderr.read() == ""
    assert second.returncode == 0


def test_what_debian_lacks_for_the_tests_is_said_loudly_and_is_no_failure(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.root.joinpath("requirements/debian.txt").write_text("# why\nno-such-browser # drives\n")
    machine.install.shutil = type("which", (), {"which": staticmethod(lambda name: f"/usr/bin/{name}")})
    machine.install.is_installed = lambda package: False
    machine.install.install_debian = lambda packages: False
    assert machine.set_up("system") == 0
    told = capsys.readouterr().err
    assert "NOT INSTALLED: no-such-browser." in told
    assert "sudo apt-get install no-such-browser" in told


def test_a_wrong_word_is_bad_use(machine: Machine) -> None:
    assert machine.install.main(["everything"]) == 2
    assert machine.install.main([]) == 2
