"""Sets up ``.venv`` from the hash-locked files beside this one; the launcher and the Makefile call it.

    python3 requirements/install.py runtime    what Afterword runs on
    python3 requirements/install.py dev        that, and what checking and testing needs
    python3 requirements/install.py system     the Debian packages of debian.txt, where this user may install them

Standard library only, because nothing else is there yet. Exit code 0 when ready, 4 with one sentence when
something outside (network, disk, missing package) stood in the way. Safe to interrupt and to start twice: a
lock that dies with its holder guards it and says whether the last set-up ended, the stamp is written last.
"""

import contextlib
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / ".setup.lock"
BOOTSTRAP = HERE / "bootstrap.txt"
LISTS = {"runtime": HERE / "runtime.txt", "dev": HERE / "dev.txt"}


class CannotSetUp(Exception):
    """Something outside stood in the way; ``str()`` is a sentence a person can act on."""


def say(sentence: str) -> None:
    """Tell the user, on standard error so that a command's own output stays clean."""
    print(f"afterword: {sentence}", file=sys.stderr, flush=True)


# ---------------------------------------------------------------- stamps


def stamp(name: str) -> Path:
    """A copy of the locked lists the environment was made from."""
    return VENV / f".afterword-{name}"


def wanted(name: str) -> bytes:
    """The two locked lists, one after the other; the launcher compares the same bytes."""
    return BOOTSTRAP.read_bytes() + LISTS[name].read_bytes()


def is_ready(name: str) -> bool:
    """Whether the environment holds this list already; the developers' list contains the other."""
    try:
        return PYTHON.exists() and stamp(name).read_bytes() == wanted(name)
    except OSError:
        return False


# ---------------------------------------------------------------- one at a time


@contextlib.contextmanager
def alone() -> Iterator[int]:
    """Hold the set-up lock. The system drops it when the holder dies, however it dies, so it is never stale."""
    try:
        handle = os.open(LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise CannotSetUp(
            f"{ROOT} cannot be written to ({error.strerror}), and Afterword is not set up in it yet. Copy the folder"
            " to a place of your own, or run ./afterword --version once as a user who may write there."
        ) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("another start is setting Afterword up; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


# ---------------------------------------------------------------- the environment


def run(*command: object, lock: int) -> subprocess.CompletedProcess[str]:
    """Run a tool to its end. It inherits the lock, so a killed set-up never leaves two writers behind."""
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        errors="replace",
        pass_fds=(lock,),
        check=False,
    )


def last_lines(done: subprocess.CompletedProcess[str]) -> str:
    """The end of what a tool said, for the sentence that reports it."""
    lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return "\n    ".join(["", *(line[:160] for line in lines[-3:])])


def make_environment(*, lock: int) -> None:
    """Make ``.venv`` anew, by the first way this machine offers."""
    source = os.path.realpath(sys.executable)
    if has_ensurepip() or (not has_pip() and install_debian(["python3-venv"]) and has_ensurepip()):
        done = run(source, "-m", "venv", "--clear", VENV, lock=lock)
    elif has_pip():
        done = run(source, "-m", "venv", "--clear", "--without-pip", VENV, lock=lock)
    else:
        raise CannotSetUp(
            "Python's venv module is incomplete on this machine, as Debian and Ubuntu ship it. One command mends it:\n"
            "    sudo apt-get install python3-venv\nThen start Afterword again."
        )
    if done.returncode != 0:
        raise CannotSetUp(f"Python could not make its environment in {VENV}:{last_lines(done)}")


def has_ensurepip() -> bool:
    """Asked in a fresh process: the answer changes when the package arrives."""
    check = [sys.executable, "-I", "-c", "import ensurepip, venv; ensurepip.version()"]
    return subprocess.run(check, capture_output=True, check=False).returncode == 0


def has_pip() -> bool:
    """Whether this Python's own pip can install into another environment."""
    return importlib.util.find_spec("pip") is not None


def fill_environment(name: str, *, lock: int) -> None:
    """Install the hash-locked uv with pip, and everything else with uv."""
    inside = PYTHON.with_name("pip").exists()
    pip = [PYTHON, "-m", "pip"] if inside else [sys.executable, "-I", "-m", "pip", "--python", PYTHON]
    install = ["install", "-q", "--disable-pip-version-check", "--retries=2", "--require-hashes", "-r"]
    done = run(*pip, *install, BOOTSTRAP, lock=lock)
    if done.returncode == 0:
        uv = [VENV / "bin" / "uv", "pip", "sync", "-q", "--python", PYTHON, "--require-hashes"]
        done = run(*uv, BOOTSTRAP, LISTS[name], lock=lock)
        if done.returncode != 0:  # uv reads other settings than pip; where only pip knows the way, take it
            done = run(*pip, *install, LISTS[name], lock=lock)
    if done.returncode != 0:
        raise CannotSetUp(
            "the packages Afterword runs on could not be fetched. Is this machine online? Start again when it is;"
            f" nothing needs undoing. The last words were:{last_lines(done)}"
        )


def point_at_source() -> None:
    """Let the environment find ``src`` by a path relative to itself, so that the folder may be moved."""
    for packages in VENV.glob("lib/python3*/site-packages"):
        packages.joinpath("afterword.pth").write_text("../../../../src\n")


def set_up(name: str) -> None:
    """Bring ``.venv`` to the locked list ``name``; a developers' environment stays one."""
    with alone() as lock:
        if is_ready(name):
            return
        say(
            "setting up, once; this takes about half a minute."
            if name == "runtime"
            else "setting up for tests."
        )
        broken_off = os.pread(lock, 1, 0) != b""
        keeps_dev = stamp("dev").exists() and not broken_off
        chosen = "dev" if keeps_dev else name
        os.pwrite(lock, b"unfinished\n", 0)
        for each in LISTS:
            stamp(each).unlink(missing_ok=True)
        if broken_off or not PYTHON.exists():
            make_environment(lock=lock)
        fill_environment(chosen, lock=lock)
        point_at_source()
        for each in {"runtime", chosen}:
            stamp(each).write_bytes(wanted(each))
        os.ftruncate(lock, 0)


# ---------------------------------------------------------------- Debian's packages


def install_debian(packages: list[str]) -> bool:
    """Install Debian packages if this user may; True when they arrived. Says what it does."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    asks = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if asks and (
        shutil.which("sudo") is None
        or subprocess.run([*asks, "true"], capture_output=True, check=False).returncode
    ):
        return False
    say(f"installing Debian's {' '.join(packages)} …")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = [*asks, apt, "install", "-y", "-q", "--no-install-recommends", *packages]
    for command in (install, [*asks, apt, "update", "-q"], install):
        done = subprocess.run(
            command, env=quiet, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
        )
        if command is install and done.returncode == 0:
            return True
    say(f"apt-get could not install {' '.join(packages)}:{last_lines(done)}")
    return False


def missing_debian() -> list[str]:
    """The packages of debian.txt that are not installed, in its order."""
    lines = HERE.joinpath("debian.txt").read_text(encoding="utf-8").splitlines()
    names = [line.split("#")[0].strip() for line in lines]
    return [name for name in names if name and not is_installed(name)]


def is_installed(package: str) -> bool:
    """What dpkg says of a package."""
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status}", package]
    return subprocess.run(query, capture_output=True, text=True, check=False).stdout == "installed"


def set_up_system() -> None:
    """Install what the tests need of Debian. What cannot be had is said loudly and is no failure."""
    if shutil.which("dpkg-query") is None:
        say(
            "NOT INSTALLED: this is no Debian; tests that need a browser are skipped unless Chromium is on the PATH."
        )
        return
    missing = missing_debian()
    if missing and not install_debian(missing):
        say(f"NOT INSTALLED: {' '.join(missing)}. Tests that need them are skipped. To run them too:")
        say(f"    sudo apt-get install {' '.join(missing)}")


def main(words: list[str]) -> int:
    """Do what the one argument names; the result is the exit code."""
    if len(words) != 1 or words[0] not in (*LISTS, "system"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        set_up_system() if words[0] == "system" else set_up(words[0])
    except CannotSetUp as problem:
        say(str(problem))
        return 4
    except OSError as error:
        say(f"setting up stopped: {error.strerror or error} ({error.filename or VENV}).")
        return 4
    except KeyboardInterrupt:
        say("stopped before it was ready; the next start begins again.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
