"""The locked lists hold hashes, no addresses, and agree with one another."""

import re
import subprocess
import sys
import tomllib

import pytest

from repo.places import DOCS, ROOT

FOLDER = ROOT / "requirements"
LOCKS = ("bootstrap", "runtime", "dev")
MOST_RUNTIME_PACKAGES = 40


def lock(name: str) -> str:
    return FOLDER.joinpath(f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", lock(name), flags=re.MULTILINE))


def wishes(name: str) -> list[str]:
    lines = FOLDER.joinpath(f"{name}.in").read_text(encoding="utf-8").splitlines()
    return [re.split(r"[<>=!~ ;\[]", line)[0] for line in lines if line and line[0] not in "#-"]


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_no_file_of_the_requirements_holds_an_address(path) -> None:
    if path.is_file():
        assert "://" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_pinned_package_carries_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", lock(name).strip())
    assert len(blocks) == len(re.findall(r"^\S+==", lock(name), flags=re.MULTILINE))
    assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", LOCKS)
def test_everything_wished_for_is_locked(name: str) -> None:
    assert [wish for wish in wishes(name) if wish not in pins(name)] == []


def test_the_developers_list_pins_what_runtime_pins() -> None:
    assert {name: pins("dev").get(name) for name in pins("runtime")} == pins("runtime")


def test_running_needs_no_more_packages_than_promised() -> None:
    elsewhere = set(re.findall(r"^(\S+)==.*sys_platform == 'win32'", lock("runtime"), flags=re.MULTILINE))
    assert len(pins("runtime").keys() - elsewhere) <= MOST_RUNTIME_PACKAGES


def test_every_runtime_dependency_has_its_reason_written_down() -> None:
    reasons = DOCS.joinpath("decisions.md").read_text(encoding="utf-8")
    assert [wish for wish in wishes("runtime") if f"**{wish}**" not in reasons] == []


#: Imported under another name, or not imported because they are data or come with another package.
IMPORTED_AS = {
    "uuid-utils": "uuid_utils",
    "django-htmx": "django_htmx",
    "lingotweaker": "lt_py",
    "lingotweaker-data-en": "",
    "tzdata": "",
}


def test_everything_that_running_asks_for_is_used() -> None:
    modules = {wish: IMPORTED_AS.get(wish, wish) for wish in wishes("runtime")}
    files = ROOT.joinpath("src").rglob("*.py")
    imports = re.compile(r"^\s*(?:import|from) (\w+)", flags=re.MULTILINE)
    used = {name for path in files for name in imports.findall(path.read_text(encoding="utf-8"))}
    settings = ROOT.joinpath("src/afterword/project/settings.py").read_text(encoding="utf-8")
    used |= set(re.findall(r"\"(\w+)[.\"]", settings))
    assert [wish for wish, module in modules.items() if module and module not in used] == []


def test_the_version_is_told_once() -> None:
    from afterword import __version__

    assert tomllib.loads(ROOT.joinpath("pyproject.toml").read_text())["project"]["version"] == __version__


def test_the_front_end_files_are_those_whose_hashes_were_recorded() -> None:
    command = [sys.executable, FOLDER / "vendor.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
